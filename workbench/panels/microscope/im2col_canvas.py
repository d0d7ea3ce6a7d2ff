"""im2col before one's eyes: the window on the image, its row in the matrix, the filter as a column, the output."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.arrays import Array
from core.probes.convolution_view import ConvolutionView
from core.probes.loop_timing import LoopTiming
from workbench.panels.microscope.geometry import Parts, lay_out
from workbench.panels.microscope.im2col_sums import paint_card, paint_footer
from workbench.panels.microscope.im2col_words import Im2colWords
from workbench.panels.microscope.painting import cell_under, most_of, paint_title
from workbench.plots.array_file import ShownArray
from workbench.plots.array_menu import ArrayMenu, array_among
from workbench.plots.cells import cell_area, paint_cells
from workbench.plots.picture import draw_image, image_of
from workbench.theme.colormaps import Sort
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.numbers import figure, grouped
from workbench.widgets.painting import focus_ring, has_keyboard_focus, rounded

ROW: Final = 13.0
"""Height of a row of the matrix."""


class Im2colCanvas(QWidget):
    """Four views of one product of matrices; what is under the mouse lights up in all of them.

    Attributes
    ----------
    placed
        With row and column of the position that was chosen.
    sampled
        With the sample of the batch that was chosen.
    toggled
        When the person wants it to play or to pause.
    """

    placed = Signal(int, int)
    sampled = Signal(int)
    toggled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.view: ConvolutionView | None = None
        self.place = (0, 0)
        self.tap = -1
        self.words = Im2colWords()
        self._channel = 0
        ArrayMenu(self, self._shown_at)
        self._timing: LoopTiming | None = None
        current_theme().changed.connect(self.update)

    def set_words(self, name: str, words: Im2colWords) -> None:
        """Set the accessible name and all texts."""
        self.setAccessibleName(name)
        self.words = words
        self.update()

    def show_view(self, view: ConvolutionView) -> None:
        """Show another filter, sample, moment or window."""
        self.view = view
        self._channel = min(self._channel, len(view.w) - 1)
        self.tap = self.tap if self.tap < view.w.size else -1
        self.show_place(self.place)

    def show_timing(self, timing: LoopTiming | None) -> None:
        """Write under the matrices how long both ways took; None for nothing."""
        self._timing = timing
        self.update()

    def show_place(self, place: tuple[int, int]) -> None:
        """Light another position up; what lies outside moves to the edge."""
        view = self.view
        if view is not None and view.fits:
            rows, columns = view.whole.positions
            self.place = min(place[0], rows - 1), min(place[1], columns - 1)
            self.setAccessibleDescription(f"{self.place[0]}, {self.place[1]}: {figure(float(view.map[self.place]))}")
        self.update()

    @property
    def row(self) -> int:
        """The lit row of the matrix."""
        return self.view.whole.row(self.view.sample, *self.place) if self.view is not None else 0

    def excerpt(self) -> tuple[int, int]:
        """Return the first of the shown rows of the matrix, and the first that is not shown any more."""
        if self.view is None:
            return 0, 0
        count = self.view.whole.row_count
        shown = max(3, min(count, int(self.parts().matrix.height() / ROW)))
        first = min(max(0, self.row - shown // 2), max(0, count - shown))
        return first, min(count, first + shown)

    def parts(self) -> Parts:
        """Return where everything is."""
        view = self.view
        if view is None or not view.fits:
            return lay_out(self.width(), self.height(), (1, 1), (1, 1), 1)
        _, _, high, wide = view.whole.padded.shape
        return lay_out(self.width(), self.height(), (high, wide), view.whole.positions, view.window.kernel)

    def minimumSizeHint(self) -> QSize:
        return QSize(560, 250)

    # -- painting -----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        view = self.view
        if view is None:
            return
        painter, parts = QPainter(self), self.parts()
        paint_footer(painter, parts.footer, view, self.words, self._timing)
        if not view.fits:
            painter.setFont(font("body"))
            painter.setPen(current_theme().color("error"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.words.misfit)
            return
        self._paint_image(painter, view, parts)
        self._paint_matrix(painter, view, parts)
        self._paint_column(painter, view, parts)
        self._paint_map(painter, view, parts)
        self._paint_tables(painter, view, parts)
        share = (self._channel, float(self.tables()[2].sum()), float(view.map[self.place]))
        paint_card(painter, parts.card, view, self.words, share)
        if has_keyboard_focus(self):
            focus_ring(painter, QRectF(self.rect()), 4, current_theme().color("accent"))

    def _sort(self, view: ConvolutionView) -> Sort:
        return "ink" if view.is_input else "signed"

    def _seen_limits(self, view: ConvolutionView) -> tuple[float, float]:
        if view.is_input:
            return min(0.0, float(view.image.min())), float(view.image.max()) or 1.0
        most = most_of(view.image)
        return -most, most

    def _paint_image(self, painter: QPainter, view: ConvolutionView, parts: Parts) -> None:
        theme, area, window = current_theme(), parts.image, view.window
        padded = view.whole.padded[view.sample, self._channel]
        draw_image(painter, area, image_of(padded, self._seen_limits(view), theme.lookup(self._sort(view))))
        title = self.words.padded if window.pad else self.words.image
        note = "×".join(map(str, padded.shape))
        if len(view.batch) > 1:
            note += f" · {self.words.sample.format(n=view.sample + 1, count=len(view.batch))}"
        if len(view.w) > 1:
            note += f" · {self.words.channel.format(n=self._channel + 1, count=len(view.w))}"
        paint_title(painter, area, title, note, room=area.width() + 30)
        step = area.width() / padded.shape[1]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if window.pad:
            painter.setPen(QPen(theme.color("axis"), 1, Qt.PenStyle.DashLine))
            painter.drawRect(area.adjusted(0, 0, -1, -1))
            painter.setPen(QPen(theme.color("axis"), 1))
            inset = window.pad * step
            painter.drawRect(area.adjusted(inset, inset, -inset - 1, -inset - 1))
        else:
            painter.setPen(QPen(theme.color("line2"), 1))
            painter.drawRect(area.adjusted(0, 0, -1, -1))
        lit = self.window_area(parts)
        if window.dilation > 1 and step >= 3:
            painter.setPen(QPen(theme.color("accent"), 1))
            for tap in range(window.kernel**2):
                down, right = (n * window.dilation for n in divmod(tap, window.kernel))
                painter.drawRect(QRectF(lit.left() + right * step, lit.top() + down * step, step, step))
        rounded(painter, lit.adjusted(-1, -1, 1, 1), 1, None, theme.color("accent"), width=2.0)
        if self.tap >= 0:
            _, _, y, x = view.whole.pixel(self.row, self.tap)
            spot = QRectF(area.left() + x * step, area.top() + y * step, step, step)
            rounded(painter, spot.adjusted(-1, -1, 1, 1), 1, None, theme.color("accent"), width=1.5)

    def window_area(self, parts: Parts) -> QRectF:
        """Return where the window lies on the image."""
        view = self.view
        if view is None:
            return QRectF()
        step = parts.image.width() / view.whole.padded.shape[3]
        i, j = (n * view.window.stride * step for n in self.place)
        reach = view.window.reach * step
        return QRectF(parts.image.left() + j, parts.image.top() + i, reach, reach)

    def _paint_matrix(self, painter: QPainter, view: ConvolutionView, parts: Parts) -> None:
        theme, unfolding, area = current_theme(), view.whole, parts.matrix
        first, stop = self.excerpt()
        image = image_of(unfolding.rows(first, stop), self._seen_limits(view), theme.lookup(self._sort(view)))
        shown = QRectF(area.left(), area.top(), area.width(), (stop - first) * area.height() / max(1, stop - first))
        draw_image(painter, shown, image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(theme.color("panel"), 1))
        for row in range(1, stop - first):
            y = round(shown.top() + row * shown.height() / (stop - first))
            painter.drawLine(QPointF(shown.left(), y), QPointF(shown.right(), y))
        size = f"{grouped(unfolding.row_count)}×{grouped(unfolding.columns)}"
        note = f"{size}, {self.words.rows.format(first=first + 1, last=stop)}"
        paint_title(painter, area, self.words.matrix, note)
        lit = cell_area(shown, stop - first, 1, self.row - first, 0)
        rounded(painter, lit.adjusted(-1, -1, 1, 1), 1, None, theme.color("accent"), width=2.0)
        if self.tap >= 0:
            spot = cell_area(shown, stop - first, unfolding.columns, self.row - first, self.tap)
            rounded(painter, spot.adjusted(-2, -2, 2, 2), 1, None, theme.color("accent"), width=1.5)
        self._paint_link(painter, parts, lit)

    def _paint_link(self, painter: QPainter, parts: Parts, lit: QRectF) -> None:
        """Draw the curve from the window to its row, with the row's number."""
        theme, window = current_theme(), self.window_area(parts)
        number = grouped(self.row + 1)
        painter.setFont(font("dense", 500))
        wide = QFontMetricsF(painter.font()).horizontalAdvance(number)
        start, end = QPointF(window.right() + 1, window.center().y()), QPointF(lit.left() - wide - 8, lit.center().y())
        path = QPainterPath(start)
        bend = max(10.0, (end.x() - start.x()) * 0.6)
        path.cubicTo(start + QPointF(bend, 0), end - QPointF(min(24.0, bend), 0), end)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("accent"), 1))
        painter.drawPath(path)
        at = QRectF(lit.left() - wide - 6, lit.center().y() - 9, wide + 2, 18)
        painter.fillRect(at, theme.color("panel"))
        painter.drawText(at, Qt.AlignmentFlag.AlignCenter, number)

    def _paint_column(self, painter: QPainter, view: ConvolutionView, parts: Parts) -> None:
        theme, words = current_theme(), self.words
        weights = view.w.reshape(-1, 1)
        most = most_of(weights)
        draw_image(painter, parts.filter, image_of(weights, (-most, most), theme.lookup("signed")))
        rounded(painter, parts.filter.adjusted(-2, -2, 2, 2), 1, None, theme.color("accent"), width=2.0)
        if self.tap >= 0:
            spot = cell_area(parts.filter, len(weights), 1, self.tap, 0)
            rounded(painter, spot.adjusted(-3, -1, 3, 1), 1, None, theme.color("accent"), width=1.5)
        paint_title(painter, parts.filter, words.filter.format(n=view.unit + 1), f"{len(weights)}×1", room=64, below=True)
        first, stop = self.excerpt()
        values = view.maps.reshape(-1, 1)[first:stop]
        most = most_of(view.maps)
        draw_image(painter, parts.output, image_of(values, (-most, most), theme.lookup("signed")))
        lit = cell_area(parts.output, stop - first, 1, self.row - first, 0)
        rounded(painter, lit.adjusted(-2, -1, 2, 1), 1, None, theme.color("accent"), width=2.0)
        paint_title(painter, parts.output, words.output, f"{grouped(view.maps.size)}×1", room=60, below=True)
        painter.setFont(font("body"))
        painter.setPen(theme.color("text2"))
        middle = parts.filter.center().y()
        for left, right, sign in (
            (parts.matrix.right(), parts.filter.left(), "·"),
            (parts.filter.right(), parts.output.left(), "+ b ="),
            (parts.output.right(), parts.map.left(), "→"),
        ):
            painter.drawText(QRectF(left, middle - 12, right - left, 24), Qt.AlignmentFlag.AlignCenter, sign)

    def _paint_map(self, painter: QPainter, view: ConvolutionView, parts: Parts) -> None:
        theme, most = current_theme(), most_of(view.map)
        draw_image(painter, parts.map, image_of(view.map, (-most, most), theme.lookup("signed")))
        rows, columns = view.map.shape
        cell = cell_area(parts.map, rows, columns, *self.place)
        rounded(painter, cell.adjusted(-2, -2, 2, 2), 1, None, theme.color("accent"), width=2.0)
        paint_title(painter, parts.map, self.words.map.format(n=view.unit + 1), "×".join(map(str, view.map.shape)), room=160)

    def tables(self) -> tuple[Array, Array, Array]:
        """Return window, filter and products of the channel that is shown, ``(K, K)`` each."""
        if self.view is None:
            return np.zeros((1, 1)), np.zeros((1, 1)), np.zeros((1, 1))
        seen = self.view.whole.rows(self.row, self.row + 1).reshape(self.view.w.shape)
        return seen[self._channel], self.view.w[self._channel], seen[self._channel] * self.view.w[self._channel]

    def _paint_tables(self, painter: QPainter, view: ConvolutionView, parts: Parts) -> None:
        theme, words = current_theme(), self.words
        tables = self.tables()
        of_filter, of_products = most_of(view.w), most_of(tables[2])
        limits = (self._seen_limits(view), (-of_filter, of_filter), (-of_products, of_products))
        titles = (words.window, words.filter.format(n=view.unit + 1), words.products)
        channel = words.channel.format(n=self._channel + 1, count=len(view.w)) if len(view.w) > 1 else ""
        notes = (words.place.format(row=self.place[0] + 1, column=self.place[1] + 1), channel, channel)
        sorts: tuple[Sort, ...] = (self._sort(view), "signed", "signed")
        taps = view.window.kernel
        for area, table, ends, sort, title, note in zip(parts.tables, tables, limits, sorts, titles, notes, strict=True):
            paint_title(painter, area, title, note, room=area.width() + 24)
            paint_cells(painter, area, table, ends, sort)
            if self.tap >= 0 and self.tap // taps**2 == self._channel:
                spot = cell_area(area, taps, taps, *divmod(self.tap % taps**2, taps))
                rounded(painter, spot.adjusted(-1, -1, 0, 0), 1, None, theme.color("accent"), width=2.0)
        painter.setFont(font("body"))
        painter.setPen(theme.color("text2"))
        for left, right, sign in zip(parts.tables, parts.tables[1:], "×=", strict=False):
            between = QRectF(left.right(), left.top(), right.left() - left.right(), left.height())
            painter.drawText(between, Qt.AlignmentFlag.AlignCenter, sign)

    # -- mouse and keys -----------------------------------------------------------------------------------------

    def light_at(self, position: QPointF) -> tuple[tuple[int, int], int] | None:
        """Return position and tap (−1 for none) that belong to a pixel of the widget, or None beside everything."""
        view, parts = self.view, self.parts()
        if view is None or not view.fits:
            return None
        unfolding, taps = view.whole, view.window.kernel
        first, stop = self.excerpt()
        if parts.image.contains(position):
            step = parts.image.width() / unfolding.padded.shape[3]
            middle = (view.window.reach - 1) / 2
            y, x = (position.y() - parts.image.top()) / step, (position.x() - parts.image.left()) / step
            return self._clipped(round((int(y) - middle) / view.window.stride), round((int(x) - middle) / view.window.stride)), -1
        if parts.matrix.contains(position):
            row, column = cell_under(parts.matrix, stop - first, unfolding.columns, position)
            return unfolding.place(first + row)[1:], column
        if parts.filter.contains(position):
            return self.place, cell_under(parts.filter, unfolding.columns, 1, position)[0]
        if parts.output.contains(position):
            return unfolding.place(first + cell_under(parts.output, stop - first, 1, position)[0])[1:], -1
        if parts.map.contains(position):
            rows, columns = view.map.shape
            return cell_under(parts.map, rows, columns, position), -1
        for area in parts.tables:
            if area.contains(position):
                row, column = cell_under(area, taps, taps, position)
                return self.place, self._channel * taps**2 + row * taps + column
        return None

    def row_at(self, position: QPointF) -> int:
        """Return the row of the matrix at a pixel of matrix or output, −1 elsewhere."""
        parts, (first, stop) = self.parts(), self.excerpt()
        for area in (parts.matrix, parts.output):
            if area.contains(position):
                return first + cell_under(area, stop - first, 1, position)[0]
        return -1

    def _clipped(self, row: int, column: int) -> tuple[int, int]:
        rows, columns = self.view.whole.positions if self.view is not None else (1, 1)
        return min(rows - 1, max(0, row)), min(columns - 1, max(0, column))

    def _shown_at(self, position: QPointF | None) -> ShownArray | None:
        view, words = self.view, self.words
        if view is None or not view.fits:
            return None
        parts, most, of_w = self.parts(), most_of(view.map), most_of(view.w)
        seen, ends, sort = view.whole.padded[view.sample, self._channel], self._seen_limits(view), self._sort(view)
        window, weights, products = self.tables()
        of_products, name = most_of(products), words.filter.format(n=view.unit + 1)
        places = [
            (parts.map, ShownArray(view.map, (-most, most), "signed", words.map.format(n=view.unit + 1))),
            (parts.image, ShownArray(seen, ends, sort, words.padded if view.window.pad else words.image)),
            (parts.matrix, ShownArray(view.whole.col, ends, sort, words.matrix)),
            (parts.filter, ShownArray(view.w.reshape(-1, 1), (-of_w, of_w), "signed", name)),
            (parts.output, ShownArray(view.maps.reshape(-1, 1), (-most, most), "signed", words.output)),
            (parts.tables[0], ShownArray(window, ends, sort, words.window)),
            (parts.tables[1], ShownArray(weights, (-of_w, of_w), "signed", name)),
            (parts.tables[2], ShownArray(products, (-of_products, of_products), "signed", words.products)),
        ]
        return array_among(places, position)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._light(event.position(), moves=False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._light(event.position(), moves=True)

    def _light(self, position: QPointF, *, moves: bool) -> None:
        """Light up what is under the mouse. The excerpt of the matrix stays until a click, lest it run away under it."""
        found = self.light_at(position)
        if found is None:
            return
        place, tap = found
        parts, row = self.parts(), self.row_at(position)
        if moves and row >= 0 and self.view is not None and self.view.whole.place(row)[0] != self.view.sample:
            self.sampled.emit(self.view.whole.place(row)[0])
        scrolls = parts.matrix.contains(position) or parts.output.contains(position)
        if tap >= 0 and self.view is not None:
            self._channel = tap // self.view.window.kernel**2
        if tap != self.tap:
            self.tap = tap
            self.update()
        if place != self.place and (moves or not scrolls):
            self.placed.emit(*place)

    def leaveEvent(self, event: QEvent) -> None:
        if self.tap >= 0:
            self.tap = -1
            self.update()

    def step(self) -> None:
        """Go on to the next position; the first follows the last."""
        if self.view is not None and self.view.fits:
            unfolding = self.view.whole
            sample, row, column = unfolding.place((self.row + 1) % unfolding.row_count)
            if sample != self.view.sample:
                self.sampled.emit(sample)
            self.placed.emit(row, column)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
        move = moves.get(Qt.Key(event.key()))
        if move is not None:
            self.placed.emit(*self._clipped(self.place[0] + move[0], self.place[1] + move[1]))
        elif event.key() in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown} and self.view is not None:
            step = 1 if event.key() == Qt.Key.Key_PageDown else -1
            self._channel = min(len(self.view.w) - 1, max(0, self._channel + step))
            self.update()
        elif event.key() == Qt.Key.Key_Space:
            self.toggled.emit()
        else:
            super().keyPressEvent(event)
