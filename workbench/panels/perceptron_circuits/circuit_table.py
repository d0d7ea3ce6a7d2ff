"""The truth table of the whole circuit: the clock's row is lit, a click lights another, a click on a target turns it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from workbench.panels.perceptron_circuits.columns import Column, columns_of
from workbench.panels.perceptron_circuits.desk import Desk
from workbench.theme.fonts import font
from workbench.theme.theme import Theme, current_theme
from workbench.widgets.painting import focus_ring, has_keyboard_focus, rounded

HEAD: Final = 24
ROW: Final = 24
NARROWEST: Final = 22.0
MARK: Final = 13.0


class TableHead(QWidget):
    """What stands over the columns while the rows are scrolled."""

    def __init__(self, table: CircuitTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("circuits.table.head")
        self.setFixedHeight(HEAD)
        self._table = table
        table.arranged.connect(self.update)
        current_theme().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        painter.setFont(font("caption", 500))
        painter.setPen(theme.color("text2"))
        metrics = QFontMetricsF(painter.font())
        for index, column in enumerate(self._table.columns):
            spot = self._table.cell(index, 0)
            head = metrics.elidedText(column.head, Qt.TextElideMode.ElideMiddle, spot.width() - 4)
            painter.drawText(QRectF(spot.left(), 0, spot.width(), HEAD), Qt.AlignmentFlag.AlignCenter, head)
        painter.fillRect(QRectF(0, HEAD - 1, self.width(), 1), theme.color("line"))


class CircuitTable(QWidget):
    """Every row of the table.

    Attributes
    ----------
    turned
        With the ids of the outputs whose target the person turned, as a tuple, and the row.
    arranged
        When the columns are others, or elsewhere.
    """

    turned = Signal(object, int)
    arranged = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("circuits.table")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._desk = desk
        self._target_words = "{name}"
        self._columns: tuple[Column, ...] = ()
        self._on_target: tuple[int, int] | None = None
        desk.changed.connect(self.show_board)
        desk.row_changed.connect(self._show_row)
        current_theme().changed.connect(self.update)
        self.show_board()

    def set_words(self, target: str) -> None:
        """Set how the head of a target column is written."""
        self._target_words = target
        self.show_board()

    def show_board(self) -> None:
        """Draw the present circuit."""
        self._columns = columns_of(self._desk.board, self._desk.values, self._target_words)
        self.setFixedHeight(ROW * len(self._desk.values))
        self.arranged.emit()
        self._show_row()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arranged.emit()

    def _show_row(self) -> None:
        row = self._desk.row
        self.setAccessibleDescription(", ".join(f"{column.head} {column.bits[row]}" for column in self._columns))
        self.update()
        area = self._area()
        if area is not None:
            area.ensureVisible(0, row * ROW + ROW // 2, 0, ROW)

    def _area(self) -> QScrollArea | None:
        holder = self.parentWidget()
        above = holder.parentWidget() if holder is not None else None
        return above if isinstance(above, QScrollArea) else None

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns from left to right."""
        return self._columns

    def sizeHint(self) -> QSize:
        return QSize(300, self.height())

    def cell(self, column: int, row: int) -> QRectF:
        """Return where a cell is."""
        widths = self._widths()
        return QRectF(sum(widths[:column]), row * ROW, widths[column], ROW)

    def _widths(self) -> list[float]:
        metrics = QFontMetricsF(font("caption", 500))
        natural = []
        for column in self._columns:
            mark = MARK + 6 if column.kind == "output" else 0
            natural.append(max(NARROWEST, metrics.horizontalAdvance(column.head) + 16, NARROWEST + mark))
        room = float(self.width())
        total = sum(natural) or 1.0
        if total <= room:
            return [width + (room - total) / len(natural) for width in natural]
        return [max(NARROWEST, width * room / total) for width in natural]

    def _at(self, pixel: QPointF) -> tuple[int, int] | None:
        """Return column and row under the pointer."""
        row = int(pixel.y() // ROW)
        if not 0 <= row < len(self._desk.values):
            return None
        return next(((c, row) for c in range(len(self._columns)) if self.cell(c, row).contains(pixel)), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        over = found if found is not None and self._columns[found[0]].kind == "target" else None
        if over != self._on_target:
            self._on_target = over
            self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self._desk.look_at(found[1])
            if self._columns[found[0]].kind == "target":
                self.turned.emit(self._columns[found[0]].parts, found[1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Up:
                self._desk.step(-1)
            case Qt.Key.Key_Down:
                self._desk.step(1)
            case Qt.Key.Key_Space:
                target = next((column for column in self._columns if column.kind == "target"), None)
                if target is not None:
                    self.turned.emit(target.parts, self._desk.row)
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        painter.fillRect(event.rect(), theme.color("panel"))
        widths = self._widths()
        lefts = [sum(widths[:n]) for n in range(len(widths))]
        first = event.rect().top() // ROW
        last = min(len(self._desk.values), event.rect().bottom() // ROW + 1)
        for row in range(first, last):
            if row == self._desk.row:
                painter.fillRect(QRectF(0, row * ROW, self.width(), ROW), theme.color("wash"))
            for index, column in enumerate(self._columns):
                self._paint_cell(painter, theme, (index, row), QRectF(lefts[index], row * ROW, widths[index], ROW), column)
        if has_keyboard_focus(self) and len(self._desk.values) > self._desk.row:
            focus_ring(painter, QRectF(0, self._desk.row * ROW, self.width(), ROW), 3, theme.color("accent"))

    def _paint_cell(self, painter: QPainter, theme: Theme, at: tuple[int, int], cell: QRectF, column: Column) -> None:
        row, text = at[1], column.bits[at[1]]
        if at == self._on_target:
            rounded(painter, QRectF(cell.center().x() - 13, cell.top() + 3, 26, ROW - 6), 4, None, theme.color("axis"))
        painter.setFont(font("dense", 600 if column.kind == "output" else 400))
        painter.setPen(theme.color("text2" if column.kind in {"inner", "target"} else "text"))
        if column.wanted:
            good = text == column.wanted[row]
            painter.setPen(theme.color("ok" if good else "error"))
            spot = QRect(round(cell.center().x() + 3), round(cell.center().y() - MARK / 2), round(MARK), round(MARK))
            theme.icon("check" if good else "cross", "ok" if good else "error", round(MARK)).paint(painter, spot)
            cell = cell.adjusted(0, 0, -MARK, 0)
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, text)
