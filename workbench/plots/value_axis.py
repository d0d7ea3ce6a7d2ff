"""The lower side of plots whose x is a value: a line, ticks, and what lies beyond the ends."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from workbench.plots.scales import Scale
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme

HEIGHT: Final = 18
TICK_ROOM: Final = 52
LONG: Final = 1e4
"""From this size on numbers are written with a power of ten."""


def draw_value_axis(painter: QPainter, area: QRectF, low: float, high: float) -> None:
    """Draw a line under an area and its ticks below."""
    theme = current_theme()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(theme.color("axis"), 1))
    bottom = round(area.bottom())
    painter.drawLine(QPointF(area.left(), bottom), QPointF(area.right(), bottom))
    painter.setFont(font("caption"))
    scale = Scale(low, high)
    for tick in scale.ticks(max(2, int(area.width() / TICK_ROOM))):
        x = area.left() + float(scale.share(np.array(tick.value))) * area.width()
        painter.setPen(QPen(theme.color("axis"), 1))
        painter.drawLine(QPointF(round(x), bottom), QPointF(round(x), bottom + 3))
        painter.setPen(theme.color("text3"))
        painter.drawText(
            QRectF(x - 30, bottom + 3, 60, 14), Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, tick.label
        )
