"""The drawing of the neurons and what mouse and keys do in it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.by_hand import LARGEST_VALUE
from workbench.panels.neurons.drawing import Painted, paint_links, paint_neurons
from workbench.panels.neurons.geometry import Geometry, Spot
from workbench.panels.neurons.picture import NeuronPicture, round_limit
from workbench.theme.theme import current_theme
from workbench.widgets.painting import focus_ring, has_keyboard_focus

SLACK: Final = 3.0
"""Pixels that the mouse may move before a click is a drag."""

TRAVEL: Final = 160.0
"""Pixels of a drag that change a weight by the size that is drawn with the widest line."""

FINE: Final = 0.1
"""How much of that with Shift."""

STEPS: Final = 50
"""Presses of + that do the same."""


class NeuronCanvas(QWidget):
    """Neurons and links of a moment.

    A drag up or down on a link, or on a bias, makes it larger or smaller; a click selects. Arrow keys go from neuron
    to neuron, + and − change what is selected, Return asks for its numbers.

    Attributes
    ----------
    chosen
        With the `Spot` that was selected, or None.
    taken_hold, let_go
        When a drag begins and ends.
    pulled
        With a spot and the number to which it is dragged.
    numbers_wanted
        With a spot whose number is to be typed.
    """

    chosen = Signal(object)
    taken_hold = Signal()
    let_go = Signal()
    pulled = Signal(object, float)
    numbers_wanted = Signal(object)
    laid_out = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("neurons.canvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 200)
        self.picture: NeuronPicture | None = None
        self.geometry_now: Geometry | None = None
        self.selected: Spot | None = None
        self.limit = 1.0
        self._hovered: Spot | None = None
        self._pressed: tuple[Spot, QPointF, float] | None = None
        self._pulling = False
        self._more = "{shown} / {all}"
        self._name_of = lambda _spot: ""
        current_theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(620, 480)

    def set_more(self, words: str) -> None:
        """Set the words for neurons that are not drawn, with ``{shown}`` and ``{all}``."""
        self._more = words
        self.update()

    def show_picture(self, picture: NeuronPicture | None) -> None:
        """Show other numbers, or another network."""
        before = self.picture
        self.picture = picture
        if picture is None:
            self.geometry_now = None
        elif before is None or before.counts != picture.counts:
            if self.selected is not None and not picture.has(self.selected):
                self.select(None)
            self._lay_out()
        if picture is not None and not self._pulling:
            largest = max(float(abs(picture.weights(column)).max(initial=0.0)) for column in range(1, len(picture.counts)))
            self.limit = round_limit(largest)
        self.update()

    def select(self, spot: Spot | None) -> None:
        """Select something, without telling."""
        self.selected = spot
        self.update()

    def _lay_out(self) -> None:
        if self.picture is None:
            return
        self.geometry_now = Geometry(self.picture.counts, QSizeF(self.size()))
        if self.selected is not None and not self._stands(self.selected):
            self.selected = None
            self.chosen.emit(None)
        self.laid_out.emit()

    def _stands(self, spot: Spot) -> bool:
        shown = self.geometry_now.shown if self.geometry_now is not None else ()
        if spot.column >= len(shown) or spot.unit >= shown[spot.column]:
            return False
        return spot.what != "weight" or spot.source < shown[spot.column - 1]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    # -- the mouse ----------------------------------------------------------------------------------------------

    def spot_at(self, point: QPointF) -> Spot | None:
        """Return what lies under a point."""
        if self.geometry_now is None or self.picture is None:
            return None
        return self.geometry_now.at(point, self.picture.biased, self.selected)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        spot = self.spot_at(event.position())
        self.choose(spot)
        if spot is not None and spot.what != "neuron" and self.picture is not None:
            self._pressed = (spot, event.position(), self.picture.value(spot))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            self._hover(self.spot_at(event.position()))
            return
        spot, start, value = self._pressed
        way = start.y() - event.position().y()
        if not self._pulling and abs(way) < SLACK:
            return
        if not self._pulling:
            self._pulling = True
            self.taken_hold.emit()
        fine = FINE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1.0
        self.pulled.emit(spot, _readable(value + way * fine * self.limit / TRAVEL, self.limit))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if self._pulling:
            self._pulling = False
            self.let_go.emit()
        elif pressed is not None:
            self.numbers_wanted.emit(pressed[0])

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)

    def _hover(self, spot: Spot | None) -> None:
        if spot != self._hovered:
            self._hovered = spot
            cursor = Qt.CursorShape.ArrowCursor
            if spot is not None:
                cursor = Qt.CursorShape.PointingHandCursor if spot.what == "neuron" else Qt.CursorShape.SizeVerCursor
            self.setCursor(cursor)
            self.update()

    def choose(self, spot: Spot | None) -> None:
        """Select something and tell."""
        if spot != self.selected:
            self.selected = spot
            self.update()
            self.chosen.emit(spot)

    # -- the keys -----------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}.get(Qt.Key(event.key()), 0)
        moves = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        if event.key() in moves and self.geometry_now is not None:
            self._move(*moves[Qt.Key(event.key())])
        elif steps and self._number() is not None:
            self._nudge(steps * (FINE if event.modifiers() & Qt.KeyboardModifier.ControlModifier else 1.0))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.selected is not None:
            self.numbers_wanted.emit(self.selected)
        elif event.key() == Qt.Key.Key_Escape and self.selected is not None:
            self.choose(None)
        else:
            super().keyPressEvent(event)

    def _number(self) -> Spot | None:
        """Return the weight or the bias that + and − change; of a neuron its bias."""
        spot = self.selected
        if spot is None or self.picture is None or not spot.column:
            return None
        if spot.what == "neuron":
            return Spot("bias", spot.column, spot.unit) if self.picture.biased[spot.column] else None
        return spot

    def _nudge(self, steps: float) -> None:
        spot = self._number()
        if spot is not None and self.picture is not None:
            value = self.picture.value(spot) + steps * self.limit / STEPS
            self.taken_hold.emit()
            self.pulled.emit(spot, _readable(value, self.limit))
            self.let_go.emit()

    def _move(self, columns: int, units: int) -> None:
        shown = self.geometry_now.shown if self.geometry_now is not None else ()
        spot = self.selected
        if spot is None:
            self.choose(Spot("neuron", 1, 0))
            return
        column = min(len(shown) - 1, max(0, spot.column + columns))
        self.choose(Spot("neuron", column, min(shown[column] - 1, max(0, spot.unit + units))))

    # -- painting -----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        painter.fillRect(event.rect(), theme.color("panel"))
        if self.picture is None or self.geometry_now is None:
            return
        painted = Painted(self.picture, self.geometry_now, self.limit, self.selected, self._hovered, self._more, theme)
        paint_links(painter, painted)
        paint_neurons(painter, painted)
        if has_keyboard_focus(self):
            focus_ring(painter, QRectF(self.rect()), 4, theme.color("accent"))


def _readable(value: float, limit: float) -> float:
    """Return a number rounded to a thousandth of the scale: nobody wants to set 0.48735291."""
    step = limit / 1000
    return min(LARGEST_VALUE, max(-LARGEST_VALUE, round(round(value / step) * step, 9)))
