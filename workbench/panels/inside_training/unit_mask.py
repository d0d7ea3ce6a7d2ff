"""The units of one sample: what each gives, and a cross over those that are dropped."""

from __future__ import annotations

import math
from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QLineF, QRectF, QSize, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.arrays import Array
from workbench.plots.cells import cell_area, paint_cells
from workbench.plots.picture import limits_of
from workbench.theme.theme import current_theme

LARGEST_CELL: Final = 64.0
LEAST_CROSSED: Final = 7.0
"""Cells at least so large get a cross; smaller ones are grey only."""

WIDER: Final = 1.6
"""So many times as wide as high a table of units is laid out where the room allows."""


class UnitMask(QWidget):
    """A vector in rows of a table, or the maps of an image side by side; no colour and a cross where nothing gets through.

    Attributes
    ----------
    hovered
        With the place of the unit under the mouse in the flat vector, −1 when it left.
    """

    hovered = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.kept: Array = np.zeros(0, bool)
        self._values: Array = np.zeros(0)
        self._limits = (-1.0, 1.0)
        current_theme().changed.connect(self.update)

    def show_units(self, values: Array, kept: Array, limits: tuple[float, float] | None = None) -> None:
        """Show another sample, ``(D,)`` or ``(C, H, W)``, and which of its values are let through.

        Parameters
        ----------
        limits
            The values of the first and the last colour, so that samples can be compared; None takes them from the values.
        """
        self._values, self.kept = values, kept
        self._limits = limits or limits_of(values, "signed")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, 260)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 80)

    def tables(self) -> list[tuple[QRectF, Array]]:
        """Return where each table of cells is, and which places of the flat vector its cells show; −1 for none."""
        room = QRectF(0, 0, self.width(), self.height())
        places = np.arange(self._values.size)
        if self._values.ndim != 3:
            return [self._vector(places, room)] if places.size else []
        count, rows, columns = self._values.shape
        across = _best_across(count, columns + 1.0, rows + 1.0, room)
        down = math.ceil(count / across)
        side = min(LARGEST_CELL, room.width() / (across * (columns + 1)), room.height() / (down * (rows + 1)))
        tables = []
        for n, part in enumerate(places.reshape(count, rows, columns)):
            left, top = (n % across) * (columns + 1) * side, (n // across) * (rows + 1) * side
            tables.append((QRectF(left, top, columns * side, rows * side), part))
        return tables

    def _vector(self, places: Array, room: QRectF) -> tuple[QRectF, Array]:
        shape = max(room.width() / max(room.height(), 1.0), 1 / WIDER)
        columns = min(places.size, max(1, round(math.sqrt(places.size * shape))))
        rows = math.ceil(places.size / columns)
        side = min(LARGEST_CELL, room.width() / columns, room.height() / rows)
        padded = np.full(rows * columns, -1)
        padded[: places.size] = places
        return QRectF(0, 0, columns * side, rows * side), padded.reshape(rows, columns)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        values = np.append(self._values.reshape(-1), np.nan)
        kept = np.append(self.kept.reshape(-1), True)
        for area, places in self.tables():
            shown = np.where(kept[places], values[places], np.nan)
            paint_cells(painter, area, shown, self._limits, ground="surface")
            rows, columns = places.shape
            outside = [cell_area(area, rows, columns, r, c) for r, c in zip(*np.nonzero(places < 0), strict=True)]
            for cell in outside:
                painter.fillRect(cell.adjusted(-1, -1, 1, 1), theme.color("panel"))
            if area.width() / columns < LEAST_CROSSED:
                continue
            painter.setPen(QPen(theme.color("text3"), 1))
            crosses: list[QLineF] = []
            for row, column in zip(*np.nonzero(~kept[places]), strict=True):
                inner = cell_area(area, rows, columns, row, column).adjusted(2, 2, -3, -3)
                crosses += [QLineF(inner.topLeft(), inner.bottomRight()), QLineF(inner.topRight(), inner.bottomLeft())]
            painter.drawLines(crosses)

    def unit_at(self, x: float, y: float) -> int:
        """Return the place in the flat vector under a pixel, −1 for none."""
        for area, places in self.tables():
            if area.contains(x, y):
                rows, columns = places.shape
                row = min(rows - 1, int((y - area.top()) / area.height() * rows))
                return int(places[row, min(columns - 1, int((x - area.left()) / area.width() * columns))])
        return -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.hovered.emit(self.unit_at(event.position().x(), event.position().y()))

    def leaveEvent(self, event: QEvent) -> None:
        self.hovered.emit(-1)


def _best_across(count: int, wide: float, high: float, room: QRectF) -> int:
    """Return how many of `count` equal boxes stand side by side, so that they are as large as can be."""

    def size(across: int) -> float:
        return min(room.width() / (across * wide), room.height() / (math.ceil(count / across) * high))

    return max(range(1, count + 1), key=size)
