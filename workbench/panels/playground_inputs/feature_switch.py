"""A feature to be switched on: its symbol and what it looks like over the plane."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from core.layers.features import FEATURES
from core.probes.neurons import input_grid
from workbench.plots.picture import draw_image, image_of
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.painting import focus_ring, has_keyboard_focus, rounded

SIDE: Final = 24.0
CELLS: Final = 24
REACH: Final = 6.0


class FeatureSwitch(QCheckBox):
    """Checked, the network is given the feature."""

    def __init__(self, name: str, feature: str, parent: QWidget | None = None) -> None:
        super().__init__(FEATURES[feature].symbol, parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        grid = input_grid(((-REACH, REACH), (-REACH, REACH)), CELLS)
        values = FEATURES[feature].value(grid[..., 0], grid[..., 1])
        self._values = values / np.abs(values).max()
        current_theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(84, 28)

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, on = current_theme(), QPainter(self), self.isChecked()
        area = QRectF(2, (self.height() - SIDE) / 2, SIDE, SIDE)
        painter.setOpacity(1.0 if on else 0.35)
        draw_image(painter, area, image_of(self._values, (-1.0, 1.0), theme.lookup("signed")))
        painter.setOpacity(1.0)
        border = "accent" if on else "text2" if self.underMouse() else "line2"
        rounded(painter, area.adjusted(-1, -1, 1, 1), 3, None, theme.color(border), width=2.0 if on else 1.0)
        painter.setFont(font("body", 600 if on else 400))
        painter.setPen(theme.color("text" if on else "text2"))
        words = QRectF(area.right() + 8, 0, self.width() - area.right() - 8, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if has_keyboard_focus(self):
            focus_ring(painter, QRectF(self.rect()), 4, theme.color("accent"))
