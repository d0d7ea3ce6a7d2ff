"""Text on the window: labels of the type scale, chips, and the lamp with its word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from workbench.theme.fonts import Size, font
from workbench.theme.theme import current_theme
from workbench.widgets.painting import circle, rounded

_ONE_LINE: Final = Qt.TextFlag.TextSingleLine.value


class Label(QLabel):
    """A line of text in a step of the type scale.

    Parameters
    ----------
    tone
        ``"text"``, ``"text2"``, ``"text3"``, ``"accent"``, ``"ok"``, ``"warn"`` or ``"error"``.
    wrap
        True for several lines.
    """

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        size: Size = "body",
        weight: int = 400,
        tone: str = "text",
        wrap: bool = False,
    ) -> None:
        super().__init__(text, parent)
        self.setFont(font(size, weight))
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def set_tone(self, tone: str) -> None:
        """Show it in the colour of another token."""
        if tone != self.property("tone"):
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)


class ElidedLabel(Label):
    """A line that ends in … where the room ends; the whole text is its tooltip then.

    It draws its text itself: QLabel asks for a new layout at every change of its text, and a note that counts
    iterations would lay out the whole window thirty times a second.

    Parameters
    ----------
    ground
        Token of the colour behind it. Where one is given it is painted, so that nothing behind has to be.
    """

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        size: Size = "body",
        weight: int = 400,
        tone: str = "text",
        ground: str = "",
    ) -> None:
        super().__init__("", parent, size=size, weight=weight, tone=tone)
        self._ground = ground
        self._whole = self._shown = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    @property
    def whole(self) -> str:
        """The text before it was cut."""
        return self._whole

    def text(self) -> str:
        return self._shown

    def set_text(self, text: str) -> None:
        """Show another text."""
        if text != self._whole:
            self._whole = text
            self.setAccessibleName(text)
            self._cut()

    def _cut(self) -> None:
        shown = QFontMetrics(self.font()).elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        if shown != self._shown:
            self._shown = shown
            # Here, because the style sheet takes it back each time it looks at the label.
            self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, bool(self._ground))
            self.update()
        tip = self._whole if shown != self._whole else ""
        if tip != self.toolTip():
            self.setToolTip(tip)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._ground:
            painter.fillRect(event.rect(), current_theme().color(self._ground))
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            self.alignment().value | _ONE_LINE,
            self.palette(),
            self.isEnabled(),
            self._shown,
            self.foregroundRole(),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self._whole) + 1, metrics.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, QFontMetrics(self.font()).height())


class Chip(QWidget):
    """A short note on a quiet ground, such as "Applies from the next batch"."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, tone: str = "text2") -> None:
        super().__init__(parent)
        self._text = ""
        self._tone = tone
        self.setFont(font("caption"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        current_theme().changed.connect(self.update)
        self.set_text(text)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    def set_text(self, text: str, tone: str | None = None) -> None:
        """Say something else; without text it takes no room."""
        self._text = text
        self._tone = tone or self._tone
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(self.font()).horizontalAdvance(self._text) + 12, 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        ground = {"warn": "warn_wash", "error": "error_wash", "accent": "wash"}.get(self._tone, "hover")
        painter = QPainter(self)
        rounded(painter, QRectF(self.rect()), 4, theme.color(ground))
        painter.setPen(theme.color(self._tone))
        painter.setFont(self.font())
        shown = QFontMetrics(self.font()).elidedText(self._text, Qt.TextElideMode.ElideRight, self.width() - 10)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, shown)


class Lamp(QWidget):
    """A lamp that always comes with a word."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._word, self._tone = "", "text3"
        self._usual: tuple[str, ...] = ()
        self.setFont(font("dense"))
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        current_theme().changed.connect(self.update)

    @property
    def word(self) -> str:
        """What it says."""
        return self._word

    def set_usual(self, words: Sequence[str]) -> None:
        """Keep room for words that it often says, so that nothing beside it moves when it says another of them."""
        self._usual = tuple(words)
        self.updateGeometry()

    def show_state(self, word: str, tone: str, about: str = "") -> None:
        """Light up: ``tone`` is ``"ok"``, ``"warn"``, ``"error"``, ``"accent"`` or ``"text3"``."""
        self._word, self._tone = word, tone
        self.setAccessibleName(word)
        self.setToolTip(about or word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(20 + max(metrics.horizontalAdvance(word) for word in (self._word, *self._usual)) + 2, 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(14, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        circle(painter, QPointF(6, self.height() / 2), 6, theme.color(self._tone))
        painter.setPen(theme.color(self._tone if self._tone == "error" else "text2"))
        painter.setFont(self.font())
        room = self.rect().adjusted(20, 0, 0, 0)
        shown = QFontMetrics(self.font()).elidedText(self._word, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
