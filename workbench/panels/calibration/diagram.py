"""The reliability diagram: how often the network is right, over how sure it says it is, and how many samples that are."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.probes.calibration import Reliability
from workbench.plots.axes import Axes
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.numbers import grouped, percent

LEFT: Final = 44.0
COUNTS: Final = 0.26
"""Share of the height for the counts below."""


class ReliabilityDiagram(QWidget):
    """A bar for each bin; where the bar ends below the diagonal the network is surer than it is right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("calibration.diagram")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.shown: Reliability | None = None
        self._words = ("", "", "")
        self._about = ""
        current_theme().changed.connect(self.update)

    def set_words(self, confidence: str, accuracy: str, samples: str, about: str) -> None:
        """Set the words at the axes, and for a bin its tooltip with five places."""
        self._words, self._about = (confidence, accuracy, samples), about
        self.update()

    def show_reliability(self, reliability: Reliability) -> None:
        """Show other bins."""
        self.shown = reliability
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(360, 340)

    def areas(self) -> tuple[QRectF, QRectF]:
        """Return where the bars of accuracy and those of the counts are."""
        room = self.height() - 22 - 22 - 36
        below = max(24.0, room * COUNTS)
        wide = self.width() - LEFT - 8
        upper = QRectF(LEFT, 22, wide, max(20.0, room - below))
        return upper, QRectF(LEFT, upper.bottom() + 22, wide, below)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.shown is None:
            return
        painter, theme = QPainter(self), current_theme()
        upper, lower = self.areas()
        bins = len(self.shown.counts)
        painter.fillRect(upper, theme.color("plot"))
        painter.fillRect(lower, theme.color("plot"))
        shares = Axes(upper, (0.0, 1.0), (0.0, 1.0))
        most = int(self.shown.counts.max()) if self.shown.total else 1
        counts = Axes(lower, (0.0, 1.0), (0.0, float(max(1, most))))
        shares.paint_ticks(painter, grid=True)
        counts.paint_ticks(painter)
        for b in range(bins):
            left, right = shares.at(b / bins, 0).x() + 1, shares.at((b + 1) / bins, 0).x() - 1
            number = int(self.shown.counts[b])
            if not number:
                continue
            top = counts.at(0, number).y()
            painter.fillRect(QRectF(left, top, right - left, lower.bottom() - top), theme.color("axis"))
            said, right_share = float(self.shown.confidence[b]), float(self.shown.accuracy[b])
            y_right, y_said = shares.at(0, right_share).y(), shares.at(0, said).y()
            painter.fillRect(QRectF(left, y_right, right - left, upper.bottom() - y_right), theme.run(0))
            gap = QRectF(left, min(y_right, y_said), right - left, abs(y_right - y_said))
            painter.fillRect(gap, theme.color("error_wash" if y_said < y_right else "warn_wash"))
            painter.setPen(QPen(theme.color("error" if y_said < y_right else "warn"), 1))
            painter.drawRect(gap.adjusted(0.5, 0, -0.5, 0))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("text2"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(shares.at(0, 0), shares.at(1, 1))
        self._paint_words(painter, upper, lower)

    def _paint_words(self, painter: QPainter, upper: QRectF, lower: QRectF) -> None:
        painter.setFont(font("caption"))
        painter.setPen(current_theme().color("text2"))
        confidence, accuracy, samples = self._words
        painter.drawText(QPointF(0, 13), accuracy)
        place = QRectF(upper.left(), lower.bottom() + 18, upper.width(), 16)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight, confidence)
        painter.drawText(lower.adjusted(6, 4, 0, 0), Qt.AlignmentFlag.AlignLeft, samples)

    def words_at(self, x: float) -> str:
        """Return what the bin at a pixel holds, "" beside the bars."""
        upper, _ = self.areas()
        if self.shown is None or not upper.left() <= x < upper.right():
            return ""
        bins = len(self.shown.counts)
        b = int((x - upper.left()) / upper.width() * bins)
        said, right = float(self.shown.confidence[b]), float(self.shown.accuracy[b])
        ends = f"{b / bins:g}", f"{(b + 1) / bins:g}"
        return self._about.format(*ends, grouped(int(self.shown.counts[b])), percent(said, 1), percent(right, 1))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.words_at(event.pos().x()), self)
            return True
        return super().event(event)
