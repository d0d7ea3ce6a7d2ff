"""A small rectangle with numbers along two of its sides: where data lies on the screen."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.numbers import plain_number


@dataclass(frozen=True, slots=True)
class Axes:
    """Maps data to a rectangle of the screen; y grows upwards.

    Parameters
    ----------
    area
        The rectangle of the data, without the numbers beside it.
    x, y
        Lowest and highest value along each side.
    """

    area: QRectF
    x: tuple[float, float]
    y: tuple[float, float]

    def at(self, x: float, y: float) -> QPointF:
        """Return where a value lies."""
        across = (x - self.x[0]) / ((self.x[1] - self.x[0]) or 1.0)
        up = (y - self.y[0]) / ((self.y[1] - self.y[0]) or 1.0)
        return QPointF(self.area.left() + across * self.area.width(), self.area.bottom() - up * self.area.height())

    def paint_ticks(self, painter: QPainter, offset: float = 0.0, scale: float = 1.0, *, grid: bool = False) -> None:
        """Paint numbers along the left and the lower side.

        Parameters
        ----------
        offset, scale
            What the numbers along the inputs mean to a person: ``value · scale + offset``.
        grid
            Whether lines go through the rectangle.
        """
        theme, face = current_theme(), font("caption")
        metrics = QFontMetricsF(face)
        painter.setFont(face)
        for value in ticks(self.x[0] * scale + offset, self.x[1] * scale + offset, max(2, int(self.area.width() / 60))):
            spot = self.at((value - offset) / scale, self.y[0])
            if grid:
                painter.setPen(QPen(theme.color("grid"), 1))
                painter.drawLine(QPointF(spot.x(), self.area.top()), spot)
            painter.setPen(theme.color("text3"))
            place = QRectF(spot.x() - 30, self.area.bottom() + 3, 60, metrics.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignHCenter, plain_number(value))
        for value in ticks(*self.y, max(2, int(self.area.height() / 40))):
            spot = self.at(self.x[0], value)
            if grid:
                painter.setPen(QPen(theme.color("grid"), 1))
                painter.drawLine(spot, QPointF(self.area.right(), spot.y()))
            painter.setPen(theme.color("text3"))
            place = QRectF(0, spot.y() - metrics.height() / 2, self.area.left() - 5, metrics.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignRight, plain_number(value))


def ticks(low: float, high: float, most: int) -> list[float]:
    """Return round numbers between two values, 1, 2 or 5 times a power of ten apart."""
    span = high - low
    if not (math.isfinite(span) and span > 0):
        return [low]
    power = 10.0 ** math.floor(math.log10(span / most))
    step = next(power * times for times in (1, 2, 5, 10) if span / (power * times) <= most)
    first = math.ceil(low / step)
    return [round(n * step, 12) for n in range(first, math.floor(high / step + 1e-9) + 1)]


def padded(low: float, high: float, share: float = 0.06) -> tuple[float, float]:
    """Return a range with room at both ends; a single value gets room of its own."""
    room = share * (high - low) or max(abs(low) * share, 0.5)
    return low - room, high + room
