"""What the colours of weights mean."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.numbers import MINUS, plain_number


class Legend(QWidget):
    """A bar of the colours from −limit to +limit, and a remark at its right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.limit = 1.0
        self.remark = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        current_theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(220, 16)

    def show_limit(self, limit: float | None, remark: str) -> None:
        """Show another limit, None where each picture has its own, and what it holds for."""
        self.limit, self.remark = (limit or 0.0), remark
        self.update()

    def ends(self) -> tuple[str, str]:
        """Return what stands at both ends of the bar."""
        number = plain_number(self.limit) if self.limit else ""
        return f"{MINUS}{number}", f"+{number}"

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, face = QPainter(self), current_theme(), font("caption")
        metrics = QFontMetricsF(face)
        painter.setFont(face)
        painter.setPen(theme.color("text2"))
        low, high = self.ends()
        middle = Qt.AlignmentFlag.AlignVCenter
        area = QRectF(self.rect())
        painter.drawText(area, middle | Qt.AlignmentFlag.AlignLeft, low)
        left = metrics.horizontalAdvance(low) + 6
        bar = QRectF(left, area.center().y() - 4, max(30.0, min(120.0, area.width() * 0.36)), 8)
        table = theme.lookup("signed")
        pixels = np.ascontiguousarray(table[None])
        painter.drawImage(bar, QImage(pixels.tobytes(), len(table), 1, 3 * len(table), QImage.Format.Format_RGB888))
        after = area.adjusted(bar.right() + 6, 0, 0, 0)
        painter.drawText(after, middle | Qt.AlignmentFlag.AlignLeft, high)
        rest = after.adjusted(metrics.horizontalAdvance(high) + 8, 0, 0, 0)
        remark = metrics.elidedText(self.remark, Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, middle | Qt.AlignmentFlag.AlignRight, remark)
