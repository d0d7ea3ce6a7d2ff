"""How many of the shown samples are right, in the head of the panel."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.kept_text import KeptText

MARK = "{0}"
"""Stands in the words for the number that is lit."""


class Score(QWidget):
    """A number of right answers and the words around it.

    A label would lay out a rich text at each frame, and often the whole window after it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = KeptText(font("dense", 500), self)
        self._right, self._before, self._after = "", "", ""
        current_theme().changed.connect(self.update)

    def show_score(self, right: int, count: int, words: str) -> None:
        """Show ``words``, in which ``{0}`` stands for the right ones and ``{1}`` for all."""
        before, after = words.split(MARK)
        now = str(right), before.format(None, count), after.format(None, count)
        if now == (self._right, self._before, self._after):
            return
        self._right, self._before, self._after = now
        widest = sum(map(self._texts.width, (self._before, str(count), self._after)))
        self.setFixedSize(QSize(round(widest) + 4, round(self._texts.metrics.height()) + 2))
        self.setAccessibleName(self.text())
        self.update()

    def clear(self) -> None:
        """Show nothing, where there is no right and no wrong."""
        if self._right:
            self._right = self._before = self._after = ""
            self.setAccessibleName("")
            self.update()

    def text(self) -> str:
        """Return what is shown."""
        return self._before + self._right + self._after

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        x, middle = float(self.width()), self.height() / 2
        for text, tone in ((self._after, "text2"), (self._right, "ok"), (self._before, "text2")):
            self._texts.draw(painter, x, middle, text, theme.color(tone), align=1.0)
            x -= self._texts.width(text)
