"""A card for each sample: its picture, what the network takes it for, and how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.arrays import Array
from workbench.plots.picture import image_of
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.kept_text import KeptText
from workbench.widgets.numbers import THIN_SPACE
from workbench.widgets.painting import rounded

GAP: Final = 8
LEAST_WIDTH: Final = 88
LEAST_HEIGHT: Final = 90
MOST_HEIGHT: Final = 112
ROW: Final = 12.0
SHOWN: Final = 3
"""How many of the likeliest classes a card shows."""


@dataclass(frozen=True, slots=True)
class Card:
    """One sample with its answer.

    Parameters
    ----------
    label
        The class that it is.
    probabilities
        ``(K,)``, or None before the first answer.
    note
        A line at its foot, "" for none.
    """

    label: int
    probabilities: Array | None = None
    note: str = ""

    @property
    def guess(self) -> int:
        """The likeliest class; −1 before the first answer."""
        return -1 if self.probabilities is None else int(np.argmax(self.probabilities))

    @property
    def right(self) -> bool:
        """Whether the likeliest class is the true one."""
        return self.guess == self.label


class CardGrid(QWidget):
    """Cards in as many columns as fit. Grey until there is something to judge."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: tuple[Card, ...] = ()
        self.judged = False
        self._classes: tuple[str, ...] = ()
        self._pictures = np.empty((0, 1, 1), np.float32)
        self._images: list[QImage] = []
        self._is_word = ""
        self._small, self._digit, self._word = (
            KeptText(font("caption"), self),
            KeptText(font("digit", 600), self),
            KeptText(font("dense", 600), self),
        )
        self._figure_width = self._small.width(f"100{THIN_SPACE}%") + 3
        self._grounds: dict[tuple[int, bool, float, float, float], QPixmap] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        # else the grounds of all its parents are painted under it ten times a second
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        current_theme().changed.connect(self._recolour)

    def set_words(self, is_word: str) -> None:
        """Set the words for the true class of a wrong answer, such as ``is {0}``."""
        self._is_word = is_word
        self.update()

    def show_samples(self, pictures: Array, labels: Array, classes: tuple[str, ...]) -> None:
        """Show other samples: pictures ``(N, H, W)`` or ``(N, H, W, 3)`` from 0 to 1, and their classes."""
        self._pictures, self._classes = pictures, classes
        self.cards = tuple(Card(int(label)) for label in labels)
        self._recolour()
        self._fit()

    def show_answers(self, probabilities: Array, *, judged: bool, notes: Sequence[str] = ()) -> None:
        """Show what the network says, ``(N, K)``; without `judged` in grey, for a network that has learned nothing yet.

        Parameters
        ----------
        notes
            A line for the foot of each card; none for no such line.
        """
        before = [self._face(card) for card in self.cards] if judged == self.judged else []
        self.judged = judged
        footed = any(card.note for card in self.cards)
        lines = notes or ("",) * len(self.cards)
        self.cards = tuple(Card(card.label, p, line) for card, p, line in zip(self.cards, probabilities, lines, strict=True))
        if footed != bool(notes):
            self._fit()
        for index, card in enumerate(self.cards):
            if not before or self._face(card) != before[index]:
                self.update(self.card_at(index).toAlignedRect())

    def _face(self, card: Card) -> tuple[object, ...]:
        """Return what can be seen of an answer, to paint only cards that look different."""
        if card.probabilities is None:
            return ()
        likeliest = np.argsort(-card.probabilities, kind="stable")[:SHOWN]
        return (card.note, *((int(k), round(100 * float(card.probabilities[k]))) for k in likeliest))

    @property
    def _foot(self) -> float:
        """The height of the line at the foot of a card."""
        return ROW + 2 if any(card.note for card in self.cards) else 0.0

    @property
    def right(self) -> int:
        """How many answers are right."""
        return sum(card.right for card in self.cards)

    def columns(self) -> int:
        """Return how many cards stand side by side."""
        fitting = max(1, (self.width() + GAP) // (LEAST_WIDTH + GAP))
        rows = -(-len(self.cards) // fitting)
        return -(-len(self.cards) // max(1, rows)) or 1

    def _fit(self) -> None:
        self._grounds.clear()
        rows = -(-len(self.cards) // self.columns())
        self.setMinimumHeight(int(rows * (LEAST_HEIGHT + self._foot + GAP)) - GAP if rows else 0)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(3 * (LEAST_WIDTH + GAP), 4 * (LEAST_HEIGHT + GAP))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _recolour(self) -> None:
        table = current_theme().lookup("ink")
        self._images = []
        self._grounds.clear()
        for picture in self._pictures:
            # without transparency it is drawn fastest
            self._images.append(image_of(picture, (0.0, 1.0), table).convertToFormat(QImage.Format.Format_RGB32))
        self.update()

    def card_at(self, index: int) -> QRectF:
        """Return where a card lies."""
        columns = self.columns()
        rows = -(-len(self.cards) // columns)
        width = (self.width() - (columns - 1) * GAP) / columns
        height = min(MOST_HEIGHT + self._foot, (self.height() - (rows - 1) * GAP) / max(1, rows))
        row, column = divmod(index, columns)
        return QRectF(int(column * (width + GAP)), int(row * (height + GAP)), int(width), int(height))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), current_theme().color("panel"))
        for index in range(len(self.cards)):
            area = self.card_at(index)
            if event.region().intersects(area.toAlignedRect()):
                self._paint_card(painter, area, index)

    def _paint_card(self, painter: QPainter, area: QRectF, index: int) -> None:
        card = self.cards[index]
        wrong = self.judged and card.guess >= 0 and not card.right
        inner = area.adjusted(7, 6, -7, -6)
        foot = inner.bottom() - ROW / 2
        if card.note:
            inner.setBottom(inner.bottom() - ROW - 2)
        side = min(inner.width() * 0.54, inner.height() - SHOWN * ROW - 4)
        picture = QRectF(inner.left(), inner.top(), side, side)
        painter.drawPixmap(area.topLeft(), self._ground(area, picture, index, wrong=wrong))
        if card.note:
            note = self._small.cut(card.note, inner.width())
            self._small.draw(painter, inner.left(), foot, note, current_theme().color("text2"))
        if card.probabilities is not None:
            beside = QRectF(picture.right() + 4, inner.top(), inner.right() - picture.right() - 4, side)
            self._paint_verdict(painter, beside, card, wrong=wrong)
            self._paint_bars(painter, QRectF(inner.left(), inner.bottom() - SHOWN * ROW, inner.width(), SHOWN * ROW), card)

    def _ground(self, area: QRectF, picture: QRectF, index: int, *, wrong: bool) -> QPixmap:
        """Return the frame of a card with the sample's picture, which stay the same while figures change."""
        ratio = self.devicePixelRatioF()
        key = (index, wrong, area.width(), area.height(), ratio)
        found = self._grounds.get(key)
        if found is None:
            theme = current_theme()
            found = QPixmap((area.size() * ratio).toSize())
            found.setDevicePixelRatio(ratio)
            found.fill(theme.color("panel"))
            inner = QPainter(found)
            inner.translate(-area.topLeft())
            rounded(inner, area, 5, theme.color("surface"), theme.color("error" if wrong else "line"))
            self._paint_picture(inner, picture, self._images[index])
            inner.end()
            self._grounds[key] = found
        return found

    def _paint_picture(self, painter: QPainter, area: QRectF, image: QImage) -> None:
        scale = min(area.width() / image.width(), area.height() / image.height())
        width, height = image.width() * scale, max(image.height() * scale, 6.0)
        spot = QRectF(area.left() + (area.width() - width) / 2, area.top() + (area.height() - height) / 2, width, height)
        painter.drawImage(spot, image)

    def _paint_verdict(self, painter: QPainter, area: QRectF, card: Card, *, wrong: bool) -> None:
        theme = current_theme()
        name = self._classes[card.guess]
        face = self._digit if len(name) <= 2 else self._word
        middle, under = area.center().x(), area.top() + face.metrics.height() - 2
        tone = theme.color("error" if wrong else "text" if self.judged else "text3")
        face.draw(painter, middle, area.top() + face.metrics.height() / 2, face.cut(name, area.width()), tone, align=0.5)
        if not self.judged:
            return
        if wrong:
            words = self._small.cut(self._is_word.format(self._classes[card.label]), area.width())
            self._small.draw(painter, middle, under + 8, words, tone, align=0.5)
        else:
            theme.icon("check", "ok", 14).paint(painter, QRect(round(middle) - 7, round(under) + 1, 14, 14))

    def _paint_bars(self, painter: QPainter, area: QRectF, card: Card) -> None:
        theme, probabilities = current_theme(), card.probabilities
        if probabilities is None:
            return
        small = self._small
        likeliest = np.argsort(-probabilities, kind="stable")[:SHOWN].tolist()
        names = [self._classes[k] for k in likeliest]
        name_width = min(max(map(small.width, names)), area.width() * 0.4) + 4
        bar_width = area.width() - name_width - self._figure_width
        ground, words = theme.color("hover"), theme.color("text2")
        strong, weak = (theme.color(token) for token in (("text2", "axis") if self.judged else ("track", "track")))
        left, right = area.left() + name_width, area.right()
        for place, (k, name) in enumerate(zip(likeliest, names, strict=True)):
            middle = area.top() + (place + 0.5) * ROW
            share = float(probabilities[k])
            small.draw(painter, area.left(), middle, small.cut(name, name_width), words)
            small.draw(painter, right, middle, f"{100 * share:.0f}{THIN_SPACE}%", words, align=1.0)
            painter.fillRect(QRectF(left, middle - 2.5, bar_width, 5), ground)
            painter.fillRect(QRectF(left, middle - 2.5, max(1.0, bar_width * share), 5), weak if place else strong)
