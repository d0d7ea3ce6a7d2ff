"""Many small images of numbers on one scale: kernels, feature maps, samples."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.arrays import Array
from workbench.plots.array_file import ShownArray
from workbench.plots.array_menu import ArrayMenu
from workbench.plots.picture import draw_image, images_of, limits_of
from workbench.theme.colormaps import Sort
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.kept_text import KeptText
from workbench.widgets.numbers import figure
from workbench.widgets.painting import has_keyboard_focus, rounded

EDGE: Final = 2
"""Room around all images for the frame of the selected one."""

LABEL: Final = 16
MINIATURE: Final = 26
MINIATURE_FROM: Final = 72
"""Cells at least so wide have room for what they were at step 0."""


@dataclass(frozen=True)
class GridLayout:
    """How many columns, how large a cell, what lies between, and the room under each."""

    columns: int
    side: float
    high: float
    gap: float
    under: int


class ImageGrid(QWidget):
    """Images in rows that break anew with the width; the largest size that shows all of them is taken.

    Parameters
    ----------
    sort
        Which colour map the numbers get; images of three channels show their own colours.
    least, most
        Ends of the width of an image. Where not even the least shows all, the widget asks for more height.

    Attributes
    ----------
    picked
        With the index of the image that was clicked, or reached with the arrow keys.
    hovered
        With index, row and column under the mouse, −1 each when it left.
    """

    picked = Signal(int)
    hovered = Signal(int, int, int)

    def __init__(
        self, name: str, sort: Sort = "signed", parent: QWidget | None = None, *, least: int = 24, most: int = 96, gap: int = 8
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._sort: Sort = sort
        self._least, self._most, self._gap = least, most, gap
        self._images: Array = np.zeros((0, 1, 1))
        self._before: Array | None = None
        self._labels: tuple[str, ...] = ()
        self._scales: tuple[Array, Array] | None = None
        self._limits = (-1.0, 1.0)
        self._selected = -1
        self._kept: tuple[object, GridLayout] | None = None
        self._drawn: list[QImage] = []
        self._drawn_before: list[QImage] = []
        self._texts = KeptText(font("caption"), self)
        ArrayMenu(self, self._shown_at)
        current_theme().changed.connect(self._forget)

    def set_images(
        self,
        images: Array,
        *,
        limits: tuple[float, float] | None = None,
        labels: Sequence[str] = (),
        before: Array | None = None,
        scales: tuple[Array, Array] | None = None,
    ) -> None:
        """Show images, ``(n, height, width)`` or ``(n, 3, height, width)``.

        Parameters
        ----------
        limits
            The values of the first and the last colour, the same for all; None takes them from the numbers.
        labels
            A word under each.
        before
            What they were at step 0, of the same shape; shown as a miniature where there is room.
        scales
            For colouring, what the numbers of each image and of each miniature are divided by, ``(n,)`` both.
        """
        resized = images.shape != self._images.shape or bool(labels) != bool(self._labels)
        self._images, self._before, self._labels, self._scales = images, before, tuple(labels), scales
        self._limits = limits or limits_of(images, self._sort)
        self._forget()
        if resized:
            self.updateGeometry()

    @property
    def limits(self) -> tuple[float, float]:
        """The values of the first and the last colour."""
        return self._limits

    @property
    def selected(self) -> int:
        """The index of the selected image, −1 for none."""
        return self._selected

    def select(self, index: int) -> None:
        """Select an image without telling it; −1 for none."""
        self._selected = index
        self.update()

    def _forget(self) -> None:
        self._drawn, self._drawn_before = [], []
        self.update()

    def grid_layout(self, width: float, height: float) -> GridLayout:
        """Return the layout with the largest images that all fit, or with the least size if none does."""
        count = max(1, len(self._images))
        aspect = self._images.shape[-2] / self._images.shape[-1]
        best = GridLayout(1, 0.0, 0.0, self._gap, self._label)
        for columns in range(1, count + 1):
            wide = (width - (columns - 1) * self._gap) / columns
            rows = -(-count // columns)
            high = (height - (rows - 1) * self._gap) / rows
            under = MINIATURE + 2 if self._before is not None and self._labels else self._label
            side = self._whole_pixels(min(wide, (high - under) / aspect, self._most))
            if side < MINIATURE_FROM and under > self._label:
                under = self._label
                side = self._whole_pixels(min(wide, (high - under) / aspect, self._most, MINIATURE_FROM - 1))
            if side > best.side:
                best = GridLayout(columns, side, side * aspect, self._gap, under)
        if best.side >= self._least:
            return best
        columns = max(1, int((width + self._gap) / (self._least + self._gap)))
        return GridLayout(min(columns, count), self._least, self._least * aspect, self._gap, self._label)

    @property
    def _label(self) -> int:
        return LABEL if self._labels else 0

    def _whole_pixels(self, side: float) -> float:
        """Return a size in which every number is equally many pixels wide, where that costs little."""
        pixels = self._images.shape[-1]
        return float(side // pixels * pixels) if side >= 2 * pixels else float(int(side))

    def _layout(self) -> GridLayout:
        key = (self.width(), self.height(), self._images.shape, bool(self._labels), self._before is None)
        if self._kept is None or self._kept[0] != key:
            self._kept = (key, self.grid_layout(self.width() - 2 * EDGE, self.height() - 2 * EDGE))
        return self._kept[1]

    def image_area(self, index: int) -> QRectF:
        """Return where an image is."""
        layout = self._layout()
        row, column = divmod(index, layout.columns)
        spare = self.width() - 2 * EDGE - layout.columns * (layout.side + layout.gap) + layout.gap
        between = layout.columns - 1
        step = layout.side + layout.gap + (spare / between if 0 < spare < between * layout.side else 0)
        top = EDGE + row * (layout.high + layout.under + layout.gap)
        return QRectF(EDGE + round(column * step), top, layout.side, layout.high)

    def index_at(self, x: float, y: float) -> int:
        """Return the index of the image at a pixel, −1 for none."""
        return next((i for i in range(len(self._images)) if self.image_area(i).contains(x, y)), -1)

    def _shown_at(self, position: QPointF | None) -> ShownArray | None:
        index = self._selected if position is None else self.index_at(position.x(), position.y())
        if not 0 <= index < len(self._images):
            return None
        scale = 1.0 if self._scales is None else float(self._scales[0][index])
        limits = (self._limits[0] * scale, self._limits[1] * scale)
        label = self._labels[index] if self._labels else str(index + 1)
        return ShownArray(self._images[index], limits, self._sort, f"{self.accessibleName()} {label}".strip())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.grid_layout(width - 2 * EDGE, 1e9)
        rows = -(-max(1, len(self._images)) // layout.columns)
        return int(rows * (layout.high + layout.under + layout.gap) - layout.gap) + 2 * EDGE + 1

    def sizeHint(self) -> QSize:
        return QSize(280, self.heightForWidth(280))

    def minimumSizeHint(self) -> QSize:
        columns = max(1, (max(self.width() - 2 * EDGE, self._least) + self._gap) // (self._least + self._gap))
        rows = -(-max(1, len(self._images)) // columns)
        aspect = self._images.shape[-2] / self._images.shape[-1]
        return QSize(self._least, int(rows * (self._least * aspect + self._label + self._gap)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), current_theme().color("panel"))
        self.draw(painter)

    def draw(self, painter: QPainter) -> None:
        """Draw all images at the size of the widget."""
        theme = current_theme()
        table = theme.lookup(self._sort)
        if len(self._drawn) != len(self._images):
            own, earlier = self._scales or (None, None)
            self._drawn = images_of(_scaled(self._images, own), self._limits, table)
            self._drawn_before = [] if self._before is None else images_of(_scaled(self._before, earlier), self._limits, table)
        for index, image in enumerate(self._drawn):
            area = self.image_area(index)
            draw_image(painter, area, image)
            if index == self._selected:
                rounded(painter, area.adjusted(-2, -2, 2, 2), 2, None, theme.color("accent"), width=2.0)
            miniature = 0
            if self._drawn_before and area.width() >= MINIATURE_FROM and self._labels:
                miniature = MINIATURE
                corner = QRectF(area.right() - MINIATURE, area.bottom() + 2, MINIATURE, MINIATURE)
                draw_image(painter, corner, self._drawn_before[index])
            if self._labels:
                shown = self._texts.cut(self._labels[index], area.width() - miniature - 2)
                self._texts.draw(painter, area.left(), area.bottom() + 1 + LABEL / 2, shown, theme.color("text2"))
        if has_keyboard_focus(self) and self._selected < 0:
            rounded(painter, QRectF(self.rect()), 3, None, theme.color("accent"), width=2.0)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.index_at(event.position().x(), event.position().y())
        if index < 0:
            self.setToolTip("")
            self.hovered.emit(-1, -1, -1)
            return
        area = self.image_area(index)
        high, wide = self._images.shape[-2:]
        row = min(high - 1, int((event.position().y() - area.top()) / area.height() * high))
        column = min(wide - 1, int((event.position().x() - area.left()) / area.width() * wide))
        self.setToolTip(self._words(index, row, column))
        self.hovered.emit(index, row, column)

    def _words(self, index: int, row: int, column: int) -> str:
        value = self._images[index][..., row, column]
        shown = figure(float(value)) if value.ndim == 0 else ", ".join(figure(float(v)) for v in value)
        label = f"{self._labels[index]} · " if self._labels else ""
        return f"{label}({row}, {column}) {shown}"

    def leaveEvent(self, event: QEvent) -> None:
        self.hovered.emit(-1, -1, -1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.index_at(event.position().x(), event.position().y())
        if index >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._pick(index)

    def _pick(self, index: int) -> None:
        self.select(index)
        self.setAccessibleDescription(self._labels[index] if self._labels else str(index + 1))
        self.picked.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        columns = self._layout().columns
        moves = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -columns, Qt.Key.Key_Down: columns}
        move = moves.get(Qt.Key(event.key()), 0)
        index = max(self._selected, 0) + (move if self._selected >= 0 else 0)
        if move and 0 <= index < len(self._images):
            self._pick(index)
        else:
            super().keyPressEvent(event)


def _scaled(images: Array, scales: Array | None) -> Array:
    """Return images divided each by its own number."""
    if scales is None:
        return images
    scaled: Array = images / scales.reshape(-1, *(1,) * (images.ndim - 1))
    return scaled
