"""Which colour is whose, in a line over a plot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.theme.fonts import font
from workbench.theme.theme import current_theme

SAMPLE: Final = 16
GAP: Final = 6


class RunLegend(QWidget):
    """Names in a row, each behind a piece of its line."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.names: tuple[tuple[str, int], ...] = ()
        current_theme().changed.connect(self.update)

    def show_names(self, names: Sequence[tuple[str, int]]) -> None:
        """Show names, each with the number of its run's colour."""
        self.names = tuple(names)
        self.setAccessibleName(", ".join(name for name, _ in names))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, 18)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, x = current_theme(), QPainter(self), 0.0
        painter.setFont(font("dense"))
        metrics = QFontMetricsF(painter.font())
        for name, run in self.names:
            painter.fillRect(QRectF(x, self.height() / 2 - 1, SAMPLE, 2), theme.run(run))
            painter.setPen(theme.color("text2"))
            wide = metrics.horizontalAdvance(name)
            painter.drawText(QRectF(x + SAMPLE + GAP, 0, wide + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, name)
            x += SAMPLE + 2 * GAP + wide + 10
