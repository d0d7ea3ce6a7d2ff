"""The scale of a colour map: its ends, its colours, and a word."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.theme.colormaps import Sort
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.numbers import plain_number
from workbench.widgets.painting import rounded

GAP = 6


class ColorBar(QWidget):
    """A horizontal bar of 8 px between the numbers of its ends."""

    def __init__(self, name: str, sort: Sort, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._sort: Sort = sort
        self._ends = ("0", "1")
        self._caption = ""
        self.setFont(font("caption"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        current_theme().changed.connect(self.update)

    def set_limits(self, low: float, high: float) -> None:
        """Write the values of the first and the last colour at the ends."""
        sign = "+" if self._sort == "signed" else ""
        self.set_ends(plain_number(float(f"{low:.3g}")), sign + plain_number(float(f"{high:.3g}")))

    def set_ends(self, low: str, high: str) -> None:
        """Write words at the ends, such as "negative" and "positive"."""
        if (low, high) == self._ends:
            return
        self._ends = (low, high)
        self.setAccessibleDescription(f"{low} … {high}")
        self.update()

    def set_caption(self, caption: str) -> None:
        """Write a word at the right, such as "one scale for all"."""
        if caption == self._caption:
            return
        self._caption = caption
        self.setAccessibleName(caption)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, 18)

    def minimumSizeHint(self) -> QSize:
        return QSize(90, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setFont(self.font())
        metrics = QFontMetrics(self.font())
        low, high = (metrics.horizontalAdvance(end) for end in self._ends)
        caption = metrics.horizontalAdvance(self._caption)
        if low + high + caption + 80 > self.width():
            caption = 0
        room = self.width() - low - high - 2 * GAP - (caption + 2 * GAP if caption else 0)
        bar = QRectF(low + GAP, (self.height() - 8) / 2, max(8, min(room, 180)), 8)
        table = theme.lookup(self._sort)
        colours = QImage(table.tobytes(), 256, 1, 768, QImage.Format.Format_RGB888)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(bar, colours)
        rounded(painter, bar.adjusted(-1, -1, 1, 1), 2, None, theme.color("panel"))
        painter.setPen(theme.color("text3"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), middle | Qt.AlignmentFlag.AlignLeft, self._ends[0])
        painter.drawText(
            self.rect().adjusted(int(bar.right()) + GAP, 0, 0, 0), middle | Qt.AlignmentFlag.AlignLeft, self._ends[1]
        )
        if caption:
            painter.drawText(self.rect(), middle | Qt.AlignmentFlag.AlignRight, self._caption)
