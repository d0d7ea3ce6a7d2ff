"""Which line is which."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.theme.tokens import DASH_VALIDATION

LINE = 22.0


SOLID, DASHED, BOTH = range(3)
"""What is drawn before a word: a line of training, one of validation, or one above the other."""

Entry = tuple[int, str, int]
"""The index of a run's colour, the word, and which lines."""


class Legend(QWidget):
    """A solid line for training and a dashed one for validation, each with its word; or both for each of several runs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self.setFont(font("caption"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        current_theme().changed.connect(self.update)

    def set_entries(self, entries: list[Entry]) -> None:
        """Show these lines."""
        if entries != self._entries:
            self._entries = entries
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        return QSize(int(sum(LINE + 6 + metrics.horizontalAdvance(word) + 12 for _, word, _ in self._entries)), 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, metrics = current_theme(), QPainter(self), QFontMetricsF(self.font())
        x, middle = 0.0, self.height() / 2
        for run, word, style in self._entries:
            for validation in (False, True):
                if style == (DASHED if not validation else SOLID):
                    continue
                pen = QPen(theme.run(run, validation=validation), 2)
                if validation:
                    pen.setDashPattern([dash / 2 for dash in DASH_VALIDATION])
                y = middle if style != BOTH else middle + (2 if validation else -2)
                painter.setPen(pen)
                painter.drawLine(QPointF(x, y), QPointF(x + LINE, y))
            width = metrics.horizontalAdvance(word)
            painter.setPen(theme.color("text2"))
            painter.drawText(QRectF(x + LINE + 6, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, word)
            x += LINE + 6 + width + 12
