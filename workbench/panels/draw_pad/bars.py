"""A bar for the probability of each class."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.arrays import Array
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.numbers import percent

MOST_ROWS: Final = 12
"""With more classes than this only the likeliest are shown."""


class ProbabilityBars(QWidget):
    """One row per class: its name, a bar, the percentage; the likeliest stands out. Empty bars where nothing is known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._classes: tuple[str, ...] = ()
        self._probabilities: Array | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        current_theme().changed.connect(self.update)

    @property
    def best(self) -> str:
        """The likeliest class, or "" where nothing is known."""
        return "" if self._probabilities is None else self._classes[int(np.argmax(self._probabilities))]

    def show_classes(self, classes: Sequence[str]) -> None:
        """Show rows for other classes, without probabilities."""
        self._classes, self._probabilities = tuple(classes), None
        self.updateGeometry()
        self.update()

    def show_probabilities(self, probabilities: Array | None) -> None:
        """Show the probability of each class, ``(K,)``; None for nothing known."""
        self._probabilities = probabilities
        self.setAccessibleDescription(self.best)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(140, 20 * min(len(self._classes), MOST_ROWS))

    def minimumSizeHint(self) -> QSize:
        return QSize(84, 14 * min(len(self._classes), MOST_ROWS))

    def rows(self) -> list[int]:
        """Return the classes that are shown, in their order."""
        if len(self._classes) <= MOST_ROWS:
            return list(range(len(self._classes)))
        if self._probabilities is None:
            return list(range(MOST_ROWS))
        return [int(k) for k in np.argsort(-self._probabilities, kind="stable")[:MOST_ROWS]]

    def paintEvent(self, event: QPaintEvent) -> None:
        rows = self.rows()
        if not rows:
            return
        theme, painter = current_theme(), QPainter(self)
        plain, bold = font("dense"), font("dense", 600)
        metrics = QFontMetricsF(bold)
        name_width = min(max(metrics.horizontalAdvance(self._classes[k]) for k in rows) + 8, self.width() * 0.4)
        figure_width = metrics.horizontalAdvance("100.0 %") + 6
        height = min(24.0, self.height() / len(rows))
        best = -1 if self._probabilities is None else int(np.argmax(self._probabilities))
        for place, k in enumerate(rows):
            row = QRectF(0, place * height, self.width(), height)
            chosen = k == best
            painter.setFont(bold if chosen else plain)
            painter.setPen(theme.color("text" if chosen else "text2"))
            name = metrics.elidedText(self._classes[k], Qt.TextElideMode.ElideRight, name_width - 4)
            painter.drawText(QRectF(row.left(), row.top(), name_width, height), Qt.AlignmentFlag.AlignVCenter, name)
            thickness = min(8.0, height * 0.5)
            bar = QRectF(name_width, row.center().y() - thickness / 2, row.width() - name_width - figure_width, thickness)
            painter.fillRect(bar, theme.color("hover"))
            if self._probabilities is None:
                continue
            p = float(self._probabilities[k])
            painter.fillRect(
                QRectF(bar.left(), bar.top(), max(bar.width() * p, 1.0), thickness), theme.color("accent" if chosen else "axis")
            )
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, percent(p, 1))
