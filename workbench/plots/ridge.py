"""How a distribution moves over time: one ridge for each moment, the newest in front, or a heat map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.arrays import Array
from workbench.plots.picture import draw_image, image_of
from workbench.plots.value_axis import HEIGHT, draw_value_axis
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme

BINS: Final = 40
HEAD: Final = 20
SIDE: Final = 12
RISE: Final = 3.0
"""How many times the distance between two ridges the highest one rises."""

FILL: Final = 0.35
ENOUGH: Final = 12_000
"""Of so many values at most the ends of the axis are found."""

OUTLIERS: Final = 0.5
"""Per cent of the values at each end that may lie beyond the axis; they are counted in the outer bins."""

Kind = Literal["ridge", "heat"]


class RidgePlot(QWidget):
    """Distributions of several moments between common ends."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.rows: Array = np.zeros((0, BINS))
        self._ends = (0.0, 1.0)
        self._kind: Kind = "ridge"
        self._title = self._note = ""
        current_theme().changed.connect(self.update)

    def set_words(self, title: str, note: str) -> None:
        """Set what stands over the plot at its left and its right."""
        self._title, self._note = title, note
        self.setAccessibleName(f"{title} {self.objectName()}")
        self.setAccessibleDescription(note)
        self.update()

    def set_kind(self, kind: Kind) -> None:
        """Choose ridges or a heat map."""
        self._kind = kind
        self.update()

    def set_moments(self, moments: Sequence[Array]) -> None:
        """Show the values of other moments, oldest first."""
        sizes = [values.size for values in moments]
        everything = np.concatenate([values.reshape(-1) for values in moments]) if moments else np.zeros(0)
        rows = np.repeat(np.arange(len(sizes)), sizes)
        finite = np.isfinite(everything)
        if not finite.all():
            everything, rows = everything[finite], rows[finite]
        some = everything[:: max(1, everything.size // ENOUGH)]
        low, high = np.percentile(some, [OUTLIERS, 100 - OUTLIERS]) if some.size else (0.0, 1.0)
        if high - low <= 0:
            low, high = low - 0.5, high + 0.5
        self._ends = float(low), float(high)
        bins = ((np.clip(everything, low, high) - low) * (BINS / (high - low))).astype(np.intp)
        counted = np.bincount(rows * BINS + np.minimum(bins, BINS - 1), minlength=len(sizes) * BINS).reshape(-1, BINS)
        self.rows = counted / np.maximum(1, counted.sum(axis=1, keepdims=True))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(180, 220)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 100)

    def _area(self) -> QRectF:
        return QRectF(SIDE, HEAD, max(1, self.width() - 2 * SIDE), max(1, self.height() - HEAD - HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, area = current_theme(), QPainter(self), self._area()
        painter.fillRect(area, theme.color("plot"))
        if len(self.rows):
            if self._kind == "heat":
                heights = np.sqrt(self.rows)
                draw_image(painter, area, image_of(heights, (0.0, float(heights.max()) or 1.0), theme.lookup("magnitude")))
            else:
                self._draw_ridges(painter, area)
        draw_value_axis(painter, area, *self._ends)
        head = QRectF(area.left(), 0, area.width(), HEAD)
        painter.setFont(font("caption", 600))
        painter.setPen(theme.color("text"))
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._title)
        painter.setFont(font("caption"))
        painter.setPen(theme.color("text2"))
        painter.drawText(head, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._note)

    def _draw_ridges(self, painter: QPainter, area: QRectF) -> None:
        table = current_theme().lookup("magnitude")
        count = len(self.rows)
        step = area.height() / (count + RISE)
        most = float(np.sqrt(self.rows).max()) or 1.0
        x = (area.left() + (np.arange(BINS) + 0.5) * area.width() / BINS).tolist()
        for index, row in enumerate(np.sqrt(self.rows)):
            base = area.bottom() - (count - 1 - index) * step
            y = (base - row * (step * RISE / most)).tolist()
            line = [QPointF(a, b) for a, b in zip(x, y, strict=True)]
            colour = QColor(*map(int, table[round(60 + 170 * index / max(1, count - 1))]))
            fill = QColor(colour)
            fill.setAlphaF(FILL)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # its edge lies under the line
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            painter.drawPolygon(QPolygonF([QPointF(x[0], base), *line, QPointF(x[-1], base)]))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour, 1))
            painter.drawPolyline(QPolygonF(line))
