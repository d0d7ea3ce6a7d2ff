"""For values instead of classes: how far each answer lies from the truth, over the answer."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.arrays import Array
from workbench.plots.axes import Axes, padded
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme

RADIUS = 2.0


class ResidualPlot(QWidget):
    """Points around a line at 0; a pattern among them is something that the network has not learned."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("confusion.residuals")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.points: Array = np.empty((0, 2))
        self._words = ("", "")
        current_theme().changed.connect(self.update)

    def set_words(self, across: str, up: str) -> None:
        """Set the words at the axes."""
        self._words = (across, up)
        self.update()

    def show_points(self, answers: Array, residuals: Array) -> None:
        """Show answers and what they miss the truth by, ``(N,)`` each."""
        points = np.stack([answers, residuals], axis=1).astype(np.float64)
        self.points = points[np.isfinite(points).all(axis=1)]
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, 360)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not len(self.points):
            return
        theme, painter = current_theme(), QPainter(self)
        area = QRectF(48, 22, self.width() - 60, self.height() - 60)
        painter.fillRect(area, theme.color("plot"))
        most = float(np.abs(self.points[:, 1]).max()) or 1.0
        axes = Axes(area, padded(float(self.points[:, 0].min()), float(self.points[:, 0].max())), padded(-most, most))
        axes.paint_ticks(painter, grid=True)
        painter.setFont(font("caption"))
        painter.setPen(theme.color("text2"))
        painter.drawText(QRectF(0, 0, self.width(), 18), Qt.AlignmentFlag.AlignLeft, self._words[1])
        below = QRectF(area.left(), self.height() - 18, area.width(), 16)
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, self._words[0])
        painter.setPen(QPen(theme.color("axis"), 1))
        painter.drawLine(axes.at(axes.x[0], 0), axes.at(axes.x[1], 0))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.run(0), 2 * RADIUS, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPoints([QPointF(axes.at(x, y)) for x, y in self.points.tolist()])
