"""A row of a form: a label, a control, and what is wrong with it below."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workbench.widgets.labels import ElidedLabel, Label

LABEL_WIDTH: Final = 92
LABEL_LIMIT: Final = 140
LABEL_LEAST: Final = 56
CONTROL: Final = 128
"""Where there is less room than this for the control, the label takes no more than its words."""

LEAST_CONTROL: Final = 100
"""Where there is less room than this for the control, or than the least it can do with, the words are cut short."""

GAP: Final = 8


class FormRow(QWidget):
    """Label at the left, control at the right, and a line for trouble or a remark."""

    def __init__(self, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        self.label = ElidedLabel(tone="text2")
        self.label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.label.setFixedWidth(LABEL_WIDTH)
        self._label_width = self._words_width = LABEL_WIDTH
        self._remark = Label(size="caption", tone="text3", wrap=True)
        self._remark.setContentsMargins(LABEL_WIDTH + GAP, 0, 0, 0)
        self._remark.hide()
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addWidget(self.label)
        line.addWidget(control, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(line)
        layout.addWidget(self._remark)

    def set_words(self, label: str, about: str = "") -> None:
        """Set label and tooltip; the control takes the label for its accessible name."""
        self.label.set_text(label)
        self.control.setAccessibleName(label)
        self.setToolTip(about)

    def set_label_width(self, width: int, words: int = LABEL_LEAST) -> None:
        """Give the label a width, less where the row is too narrow for it.

        Parameters
        ----------
        words
            What the widest label of the form needs.
        """
        self._label_width, self._words_width = width, words
        self._fit()

    def _fit(self) -> None:
        room = self.width() - GAP
        whole = min(self._words_width, room - min(LEAST_CONTROL, self.control.minimumSizeHint().width()))
        width = min(self._label_width, max(LABEL_LEAST, whole, room - CONTROL))
        if width != self.label.width() or self.label.maximumWidth() != width:
            self.label.setFixedWidth(width)
            self._remark.setContentsMargins(width + GAP, 0, 0, 0)
        self._fit_remark()

    def _fit_remark(self) -> None:
        """Give a remark of several lines its height: layouts ask wrapped labels for less than they need."""
        high = self._remark.heightForWidth(self.width()) if self._remark.text() and self.width() else 0
        self._remark.setMinimumHeight(max(0, high))

    def minimumSizeHint(self) -> QSize:
        least = LABEL_LEAST + GAP + self.control.minimumSizeHint().width()
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def words_width(self) -> int:
        """Return the width that the whole label needs, within reason."""
        return min(LABEL_LIMIT, QFontMetrics(self.label.font()).horizontalAdvance(self.label.whole) + 2)

    def show_trouble(self, text: str) -> None:
        """Say what is wrong, or nothing any more."""
        self._remark.set_tone("error")
        self._remark.setText(text)
        self._remark.setVisible(bool(text))
        self._fit_remark()

    def show_remark(self, text: str) -> None:
        """Say something about the value, such as what follows from it."""
        self._remark.set_tone("text3")
        self._remark.setText(text)
        self._remark.setVisible(bool(text))
        self._fit_remark()


def align_labels(rows: list[FormRow]) -> None:
    """Give the labels of several rows one width, as wide as the widest needs."""
    words = max((row.words_width() for row in rows), default=LABEL_WIDTH)
    for row in rows:
        row.set_label_width(max(LABEL_WIDTH, words), words)
