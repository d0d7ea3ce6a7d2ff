"""Samples of values as rows: what is said, what is true, and the loss."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.arrays import Array
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.numbers import figure

ROW = 22


class ValueList(QWidget):
    """Three columns of figures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gallery.values")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.rows: Array = np.empty((0, 3))
        self._words: tuple[str, ...] = ("", "", "")
        current_theme().changed.connect(self.update)

    def set_words(self, *words: str) -> None:
        """Set the words above the columns."""
        self._words = words
        self.update()

    def show_values(self, answers: Array, truths: Array, losses: Array) -> None:
        """Show other rows, ``(n,)`` each."""
        self.rows = np.stack([answers, truths, losses], axis=1)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, ROW * 13)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        lines = [self._words, *(tuple(figure(float(value)) for value in row) for row in self.rows)]
        wide = self.width() / len(self._words)
        for number, line in enumerate(lines):
            painter.setFont(font("dense" if number else "caption"))
            painter.setPen(theme.color("text" if number else "text2"))
            for column, text in enumerate(line):
                place = QRectF(column * wide, number * ROW, wide - 6, ROW)
                painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
            painter.fillRect(QRectF(0, (number + 1) * ROW - 1, self.width(), 1), theme.color("line"))
