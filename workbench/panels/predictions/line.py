"""A value over the line, or what the network says against what is true."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.arrays import Array
from workbench.plots.axes import Axes, padded
from workbench.theme.theme import current_theme

MOST_POINTS = 400
RADIUS = 2.5


class LineView(QWidget):
    """Points, and a curve through them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points = np.empty((0, 2))
        self.curve = np.empty((0, 2))
        self._x = self._y = (0.0, 1.0)
        self._units = (0.0, 1.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(120, 100)
        current_theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(280, 220)

    def show_points(self, points: Array, units: tuple[float, float] = (0.0, 1.0), *, fit: bool = True) -> None:
        """Show points ``(n, 2)``; with `fit` the axes follow them.

        Parameters
        ----------
        units
            Offset and scale of the numbers along the lower side.
        """
        self._points, self._units = points[:MOST_POINTS], units
        if fit and len(points):
            self._x = padded(float(points[:, 0].min()), float(points[:, 0].max()))
            self._y = padded(float(points[:, 1].min()), float(points[:, 1].max()), 0.15)
        self.update()

    @property
    def range(self) -> tuple[float, float]:
        """Lowest and highest place to ask for."""
        return self._x

    def show_curve(self, curve: Array) -> None:
        """Show another curve ``(n, 2)``."""
        self.curve = curve
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        axes = Axes(QRectF(34, 4, max(20, self.width() - 42), max(20, self.height() - 26)), self._x, self._y)
        painter.fillRect(axes.area, theme.color("plot"))
        axes.paint_ticks(painter, *self._units, grid=True)
        painter.setPen(QPen(theme.color("axis"), 1))
        painter.drawRect(axes.area)
        painter.setClipRect(axes.area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("axis"))
        for x, y in self._points.tolist():
            painter.drawEllipse(axes.at(x, y), RADIUS, RADIUS)
        finite = self.curve[np.isfinite(self.curve).all(axis=1)] if len(self.curve) else self.curve
        painter.setPen(QPen(theme.run(0), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([QPointF(axes.at(x, y)) for x, y in finite.tolist()]))
