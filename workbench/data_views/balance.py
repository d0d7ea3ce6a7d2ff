"""How many samples each class has, as bars."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.numbers import grouped

LABEL = 16
GAP = 3.0


class ClassBalance(QWidget):
    """One bar per class, all from zero; the class's name below, its count on hover."""

    def __init__(self, name: str, height: int = 40, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._classes: tuple[str, ...] = ()
        self._counts: tuple[int, ...] = ()
        self._bar_height = height
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        current_theme().changed.connect(self.update)

    def show_counts(self, classes: Sequence[str], counts: Sequence[int]) -> None:
        """Show other counts, one for each class."""
        self._classes, self._counts = tuple(classes), tuple(counts)
        said = ", ".join(f"{name}: {grouped(count)}" for name, count in zip(classes, counts, strict=True))
        self.setAccessibleName(self.tr("Samples of each class"))
        self.setAccessibleDescription(said)
        self.update()

    def bars(self) -> list[QRectF]:
        """Return where each bar stands."""
        if not self._counts:
            return []
        most = max(self._counts) or 1
        wide = (self.width() + GAP) / len(self._counts)
        return [
            QRectF(k * wide, self._bar_height * (1 - count / most), max(1.0, wide - GAP), self._bar_height * count / most)
            for k, count in enumerate(self._counts)
        ]

    def sizeHint(self) -> QSize:
        return QSize(200, self._bar_height + LABEL)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        painter.setFont(font("caption"))
        metrics = QFontMetricsF(font("caption"))
        for bar, name in zip(self.bars(), self._classes, strict=True):
            painter.fillRect(bar, theme.color("track"))
            painter.fillRect(QRectF(bar.left(), self._bar_height, bar.width(), 1), theme.color("axis"))
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, bar.width() + GAP)
            painter.setPen(theme.color("text2"))
            place = QRectF(bar.left() - GAP / 2, self._bar_height + 2, bar.width() + GAP, LABEL - 2)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, shown)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            for bar, name, count in zip(self.bars(), self._classes, self._counts, strict=True):
                if bar.left() <= event.pos().x() <= bar.right() + GAP:
                    QToolTip.showText(event.globalPos(), f"{name}: {grouped(count)}", self)
                    return True
        return super().event(event)
