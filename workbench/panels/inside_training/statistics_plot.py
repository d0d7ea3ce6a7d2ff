"""A number for each feature twice: of the batch as a disc, of the running average as a ring, and what lies between them."""

from __future__ import annotations

import math
from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.arrays import Array
from workbench.plots.axes import Axes, padded
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.painting import circle, focus_ring, has_keyboard_focus

LEFT: Final = 48.0
TOP: Final = 22.0
BOTTOM: Final = 20.0
LARGEST: Final = 5.0
LEAST: Final = 1.5
JUMP: Final = 10


class StatisticsPlot(QWidget):
    """Features along x. The mouse and the arrow keys point at one.

    Attributes
    ----------
    pointed
        With the feature that is pointed at, −1 for none.
    """

    pointed = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.batch: Array = np.zeros(0)
        self.running: Array = np.zeros(0)
        self._from_zero = False
        self._at = -1
        self._words = ("", "")
        current_theme().changed.connect(self.update)

    def set_words(self, title: str, x: str = "") -> None:
        """Set the title and the word under the axis."""
        self._words = (title, x)
        self.setAccessibleName(title)
        self.update()

    def show_numbers(self, batch: Array, running: Array, *, from_zero: bool) -> None:
        """Show other numbers, ``(C,)`` each; `from_zero` for those that cannot be negative."""
        self.batch, self.running, self._from_zero = batch, running, from_zero
        self.update()

    def point_at(self, feature: int) -> None:
        """Mark a feature, without telling; −1 marks none."""
        self._at = feature
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, 180)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 90)

    def axes(self) -> Axes:
        """Return where the numbers lie on the screen."""
        area = QRectF(LEFT, TOP, max(20.0, self.width() - LEFT - 10), max(20.0, self.height() - TOP - BOTTOM))
        both = np.concatenate([self.batch, self.running])
        both = both[np.isfinite(both)]
        low, high = (float(both.min()), float(both.max())) if both.size else (0.0, 1.0)
        y = (0.0, high * 1.08 or 1.0) if self._from_zero else padded(min(low, 0.0), max(high, 0.0), 0.08)
        return Axes(area, (0.5, max(1, len(self.batch)) + 0.5), y)

    def feature_at(self, x: float) -> int:
        """Return the feature nearest to a pixel, −1 beside the plot."""
        axes = self.axes()
        if not len(self.batch) or not axes.area.left() <= x <= axes.area.right():
            return -1
        return min(len(self.batch) - 1, int((x - axes.area.left()) / axes.area.width() * len(self.batch)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointed.emit(self.feature_at(event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:
        self.pointed.emit(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_PageUp: -JUMP,
            Qt.Key.Key_PageDown: JUMP,
            Qt.Key.Key_Home: -len(self.batch),
            Qt.Key.Key_End: len(self.batch),
        }
        move = moves.get(Qt.Key(event.key()))
        if move is None or not len(self.batch):
            super().keyPressEvent(event)
            return
        self.pointed.emit(min(len(self.batch) - 1, max(0, self._at + move)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, axes = QPainter(self), current_theme(), self.axes()
        painter.fillRect(axes.area, theme.color("plot"))
        axes.paint_ticks(painter, grid=True)
        zero = axes.at(0.5, 0.0).y()
        painter.setPen(QPen(theme.color("axis"), 1))
        painter.drawLine(QPointF(axes.area.left(), zero), QPointF(axes.area.right(), zero))
        painter.drawLine(axes.area.topLeft(), axes.area.bottomLeft())
        self._paint_words(painter, axes)
        radius = max(LEAST, min(LARGEST, axes.area.width() / max(1, len(self.batch)) / 3))
        if self._at >= 0:
            x = axes.at(self._at + 1, 0.0).x()
            painter.setPen(QPen(theme.color("accent"), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(x, axes.area.top()), QPointF(x, axes.area.bottom()))
        for place, (now, average) in enumerate(zip(self.batch.tolist(), self.running.tolist(), strict=True)):
            if not (math.isfinite(now) and math.isfinite(average)):
                continue
            one, other = axes.at(place + 1, now), axes.at(place + 1, average)
            painter.setPen(QPen(theme.color("line2"), 1))
            painter.drawLine(one, other)
            circle(painter, one, radius, theme.run(0))
            circle(painter, other, radius + 1.5, None, theme.color("text2"), width=1.3)
        if has_keyboard_focus(self):
            focus_ring(painter, QRectF(self.rect()), 4, theme.color("accent"))

    def _paint_words(self, painter: QPainter, axes: Axes) -> None:
        theme, (title, x) = current_theme(), self._words
        face = font("dense", 600)
        painter.setFont(face)
        painter.setPen(theme.color("text"))
        painter.drawText(QPointF(LEFT, QFontMetricsF(face).ascent() + 2), title)
        if x:
            painter.setFont(font("caption"))
            painter.setPen(theme.color("text3"))
            spot = QRectF(0, axes.area.bottom() - 16, axes.area.right() - 4, 14)
            painter.drawText(spot, Qt.AlignmentFlag.AlignRight, x)
