"""A table of numbers as colours: a matrix, a kernel, a surface over two axes."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.arrays import Array
from workbench.plots.array_file import ShownArray
from workbench.plots.array_menu import ArrayMenu
from workbench.plots.picture import draw_image, image_of, limits_of
from workbench.plots.scales import Scale
from workbench.theme.colormaps import Sort, colourise
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.numbers import figure, signed_cell
from workbench.widgets.painting import focus_ring, has_keyboard_focus, rounded

NUMBER_WIDTH = 34
"""Cells at least so wide show their numbers."""


class HeatMap(QWidget):
    """Numbers as colours, nearest neighbour; large cells show their numbers.

    Parameters
    ----------
    square
        Whether cells keep their shape; otherwise they fill the room.
    widest
        How many times as wide as high a cell that keeps its shape may be, so that its number fits.

    Attributes
    ----------
    hovered
        With row and column under the mouse, −1 and −1 when it left.
    picked
        With row and column that were clicked or reached with the arrow keys.
    """

    hovered = Signal(int, int)
    picked = Signal(int, int)

    def __init__(
        self, name: str, sort: Sort = "signed", parent: QWidget | None = None, *, square: bool = True, widest: float = 1.0
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._sort: Sort = sort
        self._square, self._widest = square, widest
        self._values: Array = np.zeros((1, 1))
        self._limits = (-1.0, 1.0)
        self._fixed: tuple[float, float] | None = None
        self._extent: tuple[float, float, float, float] | None = None
        self._numbers = True
        self._smooth = self._at_top = False
        self._selected: tuple[int, int] | None = None
        self._whole_rows = False
        self._image: QImage | None = None
        ArrayMenu(self, self._shown_at)
        current_theme().changed.connect(self._forget)

    def set_values(self, values: Array, limits: tuple[float, float] | None = None) -> None:
        """Show numbers, ``(rows, columns)``.

        Parameters
        ----------
        limits
            The values of the first and the last colour; None takes them from the numbers, symmetric when signed.
        """
        self._values = values
        self._fixed = limits
        self._limits = limits or limits_of(values, self._sort)
        self._forget()

    @property
    def limits(self) -> tuple[float, float]:
        """The values of the first and the last colour."""
        return self._limits

    def set_extent(self, left: float, right: float, bottom: float, top: float) -> None:
        """Give the map axes; row 0 is at the top."""
        self._extent = (left, right, bottom, top)
        self.update()

    def set_numbers(self, shown: bool) -> None:
        """Choose whether large cells show their numbers."""
        self._numbers = shown
        self.update()

    def set_smooth(self, smooth: bool) -> None:
        """Choose blended colours instead of squares, for surfaces."""
        self._smooth = smooth
        self.update()

    def set_at_top(self, at_top: bool) -> None:
        """Choose to stand at the upper left of the room, under a title, instead of in its middle."""
        self._at_top = at_top
        self.update()

    def select(self, cell: tuple[int, int] | None) -> None:
        """Mark a cell, row and column, or none."""
        self._selected = cell
        self.update()

    def set_whole_rows(self, whole: bool) -> None:
        """Choose to mark the whole row of the cell that is selected."""
        self._whole_rows = whole
        self.update()

    def _forget(self) -> None:
        self._image = None
        self.update()

    def _shown_at(self, position: QPointF | None) -> ShownArray | None:
        if position is not None and not self.map_area().contains(position):
            return None
        return ShownArray(self._values, self._limits, self._sort, self.accessibleName())

    def map_area(self) -> QRectF:
        """Return where the cells are."""
        left, bottom = (44.0, 20.0) if self._extent is not None else (0.0, 0.0)
        room = QRectF(left, 2, self.width() - left - 2, self.height() - bottom - 4)
        rows, columns = self._values.shape
        if not self._square:
            return room
        side = max(1.0, min(room.width() / columns, room.height() / rows))
        if side > 4:
            side = float(int(side))
        wide = side if self._widest == 1 else float(int(min(room.width() / columns, side * self._widest)))
        size = QRectF(0, 0, wide * columns, side * rows)
        if self._at_top:
            size.moveTopLeft(room.topLeft())
            return size
        size.moveTopLeft(
            QPointF(room.left() + (room.width() - size.width()) // 2, room.top() + (room.height() - size.height()) // 2)
        )
        return size

    def cell_at(self, x: float, y: float) -> tuple[int, int]:
        """Return row and column at a pixel; −1 and −1 outside."""
        area = self.map_area()
        if not area.contains(QPointF(x, y)):
            return -1, -1
        rows, columns = self._values.shape
        row = int((y - area.top()) / area.height() * rows)
        return min(row, rows - 1), min(int((x - area.left()) / area.width() * columns), columns - 1)

    def cell_area(self, row: int, column: int) -> QRectF:
        """Return where a cell is."""
        area = self.map_area()
        rows, columns = self._values.shape
        wide, high = area.width() / columns, area.height() / rows
        return QRectF(area.left() + column * wide, area.top() + row * high, wide, high)

    def sizeHint(self) -> QSize:
        return QSize(240, 240)

    def minimumSizeHint(self) -> QSize:
        return QSize(48, 48)

    def paintEvent(self, event: QPaintEvent) -> None:
        self.draw(QPainter(self))

    def draw(self, painter: QPainter) -> None:
        """Draw the map at the size of the widget."""
        theme = current_theme()
        area = self.map_area()
        if self._image is None:
            self._image = image_of(self._values, self._limits, theme.lookup(self._sort))
        draw_image(painter, area, self._image, smooth=self._smooth)
        rows, columns = self._values.shape
        wide = area.width() / columns
        if self._numbers and wide >= NUMBER_WIDTH and area.height() / rows >= 18:
            self._draw_numbers(painter, area)
        if self._extent is not None:
            self._draw_axes(painter, area)
        if self._selected is not None:
            row, column = self._selected
            marked = self.cell_area(row, column)
            if self._whole_rows:
                marked = QRectF(area.left(), marked.top(), area.width(), marked.height())
            rounded(painter, marked, 1, None, theme.color("accent"), width=2.0)
        if has_keyboard_focus(self):
            focus_ring(painter, area.adjusted(-2, -2, 2, 2), 3, theme.color("accent"))

    def _draw_numbers(self, painter: QPainter, area: QRectF) -> None:
        theme = current_theme()
        painter.setFont(font("caption"))
        colours = colourise(self._values, *self._limits, theme.lookup(self._sort))
        for (row, column), value in np.ndenumerate(self._values):
            cell = self.cell_area(row, column)
            r, g, b, _ = map(int, colours[row, column])
            painter.setPen(theme.ink_on(QColor(r, g, b)))
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, signed_cell(float(value)))

    def _draw_axes(self, painter: QPainter, area: QRectF) -> None:
        if self._extent is None:
            return
        theme = current_theme()
        left, right, bottom, top = self._extent
        painter.setFont(font("caption"))
        painter.setPen(theme.color("text3"))
        widest = QFontMetricsF(font("caption")).horizontalAdvance(figure(max(abs(left), abs(right)))) + 30
        x, y = Scale(left, right), Scale(bottom, top)
        for tick in x.ticks(max(2, int(area.width() / widest))):
            at = area.left() + float(x.share(np.array(tick.value))) * area.width()
            painter.drawText(QRectF(at - 40, area.bottom() + 4, 80, 14), Qt.AlignmentFlag.AlignHCenter, tick.label)
        for tick in y.ticks(max(2, int(area.height() / 40))):
            at = area.bottom() - float(y.share(np.array(tick.value))) * area.height()
            spot = QRectF(area.left() - 50, at - 8, 44, 16)
            painter.drawText(spot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tick.label)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position().x(), event.position().y())
        self.setToolTip(figure(float(self._values[cell])) if cell[0] >= 0 else "")
        self.hovered.emit(*cell)

    def leaveEvent(self, event: QEvent) -> None:
        self.hovered.emit(-1, -1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position().x(), event.position().y())
        if cell[0] >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(*cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
        move = moves.get(Qt.Key(event.key()))
        if move is None:
            super().keyPressEvent(event)
            return
        row, column = self._selected or (0, 0)
        rows, columns = self._values.shape
        cell = min(rows - 1, max(0, row + move[0])), min(columns - 1, max(0, column + move[1]))
        self.setAccessibleDescription(f"{cell[0]}, {cell[1]}: {figure(float(self._values[cell]))}")
        self.picked.emit(*cell)
