"""Samples as points: of the plane in the colour of their class or value, of the line at the height of their value."""

from __future__ import annotations

import math
from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.arrays import Array
from core.datasets.base import Samples
from workbench.theme.colormaps import colourise
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.numbers import plain_number

MOST: Final = 3000
MARGIN: Final = 30.0
BARE: Final = 110
"""Pixels of height under which the axes have no numbers."""

EDGE: Final = 0.05
"""How much of the range is left free around the points."""


class PointsView(QWidget):
    """A scatter of at most `MOST` samples of one or two inputs; axes in the numbers that a person knows."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._x: Array = np.empty((0, 2))
        self._t: Array = np.empty(0)
        self._classes: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(60)
        current_theme().changed.connect(self.update)

    @property
    def count(self) -> int:
        """How many points are drawn."""
        return len(self._x)

    def show_samples(self, samples: Samples, classes: tuple[str, ...], offset: float, scale: float) -> None:
        """Show samples of one or two inputs; `offset` and `scale` lead back to the numbers before preparation."""
        self._x = samples.x[:MOST].reshape(min(MOST, len(samples)), -1) * scale + offset
        self._t = samples.t[:MOST]
        self._classes = classes
        self.setAccessibleName(self.tr("{n} points").format(n=len(self._x)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(260, 180)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not len(self._x):
            return
        line = self._x.shape[1] == 1
        across = self._x[:, 0]
        up = self._t.reshape(len(self._x), -1)[:, 0] if line else self._x[:, 1]
        bare = self.height() < BARE
        area = QRectF(MARGIN, 6, self.width() - MARGIN - 6, self.height() - 6 - (6 if bare else 20))
        if not line:
            side = min(area.width(), area.height())
            area = QRectF(area.center().x() - side / 2, area.top(), side, side)
        theme, painter = current_theme(), QPainter(self)
        painter.fillRect(area, theme.color("plot"))
        x_range, y_range = _range(across), _range(up)
        if not line:
            low, high = min(x_range[0], y_range[0]), max(x_range[1], y_range[1])
            x_range = y_range = (low, high)
        _paint_axes(painter, area, x_range, y_range, words=not bare)
        px = area.left() + (across - x_range[0]) / (x_range[1] - x_range[0]) * area.width()
        py = area.bottom() - (up - y_range[0]) / (y_range[1] - y_range[0]) * area.height()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = 2.0 if len(px) > 600 or min(area.width(), area.height()) < 200 else 3.0
        for colour, rows in self._groups(line):
            painter.setPen(QPen(colour, 2 * radius, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPoints([QPointF(x, y) for x, y in zip(px[rows].tolist(), py[rows].tolist(), strict=True)])

    def _groups(self, line: bool) -> list[tuple[QColor, Array]]:
        """Return the points by their colour: classes in the runs' colours, values in sixteen steps of the signed map."""
        theme = current_theme()
        if self._classes:
            return [(theme.run(k), np.flatnonzero(self._t == k)) for k in range(len(self._classes))]
        if line:
            return [(theme.run(0), np.arange(len(self._x)))]
        values = self._t.reshape(len(self._x), -1)[:, 0]
        limit = float(np.abs(values).max()) or 1.0
        step = np.clip(((values / limit + 1) * 8).astype(int), 0, 15)
        middles = (np.arange(16) + 0.5) / 8 - 1
        colours = colourise(middles, -1.0, 1.0, theme.lookup("signed"))
        return [(QColor(*(int(c) for c in colours[k][:3])), np.flatnonzero(step == k)) for k in range(16)]


def _range(values: Array) -> tuple[float, float]:
    low, high = float(values.min()), float(values.max())
    edge = EDGE * ((high - low) or 1.0)
    return low - edge, high + edge


def _paint_axes(
    painter: QPainter, area: QRectF, x_range: tuple[float, float], y_range: tuple[float, float], *, words: bool
) -> None:
    theme = current_theme()
    painter.setFont(font("caption"))
    for horizontal, (low, high) in ((True, x_range), (False, y_range)):
        length = area.width() if horizontal else area.height()
        for value in _ticks(low, high, max(2, int(length / 60))):
            share = (value - low) / (high - low)
            if horizontal:
                x = round(area.left() + share * area.width())
                ends = QPointF(x + 0.5, area.top()), QPointF(x + 0.5, area.bottom())
                place, side = QRectF(x - 30, area.bottom() + 3, 60, 14), Qt.AlignmentFlag.AlignHCenter
            else:
                y = round(area.bottom() - share * area.height())
                ends = QPointF(area.left(), y + 0.5), QPointF(area.right(), y + 0.5)
                place, side = QRectF(area.left() - 44, y - 7, 40, 14), Qt.AlignmentFlag.AlignRight
            painter.setPen(QPen(theme.color("grid"), 1))
            painter.drawLine(*ends)
            if not words:
                continue
            painter.setPen(theme.color("text3"))
            painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, plain_number(value))
    painter.setPen(QPen(theme.color("axis"), 1))
    painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))


def _ticks(low: float, high: float, wanted: int) -> list[float]:
    """Return round numbers in a range, about as many as wanted."""
    raw = (high - low) / wanted
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= raw)
    first = math.ceil(low / step)
    return [round(k * step, 10) for k in range(first, math.floor(high / step) + 1)]
