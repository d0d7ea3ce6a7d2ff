"""The samples on which a unit is strongest, each with the part that it sees marked and shown large."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.arrays import Array
from core.probes.top_patches import Patch
from workbench.plots.array_file import ShownArray
from workbench.plots.array_menu import ArrayMenu
from workbench.plots.picture import draw_image, image_of
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.numbers import figure
from workbench.widgets.painting import has_keyboard_focus, rounded

GAP: Final = 10
LABEL: Final = 16
MOST_SIDE: Final = 130


class PatchCanvas(QWidget):
    """A grid of three by three, or whatever fits; a click looks into the sample.

    Attributes
    ----------
    picked
        With the index of the patch that was clicked or chosen by keys.
    """

    picked = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.patches: tuple[Patch, ...] = ()
        self.pictures: Array = np.zeros((0, 1, 1))
        self.names: tuple[str, ...] = ()
        self.selected = -1
        ArrayMenu(self, self._shown_at)
        current_theme().changed.connect(self.update)

    def show_patches(self, patches: tuple[Patch, ...], pictures: Array, names: tuple[str, ...]) -> None:
        """Show patches with their whole samples, ``(n, H, W)`` or ``(n, 3, H, W)``, and what each sample is."""
        self.patches, self.pictures, self.names = patches, pictures, names
        self.selected = min(self.selected, len(patches) - 1)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 150)

    def _grid(self) -> tuple[int, float]:
        """Return the number of columns with which the pictures are largest, and their side."""
        best, across = 1.0, 1
        count = max(1, len(self.patches))
        for columns in range(1, count + 1):
            rows = -(-count // columns)
            wide = (self.width() - 4 - (columns - 1) * GAP) / columns
            high = (self.height() - 4 - rows * (LABEL + GAP)) / rows
            side = min(float(MOST_SIDE), wide, high)
            if side > best:
                best, across = side, columns
        return across, float(int(best))

    def picture_area(self, index: int) -> QRectF:
        """Return where a sample is."""
        columns, side = self._grid()
        row, column = divmod(index, columns)
        return QRectF(2 + column * (side + GAP), 2 + row * (side + LABEL + GAP), side, side)

    def field_area(self, index: int) -> QRectF | None:
        """Return where the part is that the unit sees, or None where it sees no image."""
        box = self.patches[index].box
        if box is None:
            return None
        area = self.picture_area(index)
        high, wide = self.pictures.shape[-2:]
        top, left, bottom, right = box
        across, down = area.width() / wide, area.height() / high
        return QRectF(area.left() + left * across, area.top() + top * down, (right - left) * across, (bottom - top) * down)

    def index_at(self, position: QPointF) -> int:
        """Return the index of the sample at a pixel, −1 for none."""
        return next((n for n in range(len(self.patches)) if self.picture_area(n).contains(position)), -1)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        table = theme.lookup("ink")
        painter.setFont(font("caption"))
        for n, patch in enumerate(self.patches):
            area = self.picture_area(n)
            draw_image(painter, area, image_of(self.pictures[n], (0.0, 1.0), table))
            rounded(painter, area.adjusted(-1, -1, 1, 1), 1, None, theme.color("accent" if n == self.selected else "line"))
            field = self.field_area(n)
            if field is not None:
                painter.save()
                painter.setClipRect(area)
                shade = theme.color("panel")
                shade.setAlpha(150)
                for veil in (
                    QRectF(area.left(), area.top(), area.width(), field.top() - area.top()),
                    QRectF(area.left(), field.bottom(), area.width(), area.bottom() - field.bottom()),
                    QRectF(area.left(), field.top(), field.left() - area.left(), field.height()),
                    QRectF(field.right(), field.top(), area.right() - field.right(), field.height()),
                ):
                    painter.fillRect(veil, shade)
                painter.restore()
                rounded(painter, field.adjusted(-1, -1, 1, 1), 1, None, theme.color("accent"), width=2.0)
            painter.setPen(theme.color("text2"))
            label = QRectF(area.left(), area.bottom() + 1, area.width() + GAP - 2, LABEL)
            words = f"{figure(patch.value)}  {self.names[n]}" if self.names[n] else figure(patch.value)
            painter.drawText(label, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        if has_keyboard_focus(self) and self.selected < 0:
            rounded(painter, QRectF(self.rect()), 3, None, theme.color("accent"), width=2.0)

    def _shown_at(self, position: QPointF | None) -> ShownArray | None:
        index = self.selected if position is None else self.index_at(position)
        if not 0 <= index < len(self.patches):
            return None
        return ShownArray(self.pictures[index], (0.0, 1.0), "ink", f"{self.accessibleName()} {index + 1}")

    def _pick(self, index: int) -> None:
        self.selected = index
        self.setAccessibleDescription(f"{index + 1}: {figure(self.patches[index].value)}")
        self.update()
        self.picked.emit(index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.index_at(event.position())
        if index >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._pick(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.index_at(event.position()) >= 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def leaveEvent(self, event: QEvent) -> None:
        self.unsetCursor()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        columns = self._grid()[0]
        moves = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -columns, Qt.Key.Key_Down: columns}
        move = moves.get(Qt.Key(event.key()))
        index = 0 if self.selected < 0 else self.selected + (move or 0)
        if move is not None and 0 <= index < len(self.patches):
            self._pick(index)
        else:
            super().keyPressEvent(event)
