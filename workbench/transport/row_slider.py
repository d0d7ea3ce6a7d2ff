"""A slider over the rows of a truth table, with the inputs of each row under it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from core.perceptron.functions import rows
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.painting import circle, has_keyboard_focus, rounded

HANDLE: Final = 16
GROOVE: Final = 4
MARGIN: Final = 16


class RowSlider(QAbstractSlider):
    """The four rows; arrow keys, Home and End go along them.

    Attributes
    ----------
    looked_at
        With the row that the person wants to see.
    """

    looked_at = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setRange(0, len(rows(2)) - 1)
        self.setPageStep(1)
        self.valueChanged.connect(self.looked_at)
        self.valueChanged.connect(self.update)
        current_theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(400, 62)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 62)

    def place_of(self, row: int) -> QPointF:
        """Return where the handle stands in a row."""
        return QPointF(MARGIN + row / self.maximum() * (self.width() - 2 * MARGIN), 30 + GROOVE / 2)

    def _take(self, event: QMouseEvent) -> None:
        share = (event.position().x() - MARGIN) / max(1, self.width() - 2 * MARGIN)
        self.setValue(round(min(1.0, max(0.0, share)) * self.maximum()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._take(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._take(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        first, last, here = (self.place_of(row) for row in (0, self.maximum(), self.value()))
        top = first.y() - GROOVE / 2
        rounded(painter, QRectF(first.x(), top, last.x() - first.x(), GROOVE), 2, theme.color("track"))
        rounded(painter, QRectF(first.x(), top, here.x() - first.x(), GROOVE), 2, theme.color("accent"))
        painter.setFont(font("caption"))
        for row, x in enumerate(rows(2)):
            spot = self.place_of(row)
            painter.fillRect(QRectF(round(spot.x()), top - 9, 1, 5), theme.color("axis"))
            painter.setPen(theme.color("text" if row == self.value() else "text3"))
            words = QRectF(spot.x() - 20, top + 12, 40, 14)
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, f"{x[0]} {x[1]}")
        if has_keyboard_focus(self):
            circle(painter, here, HANDLE / 2 + 3, theme.color("wash"))
        circle(painter, here, HANDLE / 2, theme.color("surface"), theme.color("accent"), width=2.0)
