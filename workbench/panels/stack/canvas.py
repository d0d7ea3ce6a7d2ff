"""The drawing of the network: blocks as children, frames and arrows behind them, mouse and keyboard for all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from core.spec import NetworkSpec, Place
from workbench.dragging import LAYER_ID, LAYER_KIND, mime_of, name_in
from workbench.panels.stack.block import Block, paint_block
from workbench.panels.stack.bubble import Bubble
from workbench.panels.stack.dropping import Dragged, Drop, nearest_gap
from workbench.panels.stack.figure import Figure, Words
from workbench.panels.stack.layout import INPUT, LOSS, Wishes, lay_out
from workbench.panels.stack.scenery import paint_scenery
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme

ENDS: Final = (INPUT, LOSS)


class StackCanvas(QWidget):
    """Shows a `Figure`; says what the person asks for and edits nothing itself.

    Attributes
    ----------
    chosen
        With the id of the layer that was selected, "" for none.
    asked
        With a command ("remove", "duplicate", "up", "down", "copy", "cut", "paste", "freeze") for the selected layer.
    dropped
        With the `Drop` that was carried out.
    mended
        With the `Fix` that was chosen.
    menu_wanted
        With the place on the screen for a menu.
    data_wanted
        When the input was double-clicked.
    """

    chosen = Signal(str)
    asked = Signal(str)
    dropped = Signal(object)
    mended = Signal(object)
    menu_wanted = Signal(QPoint)
    data_wanted = Signal()

    def __init__(self, judge: Callable[[Dragged, Place], Drop | None], parent: QWidget | None = None) -> None:
        """Make an empty canvas.

        Parameters
        ----------
        judge
            Returns what a drop at a place would do, or None if nothing.
        """
        super().__init__(parent)
        self.setObjectName("stack.canvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.setMouseTracking(True)
        self.figure = Figure()
        self.ends: Mapping[str, Words] = {}
        self.notes: Mapping[str, tuple[str, ...]] = {}
        self.selected = ""
        self.folded: set[str] = set()
        self.unfolded: set[str] = set()
        self.blocks: dict[str, Block] = {}
        self.bubbles: dict[str, Bubble] = {}
        self.view_width = 300
        self.drop: Drop | None = None
        self._judge = judge
        self._judged: dict[tuple[str, Place, bool], Drop | None] = {}
        self._pressed: QPoint | None = None
        self._moving = ""
        self._remark = QLabel(self)
        self._remark.setObjectName("stack.remark")
        self._remark.setFont(font("dense"))
        self._remark.setWordWrap(True)
        self._remark.hide()
        self.layout_now = lay_out(NetworkSpec(), self.view_width, 18, Wishes())
        current_theme().changed.connect(self._repaint_all)

    # -- showing ------------------------------------------------------------------------------------------------

    def show_figure(self, figure: Figure, ends: Mapping[str, Words], notes: Mapping[str, tuple[str, ...]]) -> None:
        """Draw another network; blocks of layers that stay are kept."""
        self.figure, self.ends, self.notes = figure, ends, notes
        known = {layer.id for layer in figure.network.walk()}
        self.folded &= known
        self.unfolded &= known
        self._judged.clear()
        self.relayout()

    def show_selected(self, layer_id: str) -> None:
        """Select a layer without telling it."""
        if layer_id == self.selected:
            return
        before = self.selected
        hinted = [layer for layer in (self.selected, layer_id) if self.figure.problems.get(layer)]
        opened = False
        self.selected = layer_id
        for around in self._containers_around(layer_id):
            if around not in self.layout_now.spots or self.layout_now.spots[around].folded:
                self.folded.discard(around)
                self.unfolded.add(around)
                opened = True
        if hinted or opened:
            self.relayout()
        else:
            self._dress()
            for changed in (before, layer_id):
                spot = self.layout_now.spots.get(changed)
                if spot is not None and spot.frame is not None:
                    self.update(spot.frame.toAlignedRect())
        block = self.blocks.get(layer_id)
        self.setAccessibleDescription(block.accessibleName() if block else "")

    def _containers_around(self, layer_id: str) -> list[str]:
        return [
            layer.id
            for layer in self.figure.network.walk()
            if layer.branches and layer.id != layer_id and any(inner.id == layer_id for inner in layer.walk())
        ]

    def set_view_width(self, width: int) -> None:
        """Lay out for another width of the view."""
        if width != self.view_width:
            self.view_width = width
            self.relayout()

    def relayout(self) -> None:
        """Work out where everything stands, and move it there."""
        wishes = Wishes(
            folded=self.folded,
            unfolded=self.unfolded,
            tall={layer for layer, words in self.figure.words.items() if any(words.cost)},
            bubble=self._bubble_height,
            slot=self.drop.place if self.drop and not self.drop.refusal else None,
        )
        line = QFontMetrics(font("dense")).height()
        self.layout_now = lay_out(self.figure.network, self.view_width, line, wishes)
        self._keep_blocks()
        self._place_bubbles()
        self._dress()
        self.setFixedSize(round(self.layout_now.width), round(self.layout_now.height))
        self.update()

    def _keep_blocks(self) -> None:
        wanted = self.layout_now.spots
        for gone in self.blocks.keys() - wanted.keys():
            block = self.blocks.pop(gone)
            block.hide()
            block.deleteLater()
        for layer_id in wanted:
            if layer_id not in self.blocks:
                self.blocks[layer_id] = Block(layer_id, self)
                self.blocks[layer_id].show()

    def _dress(self) -> None:
        compact = self.layout_now.sizes.compact
        for layer_id, spot in self.layout_now.spots.items():
            words = self.ends.get(layer_id, Words("data", "", "")) if layer_id in ENDS else self.figure.words[layer_id]
            muted = layer_id == self._moving
            self.blocks[layer_id].show_words(words, spot, compact=compact, selected=layer_id == self.selected, muted=muted)

    def _bubble_of(self, layer_id: str) -> bool:
        """Say whether a layer has a bubble now: errors always, hints while it is selected."""
        problems = self.figure.problems.get(layer_id, ())
        return any(problem.severity == "error" for problem in problems) or bool(problems and layer_id == self.selected)

    def _bubble_height(self, layer_id: str, width: float) -> float:
        if not self._bubble_of(layer_id):
            return 0.0
        if layer_id not in self.bubbles:
            bubble = Bubble(layer_id, self)
            bubble.mended.connect(self.mended)
            self.bubbles[layer_id] = bubble
        bubble = self.bubbles[layer_id]
        bubble.show_problems(self.figure.problems[layer_id], self.notes.get(layer_id, ()))
        return bubble.height_for(width)

    def _place_bubbles(self) -> None:
        places = self.layout_now.bubbles
        for gone in self.bubbles.keys() - places.keys():
            bubble = self.bubbles.pop(gone)
            bubble.hide()
            bubble.deleteLater()
        for layer_id, area in places.items():
            bubble = self.bubbles[layer_id]
            bubble.setGeometry(area.toAlignedRect())
            under = self.layout_now.spots.get(layer_id, self.layout_now.spots[LOSS])
            bubble.point_at(under.rect.center().x() - area.left())
            bubble.show()
            bubble.raise_()

    def _repaint_all(self) -> None:
        self.update()
        for block in self.blocks.values():
            block.update()

    def retranslate(self) -> None:
        """Say the bubbles in another language."""
        for bubble in self.bubbles.values():
            bubble.say()
        self.relayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_scenery(painter, self.layout_now, self.figure, self.selected, self.drop)

    # -- selecting ----------------------------------------------------------------------------------------------

    def layer_at(self, position: QPointF) -> str:
        """Return the layer drawn at a point, "" for none."""
        for layer_id, spot in reversed(self.layout_now.spots.items()):
            if spot.rect.contains(position) and layer_id not in ENDS:
                return layer_id
        return ""

    def ids(self) -> list[str]:
        """Return the layers that can be seen, in reading order."""
        shown = self.layout_now.spots
        return [layer.id for layer in self.figure.network.walk() if layer.id in shown]

    def choose(self, layer_id: str) -> None:
        """Select a layer as the person does."""
        self.show_selected(layer_id)
        self.chosen.emit(layer_id)

    def _choose_by(self, step: int) -> None:
        ids = self.ids()
        if not ids:
            return
        at = ids.index(self.selected) + step if self.selected in ids else (0 if step > 0 else len(ids) - 1)
        self.choose(ids[min(len(ids) - 1, max(0, at))])

    def set_folded(self, layer_id: str, folded: bool) -> None:
        """Close or open a container."""
        (self.folded if folded else self.unfolded).add(layer_id)
        (self.unfolded if folded else self.folded).discard(layer_id)
        self.relayout()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._remark.hide()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        layer_id = self.layer_at(event.position())
        spot = self.layout_now.spots.get(layer_id)
        if event.button() == Qt.MouseButton.LeftButton:
            if spot is not None and spot.frame is not None and event.position().x() > spot.rect.right() - 24:
                self.set_folded(layer_id, not spot.folded)
                return
            self._pressed = event.position().toPoint() if layer_id else None
        self.choose(layer_id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.layout_now.spots[INPUT].rect.contains(event.position()):
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
            self._drag(self.layer_at(QPointF(pressed)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    # -- the keyboard -------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        # Otherwise a menu's shortcut of the same keys would take what is meant for the selected layer.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._command(event):
            event.accept()
            return True
        return super().event(event)

    def _command(self, event: QKeyEvent) -> str:
        keys = (Qt.KeyboardModifier(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier), Qt.Key(event.key()))
        return KEYS.get(keys, "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._remark.hide()
        match self._command(event):
            case "":
                super().keyPressEvent(event)
            case "next":
                self._choose_by(1)
            case "previous":
                self._choose_by(-1)
            case "first" | "last" as end:
                ids = self.ids()
                if ids:
                    self.choose(ids[0 if end == "first" else -1])
            case "none":
                self.choose("")
            case "fold" | "unfold" as way:
                if self.selected and self.figure.network.find(self.selected).branches:
                    self.set_folded(self.selected, way == "fold")
            case command:
                self.asked.emit(command)

    # -- dragging -----------------------------------------------------------------------------------------------

    def _drag(self, layer_id: str) -> None:
        if not layer_id:
            return
        block = self.blocks[layer_id]
        ratio = self.devicePixelRatioF()
        ghost = QPixmap(block.size() * ratio)
        ghost.setDevicePixelRatio(ratio)
        ghost.fill(Qt.GlobalColor.transparent)
        painter = QPainter(ghost)
        painter.setOpacity(0.9)
        paint_block(painter, QRectF(block.rect()), block)
        painter.end()
        drag = QDrag(self)
        drag.setMimeData(mime_of(LAYER_ID, layer_id))
        drag.setPixmap(ghost)
        drag.setHotSpot(QPoint(-10, -10))  # the slot that opens has to stay legible
        self._moving = layer_id
        self._dress()
        drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, Qt.DropAction.MoveAction)
        self._moving = ""
        self._open(None)
        self._dress()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(LAYER_ID) or event.mimeData().hasFormat(LAYER_KIND):
            self._judged.clear()
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._open(self._drop_at(event))
        if self.drop is not None and not self.drop.refusal:
            event.setDropAction(Qt.DropAction.CopyAction if self.drop.copies else Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._open(None)

    def dropEvent(self, event: QDropEvent) -> None:
        drop = self._drop_at(event)
        self._open(None)
        if drop is None or drop.refusal:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction if drop.copies else Qt.DropAction.MoveAction)
        event.accept()
        self.dropped.emit(drop)

    def _drop_at(self, event: QDropEvent) -> Drop | None:
        gap = nearest_gap(self.layout_now.gaps, event.position())
        carried = LAYER_ID if event.mimeData().hasFormat(LAYER_ID) else LAYER_KIND
        name = name_in(event.mimeData(), carried)
        if gap is None or not name:
            return None
        copies = carried == LAYER_KIND or bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        key = (name, gap.place, copies)
        if key not in self._judged:
            self._judged[key] = self._judge(Dragged(carried, name, copies), gap.place)
        return self._judged[key]

    def _open(self, drop: Drop | None) -> None:
        """Open the slot of a drop, or close it; a refused one stays closed and says why."""
        if drop == self.drop:
            return
        self.drop = drop
        self.relayout()
        refusal = drop.refusal if drop else ""
        self._remark.setVisible(bool(refusal))
        if drop is not None and refusal:
            gap = next(g.rect for g in self.layout_now.gaps if g.place == drop.place)
            self._say(refusal, gap)

    def say(self, words: str) -> None:
        """Say shortly, at the selected layer, why something was not done; it goes with the next act."""
        block = self.blocks.get(self.selected) or self.blocks[INPUT]
        self._say(words, QRectF(block.geometry()).translated(0, block.height()))

    def _say(self, words: str, over: QRectF) -> None:
        theme = current_theme()
        self._remark.setStyleSheet(
            f"background: {theme.css('hover')}; color: {theme.css('text2')};"
            f"border: 1px dashed {theme.css('axis')}; border-radius: 4px; padding: 2px 8px;"
        )
        self._remark.setText(words)
        wide = round(min(max(over.width(), 240), self.width() - 8))
        high = self._remark.heightForWidth(wide)
        left = min(max(4, round(over.center().x() - wide / 2)), self.width() - wide - 4)
        top = min(round(over.center().y() - high / 2), self.height() - high)
        self._remark.setGeometry(QRect(left, top, wide, high))
        self._remark.show()
        self._remark.raise_()


_NONE = Qt.KeyboardModifier.NoModifier
_ALT = Qt.KeyboardModifier.AltModifier
_CTRL = Qt.KeyboardModifier.ControlModifier

KEYS: Final[dict[tuple[Qt.KeyboardModifier, Qt.Key], str]] = {
    (_NONE, Qt.Key.Key_Down): "next",
    (_NONE, Qt.Key.Key_Up): "previous",
    (_NONE, Qt.Key.Key_Home): "first",
    (_NONE, Qt.Key.Key_End): "last",
    (_NONE, Qt.Key.Key_Escape): "none",
    (_NONE, Qt.Key.Key_Left): "fold",
    (_NONE, Qt.Key.Key_Right): "unfold",
    (_NONE, Qt.Key.Key_Delete): "remove",
    (_NONE, Qt.Key.Key_Backspace): "remove",
    (_ALT, Qt.Key.Key_Up): "up",
    (_ALT, Qt.Key.Key_Down): "down",
    (_CTRL, Qt.Key.Key_D): "duplicate",
    (_CTRL, Qt.Key.Key_C): "copy",
    (_CTRL, Qt.Key.Key_X): "cut",
    (_CTRL, Qt.Key.Key_V): "paste",
}
"""What the keys do while the stack has the focus."""
