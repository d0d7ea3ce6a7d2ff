"""A data set as a small picture to choose."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from core.arrays import Array
from core.datasets.base import RawData
from workbench.plots.answers import point_colours
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.painting import focus_ring, has_keyboard_focus, rounded

SIDE: Final = 36.0
DOT: Final = 1.3


class Tile(QAbstractButton):
    """The points of a data set over its name."""

    def __init__(self, name: str, raw: RawData, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._x: Array = raw.train.x
        self._t: Array = raw.train.t.reshape(len(raw.train.t), -1)[:, 0]
        self._classes = len(raw.classes)
        current_theme().changed.connect(self.update)

    def set_words(self, words: str, about: str) -> None:
        """Set name and tooltip."""
        self.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(f"{words}: {about}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(int(SIDE) + 2, int(SIDE) + 18)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        area = QRectF((self.width() - SIDE) / 2, 0, SIDE, SIDE)
        border = "accent" if self.isChecked() else "text2" if self.underMouse() else "line2"
        rounded(painter, area, 4, theme.color("plot"), theme.color(border), width=2.0 if self.isChecked() else 1.0)
        limit = float(np.abs(self._t).max()) or 1.0
        reach = float(np.abs(self._x).max()) or 1.0
        places = (
            area.center().x() + self._x[:, 0] / reach * (SIDE / 2 - 4),
            area.center().y() - self._x[:, 1] / reach * (SIDE / 2 - 4),
        )
        for x, y, colour in zip(*(p.tolist() for p in places), point_colours(self._t, self._classes, limit, theme), strict=True):
            painter.setPen(QPen(colour, 2 * DOT, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPoint(QPointF(x, y))
        face = font("caption", 600 if self.isChecked() else 400)
        painter.setFont(face)
        painter.setPen(theme.color("text" if self.isChecked() else "text2"))
        words = QFontMetricsF(face).elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(QRectF(0, SIDE + 2, self.width(), 15), Qt.AlignmentFlag.AlignCenter, words)
        if has_keyboard_focus(self):
            focus_ring(painter, QRectF(self.rect()), 4, theme.color("accent"))
