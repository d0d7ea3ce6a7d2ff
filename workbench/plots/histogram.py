"""A histogram: how often values fall into each bin."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.arrays import Array
from workbench.plots.value_axis import HEIGHT, draw_value_axis
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.numbers import figure, percent

HEAD: Final = 20
SIDE: Final = 12


class HistogramPlot(QWidget):
    """Bars over values, with a title at the left and a note at the right of its head. A bar says its share when pointed at."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.counts: Array = np.zeros(1)
        self._low, self._high = 0.0, 1.0
        self._title = self._note = ""
        current_theme().changed.connect(self.update)

    def set_words(self, title: str, note: str) -> None:
        """Set what stands over the bars."""
        self._title, self._note = title, note
        self.setAccessibleName(title)
        self.setAccessibleDescription(note)
        self.update()

    def set_counts(self, counts: Array, low: float, high: float) -> None:
        """Show other bars between two ends."""
        self.counts, self._low, self._high = counts, low, high
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(180, 150)

    def minimumSizeHint(self) -> QSize:
        return QSize(90, 80)

    def _area(self) -> QRectF:
        return QRectF(SIDE, HEAD, max(1, self.width() - 2 * SIDE), max(1, self.height() - HEAD - HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, area = current_theme(), QPainter(self), self._area()
        painter.fillRect(area, theme.color("plot"))
        painter.setFont(font("caption", 600))
        painter.setPen(theme.color("text"))
        head = QRectF(area.left(), 0, area.width(), HEAD)
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._title)
        painter.setFont(font("caption"))
        painter.setPen(theme.color("text2"))
        painter.drawText(head, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._note)
        most = float(self.counts.max()) or 1.0
        wide = area.width() / len(self.counts)
        for index, count in enumerate(self.counts):
            left, right = round(area.left() + index * wide), round(area.left() + (index + 1) * wide)
            high = float(count) / most * (area.height() - 4)
            painter.fillRect(QRectF(left, area.bottom() - high, max(1, right - left - 1), high), theme.run(0))
        draw_value_axis(painter, area, self._low, self._high)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            area = self._area()
            index = int((event.pos().x() - area.left()) / area.width() * len(self.counts))
            inside = 0 <= index < len(self.counts)
            step = (self._high - self._low) / len(self.counts)
            share = float(self.counts[index]) / max(1.0, float(self.counts.sum())) if inside else 0.0
            ends = f"{figure(self._low + index * step)} … {figure(self._low + (index + 1) * step)}"
            QToolTip.showText(event.globalPos(), f"{ends}: {percent(share, 1)}" if inside else "", self)
            return True
        return super().event(event)
