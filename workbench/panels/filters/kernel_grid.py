"""Kernels side by side, each with its number, its length, and in small what it was before training."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.arrays import Array
from workbench.theme.colormaps import colourise
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.numbers import figure
from workbench.widgets.painting import has_keyboard_focus

GAP: Final = 8
EDGE: Final = 2
"""Room around all pictures for the frame of the selected one."""

CAPTION: Final = 16
LEAST_SIDE: Final = 40
ROOMY_SIDE: Final = 64
"""From this side on there is room for length and miniature."""

MINIATURE: Final = 26
MOST_UNITS: Final = 256
"""More kernels than this are not shown: nobody looks at them, and each costs time."""


class KernelGrid(QWidget):
    """Pictures of kernels in nearest-neighbour pixels. A click or the arrow keys select one.

    Attributes
    ----------
    selected
        With the index of the kernel that the person selected.
    """

    selected = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, most_side: int = 120) -> None:
        super().__init__(parent)
        self._most_side = most_side
        self._kernels = np.empty((0, 1, 1), np.float32)
        self._limits = np.empty(0)
        self._lengths = np.empty(0)
        self._atlas: QImage | None = None
        self._earlier = np.empty((0, 1, 1), np.float32)
        self._earlier_limits = np.empty(0)
        self._before: QImage | None = None
        self.selection = -1
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        current_theme().changed.connect(self._recolour)

    @property
    def count(self) -> int:
        """How many kernels are shown."""
        return len(self._kernels)

    def sizeHint(self) -> QSize:
        return QSize(300, 260)

    def show_kernels(self, kernels: Array, limits: Array, lengths: Array) -> None:
        """Show kernels ``(N, H, W)`` with the weight of the strongest colour and the length of each, ``(N,)``."""
        resized = kernels.shape != self._kernels.shape
        self._kernels, self._limits, self._lengths = kernels, limits, lengths
        self._atlas = picture(kernels, limits)
        if resized:
            self.selection = min(self.selection, len(kernels) - 1)
            self._fit()
        self.update()

    def show_before(self, kernels: Array, limits: Array) -> None:
        """Show what they were before training."""
        self._earlier, self._earlier_limits = kernels, limits
        self._before = picture(kernels, limits)
        self.update()

    def _recolour(self) -> None:
        self._atlas = picture(self._kernels, self._limits)
        self._before = picture(self._earlier, self._earlier_limits)
        self.update()

    def select(self, index: int) -> None:
        """Select a kernel as the person does."""
        if 0 <= index < self.count and index != self.selection:
            self.selection = index
            self.update()
            self.selected.emit(index)

    def _fit(self) -> None:
        """Ask for the height that pictures of the least side need; the scroll area gives it."""
        columns = max(1, (self.width() - 2 * EDGE + GAP) // (LEAST_SIDE + GAP))
        rows = -(-self.count // columns)
        self.setMinimumHeight(rows * (LEAST_SIDE + CAPTION + GAP) - GAP + 2 * EDGE if rows else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @staticmethod
    def _caption(side: float) -> int:
        return MINIATURE + 4 if side >= ROOMY_SIDE else CAPTION

    def _columns(self) -> tuple[int, float]:
        """Return the number of columns and the side of a picture with which the pictures become largest."""
        best = (1, 0.0)
        width, height = self.width() - 2 * EDGE, self.height() - 2 * EDGE
        for columns in range(1, self.count + 1):
            rows = -(-self.count // columns)
            wide, high = (width + GAP) / columns - GAP, (height + GAP) / rows - GAP
            side = min(float(self._most_side), wide, high - MINIATURE - 4)
            if side < ROOMY_SIDE:
                side = min(wide, high - CAPTION, ROOMY_SIDE - 1.0)
            if side > best[1]:
                best = (columns, side)
            if wide < LEAST_SIDE:
                break
        if best[1] >= LEAST_SIDE or not self.count:
            return best
        columns = max(1, min(self.count, int((width + GAP) // (LEAST_SIDE + GAP))))
        return columns, min(float(LEAST_SIDE), width / columns)

    def tile(self, index: int) -> QRectF:
        """Return where the picture of a kernel lies."""
        columns, side = self._columns()
        row, column = divmod(index, columns)
        x, y = column * (side + GAP), row * (side + self._caption(side) + GAP)
        return QRectF(EDGE + round(x), EDGE + round(y), int(side), int(side))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for index in range(self.count):
            if self.tile(index).contains(event.position()):
                self.select(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        columns = self._columns()[0]
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -columns, Qt.Key.Key_Down: columns}
        step = steps.get(Qt.Key(event.key()), 0)
        if step:
            self.select(self.selection + step if self.selection >= 0 else 0)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._atlas is None or self._atlas.isNull():
            return
        painter, theme = QPainter(self), current_theme()
        strong, plain = font("caption", 600), font("caption")
        metrics = QFontMetricsF(strong)
        height, width = self._kernels.shape[1:]
        for index in range(self.count):
            area = self.tile(index)
            roomy = area.width() >= ROOMY_SIDE
            caption = QRectF(area.left(), area.bottom() + 2, area.width(), CAPTION - 2)
            if not event.rect().intersects(area.united(caption.adjusted(0, 0, 0, MINIATURE)).toAlignedRect()):
                continue
            source = QRect(0, index * height, width, height)
            painter.drawImage(fitted(area, width, height), self._atlas, QRectF(source))
            if index == self.selection:
                painter.setPen(QPen(theme.color("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(area.adjusted(-1, -1, 1, 1))
            name = f"{index + 1}"
            painter.setFont(strong)
            painter.setPen(theme.color("text"))
            painter.drawText(caption, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
            if not roomy:
                continue
            painter.setFont(plain)
            painter.setPen(theme.color("text2"))
            beside = caption.adjusted(metrics.horizontalAdvance(name) + 5, 0, 0, 0)
            length = f"‖w‖ {self._lengths[index]:.2f}" if self._lengths[index] < 100 else f"‖w‖ {figure(self._lengths[index])}"
            painter.drawText(beside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, length)
            if (
                self._before is not None
                and not self._before.isNull()
                and area.width() >= metrics.horizontalAdvance(name + length) + MINIATURE + 8
            ):
                small = QRectF(area.right() - MINIATURE, area.bottom() + 3, MINIATURE, MINIATURE)
                painter.drawImage(fitted(small, width, height), self._before, QRectF(source))
        if has_keyboard_focus(self) and self.selection < 0:
            painter.setPen(QPen(theme.color("accent"), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


def picture(kernels: Array, limits: Array) -> QImage:
    """Return kernels ``(N, H, W)`` as one image, one below the other, in the colours of signed values."""
    count, height, width = kernels.shape
    if not count:
        return QImage()
    scaled = kernels / np.where(limits > 0, limits, 1.0)[:, None, None]
    pixels = colourise(scaled, -1.0, 1.0, current_theme().lookup("signed"))
    image = QImage(pixels.tobytes(), width, count * height, 4 * width, QImage.Format.Format_RGBA8888)
    # another format is a copy that owns its bytes, and the one that is drawn fastest
    return image.convertToFormat(QImage.Format.Format_RGB32)


def fitted(area: QRectF, width: int, height: int) -> QRectF:
    """Return the largest rectangle of that proportion in the middle of an area."""
    scale = min(area.width() / width, area.height() / height)
    return QRectF(
        area.left() + (area.width() - width * scale) / 2,
        area.top() + (area.height() - height * scale) / 2,
        width * scale,
        height * scale,
    )
