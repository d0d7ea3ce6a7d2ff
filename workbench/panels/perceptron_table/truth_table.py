"""The truth table: inputs, weighted sum, output, target, and whether it is right; the lit row is the plane's, too."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QMoveEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.perceptron.functions import rows
from core.perceptron.unit import activate, right, sums
from workbench.perceptron.colours import point_colour
from workbench.perceptron.session import PerceptronSession
from workbench.perceptron.wording import decimals_for, number
from workbench.theme.fonts import font
from workbench.theme.theme import Theme, current_theme
from workbench.widgets.kept_text import KeptText
from workbench.widgets.painting import focus_ring, has_keyboard_focus, rounded

HEAD: Final = 24
ROW: Final = 26
SHARES: Final = (0.04, 0.17, 0.30, 0.49, 0.64)
"""Where the columns x1, x2 begin and z, y end, as shares of the width; the mark stands at the right end."""
MARK: Final = 38


class TruthTable(QWidget):
    """Four rows. The pointer lights a row; a click on its target turns it; Up, Down and Space do the same.

    Attributes
    ----------
    turned
        With the row whose target the person turned.
    """

    turned = Signal(int)

    def __init__(self, session: PerceptronSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("perceptron.table")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEAD + 4 * ROW)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._session = session
        self._heads = ("x₁", "x₂", "z", "y", "")
        self._right_words, self._wrong_words = "", ""
        self._on_target = -1
        self._head_text = KeptText(font("caption", 500), self)
        self._text, self._bold_text = KeptText(font("dense"), self), KeptText(font("dense", 600), self)
        self._still: tuple[object, ...] = ()
        self._judged: tuple[bool, ...] = ()
        session.row_changed.connect(self.show_rows)
        current_theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(280, self.height())

    def set_words(self, target: str, is_right: str, is_wrong: str) -> None:
        """Set the head of the target column, and how a row is judged aloud."""
        self._heads = ("x₁", "x₂", "z", "y", target)
        self._right_words, self._wrong_words = is_right, is_wrong
        self.show_rows()

    def show_rows(self) -> None:
        """Draw the present weights and row; while the line is dragged, z, y and the marks alone."""
        self.setAccessibleDescription(self.words_of(self._session.row))
        spec, row = self._session.spec, self._session.row
        still, judged = (spec.target, spec.activation, row), right(spec)
        if still != self._still:
            self._still, self._judged = still, judged
            self.update()
            return
        left, right_end = round(SHARES[1] * self.width()) + 20, round(SHARES[4] * self.width()) + 2
        self.update(left, HEAD, right_end - left, 4 * ROW)
        if judged != self._judged:
            self._judged = judged
            self.update(self.width() - MARK + 8, HEAD, MARK, 4 * ROW)

    def words_of(self, row: int) -> str:
        """Return a row as a sentence."""
        cells = self.cells(row)
        judged = self._right_words if right(self._session.spec)[row] else self._wrong_words
        named = ", ".join(f"{head} {cell}" for head, cell in zip(self._heads, cells, strict=True))
        return f"{named}: {judged}"

    def cells(self, row: int) -> tuple[str, str, str, str, str]:
        """Return the texts of a row."""
        return self._all_cells()[row]

    def _all_cells(self) -> list[tuple[str, str, str, str, str]]:
        spec = self._session.spec
        all_z = sums(spec)
        decimals = decimals_for((*spec.weights, *all_z))
        places = 0 if spec.activation == "step" else 2
        return [
            (str(x[0]), str(x[1]), number(z, decimals), number(activate(spec.activation, z), places), str(wanted))
            for x, z, wanted in zip(rows(2), all_z, spec.target, strict=True)
        ]

    def row_area(self, row: int) -> QRectF:
        """Return where a row is."""
        return QRectF(0, HEAD + row * ROW, self.width(), ROW)

    def target_area(self, row: int) -> QRectF:
        """Return where the target of a row can be clicked."""
        end = self._target_end()
        return QRectF(end - 50, HEAD + row * ROW, 58, ROW)

    def _target_end(self) -> float:
        return min(0.87 * self.width(), self.width() - MARK)

    def _row_at(self, pixel: QPointF) -> int:
        return next((row for row in range(4) if self.row_area(row).contains(pixel)), -1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position())
        over = row if row >= 0 and self.target_area(row).contains(event.position()) else -1
        if over != self._on_target:
            self._on_target = over
            self.setCursor(Qt.CursorShape.PointingHandCursor if over >= 0 else Qt.CursorShape.ArrowCursor)
            self.update()
        if row >= 0:
            self._session.look_at(row)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position())
        if row >= 0:
            self._session.look_at(row)
            if self.target_area(row).contains(event.position()):
                self.turned.emit(row)

    def moveEvent(self, event: QMoveEvent) -> None:
        """Paint all of it: what only the changed columns asked for would leave the others cut where the table moved to."""
        super().moveEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._on_target = -1
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._session.row
        match event.key():
            case Qt.Key.Key_Up:
                self._session.look_at(max(0, row - 1))
            case Qt.Key.Key_Down:
                self._session.look_at(min(3, row + 1))
            case Qt.Key.Key_Space:
                self.turned.emit(row)
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        painter.fillRect(event.rect(), theme.color("panel"))
        whole = event.rect().top() < HEAD
        marks = event.rect().right() > self.width() - MARK
        if whole:
            grey = theme.color("text2")
            for column, head in enumerate(self._heads[:4]):
                self._cell(painter, column, HEAD / 2, head, kept=self._head_text, ink=grey)
            # A long word may stand over the marks, too.
            spare = max(0.0, self._head_text.width(self._heads[4]) - 40)
            end = min(self._target_end() + spare, self.width() - 4)
            self._head_text.draw(painter, end, HEAD / 2, self._heads[4], grey, align=1.0)
            painter.fillRect(QRectF(0, HEAD - 1, self.width(), 1), theme.color("line"))
        judged, cells = right(self._session.spec), self._all_cells()
        for row in range(4):
            self._row(painter, theme, row, cells[row], whole=whole)
            if marks:
                icon, token = ("check", "ok") if judged[row] else ("cross", "error")
                spot = QRect(self.width() - 24, round(self.row_area(row).center().y()) - 7, 14, 14)
                theme.icon(icon, token, 14).paint(painter, spot)
        if has_keyboard_focus(self):
            focus_ring(painter, self.row_area(self._session.row), 3, theme.color("accent"))

    def _row(self, painter: QPainter, theme: Theme, row: int, cells: tuple[str, ...], *, whole: bool) -> None:
        area = self.row_area(row)
        if row == self._session.row:
            painter.fillRect(area, theme.color("wash"))
        if row == self._on_target:
            rounded(painter, self.target_area(row).adjusted(4, 2, -2, -2), 4, None, theme.color("axis"))
        ink = theme.color("text")
        for column, text in enumerate(cells):
            if whole or column in {2, 3}:
                kept = self._bold_text if column == 3 else self._text
                self._cell(painter, column, area.center().y(), text, kept=kept, ink=ink)
        if whole:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(point_colour(theme, self._session.spec.target[row]))
            painter.drawEllipse(QPointF(self._target_end() - 24, area.center().y()), 4, 4)

    def _cell(self, painter: QPainter, column: int, middle: float, text: str, *, kept: KeptText, ink: QColor) -> None:
        if column < 2:
            kept.draw(painter, SHARES[column] * self.width(), middle, text, ink)
            return
        end = self._target_end() if column == 4 else SHARES[column + 1] * self.width()
        kept.draw(painter, end, middle, text, ink, align=1.0)
