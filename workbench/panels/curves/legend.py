"""Which line is which."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.theme.tokens import DASH_VALIDATION

LINE = 22.0


class Legend(QWidget):
    """A solid line for training and a dashed one for validation, each with its word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ("", "")
        self.setFont(font("caption"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        current_theme().changed.connect(self.update)

    def set_words(self, training: str, validation: str) -> None:
        """Set the word beside each line."""
        self._words = (training, validation)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        return QSize(int(sum(LINE + 6 + metrics.horizontalAdvance(word) + 12 for word in self._words)), 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, metrics = current_theme(), QPainter(self), QFontMetricsF(self.font())
        x, middle = 0.0, self.height() / 2
        for word, validation in zip(self._words, (False, True), strict=True):
            pen = QPen(theme.run(0, validation=validation), 2)
            if validation:
                pen.setDashPattern([dash / 2 for dash in DASH_VALIDATION])
            painter.setPen(pen)
            painter.drawLine(QPointF(x, middle), QPointF(x + LINE, middle))
            width = metrics.horizontalAdvance(word)
            painter.setPen(theme.color("text2"))
            painter.drawText(QRectF(x + LINE + 6, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, word)
            x += LINE + 6 + width + 12
