"""The board as it is seen: which piece of it is shown at what size, and the captions over its circuits."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.perceptron.board import CircuitBoard
from workbench.panels.perceptron_circuits.desk import Desk
from workbench.panels.perceptron_circuits.drawing import captions_of
from workbench.panels.perceptron_circuits.geometry import CanvasView, bounds, bubble_places, fitting, wires
from workbench.theme.theme import current_theme

ZOOM_STEP: Final = 1.15
MUCH_LARGER: Final = 1.3


class BoardView(QWidget):
    """Shows everything until the person zooms or scrolls; a board that still fits stays where it is.

    The wheel scrolls, with Ctrl it zooms; the middle button drags the board.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._desk = desk
        self._view = CanvasView()
        self._fits = True
        self._panned: QPointF | None = None
        self._wrong_words, self._target_words, self._loop_words = "{formula}", "{bit}", "{loop}"
        self._captions = captions_of(desk.board, self._wrong_words)
        self._bubbles = bubble_places(desk.board, wires(desk.board))
        current_theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(500, 380)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 150)

    def set_words(self, wrong: str, target: str, loop: str) -> None:
        """Set how a wrong circuit, a target and a loop are called."""
        self._wrong_words, self._target_words, self._loop_words = wrong, target, loop
        self._captions = captions_of(self._board, wrong)
        self.update()

    @property
    def _board(self) -> CircuitBoard:
        return self._desk.board

    def pixel_of(self, place: QPointF) -> QPointF:
        """Return where a place of the board is on the canvas."""
        return self._view.pixel(place)

    def centre(self) -> tuple[float, float]:
        """Return the place of the board in the middle of what is seen."""
        return self._view.place(QPointF(self.width() / 2, self.height() / 2)).toTuple()

    # -- what is shown ------------------------------------------------------------------------------------------

    def _extent(self) -> QRectF:
        box = bounds(self._board)
        for spot, _ in self._captions:
            box = box.united(spot.adjusted(0, 16, 0, 0))
        return box

    def fit(self) -> None:
        """Show everything, and go on showing everything."""
        self._fits = True
        self._view = fitting(self._extent(), QSizeF(self.size()))
        self.update()

    def _keep_in_sight(self) -> None:
        """Show everything again where something is out of sight or could be much larger; else nothing jumps."""
        box = self._extent()
        seen = QRectF(self._view.pixel(box.topLeft()), self._view.pixel(box.bottomRight()))
        small = fitting(box, QSizeF(self.size())).scale > MUCH_LARGER * self._view.scale
        if self._fits and (small or not QRectF(self.rect()).contains(seen)):
            self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fits:
            self.fit()

    def zoom(self, factor: float, about: QPointF | None = None) -> None:
        """Show it larger or smaller around a pixel, by default the middle."""
        self._fits = False
        self._view = self._view.zoomed(factor, about or QPointF(self.width() / 2, self.height() / 2))
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(ZOOM_STEP if event.angleDelta().y() > 0 else 1 / ZOOM_STEP, event.position())
        else:
            self._fits = False
            self._view = self._view.shifted(QPointF(event.angleDelta()) * 0.5)
            self.update()
        event.accept()

    def _pan(self, event: QMouseEvent) -> None:
        """Follow the middle button."""
        if self._panned is not None:
            self._fits = False
            self._view = self._view.shifted(event.position() - self._panned)
            self._panned = event.position()
            self.update()
