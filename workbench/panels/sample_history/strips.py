"""A strip for each sample: blue while it is answered rightly, orange while not, the deeper the clearer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import QLineF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.arrays import Array
from core.probes.sample_history import SampleHistory
from workbench.plots.axes import ticks
from workbench.plots.picture import draw_image, image_of, images_of
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.numbers import grouped
from workbench.widgets.painting import focus_ring, has_keyboard_focus

ROW: Final = 22.0
PICTURE: Final = 18.0
NAME: Final = 64.0
WORDS: Final = 172.0
PALEST: Final = 0.15
"""How deep the colour of an answer is that hangs in the balance, so that right and wrong can be told."""

LEAST_STRIP: Final = 160.0
FOOT: Final = 20.0

_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True)
class Row:
    """One sample: its place in the history, its class, and what is said of it."""

    place: int
    name: str
    words: str


class HistoryStrips(QWidget):
    """As many rows as fit; the wheel and the arrow keys move on. A click shows that moment.

    Attributes
    ----------
    picked
        With the iteration that was clicked.
    """

    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sample_history.strips")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.rows: tuple[Row, ...] = ()
        self.first = 0
        self._history: SampleHistory | None = None
        self._pictures: Array = np.empty((0, 1, 1), np.float32)
        self._images: list[QImage] = []
        self._strips: dict[int, QImage] = {}
        self._present = 0
        self._word = ""
        current_theme().changed.connect(self._forget)

    def set_words(self, iteration: str) -> None:
        """Set the word under the time."""
        self._word = iteration
        self.update()

    def show_pictures(self, pictures: Array) -> None:
        """Show other samples, ``(N, H, W)`` or ``(N, 3, H, W)`` from 0 to 1."""
        self._pictures = pictures
        self._history, self.rows, self.first = None, (), 0
        self._forget()

    def show_history(self, history: SampleHistory, rows: Sequence[Row], present: int) -> None:
        """Show how samples fared; the moment that is looked at is marked."""
        self._history, self.rows, self._present = history, tuple(rows), present
        self._strips = {}
        self._scroll_to(self.first)
        self.update()

    def _forget(self) -> None:
        self._images = images_of(self._pictures, (0.0, 1.0), current_theme().lookup("ink"))
        self._strips = {}
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(500, 340)

    @property
    def fitting(self) -> int:
        """How many rows fit."""
        return max(1, int((self.height() - FOOT) // ROW))

    def strip_area(self) -> QRectF:
        """Return where the strips of all rows are."""
        left = PICTURE + 6 + NAME
        words = WORDS if self.width() - left - WORDS >= LEAST_STRIP else 0.0
        return QRectF(left, 0, self.width() - left - words - 8, self.height() - FOOT)

    def iteration_at(self, x: float) -> int | None:
        """Return the iteration at a pixel."""
        area = self.strip_area()
        if self._history is None or not area.left() <= x < area.right():
            return None
        return round((x - area.left()) / area.width() * self._last)

    @property
    def _last(self) -> int:
        return max(1, int(self._history.iterations[-1])) if self._history is not None else 1

    def _strip(self, place: int) -> QImage:
        """Return one sample's strip as a picture of one row, each stretch of time in the colour of the nearest moment."""
        history = self._history
        if place not in self._strips and history is not None:
            times = (np.arange(256) + 0.5) / 256 * self._last
            between = (history.iterations[1:] + history.iterations[:-1]) / 2
            values = history.margins[np.searchsorted(between, times), place][np.newaxis]
            depths = np.sign(values) * (PALEST + (1 - PALEST) * np.sqrt(np.abs(values)))
            self._strips[place] = image_of(depths, (-1.0, 1.0), current_theme().lookup("signed"))
        return self._strips[place]

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._history is None:
            return
        painter, theme, area = QPainter(self), current_theme(), self.strip_area()
        face = font("caption")
        metrics = QFontMetricsF(face)
        painter.setFont(face)
        shown = self.rows[self.first : self.first + self.fitting]
        for number, row in enumerate(shown):
            top = number * ROW
            picture = self._images[row.place]
            scale = min(PICTURE / picture.width(), PICTURE / picture.height())
            draw_image(painter, QRectF(0, top + 2, picture.width() * scale, max(4.0, picture.height() * scale)), picture)
            painter.setPen(theme.color("text"))
            name = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, NAME - 4)
            painter.drawText(QRectF(PICTURE + 6, top, NAME - 4, ROW), _LEFT, name)
            draw_image(painter, QRectF(area.left(), top + 4, area.width(), ROW - 8), self._strip(row.place))
            beside = QRectF(area.right() + 8, top, self.width() - area.right() - 8, ROW)
            if beside.width() > 20:
                painter.setPen(theme.color("text2"))
                painter.drawText(beside, _LEFT, metrics.elidedText(row.words, Qt.TextElideMode.ElideRight, beside.width()))
        bottom = len(shown) * ROW
        x = round(area.left() + self._present / self._last * area.width())
        painter.setPen(QPen(theme.color("text"), 1))
        painter.drawLine(QLineF(x + 0.5, 0, x + 0.5, bottom + 3))
        painter.setPen(theme.color("text3"))
        for value in ticks(0, self._last, max(2, int(area.width() / 80))):
            at = area.left() + value / self._last * area.width()
            place = QRectF(min(at - 40, self.width() - 80.0), bottom + 3, 80, 14)
            painter.drawText(place, Qt.AlignmentFlag.AlignHCenter, grouped(int(value)))
        painter.drawText(QRectF(0, bottom + 3, area.left() - 14, 14), Qt.AlignmentFlag.AlignLeft, self._word)
        if has_keyboard_focus(self):
            focus_ring(painter, QRectF(self.rect()), 3, theme.color("accent"))

    def _scroll_to(self, first: int) -> None:
        self.first = max(0, min(first, len(self.rows) - self.fitting))
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._scroll_to(self.first - (3 if event.angleDelta().y() > 0 else -3))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        iteration = self.iteration_at(event.position().x())
        if iteration is not None and event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(iteration)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        page = self.fitting
        rows = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -page, Qt.Key.Key_PageDown: page}
        moments = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if key in rows:
            self._scroll_to(self.first + rows[key])
        elif key in moments and self._history is not None:
            kept = self._history.iterations
            here = int(np.searchsorted(kept, self._present, side="right")) - 1
            self.picked.emit(int(kept[max(0, min(len(kept) - 1, here + moments[key]))]))
        else:
            super().keyPressEvent(event)
