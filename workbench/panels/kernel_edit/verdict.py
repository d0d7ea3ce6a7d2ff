"""Accuracy before and now, in all and for each class."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.probes.accuracy import ClassAccuracy
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.numbers import MINUS, percent

HEAD: Final = 40.0
MOST_ROW: Final = 18.0
NUMBER: Final = 56.0


def points(difference: float) -> str:
    """Return a difference of shares in percentage points, with its sign; a dash for none."""
    if not np.isfinite(difference):
        return "—"
    shown = f"{100 * abs(difference):.1f}"
    sign = "" if shown == "0.0" else MINUS if difference < 0 else "+"
    return f"{sign}{shown}"


class Verdict(QWidget):
    """The accuracy in large figures, and a bar for the change of each class to the left or right of nothing."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._classes: tuple[str, ...] = ()
        self._words = ("", "")
        self.now: ClassAccuracy | None = None
        self.before: ClassAccuracy | None = None
        current_theme().changed.connect(self.update)

    def set_words(self, name: str, accuracy: str, unchanged: str) -> None:
        """Set the accessible name, the word over the figures, and what is said while nothing has changed."""
        self.setAccessibleName(name)
        self._words = (accuracy, unchanged)
        self.update()

    def show_change(self, before: ClassAccuracy | None, now: ClassAccuracy | None, classes: Sequence[str]) -> None:
        """Show how often the network is right, before the hand came and now; None for regression."""
        self.before, self.now, self._classes = before, now, tuple(classes)
        self.setAccessibleDescription(self.summary)
        self.update()

    @property
    def summary(self) -> str:
        """The change in words, such as ``97.0 % → 81.2 % (−15.8)``."""
        if self.before is None or self.now is None:
            return ""
        if self.now is self.before:
            return percent(self.now.total, 1)
        change = points(self.now.total - self.before.total)
        return f"{percent(self.before.total, 1)} → {percent(self.now.total, 1)}  ({change})"

    def sizeHint(self) -> QSize:
        return QSize(220, 230)

    def minimumSizeHint(self) -> QSize:
        return QSize(150, 120)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.before is None or self.now is None:
            return
        theme, painter = current_theme(), QPainter(self)
        accuracy, unchanged = self._words
        painter.setFont(font("dense", 600))
        painter.setPen(theme.color("text"))
        painter.drawText(QRectF(0, 0, self.width(), 16), Qt.AlignmentFlag.AlignLeft, accuracy)
        painter.setFont(font("body"))
        changed = self.now is not self.before
        shown = QFontMetricsF(painter.font()).elidedText(self.summary, Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(theme.color("text" if changed else "text2"))
        painter.drawText(QRectF(0, 17, self.width(), 18), Qt.AlignmentFlag.AlignLeft, shown)
        if not changed:
            painter.setFont(font("caption"))
            painter.setPen(theme.color("text3"))
            painter.drawText(QRectF(0, HEAD, self.width(), 30), Qt.TextFlag.TextWordWrap, unchanged)
        if changed:
            self._paint_classes(painter, self.now.per_class - self.before.per_class)

    def _paint_classes(self, painter: QPainter, changes: np.ndarray) -> None:
        theme = current_theme()
        rows = max(1, min(len(changes), int((self.height() - HEAD) / 13)))
        order = np.arange(len(changes)) if rows >= len(changes) else np.argsort(np.nan_to_num(changes))[:rows]
        high = min(MOST_ROW, (self.height() - HEAD) / rows)
        painter.setFont(font("caption"))
        metrics = QFontMetricsF(painter.font())
        names = min(max(metrics.horizontalAdvance(self._classes[k]) for k in order) + 8, self.width() * 0.35)
        bars = QRectF(names, 0, self.width() - names - NUMBER, high)
        most = max(0.05, float(np.abs(np.nan_to_num(changes)).max()))
        table = theme.lookup("signed")
        middle = bars.left() + bars.width() / 2
        for place, k in enumerate(order.tolist()):
            top = HEAD + place * high
            change = float(np.nan_to_num(changes[k]))
            painter.setPen(theme.color("text2"))
            left, right = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            name = metrics.elidedText(self._classes[k], Qt.TextElideMode.ElideRight, names - 4)
            painter.drawText(QRectF(0, top, names, high), left, name)
            painter.drawText(QRectF(bars.right(), top, NUMBER, high), right, points(float(changes[k])))
            painter.fillRect(QRectF(bars.left(), top + high / 2 - 3, bars.width(), 6), theme.color("hover"))
            length = abs(change) / most * bars.width() / 2
            colour = theme.color("accent")
            colour.setRgb(*(int(c) for c in table[220 if change > 0 else 35]))
            painter.fillRect(QRectF(middle if change > 0 else middle - length, top + high / 2 - 3, length, 6), colour)
        painter.fillRect(QRectF(middle - 0.5, HEAD, 1, high * rows), theme.color("axis"))
