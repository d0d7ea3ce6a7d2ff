"""What the network gets to see of a drawing."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.arrays import Array
from workbench.theme.colormaps import colourise
from workbench.theme.theme import current_theme

SIDE = 84


class Picture(QWidget):
    """A small picture in its own pixels, from paper to ink; empty without one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.values: Array | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        current_theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(SIDE + 2, SIDE + 2)

    def show_values(self, values: Array | None) -> None:
        """Show values from 0 to 1, ``(H, W)``; None for an empty sheet."""
        self.values = values
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        painter.fillRect(self.rect(), theme.color("surface"))
        if self.values is not None:
            pixels = colourise(self.values, 0.0, 1.0, theme.lookup("ink"))
            height, width = pixels.shape[:2]
            image = QImage(pixels.tobytes(), width, height, 4 * width, QImage.Format.Format_RGBA8888)
            painter.drawImage(QRectF(1, 1, SIDE, SIDE), image)
        painter.setPen(QPen(theme.color("line2"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(0.5, 0.5, SIDE + 1, SIDE + 1))
