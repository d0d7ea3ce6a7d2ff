"""The canvas as a control: drag wires and parts, select, copy, delete; the same with the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from core.errors import CoreError
from core.perceptron.board_edits import moved, wired
from workbench.panels.perceptron_circuits.acts import BoardActs
from workbench.panels.perceptron_circuits.board_view import ZOOM_STEP
from workbench.panels.perceptron_circuits.clipboard import copied
from workbench.panels.perceptron_circuits.desk import Desk
from workbench.panels.perceptron_circuits.drawing import captions_of, paint
from workbench.panels.perceptron_circuits.drawn import Drawn
from workbench.panels.perceptron_circuits.geometry import (
    GRID,
    REACH,
    Wire,
    bubble_places,
    fitting,
    pin_at,
    port_at,
    rect_of,
    snapped,
    wires,
)
from workbench.panels.perceptron_circuits.hits import Port, ending, part_under, pin_under, port_under, wire_under
from workbench.panels.perceptron_circuits.holding import Carried, Loose
from workbench.panels.perceptron_circuits.part_drop import PartDropView
from workbench.theme.theme import current_theme
from workbench.widgets.painting import focus_ring, has_keyboard_focus

CLICK: Final = 4
"""Pixels that the pointer may move in a click."""

_WITH_CONTROL: Final = {
    Qt.Key.Key_C: "copy",
    Qt.Key.Key_X: "cut",
    Qt.Key.Key_V: "paste",
    Qt.Key.Key_A: "select_all",
    Qt.Key.Key_D: "duplicate",
}
_STEPS: Final = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class CircuitCanvas(PartDropView):
    """Drag from a pin to a port to wire, parts to move them, the ground to select. A click on an input turns it over.

    Parts come from the palette by drag and drop, or by a click there.

    With the keyboard: Page Up and Page Down go from part to part, the arrows move it, W begins a wire from it and Page
    Down chooses where it ends, Enter connects, Space turns an input over, Delete removes, Ctrl+C, X, V, D and A as usual,
    F shows everything.

    Attributes
    ----------
    said
        With a sentence about the gesture under way; "" when there is nothing to say.
    menu_wanted
        With the place on the screen where the menu should open.
    """

    said = Signal(str)
    menu_wanted = Signal(QPoint)

    def __init__(self, desk: Desk, acts: BoardActs, parent: QWidget | None = None) -> None:
        super().__init__(desk, acts, parent)
        self.setObjectName("circuits.canvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._loose: Loose | None = None
        self._carried: Carried | None = None
        self._band: QRectF | None = None
        self._pressed = QPointF()
        self._pointer = QPointF()
        self._hot: QPointF | None = None
        self._for_file = False
        self._wire: Wire | None = None
        desk.changed.connect(self._follow)
        desk.row_changed.connect(self.update)
        desk.selection_changed.connect(self.update)

    @property
    def wire(self) -> Wire | None:
        """The selected wire."""
        return self._wire

    def _follow(self) -> None:
        if self._wire is not None and self._wire not in wires(self._board):
            self._wire = None
        self._captions = captions_of(self._board, self._wrong_words)
        self._bubbles = bubble_places(self._board, wires(self._board))
        if self._carried is None and self._loose is None:
            self._keep_in_sight()
        self._describe()
        self.update()

    def _describe(self) -> None:
        parts = self._desk.selection() or list(self._board.parts)
        self.setAccessibleDescription(", ".join(part.name for part in parts[:12]))

    # -- taking hold --------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._pointer = event.position()
        if event.button() == Qt.MouseButton.MiddleButton:
            self._panned = event.position()
            return
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._desk.refused.emit("")
        place, reach = self._view.place(event.position()), REACH / self._view.scale
        source, port = pin_under(self._board, place, reach), port_under(self._board, place, reach)
        if source:
            self._loose = Loose(source=source)
        elif port is not None:
            was = self._board.part(port.part_id).sources[port.port]
            self._loose = Loose(source=was, was=Wire(port.part_id, port.port, was)) if was else Loose(port=port)
        else:
            self._press_part(event, place)
        self.update()

    def _press_part(self, event: QMouseEvent, place: QPointF) -> None:
        more = bool(event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier))
        part = part_under(self._board, place)
        if part is None:
            self._wire = wire_under(self._board, place, self._view.scale)
            if not more:
                self._desk.select(())
            if self._wire is None:
                self._band = QRectF(event.position(), event.position())
            return
        self._wire = None
        chosen = self._desk.selected
        if more:
            self._desk.select(chosen ^ {part.id})
        elif part.id not in chosen:
            self._desk.select({part.id})
        places = {p.id: (p.x, p.y) for p in self._desk.selection()}
        self._carried = Carried(places, part.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position()
        if self._panned is not None:
            self._pan(event)
        elif self._loose is not None:
            self._drag_wire(self._loose)
        elif self._carried is not None:
            self._drag_parts(self._carried)
        elif self._band is not None:
            self._band = QRectF(self._pressed, event.position()).normalized()
        else:
            self._hover(event.position())
            return
        self.update()

    def _hover(self, pixel: QPointF) -> None:
        place, reach = self._view.place(pixel), REACH / self._view.scale
        source, port = pin_under(self._board, place, reach), port_under(self._board, place, reach)
        hot: QPointF | None = None
        if source:
            hot = pin_at(self._board, source)
        elif port is not None:
            hot = port_at(self._board, self._board.part(port.part_id), port.port)
        part = part_under(self._board, place)
        shape = Qt.CursorShape.CrossCursor if hot is not None else Qt.CursorShape.ArrowCursor
        if hot is None and part is not None:
            shape = Qt.CursorShape.PointingHandCursor if part.kind == "input" else Qt.CursorShape.OpenHandCursor
        self.setCursor(shape)
        if hot != self._hot:
            self._hot = hot
            self.update()

    def _drag_wire(self, loose: Loose) -> None:
        board = self._board if loose.was is None else wired(self._board, loose.was.part_id, loose.was.port, "")
        loose.ending = ending(board, self._view.place(self._pointer), self._view.scale, source=loose.source, port=loose.port)
        if loose.ending is not None and loose.ending.loop:
            names = " → ".join(self._board.part(name).name for name in loose.ending.loop)
            self.said.emit(self._loop_words.format(loop=names))
        else:
            self.said.emit("")

    def _drag_parts(self, carried: Carried) -> None:
        by = self._pointer - self._pressed
        if not carried.far:
            if max(abs(by.x()), abs(by.y())) < CLICK:
                return
            carried.far = True
            self._desk.begin_gesture()
        dx, dy = by.x() / self._view.scale, by.y() / self._view.scale
        self._move({name: snapped(x + dx, y + dy) for name, (x, y) in carried.places.items()})

    def _move(self, places: dict[str, tuple[float, float]]) -> None:
        try:
            self._desk.apply(moved(self._board, places), self.tr("Move"))
        except CoreError as error:
            self._desk.refuse(error)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._panned = None
        if event.button() == Qt.MouseButton.LeftButton:
            loose, carried, band = self._loose, self._carried, self._band
            self._loose = self._carried = self._band = None
            if loose is not None:
                self._let_go_of_wire(loose)
            elif carried is not None:
                self._let_go_of_parts(carried)
            elif band is not None and band.width() + band.height() > CLICK:
                self._select_in(band)
            self._hover(event.position())
            self.update()

    def _let_go_of_wire(self, loose: Loose) -> None:
        far = (self._pointer - self._pressed).manhattanLength() > CLICK
        if not far or (loose.ending is not None and loose.ending.loop):
            return
        board, text = self._board, self.tr("Remove the wire")
        if loose.was is not None:
            board = wired(board, loose.was.part_id, loose.was.port, "")
        if loose.ending is not None:
            wire, text = loose.ending.wire, self.tr("Wire")
            board = wired(board, wire.part_id, wire.port, wire.source)
        if board != self._board:
            self._desk.apply(board, text)

    def _let_go_of_parts(self, carried: Carried) -> None:
        if carried.far:
            self._desk.end_gesture()
            self._keep_in_sight()
            return
        part = self._board.part(carried.clicked)
        if part.kind == "input":
            self._desk.toggle(part.name)

    def _select_in(self, band: QRectF) -> None:
        box = QRectF(self._view.place(band.topLeft()), self._view.place(band.bottomRight()))
        found = {part.id for part in self._board.parts if box.intersects(rect_of(self._board, part))}
        self._desk.select(self._desk.selected | found)

    def leaveEvent(self, event: QEvent) -> None:
        self._hot = None
        self.update()

    def delete(self) -> None:
        """Take the selected wire or parts away."""
        if self._wire is not None:
            self._acts.cut_wire(self._wire)
        else:
            self._acts.delete()

    # -- commands -----------------------------------------------------------------------------------------------

    def obey(self, command: str) -> None:
        """Do what a key or an entry of the menu stands for."""
        acts = {
            "copy": self._acts.copy,
            "cut": self._acts.cut,
            "paste": self._acts.paste,
            "duplicate": self._acts.duplicate,
            "delete": self.delete,
            "select_all": self._acts.select_all,
            "fit": self.fit,
        }
        acts[command]()

    def possible(self) -> set[str]:
        """Return the commands that would do something now."""
        found = {"fit", "select_all"} if self._board.parts else set()
        if self._desk.selected:
            found |= {"copy", "cut", "duplicate", "delete"}
        if self._wire is not None:
            found.add("delete")
        return found | {"paste"} if copied() else found

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            place = self._view.place(QPointF(event.pos()))
            part = part_under(self._board, place)
            self._wire = wire_under(self._board, place, self._view.scale) if part is None else None
            if part is None or part.id not in self._desk.selected:
                self._desk.select(() if part is None else (part.id,))
            self.update()
        self.menu_wanted.emit(event.globalPos())

    def event(self, event: QEvent) -> bool:
        # Otherwise a menu of the window would take the keys that are meant for the selected parts.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            only_control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if only_control and Qt.Key(event.key()) in _WITH_CONTROL:
                event.accept()
                return True
        return super().event(event)

    # -- by keyboard --------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        key = Qt.Key(event.key())
        alone = {Qt.Key.Key_Delete: "delete", Qt.Key.Key_Backspace: "delete", Qt.Key.Key_F: "fit"}
        if control and key in _WITH_CONTROL:
            self.obey(_WITH_CONTROL[key])
        elif control:
            super().keyPressEvent(event)
        elif key in alone:
            self.obey(alone[key])
        elif key in _STEPS and self._desk.selected:
            self._nudge(_STEPS[key], far=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}:
            self._next(1 if key == Qt.Key.Key_PageDown else -1)
        elif not self._key_of_gesture(key):
            super().keyPressEvent(event)

    def _key_of_gesture(self, key: Qt.Key) -> bool:
        """Do what a key does to a wire in the hand or to the selected part; say whether it does anything."""
        chosen = self._desk.selection()
        match key:
            case Qt.Key.Key_W if len(chosen) == 1 and self._board.pins(chosen[0]):
                self._loose = Loose(source=self._board.pins(chosen[0])[0])
                self._pointer = self._view.pixel(pin_at(self._board, self._loose.source)) + QPointF(30, 0)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self._loose is not None:
                loose, self._loose = self._loose, None
                self._pressed = QPointF(-1000, -1000)
                self._let_go_of_wire(loose)
            case Qt.Key.Key_Escape if self._loose is not None:
                self._loose = None
                self.said.emit("")
            case Qt.Key.Key_Escape if self._carried is not None and self._carried.far:
                self._carried = None
                self._desk.cancel_gesture(self.tr("Move"))
            case Qt.Key.Key_Escape if self._desk.selected:
                self._desk.select(())
            case Qt.Key.Key_Space if len(chosen) == 1 and chosen[0].kind == "input":
                self._desk.toggle(chosen[0].name)
            case Qt.Key.Key_Plus | Qt.Key.Key_Minus:
                factor = ZOOM_STEP if key == Qt.Key.Key_Plus else 1 / ZOOM_STEP
                self.zoom(factor)
            case _:
                return False
        self.update()
        return True

    def _nudge(self, way: tuple[int, int], *, far: bool) -> None:
        step = GRID * (5 if far else 1)
        self._move({p.id: (p.x + way[0] * step, p.y + way[1] * step) for p in self._desk.selection()})

    def _next(self, way: int) -> None:
        if self._loose is not None:
            self._next_port(self._loose, way)
            return
        ids = [part.id for part in sorted(self._board.parts, key=lambda part: (part.x, part.y))]
        if ids:
            chosen = [name for name in ids if name in self._desk.selected]
            here = ids.index(chosen[0]) if chosen else (-1 if way > 0 else 0)
            self._desk.select({ids[(here + way) % len(ids)]})
            self._describe()

    def _next_port(self, loose: Loose, way: int) -> None:
        ports = [Port(part.id, n) for part in self._board.parts for n in range(len(part.sources))]
        if not ports:
            return
        here = ports.index(Port(loose.ending.wire.part_id, loose.ending.wire.port)) if loose.ending else (-1 if way > 0 else 0)
        chosen = ports[(here + way) % len(ports)]
        self._pointer = self._view.pixel(port_at(self._board, self._board.part(chosen.part_id), chosen.port))
        self._drag_wire(loose)
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        if self._carried is not None and self._carried.far:
            self._desk.end_gesture()
        self._carried = self._loose = self._band = None
        super().hideEvent(event)

    @contextmanager
    def whole(self) -> Iterator[None]:
        """Show the whole board, and nothing that is selected or under the pointer, for the time of a picture."""
        before, self._view = self._view, fitting(self._extent(), QSizeF(self.size()))
        self._for_file = True
        try:
            yield
        finally:
            self._view, self._for_file = before, False

    # -- painting -----------------------------------------------------------------------------------------------

    def drawn(self) -> Drawn:
        """Return what is to be seen now."""
        if self._for_file:
            board, desk = self._board, self._desk
            seen = Drawn(board, desk.now, desk.row, frozenset(), bubbles=self._bubbles, captions=self._captions)
            return replace(seen, target_words=self._target_words)
        loose = self._loose
        line: tuple[QPointF, QPointF, bool] | None = None
        loop: tuple[str, ...] = ()
        if loose is not None:
            spot = loose.ending.place if loose.ending is not None else self._view.place(self._pointer)
            loop = loose.ending.loop if loose.ending is not None else ()
            if loose.source:
                line = (pin_at(self._board, loose.source), spot, not loop)
            elif loose.port is not None:
                line = (spot, port_at(self._board, self._board.part(loose.port.part_id), loose.port.port), not loop)
        return Drawn(
            self._board,
            self._desk.now,
            self._desk.row,
            self._desk.selected,
            self._wire,
            line,
            loop,
            self._hot if loose is None else None,
            self._band,
            self._bubbles,
            self._captions,
            self._target_words,
            loose.was if loose is not None else None,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.draw(painter)
        self.paint_coming(painter)
        if has_keyboard_focus(self):
            focus_ring(painter, QRectF(self.rect()), 3, current_theme().color("accent"))

    def draw(self, painter: QPainter) -> None:
        """Paint what is seen, for the screen or a file."""
        paint(painter, current_theme(), QSizeF(self.size()), self._view, self.drawn())
