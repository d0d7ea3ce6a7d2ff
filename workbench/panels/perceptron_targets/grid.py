"""Sixteen tiles, one per function: its four corners as on the plane, its name, and whether a line separates it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.perceptron.functions import NAMES, rows, target_of
from core.perceptron.separability import separable_numbers
from workbench.perceptron.colours import point_colour
from workbench.theme.fonts import font
from workbench.theme.theme import Theme, current_theme
from workbench.widgets.painting import box, focus_ring, has_keyboard_focus, rounded

GAP: Final = 5
TILE: Final = 66
SMALLEST: Final = 46
COUNT: Final = 16


class TargetGrid(QWidget):
    """All functions of two inputs, to choose from. Arrow keys move and take.

    Attributes
    ----------
    taken
        With the number of the function that the person took.
    """

    taken = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("perceptron.targets")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._number = 1
        self._hovered = -1
        current_theme().changed.connect(self.update)

    @property
    def number(self) -> int:
        """The function that is taken."""
        return self._number

    def set_number(self, number: int) -> None:
        """Show another function as taken without telling it."""
        self._number = number
        self.describe()
        self.update()

    def describe(self) -> None:
        """Tell screen readers which function is taken."""
        self.setAccessibleDescription(self.words_of(self._number))

    def words_of(self, number: int) -> str:
        """Say what a tile stands for."""
        outputs = ", ".join(map(str, target_of(number)))
        if number in separable_numbers(2):
            return self.tr("{name}: outputs {outputs}. A line separates it.").format(name=NAMES[number], outputs=outputs)
        return self.tr("{name}: outputs {outputs}. No line separates it.").format(name=NAMES[number], outputs=outputs)

    def columns(self) -> int:
        """Return how many tiles stand side by side."""
        return next((c for c in (8, 4) if (self.width() + GAP) / c - GAP >= SMALLEST), 2)

    def tile(self, number: int) -> QRectF:
        """Return where a function's tile is."""
        columns = self.columns()
        width = (self.width() + GAP) / columns - GAP
        column, row = number % columns, number // columns
        left, right = round(column * (width + GAP)), round(column * (width + GAP) + width)
        return QRectF(left, row * (TILE + GAP), right - left, TILE)

    def sizeHint(self) -> QSize:
        return QSize(8 * (TILE + GAP) - GAP, self.heightForWidth(8 * (TILE + GAP)))

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * (SMALLEST + GAP), self.heightForWidth(self.width()))

    def heightForWidth(self, width: int) -> int:
        columns = next((c for c in (8, 4) if (width + GAP) / c - GAP >= SMALLEST), 2)
        return COUNT // columns * (TILE + GAP) - GAP

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def _at(self, pixel: QPointF) -> int:
        return next((number for number in range(COUNT) if self.tile(number).contains(pixel)), -1)

    def _take(self, number: int) -> None:
        if number != self._number:
            self.set_number(number)
            self.taken.emit(number)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._at(event.position())
        if number >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._take(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hovered = self._at(event.position())
        if hovered != self._hovered:
            self._hovered = hovered
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = -1
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        columns = self.columns()
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -columns, Qt.Key.Key_Down: columns}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif 0 <= self._number + step < COUNT:
            self._take(self._number + step)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            number = self._at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.words_of(number) if number >= 0 else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        for number in range(COUNT):
            self._paint_tile(painter, theme, number)

    def _paint_tile(self, painter: QPainter, theme: Theme, number: int) -> None:
        area, taken = self.tile(number), number == self._number
        fill = theme.color("hover" if number == self._hovered and not taken else "surface")
        rounded(painter, area, 5, fill, theme.color("line2"))
        if number not in separable_numbers(2):
            rounded(painter, area, 5, fill)
            pen = QPen(theme.color("error"), 1.0)
            pen.setDashPattern([3.0, 2.0])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box(area), 5, 5)
        if taken:
            inset = 0.0 if number in separable_numbers(2) else 2.0
            rounded(painter, area.adjusted(inset, inset, -inset, -inset), 5, None, theme.color("accent"), width=2.0)
            if has_keyboard_focus(self):
                focus_ring(painter, area.adjusted(3, 3, -3, -3), 4, theme.color("accent"))
        painter.setPen(Qt.PenStyle.NoPen)
        for (right, up), output in zip(rows(2), target_of(number), strict=True):
            painter.setBrush(point_colour(theme, output))
            painter.drawEllipse(QPointF(area.center().x() + (right * 2 - 1) * 9, area.top() + 23 - (up * 2 - 1) * 8), 4.5, 4.5)
        name = NAMES[number]
        face = font("caption", 600 if taken else 400)
        if QFontMetricsF(face).horizontalAdvance(name) > area.width() - 6:
            face.setPixelSize(10)
            name = name.replace(" ", "\N{HAIR SPACE}")
        painter.setFont(face)
        painter.setPen(theme.color("text"))
        painter.drawText(QRectF(area.left(), area.bottom() - 24, area.width(), 18), Qt.AlignmentFlag.AlignCenter, name)
