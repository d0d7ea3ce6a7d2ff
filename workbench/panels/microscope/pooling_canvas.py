"""Pooling before one's eyes: a window, what it keeps, and the way of the gradient back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.probes.pooling_view import PoolingView
from workbench.panels.microscope.formula import size_formula
from workbench.panels.microscope.painting import cell_under, fitted, most_of, paint_line, paint_title
from workbench.plots.array_file import ShownArray
from workbench.plots.array_menu import ArrayMenu, array_among
from workbench.plots.cells import cell_area, paint_cells
from workbench.plots.picture import draw_image, image_of
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.numbers import figure
from workbench.widgets.painting import focus_ring, has_keyboard_focus, rounded

MARGIN: Final = 16.0
TOP: Final = 30.0
GUTTER: Final = 32.0
FOOTER: Final = 44.0
TABLE: Final = 112.0


@dataclass(frozen=True)
class PoolingWords:
    """The texts, translated."""

    before: str = "Map {n} before"
    window: str = "Window"
    after: str = "After"
    routed: str = "Gradient back"
    routed_note: str = "if every value has 1"
    largest: str = "The largest of the window is {value}; its pixel gets the whole gradient."
    mean: str = "The mean of the window is {value}; every pixel gets 1/{count} of the gradient."
    place: str = "row {row}, column {column}"
    left_out: str = "rows or columns left out: {n}"


class PoolingCanvas(QWidget):
    """One channel before and after pooling.

    Attributes
    ----------
    placed
        With row and column of the position that was chosen.
    toggled
        When the person wants it to play or to pause.
    """

    placed = Signal(int, int)
    toggled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.words = PoolingWords()
        self.view: PoolingView | None = None
        self.place = (0, 0)
        ArrayMenu(self, self._shown_at)
        current_theme().changed.connect(self.update)

    def set_words(self, name: str, words: PoolingWords) -> None:
        """Set the accessible name and all texts."""
        self.setAccessibleName(name)
        self.words = words
        self.update()

    def show_view(self, view: PoolingView) -> None:
        """Show another channel, sample or moment."""
        self.view = view
        self.show_place(self.place)

    def show_place(self, place: tuple[int, int]) -> None:
        """Light another position up; what lies outside moves to the edge."""
        if self.view is not None:
            rows, columns = self.view.map.shape
            self.place = min(place[0], rows - 1), min(place[1], columns - 1)
            self.setAccessibleDescription(f"{self.place[0]}, {self.place[1]}: {figure(float(self.view.map[self.place]))}")
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(520, 200)

    def areas(self) -> tuple[QRectF, QRectF, QRectF, QRectF]:
        """Return where the map before, the window, the map after and the gradient are."""
        inner = self.width() - 2 * MARGIN
        side = max(40.0, min(self.height() - TOP - FOOTER - 8, (inner - 3 * GUTTER - TABLE) / 3))
        view = self.view
        before, after = (view.image.shape, view.map.shape) if view is not None else ((1, 1), (1, 1))
        table = QRectF(MARGIN + side + GUTTER, TOP, TABLE, TABLE)
        left = table.right() + GUTTER
        return (
            fitted(MARGIN, TOP, side, before[0], before[1]),
            table,
            fitted(left, TOP, side, after[0], after[1]),
            fitted(left + side + GUTTER, TOP, side, before[0], before[1]),
        )

    # -- painting -----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        view = self.view
        if view is None:
            return
        painter, theme, words = QPainter(self), current_theme(), self.words
        before, table, after, routed = self.areas()
        most = most_of(view.image)
        signed = theme.lookup("signed")
        draw_image(painter, before, image_of(view.image, (-most, most), signed))
        draw_image(painter, after, image_of(view.map, (-most, most), signed))
        top = float(view.routed.max()) or 1.0
        draw_image(painter, routed, image_of(view.routed, (0.0, top), theme.lookup("magnitude")))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("line2"), 1))
        for area in (before, after, routed):
            painter.drawRect(area.adjusted(0, 0, -1, -1))
        paint_title(painter, before, words.before.format(n=view.channel + 1), "×".join(map(str, view.image.shape)))
        paint_title(
            painter,
            table,
            words.window,
            words.place.format(row=self.place[0] + 1, column=self.place[1] + 1),
            room=TABLE + GUTTER - 4,
        )
        paint_title(painter, after, words.after, "×".join(map(str, view.map.shape)))
        paint_title(painter, routed, words.routed, words.routed_note, room=routed.width() + 12)
        self._paint_place(painter, view)
        self._paint_footer(painter, view, max(before.bottom(), after.bottom(), table.bottom()) + 10)
        if has_keyboard_focus(self):
            focus_ring(painter, QRectF(self.rect()), 4, theme.color("accent"))

    def _paint_place(self, painter: QPainter, view: PoolingView) -> None:
        before, table, after, routed = self.areas()
        accent, window, seen = current_theme().color("accent"), view.layer.window, view.window_at(self.place)
        most = most_of(view.image)
        paint_cells(painter, table, seen.seen, (-most, most))
        step = before.width() / view.image.shape[1]
        top, left = (n * window.stride - window.pad for n in self.place)
        wide = window.kernel * step
        rounded(painter, QRectF(before.left() + left * step, before.top() + top * step, wide, wide), 1, None, accent, width=2.0)
        rows, columns = view.map.shape
        cell = cell_area(after, rows, columns, *self.place)
        rounded(painter, cell.adjusted(-1, -1, 1, 1), 1, None, accent, width=2.0)
        if seen.winner is None:
            return
        spot = cell_area(table, window.kernel, window.kernel, *seen.winner)
        rounded(painter, spot.adjusted(-1, -1, 0, 0), 1, None, accent, width=2.0)
        winner = view.winner(self.place)
        if winner is not None:
            high, across = view.image.shape
            for area in (before, routed):
                pixel = cell_area(area, high, across, *winner)
                rounded(painter, pixel.adjusted(-1, -1, 1, 1), 1, None, accent, width=2.0)
            self._paint_way(painter, cell, cell_area(routed, high, across, *winner))

    def _paint_way(self, painter: QPainter, start: QRectF, end: QRectF) -> None:
        """Draw the way of the gradient from the value to the pixel that won."""
        path = QPainterPath(QPointF(start.right(), start.center().y()))
        bend = max(16.0, (end.left() - start.right()) / 2)
        goal = QPointF(end.left() - 2, end.center().y())
        path.cubicTo(QPointF(start.right() + bend, start.center().y()), goal - QPointF(bend, 0), goal)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(current_theme().color("accent"), 1.5))
        painter.drawPath(path)

    def _paint_footer(self, painter: QPainter, view: PoolingView, top: float) -> None:
        seen, words, window = view.window_at(self.place), self.words, view.layer.window
        value = figure(seen.output)
        said = words.largest.format(value=value) if seen.winner else words.mean.format(value=value, count=window.kernel**2)
        formula = size_formula(view.image.shape[0], window)
        pieces = [(f"{formula.text} = ", "text2" if formula.even else "error", 400)]
        pieces.append((formula.result, "text" if formula.even else "error", 600))
        if formula.left_over:
            pieces.append((f"  {words.left_out.format(n=formula.left_over)}", "error", 400))
        painter.setFont(font("dense"))
        area = QRectF(MARGIN, top, self.width() - 2 * MARGIN, 18)
        paint_line(painter, area, [(said, "text", 400)])
        paint_line(painter, area.translated(0, 18), pieces)

    # -- mouse and keys -----------------------------------------------------------------------------------------

    def _shown_at(self, position: QPointF | None) -> ShownArray | None:
        view, words = self.view, self.words
        if view is None:
            return None
        before, table, after, routed = self.areas()
        most, top = most_of(view.image), float(view.routed.max()) or 1.0
        places = [
            (before, ShownArray(view.image, (-most, most), "signed", words.before.format(n=view.channel + 1))),
            (table, ShownArray(view.window_at(self.place).seen, (-most, most), "signed", words.window)),
            (after, ShownArray(view.map, (-most, most), "signed", words.after)),
            (routed, ShownArray(view.routed, (0.0, top), "magnitude", words.routed)),
        ]
        return array_among(places, position)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        view, position = self.view, event.position()
        if view is None:
            return
        before, _, after, routed = self.areas()
        rows, columns = view.map.shape
        place = self.place
        if after.contains(position):
            place = cell_under(after, rows, columns, position)
        for area in (before, routed):
            if area.contains(position):
                y, x = cell_under(area, view.image.shape[0], view.image.shape[1], position)
                window = view.layer.window
                place = min(rows - 1, (y + window.pad) // window.stride), min(columns - 1, (x + window.pad) // window.stride)
        if place != self.place:
            self.placed.emit(*place)

    def step(self) -> None:
        """Go on to the next position; the first follows the last."""
        if self.view is not None:
            rows, columns = self.view.map.shape
            row, column = divmod((self.place[0] * columns + self.place[1] + 1) % (rows * columns), columns)
            self.placed.emit(row, column)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
        move = moves.get(Qt.Key(event.key()))
        if move is not None and self.view is not None:
            rows, columns = self.view.map.shape
            row, column = self.place[0] + move[0], self.place[1] + move[1]
            self.placed.emit(min(rows - 1, max(0, row)), min(columns - 1, max(0, column)))
        elif event.key() == Qt.Key.Key_Space:
            self.toggled.emit()
        else:
            super().keyPressEvent(event)
