"""A kernel as cells that can be painted: with the mouse, or cell by cell with the keys."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from core.arrays import Array
from workbench.plots.heat_map import HeatMap

NUDGE: Final = 0.1


class PaintKernel(HeatMap):
    """Dragging paints cells with the brush; + and − change the chosen cell, Return paints it, Delete makes it 0.

    Attributes
    ----------
    begun, ended
        Around one gesture, which is one step of undo.
    painted
        With row, column and the new value.
    """

    begun = Signal()
    painted = Signal(int, int, float)
    ended = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, "signed", parent)
        self.brush = 1.0
        self.cell = (0, 0)
        self._painting = False
        self._last = (-1, -1)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.picked.connect(self._choose)

    @property
    def values(self) -> Array:
        """What is shown, ``(rows, columns)``."""
        return self._values

    def show_kernel(self, kernel: Array, limits: tuple[float, float]) -> None:
        """Show another kernel; what is being painted is not overwritten until the gesture ends."""
        if not self._painting or kernel.shape != self._values.shape:
            self.set_values(kernel.copy(), limits)
            rows, columns = kernel.shape
            self._choose(min(self.cell[0], rows - 1), min(self.cell[1], columns - 1))

    def _choose(self, row: int, column: int) -> None:
        self.cell = (row, column)
        self.select(self.cell)

    def _paint(self, row: int, column: int, value: float) -> None:
        self._choose(row, column)
        values = self._values.copy()
        values[row, column] = value
        most = max(self._limits[1], float(np.abs(values).max()))
        self.set_values(values, (-most, most))
        self.painted.emit(row, column, value)

    def _paint_at(self, position: QPointF) -> None:
        cell = self.cell_at(position.x(), position.y())
        if cell[0] >= 0 and cell != self._last:
            self._last = cell
            self._paint(*cell, self.brush)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.cell_at(event.position().x(), event.position().y())[0] >= 0:
            self._painting, self._last = True, (-1, -1)
            self.begun.emit()
            self._paint_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self._painting and event.buttons() & Qt.MouseButton.LeftButton:
            self._paint_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._painting and event.button() == Qt.MouseButton.LeftButton:
            self._painting = False
            self.ended.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        present = float(self._values[self.cell])
        values = {
            Qt.Key.Key_Plus: present + NUDGE,
            Qt.Key.Key_Equal: present + NUDGE,
            Qt.Key.Key_Minus: present - NUDGE,
            Qt.Key.Key_Return: self.brush,
            Qt.Key.Key_Enter: self.brush,
            Qt.Key.Key_Delete: 0.0,
            Qt.Key.Key_Backspace: 0.0,
        }
        value = values.get(Qt.Key(event.key()))
        if value is None:
            super().keyPressEvent(event)
            return
        self.begun.emit()
        self._paint(*self.cell, value)
        self.ended.emit()
