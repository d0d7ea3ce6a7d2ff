"""The confusion matrix: a row for each true class, a column for each predicted one, with recall and precision at the edges."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.arrays import Array
from core.metrics import per_class_accuracy, per_class_precision
from workbench.plots.cells import PALE, cell_area
from workbench.theme.colormaps import colourise
from workbench.theme.fonts import font
from workbench.theme.oklab import luminance
from workbench.theme.theme import current_theme
from workbench.verdicts import ANY, Cell
from workbench.widgets.numbers import THIN_SPACE
from workbench.widgets.painting import focus_ring, has_keyboard_focus

HEAD: Final = 34.0
"""Height of the words and the class names above the matrix."""

FOOT: Final = 32.0
"""Height of the row of precision."""

BAR: Final = 54.0
PERCENT: Final = 34.0
WIDEST_NAME: Final = 84.0
LINE: Final = 12.0
"""A row or a figure needs so many pixels of height."""

_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class ConfusionMatrix(QWidget):
    """Right answers blue, wrong ones orange, the deeper the larger their share of the class.

    A click, or the arrow keys, choose a cell; a class at the left or above chooses its row or column; Escape all samples.

    Attributes
    ----------
    taken
        With the `Cell` that the person chose.
    pointed
        With the `Cell` under the mouse, or None.
    """

    taken = Signal(object)
    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("confusion.matrix")
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.counts: Array = np.zeros((2, 2), np.int64)
        self.cell = Cell()
        self._classes: tuple[str, ...] = ("", "")
        self._words = ("", "", "", "")
        current_theme().changed.connect(self.update)

    def set_words(self, true: str, predicted: str, recall: str, precision: str) -> None:
        """Set the words at the four sides."""
        self._words = (true, predicted, recall, precision)
        self.update()

    def show_counts(self, counts: Array, classes: tuple[str, ...]) -> None:
        """Show another matrix, ``(K, K)``, rows true."""
        self.counts, self._classes = counts, classes
        self.update()

    def select(self, cell: Cell) -> None:
        """Mark a cell, a row, a column, or nothing."""
        if cell != self.cell:
            self.cell = cell
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, 360)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 170)

    def matrix_area(self) -> QRectF:
        """Return where the cells are."""
        metrics = QFontMetricsF(font("caption"))
        names = min(WIDEST_NAME, max(metrics.horizontalAdvance(name) for name in self._classes)) + 8
        left = max(names, metrics.horizontalAdvance(self._words[0]) + 8, metrics.horizontalAdvance(self._words[3]) + 8)
        right = max(BAR + PERCENT, metrics.horizontalAdvance(self._words[2])) + 10
        width, height = self.width() - left - right, self.height() - HEAD - FOOT
        return QRectF(left, HEAD, max(20.0, width), max(20.0, height))

    def cell_at(self, x: float, y: float) -> Cell | None:
        """Return the cell, row head or column head at a pixel."""
        area, count = self.matrix_area(), len(self.counts)
        column = int((x - area.left()) / area.width() * count) if area.left() <= x < area.right() else ANY
        row = int((y - area.top()) / area.height() * count) if area.top() <= y < area.bottom() else ANY
        return None if row == column == ANY else Cell(row, column)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, area = QPainter(self), self.matrix_area()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._paint_cells(painter, area)
        self._paint_heads(painter, area)
        self._paint_recall(painter, area)
        self._paint_precision(painter, area)
        self._paint_choice(painter, area)
        if has_keyboard_focus(self):
            focus_ring(painter, QRectF(self.rect()), 4, current_theme().color("accent"))

    def _paint_cells(self, painter: QPainter, area: QRectF) -> None:
        theme, count = current_theme(), len(self.counts)
        whole = np.maximum(self.counts.sum(axis=1, keepdims=True), 1)
        depth = np.sqrt(self.counts / whole)  # so that one wrong answer among many can be seen
        signed = np.where(np.eye(count, dtype=bool), depth, -depth)
        colours = colourise(signed, -1.0, 1.0, theme.lookup("signed"))
        pale = luminance(colours[..., :3].reshape(-1, 3) / 255).reshape(signed.shape) > PALE
        high, wide = area.height() / count, area.width() / count
        gap = 1 if min(high, wide) >= 6 else 0
        face = font("caption", 500)
        room = QFontMetricsF(face).horizontalAdvance(str(int(self.counts.max()))) + 4
        written = high >= LINE and wide >= room
        painter.setFont(face)
        painter.fillRect(area, theme.color("plot"))
        for row, column in np.ndindex(count, count):
            number = int(self.counts[row, column])
            if not number and not gap:
                continue
            cell = cell_area(area, count, count, row, column).adjusted(0, 0, -gap, -gap)
            painter.fillRect(cell, QColor(*map(int, colours[row, column][:3])) if number else theme.color("hover"))
            if written and number:
                painter.setPen(theme.color("ink_dark" if pale[row, column] else "ink_light"))
                painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(number))

    def _paint_heads(self, painter: QPainter, area: QRectF) -> None:
        theme, count = current_theme(), len(self.counts)
        face = font("caption")
        metrics = QFontMetricsF(face)
        painter.setFont(face)
        painter.setPen(theme.color("text2"))
        true, predicted = self._words[:2]
        painter.drawText(QRectF(0, area.top() - LINE - 6, area.left() - 6, LINE + 2), _RIGHT, true)
        painter.drawText(QRectF(area.left(), 0, area.width(), 15), Qt.AlignmentFlag.AlignCenter, predicted)
        painter.setPen(theme.color("text"))
        every = max(1, int(np.ceil(LINE / (area.height() / count))))
        for row in range(0, count, every):
            cell = cell_area(area, count, count, row, 0)
            name = metrics.elidedText(self._classes[row], Qt.TextElideMode.ElideRight, area.left() - 6)
            place = QRectF(0, cell.center().y() - 8, area.left() - 6, 16)
            painter.drawText(place, _RIGHT, name)
        wide = area.width() / count
        widest = max(metrics.horizontalAdvance(name) for name in self._classes)
        # long names are cut where a few letters still say something, else only every so many stand there
        every = max(1, int(np.ceil((min(widest, 26.0) + 4) / wide)))
        for column in range(0, count, every):
            cell = cell_area(area, count, count, 0, column)
            room = wide * every - 2
            name = metrics.elidedText(self._classes[column], Qt.TextElideMode.ElideRight, room)
            place = QRectF(cell.center().x() - room / 2, area.top() - LINE - 5, room, LINE + 2)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, name)

    def _paint_recall(self, painter: QPainter, area: QRectF) -> None:
        theme, count = current_theme(), len(self.counts)
        left = area.right() + 8
        painter.setFont(font("caption"))
        painter.setPen(theme.color("text2"))
        painter.drawText(QRectF(left, area.top() - LINE - 5, self.width() - left, LINE + 2), _LEFT, self._words[2])
        written = area.height() / count >= LINE
        for row, share in enumerate(per_class_accuracy(self.counts)):
            cell = cell_area(area, count, count, row, 0)
            thick = min(8.0, max(1.0, cell.height() - 2))
            bar = QRectF(left, cell.center().y() - thick / 2, BAR, thick)
            painter.fillRect(bar, theme.color("hover"))
            if np.isnan(share):
                continue
            painter.fillRect(QRectF(bar.left(), bar.top(), BAR * float(share), thick), theme.color("text2"))
            if written:
                place = QRectF(bar.right() + 2, cell.center().y() - 8, PERCENT, 16)
                painter.setPen(theme.color("text"))
                painter.drawText(place, _RIGHT, _percent(float(share)))

    def _paint_precision(self, painter: QPainter, area: QRectF) -> None:
        theme, count = current_theme(), len(self.counts)
        top = area.bottom() + 4
        painter.setFont(font("caption"))
        painter.setPen(theme.color("text2"))
        painter.drawText(QRectF(0, top + 8, area.left() - 6, 16), _RIGHT, self._words[3])
        written = area.width() / count >= PERCENT
        for column, share in enumerate(per_class_precision(self.counts)):
            cell = cell_area(area, count, count, 0, column)
            bar = QRectF(cell.left(), top, max(1.0, cell.width() - 2), 6)
            painter.fillRect(bar, theme.color("hover"))
            if np.isnan(share):
                continue
            painter.fillRect(QRectF(bar.left(), top, bar.width() * float(share), 6), theme.color("text2"))
            if written:
                painter.setPen(theme.color("text"))
                painter.drawText(
                    QRectF(cell.left(), top + 8, cell.width(), 16), Qt.AlignmentFlag.AlignCenter, _percent(float(share))
                )

    def _paint_choice(self, painter: QPainter, area: QRectF) -> None:
        count, cell = len(self.counts), self.cell
        if cell == Cell() or max(cell.true, cell.said) >= count:
            return
        end = Cell(*(count - 1 if place == ANY else place for place in (cell.true, cell.said)))
        first = cell_area(area, count, count, max(0, cell.true), max(0, cell.said))
        last = cell_area(area, count, count, end.true, end.said)
        focus_ring(painter, first.united(last).adjusted(-1, -1, 1, 1), 2, current_theme().color("accent"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position().x(), event.position().y())
        if cell is not None and event.button() == Qt.MouseButton.LeftButton:
            self.taken.emit(Cell() if cell == self.cell else cell)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointed.emit(self.cell_at(event.position().x(), event.position().y()))

    def leaveEvent(self, event: QEvent) -> None:
        self.pointed.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, count = Qt.Key(event.key()), len(self.counts)
        moves = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
        if key == Qt.Key.Key_Escape and self.cell != Cell():
            self.taken.emit(Cell())
        elif key in moves:
            down, across = moves[key]
            true, said = self.cell.true, self.cell.said
            if self.cell == Cell():
                true, said, down, across = 0, 0, 0, 0
            self.taken.emit(Cell(_moved(true, down, count), _moved(said, across, count)))
        else:
            super().keyPressEvent(event)

    def centre_of(self, cell: Cell) -> QPointF:
        """Return the middle of a cell on the screen."""
        return cell_area(self.matrix_area(), len(self.counts), len(self.counts), cell.true, cell.said).center()


def _moved(place: int, by: int, count: int) -> int:
    """Return a row or column further on; before the first stands the whole class."""
    return max(ANY, min(count - 1, place + by))


def _percent(share: float) -> str:
    return f"{100 * share:.0f}{THIN_SPACE}%"
