"""Pictures of the learning: errors of each pass as bars, and the loss as a line."""

from __future__ import annotations

from math import log
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.perceptron.progress import Progress
from workbench.perceptron.colours import rule_colour
from workbench.theme.fonts import font
from workbench.theme.theme import Theme, current_theme
from workbench.widgets.numbers import figure

LEFT: Final = 34
RIGHT: Final = 12
ROOM_FOR_VALUE: Final = 50
"""At the right of the loss stands its last value."""
TOP: Final = 24
BOTTOM: Final = 22
WIDEST_BAR: Final = 22.0
UNDECIDED: Final = log(2)
"""The mean cross entropy of a unit that says one half everywhere."""


class PassChart(QWidget):
    """Wrong rows of each pass; for gradient descent the loss after each pass."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(110)
        self._progress: Progress | None = None
        self._title, self._axis, self._nothing = "", "", ""
        current_theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(200, 150)

    def set_words(self, title: str, axis: str, nothing: str) -> None:
        """Set the title, the name of the axis, and what stands there before the first sample."""
        self._title, self._axis, self._nothing = title, axis, nothing
        self.setAccessibleName(title)
        self.update()

    def show_progress(self, progress: Progress) -> None:
        """Draw the learning so far."""
        self._progress = progress
        values = progress.errors if progress.rule == "perceptron" else [round(loss, 3) for loss in progress.losses]
        self.setAccessibleDescription(", ".join(map(str, values[-20:])))
        self.update()

    def _area(self) -> QRectF:
        is_loss = self._progress is not None and self._progress.rule == "descent"
        right = ROOM_FOR_VALUE if is_loss else RIGHT
        return QRectF(LEFT, TOP, self.width() - LEFT - right, self.height() - TOP - BOTTOM)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        painter.fillRect(QRectF(self.rect()), theme.color("plot"))
        painter.setFont(font("caption", 600))
        painter.setPen(theme.color("text"))
        painter.drawText(QRectF(10, 4, self.width() - 20, 16), Qt.AlignmentFlag.AlignLeft, self._title)
        progress = self._progress
        if progress is None or not progress.samples:
            painter.setFont(font("caption"))
            painter.setPen(theme.color("text3"))
            painter.drawText(self._area(), Qt.AlignmentFlag.AlignCenter, self._nothing)
            return
        painter.setFont(font("caption"))
        if progress.rule == "perceptron":
            self._bars(painter, theme, progress)
        else:
            self._losses(painter, theme, progress.losses)
        painter.setPen(theme.color("text3"))
        area = self._area()
        below = QRectF(area.left(), area.bottom() + 3, area.width(), 14)
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, self._axis)

    def _ticks(self, painter: QPainter, theme: Theme, ticks: list[tuple[float, str]]) -> None:
        """Draw horizontal lines at shares of the height."""
        area = self._area()
        for share, words in ticks:
            y = round(area.bottom() - share * area.height()) + 0.5
            painter.setPen(QPen(theme.color("axis" if share == 0 else "grid"), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(theme.color("text3"))
            spot = QRectF(0, y - 8, LEFT - 6, 16)
            painter.drawText(spot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)

    def _bars(self, painter: QPainter, theme: Theme, progress: Progress) -> None:
        area, most = self._area(), len(progress.target)
        self._ticks(painter, theme, [(n / most, str(n)) for n in range(most + 1)])
        room = max(1, int(area.width() // 4))
        errors = progress.errors[-room:]
        pitch = min(WIDEST_BAR, area.width() / max(len(errors), 1))
        first = len(progress.errors) - len(errors)
        painter.setPen(Qt.PenStyle.NoPen)
        for index, wrong in enumerate(errors):
            x = area.left() + index * pitch
            height = wrong / most * area.height()
            cycle = progress.cycle
            repeats = cycle is not None and first + index >= cycle.first_pass
            colour = theme.color("warn") if repeats else rule_colour(theme, "perceptron")
            gap = 2 if pitch > 6 else 1
            if wrong:
                painter.fillRect(QRectF(x + gap, area.bottom() - height, pitch - gap, height), colour)
            else:
                painter.fillRect(QRectF(x + gap, area.bottom() - 2, pitch - gap, 2), theme.color("ok"))
        every = 1 if pitch >= 16 else 5 if pitch >= 6 else 20
        for index in range(len(errors)):
            if (first + index + 1) % every == 0:
                self._pass_tick(painter, theme, area.left() + (index + 0.5) * pitch, first + index + 1)

    def _pass_tick(self, painter: QPainter, theme: Theme, x: float, number: int) -> None:
        """Write the number of a pass below its place, unless the name of the axis stands there."""
        area, words = self._area(), f"{number:,}"
        room = area.right() - painter.fontMetrics().horizontalAdvance(self._axis) - 8
        if x + painter.fontMetrics().horizontalAdvance(words) / 2 < room:
            painter.setPen(theme.color("text3"))
            painter.drawText(QRectF(x - 20, area.bottom() + 3, 40, 14), Qt.AlignmentFlag.AlignHCenter, words)

    def _losses(self, painter: QPainter, theme: Theme, losses: list[float]) -> None:
        area, most = self._area(), max(1.0, *losses)
        self._ticks(painter, theme, [(0, "0"), (UNDECIDED / most, "ln 2"), (1, figure(most).rstrip("0").rstrip("."))])
        count = len(losses)
        stride = max(1, count // max(1, int(area.width())))
        line = QPolygonF()
        for index in [*range(0, count, stride), count - 1]:
            x = area.left() + index / max(count - 1, 20) * area.width()
            line.append(QPointF(x, area.bottom() - losses[index] / most * area.height()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(rule_colour(theme, "descent"), 1.5))
        painter.drawPolyline(line)
        end = line.last()
        painter.setFont(font("caption", 600))
        painter.drawText(
            QRectF(end.x() + 5, end.y() - 8, ROOM_FOR_VALUE + 20, 16), Qt.AlignmentFlag.AlignVCenter, figure(losses[-1])
        )
        painter.setFont(font("caption"))
        self._pass_tick(painter, theme, area.left(), 0)
        if count > 2:
            self._pass_tick(painter, theme, end.x(), count - 1)
