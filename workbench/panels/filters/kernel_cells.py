"""One kernel with its numbers."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.arrays import Array
from workbench.theme.colormaps import colourise
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.numbers import signed_cell

LEAST_CELL: Final = 34.0
"""The least width of a cell for its number to be read."""

MOST_CELL: Final = 46.0
LEAST_HEIGHT: Final = 20.0


class KernelCells(QWidget):
    """A kernel as cells in the colours of signed values, with a number on each where there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kernel = np.empty((0, 0), np.float32)
        self._limit = 1.0
        self._inks: dict[int, QColor] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(96, 72)
        current_theme().changed.connect(self._recolour)

    def sizeHint(self) -> QSize:
        return QSize(240, 160)

    def show_kernel(self, kernel: Array, limit: float) -> None:
        """Show weights ``(H, W)``; `limit` has the strongest colour."""
        if limit != self._limit or not np.array_equal(kernel, self.kernel):
            self.kernel, self._limit = kernel, limit
            self.update()

    def _recolour(self) -> None:
        self._inks.clear()
        self.update()

    def _ink_on(self, colour: QColor) -> QColor:
        """Return the ink for a cell; there are as many colours as the map has, and judging one takes its time."""
        key = colour.rgb()
        if key not in self._inks:
            self._inks[key] = current_theme().ink_on(colour)
        return self._inks[key]

    def cell(self, row: int, column: int) -> QRectF:
        """Return where a weight lies."""
        height, width = self.kernel.shape
        wide = min(MOST_CELL, self.width() / max(1, width))
        high = min(wide, self.height() / max(1, height))
        if high < wide < LEAST_CELL:
            wide = high
        return QRectF(column * wide, row * high, wide, high)

    def has_numbers(self) -> bool:
        """Return whether there is room for numbers."""
        cell = self.cell(0, 0)
        return cell.width() >= LEAST_CELL and cell.height() >= LEAST_HEIGHT

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.kernel.size:
            return
        theme, painter = current_theme(), QPainter(self)
        pixels = colourise(self.kernel, -self._limit, self._limit, theme.lookup("signed"))
        numbers = self.has_numbers()
        painter.setFont(font("caption"))
        gap = QPen(theme.color("panel"), 1)
        for (row, column), weight in np.ndenumerate(self.kernel):
            area = self.cell(row, column)
            colour = QColor(*(int(c) for c in pixels[row, column]))
            painter.fillRect(area, colour)
            if numbers:
                painter.setPen(gap)
                painter.drawRect(area)
                painter.setPen(self._ink_on(colour))
                painter.drawText(area, Qt.AlignmentFlag.AlignCenter, signed_cell(float(weight)))
