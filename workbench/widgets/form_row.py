"""A row of a form: a label, a control, and what is wrong with it below."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workbench.widgets.labels import ElidedLabel, Label

LABEL_WIDTH: Final = 92
LABEL_LIMIT: Final = 140


class FormRow(QWidget):
    """Label at the left, control at the right, and a line for trouble or a remark."""

    def __init__(self, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        self.label = ElidedLabel(tone="text2")
        self.label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.label.setFixedWidth(LABEL_WIDTH)
        self._remark = Label(size="caption", tone="text3", wrap=True)
        self._remark.hide()
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.label)
        line.addWidget(control, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(line)
        below = QHBoxLayout()
        below.addSpacing(LABEL_WIDTH + 8)
        below.addWidget(self._remark, 1)
        layout.addLayout(below)

    def set_words(self, label: str, about: str = "") -> None:
        """Set label and tooltip; the control takes the label for its accessible name."""
        self.label.set_text(label)
        self.control.setAccessibleName(label)
        self.setToolTip(about)

    def wanted_label_width(self) -> int:
        """Return the width that the whole label needs, within reason."""
        need = QFontMetrics(self.label.font()).horizontalAdvance(self.label.whole) + 2
        return min(LABEL_LIMIT, max(LABEL_WIDTH, need))

    def show_trouble(self, text: str) -> None:
        """Say what is wrong, or nothing any more."""
        self._remark.set_tone("error")
        self._remark.setText(text)
        self._remark.setVisible(bool(text))

    def show_remark(self, text: str) -> None:
        """Say something about the value, such as what follows from it."""
        self._remark.set_tone("text3")
        self._remark.setText(text)
        self._remark.setVisible(bool(text))


def align_labels(rows: list[FormRow]) -> None:
    """Give the labels of several rows one width, as wide as the widest needs."""
    width = max((row.wanted_label_width() for row in rows), default=LABEL_WIDTH)
    for row in rows:
        row.label.setFixedWidth(width)
