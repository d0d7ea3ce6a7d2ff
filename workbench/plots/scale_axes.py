"""The lines and numbers of two scales beside a rectangle."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from workbench.plots.scales import Scale
from workbench.theme.fonts import font
from workbench.theme.theme import Theme

TICK_WIDTH = 50.0
TICK_HEIGHT = 40.0
"""Pixels that a number takes with the space beside it, across and up."""


def paint_axes(painter: QPainter, area: QRectF, across: Scale, up: Scale, theme: Theme) -> None:
    """Paint the grid through a rectangle, the numbers below it and at its left, and its two axes."""
    painter.setFont(font("caption"))
    for tick in across.ticks(max(3, int(area.width() / TICK_WIDTH))):
        x = round(area.left() + float(across.share(np.array(tick.value))) * area.width())
        painter.fillRect(QRectF(x, area.top(), 1, area.height()), theme.color("grid"))
        painter.setPen(theme.color("text3"))
        painter.drawText(QRectF(x - 40, area.bottom() + 5, 80, 14), Qt.AlignmentFlag.AlignHCenter, tick.label)
    paint_height_axis(painter, area, up, theme)


def paint_height_axis(painter: QPainter, area: QRectF, up: Scale, theme: Theme) -> None:
    """Paint the lines across a rectangle with their numbers at the left, and its two axes; what runs along x is another's."""
    painter.setFont(font("caption"))
    for tick in up.ticks(max(2, int(area.height() / TICK_HEIGHT))):
        y = round(area.bottom() - float(up.share(np.array(tick.value))) * area.height())
        painter.fillRect(QRectF(area.left(), y, area.width(), 1), theme.color("grid"))
        painter.setPen(theme.color("text3"))
        spot = QRectF(0, y - 8, area.left() - 6, 16)
        painter.drawText(spot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tick.label)
    painter.fillRect(QRectF(area.left(), area.top(), 1, area.height()), theme.color("axis"))
    painter.fillRect(QRectF(area.left(), area.bottom(), area.width(), 1), theme.color("axis"))
