"""Loss above, accuracy below, over the values of one weight."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.arrays import Array
from core.descent.one_weight import WeightSlice
from workbench.plots.polyline import pieces, polygon
from workbench.plots.scale_axes import paint_height_axis
from workbench.plots.scales import Scale
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.theme.tokens import DASH_CROSSHAIR
from workbench.widgets.painting import circle

LEFT, RIGHT, TOP, BOTTOM, GAP = 48.0, 10.0, 6.0, 22.0, 12.0
ROOM: Final = 0.08
LEAST_SPAN: Final = 1e-6


class SlicePlot(QWidget):
    """Two charts over one axis, with a line at the weight's own value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("descent.slice")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._slice: WeightSlice | None = None
        self._titles = ("", "")
        current_theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(360, 220)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 110)

    def set_words(self, loss: str, accuracy: str) -> None:
        """Set the titles of the two charts."""
        self._titles = (loss, accuracy)
        self.update()

    def show_slice(self, shown: WeightSlice | None) -> None:
        """Show another weight or another moment."""
        self._slice = shown
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        painter.fillRect(self.rect(), theme.color("panel"))
        shown = self._slice
        if shown is None:
            return
        counted = bool(np.isfinite(shown.accuracy).any())
        room = self.height() - TOP - BOTTOM
        high = (room - GAP) / 2 if counted else room
        wide = self.width() - LEFT - RIGHT
        across = Scale(float(shown.values[0]), float(shown.values[-1]))
        self._chart(painter, QRectF(LEFT, TOP, wide, high), across, 0, shown.loss, stairs=False)
        if counted:
            self._chart(painter, QRectF(LEFT, TOP + high + GAP, wide, high), across, 1, shown.accuracy, stairs=True)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setFont(font("caption"))
        bottom = self.height() - BOTTOM
        for tick in across.ticks(max(2, int(wide / 80))):
            x = LEFT + float(across.share(np.array(tick.value))) * wide
            painter.setPen(theme.color("text3"))
            painter.drawText(QRectF(x - 40, bottom + 5, 80, 14), Qt.AlignmentFlag.AlignHCenter, tick.label)
        pen = QPen(theme.color("accent"), 1.0)
        pen.setDashPattern([float(d) for d in DASH_CROSSHAIR])
        painter.setPen(pen)
        x = round(LEFT + float(across.share(np.array(shown.here))) * wide) + 0.5
        painter.drawLine(QPointF(x, TOP), QPointF(x, bottom))

    def _chart(self, painter: QPainter, area: QRectF, across: Scale, number: int, values: Array, *, stairs: bool) -> None:
        theme = current_theme()
        finite = values[np.isfinite(values)]
        low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 1.0)
        room = max(ROOM * (high - low), LEAST_SPAN)
        up = Scale(low - room, high + room, percent=stairs)
        painter.fillRect(area, theme.color("plot"))
        paint_height_axis(painter, area, up, theme)
        painter.save()
        painter.setClipRect(area)
        if self._slice is not None:
            x = area.left() + across.share(self._slice.values) * area.width()
            heights = area.bottom() - up.share(values) * area.height()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, not stairs)
            painter.setPen(QPen(theme.run(number), 1.6))
            for some_x, some_y in pieces(x, heights):
                painter.drawPolyline(_stairs(some_x, some_y) if stairs else polygon(some_x, some_y))
            middle = len(values) // 2
            if np.isfinite(heights[middle]):
                circle(painter, QPointF(float(x[middle]), float(heights[middle])), 4.5, theme.run(number), theme.color("plot"))
        painter.restore()
        title = self._titles[number]
        painter.setFont(font("dense", 600))
        painter.setPen(theme.color("text"))
        painter.drawText(area.adjusted(8, 4, 0, 0), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, title)


def _stairs(x: Array, y: Array) -> QPolygonF:
    """Return a line that keeps each value until half-way to the next."""
    middles = (x[1:] + x[:-1]) / 2
    edges = np.concatenate([x[:1], np.repeat(middles, 2), x[-1:]])
    return polygon(edges, np.repeat(y, 2))
