"""Small charts: the loss while the network learns, and when each of many starts had learned XOR."""

from __future__ import annotations

from math import log
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.perceptron.hidden import SeedReport
from workbench.panels.perceptron_hidden.trainer import HiddenTrainer
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.painting import rounded

LEFT: Final = 34
TOP: Final = 20
BOTTOM: Final = 18
COLUMNS: Final = 20


class LossChart(QWidget):
    """The mean cross entropy, step by step."""

    def __init__(self, trainer: HiddenTrainer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hidden.loss")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(80)
        self._trainer = trainer
        self._title, self._axis = "", ""
        trainer.changed.connect(self.update)
        current_theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(230, 120)

    def set_words(self, title: str, axis: str) -> None:
        """Set the title and the name of the axis."""
        self._title, self._axis = title, axis
        self.setAccessibleName(title)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        painter.fillRect(self.rect(), theme.color("plot"))
        painter.setFont(font("caption", 600))
        painter.setPen(theme.color("text"))
        painter.drawText(QRectF(8, 2, self.width() - 16, 16), Qt.AlignmentFlag.AlignLeft, self._title)
        area = QRectF(LEFT, TOP, self.width() - LEFT - 12, self.height() - TOP - BOTTOM)
        curve = self._trainer.curve
        most = max(0.8, *(loss for _, loss in curve))
        last = max(200, curve[-1][0])
        painter.setFont(font("caption"))
        for value, words in ((0.0, "0"), (log(2), "ln 2")):
            y = area.bottom() - value / most * area.height()
            painter.setPen(QPen(theme.color("axis" if value == 0 else "grid"), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(theme.color("text3"))
            painter.drawText(QRectF(0, y - 8, LEFT - 5, 16), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        below = QRectF(area.left(), area.bottom() + 2, area.width(), 15)
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, f"{last:,} {self._axis}")
        line = QPolygonF(
            [QPointF(area.left() + at / last * area.width(), area.bottom() - v / most * area.height()) for at, v in curve]
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.run(0), 1.5))
        painter.drawPolyline(line)


class SeedChart(QWidget):
    """One cell for each seed: how soon it had learned XOR, or that it never did. A click takes the seed.

    Attributes
    ----------
    taken
        With the seed.
    """

    taken = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hidden.seeds")
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(80)
        self._report: SeedReport | None = None
        self._seed = -1
        self._learned, self._stuck = "{seed} {steps}", "{seed}"
        current_theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(230, 120)

    def set_words(self, name: str, learned: str, stuck: str) -> None:
        """Set what the chart is called and what is said of one seed."""
        self.setAccessibleName(name)
        self._learned, self._stuck = learned, stuck

    def show_report(self, report: SeedReport | None, seed: int) -> None:
        """Show what became of all seeds, and which one is looked at."""
        self._report, self._seed = report, seed
        self.setAccessibleDescription(f"{report.successes} / {len(report.learned_after)}" if report else "")
        self.update()

    @property
    def report(self) -> SeedReport | None:
        """What is shown."""
        return self._report

    def cell(self, seed: int) -> QRectF:
        """Return where the cell of a seed is."""
        count = len(self._report.learned_after) if self._report else 100
        rows = -(-count // COLUMNS)
        wide, high = self.width() / COLUMNS, self.height() / rows
        return QRectF(seed % COLUMNS * wide, seed // COLUMNS * high, wide, high).adjusted(1, 1, -1, -1)

    def _seed_at(self, pixel: QPointF) -> int:
        count = len(self._report.learned_after) if self._report else 0
        return next((seed for seed in range(count) if self.cell(seed).contains(pixel)), -1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        seed = self._seed_at(event.position())
        if seed >= 0:
            self.taken.emit(seed)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self._report is not None:
            seed = self._seed_at(QPointF(event.pos()))
            steps = self._report.learned_after[seed] if seed >= 0 else None
            words = self._stuck.format(seed=seed) if steps is None else self._learned.format(seed=seed, steps=f"{steps:,}")
            QToolTip.showText(event.globalPos(), words if seed >= 0 else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        if self._report is None:
            return
        for seed, steps in enumerate(self._report.learned_after):
            box = self.cell(seed)
            if steps is None:
                rounded(painter, box, 2, theme.color("error_wash"), theme.color("error"))
                painter.setPen(theme.color("error"))
                painter.setFont(font("caption"))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "✗")
            else:
                fill = theme.color("ok")
                fill.setAlphaF(1.0 - 0.75 * min(1.0, steps / self._report.steps) ** 0.5)
                rounded(painter, box, 2, fill)
            if seed == self._seed:
                rounded(painter, box.adjusted(-1, -1, 1, 1), 2, None, theme.color("accent"), width=2)
