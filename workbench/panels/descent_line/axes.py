"""The lines and numbers of both scales, for what is drawn in one dimension."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from workbench.plots.scales import Scale
from workbench.theme.fonts import font
from workbench.theme.theme import Theme

TICK_ROOM = 50.0
"""Pixels across that a number takes with the space beside it."""


def paint_axes(painter: QPainter, area: QRectF, across: Scale, up: Scale, theme: Theme) -> None:
    """Paint the grid through a rectangle, the numbers below it and at its left, and its two axes."""
    painter.setFont(font("caption"))
    for tick in across.ticks(max(3, int(area.width() / TICK_ROOM))):
        x = round(area.left() + float(across.share(np.array(tick.value))) * area.width())
        painter.fillRect(QRectF(x, area.top(), 1, area.height()), theme.color("grid"))
        painter.setPen(theme.color("text3"))
        painter.drawText(QRectF(x - 40, area.bottom() + 5, 80, 14), Qt.AlignmentFlag.AlignHCenter, tick.label)
    for tick in up.ticks(max(2, int(area.height() / 40))):
        y = round(area.bottom() - float(up.share(np.array(tick.value))) * area.height())
        painter.fillRect(QRectF(area.left(), y, area.width(), 1), theme.color("grid"))
        painter.setPen(theme.color("text3"))
        spot = QRectF(0, y - 8, area.left() - 6, 16)
        painter.drawText(spot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tick.label)
    painter.fillRect(QRectF(area.left(), area.top(), 1, area.height()), theme.color("axis"))
    painter.fillRect(QRectF(area.left(), area.bottom(), area.width(), 1), theme.color("axis"))
