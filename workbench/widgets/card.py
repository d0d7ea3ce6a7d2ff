"""Plain frames: a card, a line between things, and the place where something could be."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from workbench.theme.theme import current_theme
from workbench.widgets.buttons import Button
from workbench.widgets.labels import Label
from workbench.widgets.painting import rounded


class Card(QWidget):
    """A rounded box on the panel.

    Parameters
    ----------
    tone
        ``"line"`` for the usual border; ``"error"``, ``"warn"`` or ``"accent"`` to mark it.
    """

    def __init__(self, parent: QWidget | None = None, *, tone: str = "line", margin: int = 12) -> None:
        super().__init__(parent)
        self._tone = tone
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margin, margin - 2, margin, margin - 2)
        self.body.setSpacing(6)
        current_theme().changed.connect(self.update)

    def set_tone(self, tone: str) -> None:
        """Mark it in the colour of another token."""
        self._tone = tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        fill = {"error": "error_wash", "warn": "warn_wash"}.get(self._tone, "surface")
        width = 2.0 if self._tone == "accent" else 1.0
        rounded(QPainter(self), QRectF(self.rect()), 5, theme.color(fill), theme.color(self._tone), width=width)


class Separator(QFrame):
    """A line of 1 px."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("separator", True)
        self.setFixedHeight(1)


class EmptyState(QWidget):
    """One sentence, and one button that does the next sensible thing.

    Attributes
    ----------
    asked
        When the button was pressed.
    """

    asked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._sentence = Label(tone="text2", wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._button = Button(f"{name}.button", primary=True)
        self._button.clicked.connect(self.asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        layout.addStretch()
        layout.addWidget(self._sentence)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()
        self.set_words("")

    def set_words(self, sentence: str, act: str = "") -> None:
        """Say what is missing, and what the button does; without an act there is no button."""
        self._sentence.setText(sentence)
        self._button.setText(act)
        self._button.setAccessibleName(act)
        self._button.setVisible(bool(act))
