"""The drawing of the network: blocks as children, frames and arrows behind them, mouse and keyboard for all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QMouseEvent, QMoveEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from core.spec import NetworkSpec, Place
from workbench.panels.stack.block import Block, Face, in_two_lines, scaled
from workbench.panels.stack.blocks import Blocks
from workbench.panels.stack.bubble import Bubble
from workbench.panels.stack.bubbles import Bubbles
from workbench.panels.stack.dropping import Drop
from workbench.panels.stack.figure import Figure, Words
from workbench.panels.stack.keys import command_of, letter_of
from workbench.panels.stack.layout import Wishes, lay_out
from workbench.panels.stack.remark import Remark
from workbench.panels.stack.scenery import Scene, paint_scenery
from workbench.panels.stack.selecting import Selection
from workbench.panels.stack.slots import SlotMotion
from workbench.panels.stack.standing import INPUT, LOSS, Kept
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme

ENDS: Final = (INPUT, LOSS)
MOST_MOVING: Final = 160
"""In a longer network slots jump, because laying it out again and again would not keep up."""
SMALLEST_ZOOM, LARGEST_ZOOM = 0.1, 2.0
ZOOM_STEP: Final = 1.25
ARROW: Final = 24
"""Pixels at the right end of a container's head that fold it."""


class StackCanvas(QWidget):
    """Shows a `Figure`; says what the person asks for and edits nothing itself.

    Attributes
    ----------
    chosen
        With the id of the layer that was selected, "" for none.
    asked
        With a command ("remove", "duplicate", "up", "wrap_sequential" …) for the selected layers.
    mended
        With the `Fix` that was chosen.
    menu_wanted
        With the place on the screen for a menu.
    data_wanted
        When the input was double-clicked.
    letter_typed
        With the letter with which a search for a layer begins.
    drag_wanted
        With the id of the layer that is being dragged away.
    laid_out
        After blocks stand elsewhere.
    """

    chosen = Signal(str)
    asked = Signal(str)
    mended = Signal(object)
    menu_wanted = Signal(QPoint)
    data_wanted = Signal()
    letter_typed = Signal(str)
    drag_wanted = Signal(str)
    laid_out = Signal()

    def __init__(self, about: Callable[[str], str], parent: QWidget | None = None) -> None:
        """Make an empty canvas.

        Parameters
        ----------
        about
            Returns what a tooltip says of a layer.
        """
        super().__init__(parent)
        self.setObjectName("stack.canvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.figure = Figure()
        self.ends: Mapping[str, Words] = {}
        self._worded: Mapping[str, Words] = {}
        self.notes: Mapping[str, tuple[str, ...]] = {}
        self.selection = Selection()
        self.folded: set[str] = set()
        self.unfolded: set[str] = set()
        self._bubbles = Bubbles(self)
        self._bubbles.mended.connect(self.mended)
        self.view_width = 300
        self.zoom = 1.0
        self.drop: Drop | None = None
        self.refused: Mapping[Place, str] | None = None
        self.takes_data = False
        self.moving: Collection[str] = ()
        self.motion = SlotMotion(self)
        self.motion.moved.connect(self.relayout)
        self._blocks = Blocks(self, about, self._face, self.view)
        self._lit: set[str] = set()
        self._kept = Kept()
        self._pressed: QPoint | None = None
        self._remark = Remark(self)
        self.layout_now = lay_out(NetworkSpec(), self.view_width, 18, Wishes())
        current_theme().changed.connect(self._repaint_all)

    # -- showing ------------------------------------------------------------------------------------------------

    def show_figure(self, figure: Figure, ends: Mapping[str, Words], notes: Mapping[str, tuple[str, ...]]) -> None:
        """Draw another network; blocks of layers that stay are kept."""
        self.figure, self.ends, self.notes = figure, ends, notes
        self.folded &= figure.words.keys()
        self.unfolded &= figure.words.keys()
        self.selection.keep(figure.words)
        self.relayout()

    def show_notes(self, notes: Mapping[str, tuple[str, ...]]) -> None:
        """Say beside the mends what they cost."""
        self.notes = notes
        self.relayout()

    @property
    def blocks(self) -> Mapping[str, Block]:
        """The blocks by their layer's id."""
        return self._blocks.standing

    @property
    def bubbles(self) -> Mapping[str, Bubble]:
        """The bubbles by their layer's id."""
        return self._bubbles.standing

    @property
    def selected(self) -> str:
        """The layer that was selected last, "" for none."""
        return self.selection.leading

    def show_selected(self, layer_id: str) -> None:
        """Select a layer without telling it, as long as it is not the leading one of several already."""
        if layer_id != self.selected:
            self.selection.only(layer_id)
            self._show_selection()

    def _show_selection(self) -> None:
        """Mark the selected layers, open what hides the leading one, and let hints come and go."""
        opened = False
        for around in self._containers_around(self.selected):
            if around not in self.layout_now.spots or self.layout_now.spots[around].folded:
                self.folded.discard(around)
                self.unfolded.add(around)
                opened = True
        bubbles = self._bubbles.tell(self.figure.problems, self.notes, self.selected)
        if opened or bubbles != self.bubbles.keys():
            self.relayout()
        else:
            self._light_selection()
        block = self.blocks.get(self.selected)
        self.setAccessibleDescription(block.accessibleName() if block else "")

    def _light_selection(self) -> None:
        """Draw anew what has come into the selection or has left it."""
        changed, self._lit = self._lit ^ self.selection.marked, set(self.selection.marked)
        self._blocks.refresh(changed)
        for layer_id in changed & self.layout_now.spots.keys():
            frame = self.layout_now.spots[layer_id].frame
            if frame is not None:
                self.update(scaled(frame, self.zoom).toAlignedRect().adjusted(-2, -2, 2, 2))

    def _containers_around(self, layer_id: str) -> list[str]:
        """Return the containers that hold a layer, the outermost first."""
        if layer_id not in self.figure.words:
            return []
        found: list[str] = []
        container = self.figure.network.place_of(layer_id).container
        while container:
            found.insert(0, container)
            container = self.figure.network.place_of(container).container
        return found

    def set_view_width(self, width: int) -> None:
        """Lay out for another width of the view."""
        if width != self.view_width:
            self.view_width = width
            self.relayout()

    def set_zoom(self, zoom: float) -> None:
        """Show it larger or smaller; 1 is the size of the rest of the window."""
        zoom = min(LARGEST_ZOOM, max(SMALLEST_ZOOM, zoom))
        if zoom != self.zoom:
            self.zoom = zoom
            self.relayout()

    def relayout(self) -> None:
        """Work out where everything stands, and move it there."""
        width = self.view_width / min(1.0, self.zoom)
        self._bubbles.fit(self.zoom, self.view_width)
        self._worded = {end: in_two_lines(words, width) for end, words in self.ends.items()}
        wishes = Wishes(
            folded=self.folded,
            unfolded=self.unfolded,
            tall={layer for layer, words in {**self.figure.words, **self._worded}.items() if any(words.cost)},
            bubble=self._bubbles.height,
            slot=self.drop.place if self.drop and not self.drop.refusal else None,
            opening=self.motion.opening,
            unsteady=self._bubbles.tell(self.figure.problems, self.notes, self.selected),
            kept=self._kept,
        )
        line = QFontMetrics(font("dense")).height()
        self.layout_now = lay_out(self.figure.network, width, line, wishes)
        self._lit = set(self.selection.marked)
        self._blocks.stand(self.layout_now.spots, self.zoom)
        self._bubbles.place(self.layout_now)
        size = scaled(QRectF(0, 0, self.layout_now.width, self.layout_now.height), self.zoom).toAlignedRect()
        self.setFixedSize(size.width(), size.height())
        self.update()
        self.laid_out.emit()

    def view(self) -> QRect:
        """Return the part of the canvas that can be seen."""
        around = self.parentWidget()
        return QRect(-self.pos(), around.size()) if around is not None else self.rect()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._blocks.catch_up()

    def _face(self, layer_id: str) -> Face:
        words = self._worded.get(layer_id, Words("data", "", "")) if layer_id in ENDS else self.figure.words[layer_id]
        return Face(
            words,
            self.layout_now.spots[layer_id],
            compact=self.layout_now.sizes.compact,
            selected=layer_id in self.selection.marked,
            muted=layer_id in self.moving,
            target=self.takes_data and layer_id == INPUT,
        )

    def _repaint_all(self) -> None:
        self.update()
        self._blocks.repaint_all()

    def retranslate(self) -> None:
        """Say the bubbles in another language."""
        self._bubbles.retranslate()
        self.relayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.scale(self.zoom, self.zoom)
        refused = self.refused.keys() if self.refused is not None else None
        scene = Scene(self.layout_now, self.figure, self.selection.marked, self.drop, refused)
        paint_scenery(painter, scene, scaled(event.rect().toRectF(), 1 / self.zoom))

    # -- selecting ----------------------------------------------------------------------------------------------

    def in_layout(self, position: QPointF) -> QPointF:
        """Return which point of the layout is drawn at a point of the canvas."""
        return QPointF(position.x() / self.zoom, position.y() / self.zoom)

    def layer_at(self, position: QPointF) -> str:
        """Return the layer drawn at a point, "" for none."""
        for layer_id, spot in reversed(self.layout_now.spots.items()):
            if layer_id not in ENDS and spot.rect.contains(self.in_layout(position)):
                return layer_id
        return ""

    def is_over_input(self, position: QPointF) -> bool:
        """Say whether a point lies on the block of the data."""
        return self.layout_now.spots[INPUT].rect.contains(self.in_layout(position))

    def ids(self) -> list[str]:
        """Return the layers that can be seen, in reading order."""
        shown = self.layout_now.spots
        return [layer.id for layer in self.figure.network.walk() if layer.id in shown]

    def choose(self, layer_id: str) -> None:
        """Select a layer as the person does."""
        self.selection.only(layer_id)
        self._tell_selection()

    def select_several(self, layer_ids: Iterable[str]) -> None:
        """Select layers, the first of which the other panels show."""
        self.selection.several(layer_ids)
        self._tell_selection()

    def _tell_selection(self) -> None:
        self._show_selection()
        self.chosen.emit(self.selected)

    def _step(self, by: int, *, extend: bool = False) -> None:
        ids = self.ids()
        if not ids:
            return
        at = ids.index(self.selected) + by if self.selected in ids else (0 if by > 0 else len(ids) - 1)
        wanted = ids[min(len(ids) - 1, max(0, at))]
        if extend:
            self.selection.reach(wanted, ids)
            self._tell_selection()
        else:
            self.choose(wanted)

    def set_folded(self, layer_id: str, folded: bool) -> None:
        """Close or open a container."""
        (self.folded if folded else self.unfolded).add(layer_id)
        (self.unfolded if folded else self.folded).discard(layer_id)
        self.relayout()

    def fold_all(self, folded: bool) -> None:
        """Close or open every container."""
        containers = {layer.id for layer in self.figure.network.walk() if layer.branches}
        self.folded, self.unfolded = (containers, set()) if folded else (set(), containers)
        self.relayout()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._remark.hide()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        layer_id = self.layer_at(event.position())
        spot = self.layout_now.spots.get(layer_id)
        left = event.button() == Qt.MouseButton.LeftButton
        if left and spot is not None and spot.frame is not None:
            room = ARROW / min(1.0, self.zoom)
            if event.position().x() / self.zoom > spot.rect.right() - room:
                self.set_folded(layer_id, not spot.folded)
                return
        self._pressed = event.position().toPoint() if left and layer_id else None
        if left and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.selection.toggle(layer_id)
        elif left and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.selection.reach(layer_id, self.ids())
        elif layer_id not in self.selection.marked:
            self.selection.only(layer_id)
        self._tell_selection()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.is_over_input(event.position()):
            self.data_wanted.emit()
            return
        layer_id = self.layer_at(event.position())
        spot = self.layout_now.spots.get(layer_id)
        if spot is not None and spot.frame is not None:
            self.set_folded(layer_id, not spot.folded)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if (event.position().toPoint() - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            pressed, self._pressed = self._pressed, None
            layer_id = self.layer_at(QPointF(pressed))
            if layer_id:
                self.drag_wanted.emit(layer_id)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if self._pressed is not None and plain and len(self.selection.marked) > 1:
            self.choose(self.layer_at(event.position()))
        self._pressed = None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.asked.emit("zoom_in" if event.angleDelta().y() > 0 else "zoom_out")
            event.accept()
        else:
            super().wheelEvent(event)

    # -- the keyboard -------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        # Otherwise a menu's shortcut of the same keys would take what is meant for the selected layer.
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and (command_of(event) or letter_of(event)):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._remark.hide()
        match command_of(event):
            case "" if letter_of(event):
                self.letter_typed.emit(letter_of(event))
            case "":
                super().keyPressEvent(event)
            case "next" | "extend_down" as way:
                self._step(1, extend=way == "extend_down")
            case "previous" | "extend_up" as way:
                self._step(-1, extend=way == "extend_up")
            case "first" | "last" as end:
                ids = self.ids()
                if ids:
                    self.choose(ids[0 if end == "first" else -1])
            case "none":
                self.choose("")
            case "all":
                self.select_several(layer.id for layer in self.figure.network.layers)
            case "fold" | "unfold" as way:
                if self.selected and self.figure.network.find(self.selected).branches:
                    self.set_folded(self.selected, way == "fold")
            case command:
                self.asked.emit(command)

    # -- drops --------------------------------------------------------------------------------------------------

    def show_places(self, refused: Mapping[Place, str] | None) -> None:
        """Mark the places where what is dragged can and cannot stand; None when the drag ends."""
        self.refused = refused
        self.update()

    def open_slot(self, drop: Drop | None, *, at_once: bool = False) -> None:
        """Open the slot of a drop, or close it; a refused one stays closed and says why."""
        if drop == self.drop:
            return
        place = drop.place if drop and not drop.refusal else None
        before = self.drop.place if self.drop and not self.drop.refusal else None
        self.drop = drop
        if place != before:
            self.motion.open(place, at_once=at_once or len(self.figure.words) > MOST_MOVING)
            self.relayout()
        else:
            self.update()
        refusal = drop.refusal if drop else ""
        self._remark.setVisible(bool(refusal))
        if drop is not None and refusal:
            self.say_over(refusal, next(g.rect for g in self.layout_now.gaps if g.place == drop.place))

    def show_target(self, takes_data: bool) -> None:
        """Let the input stand out while data is dragged over it."""
        if takes_data != self.takes_data:
            self.takes_data = takes_data
            self._blocks.dress(INPUT)

    def show_moving(self, layer_ids: Collection[str]) -> None:
        """Draw the layers that are being dragged away pale."""
        self.moving = layer_ids
        self._blocks.refresh(self.layout_now.spots)

    def say(self, words: str) -> None:
        """Say shortly, at the selected layer, why something was not done; it goes with the next act."""
        spot = self.layout_now.spots.get(self.selected) or self.layout_now.spots[INPUT]
        self.say_over(words, spot.rect.translated(0, spot.rect.height()))

    def say_over(self, words: str, over: QRectF) -> None:
        """Say something at a place of the layout."""
        self._remark.say(words, scaled(over, self.zoom))
