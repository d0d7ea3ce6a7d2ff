"""col2im before one's eyes: row after row is added back to the image, and where windows overlap the shares add up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.arrays import Array
from core.probes.convolution_view import ConvolutionView
from core.probes.folding import Folding, Rows
from workbench.panels.microscope.painting import cell_under, fitted, most_of, paint_line, paint_title
from workbench.plots.array_file import ShownArray
from workbench.plots.array_menu import ArrayMenu, array_among
from workbench.plots.cells import cell_area, paint_cells
from workbench.plots.picture import draw_image, image_of
from workbench.theme.colormaps import Sort
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.numbers import figure, grouped, signed_cell
from workbench.widgets.painting import focus_ring, has_keyboard_focus, rounded

MARGIN: Final = 16.0
TOP: Final = 30.0
ROW: Final = 13.0
GUTTER: Final = 36.0
FOOTER: Final = 40.0
TITLE: Final = 26.0
MATRIX, WINDOW = 116.0, 104.0
NOTE_ROOM: Final = 200.0
MOST_SHARES: Final = 9


@dataclass(frozen=True)
class Col2imWords:
    """The texts, translated."""

    matrix: str = "Column matrix"
    row: str = "Row {n}"
    so_far: str = "Added up so far"
    total: str = "After the last row"
    visits: str = "Visits"
    visits_note: str = "{least} to {most} windows"
    pixel: str = "Pixel ({y}, {x})"
    none: str = "no window looks at this pixel"
    hint: str = "Point at a pixel to see which rows add to it."
    misfit: str = "The window is larger than the padded image. Take a smaller kernel or more padding."


@dataclass(frozen=True)
class Col2imParts:
    """The areas: matrix, the lit row as a window, the sum so far, the sum of all, the visits, and the words below."""

    matrix: QRectF
    window: QRectF
    so_far: QRectF
    total: QRectF
    visits: QRectF
    footer: QRectF


class Col2imCanvas(QWidget):
    """A matrix on its way back to the image.

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
        self.words = Col2imWords()
        self.kind: Rows = "windows"
        self.folding: Folding | None = None
        self.place = (0, 0)
        self.pixel: tuple[int, int] | None = None
        self._view: ConvolutionView | None = None
        self._channel = 0
        ArrayMenu(self, self._shown_at)
        current_theme().changed.connect(self.update)

    def set_words(self, name: str, words: Col2imWords) -> None:
        """Set the accessible name and all texts."""
        self.setAccessibleName(name)
        self.words = words
        self.update()

    def show_view(self, view: ConvolutionView) -> None:
        """Show another filter, sample, moment or window."""
        self._view = view
        self._channel = min(self._channel, len(view.w) - 1)
        self._fold()

    def set_kind(self, kind: Rows) -> None:
        """Choose what stands in the rows."""
        self.kind = kind
        self._fold()

    def _fold(self) -> None:
        view = self._view
        self.folding = Folding(view, self._channel, self.kind) if view is not None and view.fits else None
        if self.folding is not None and self.pixel is not None:
            rows, columns = self.folding.visits.shape
            self.pixel = self.pixel if self.pixel[0] < rows and self.pixel[1] < columns else None
        self.show_place(self.place)

    def show_place(self, place: tuple[int, int]) -> None:
        """Show how far it is when the row of a position has been added."""
        if self._view is not None and self._view.fits:
            rows, columns = self._view.unfolding.positions
            self.place = min(place[0], rows - 1), min(place[1], columns - 1)
        self.update()

    @property
    def row(self) -> int:
        """The row that was added last."""
        return self._view.unfolding.row(0, *self.place) if self._view is not None else 0

    def minimumSizeHint(self) -> QSize:
        return QSize(560, 220)

    def parts(self) -> Col2imParts:
        """Return where everything is."""
        inner = self.width() - 2 * MARGIN
        room = self.height() - TOP - FOOTER - 4
        rows, columns = self.folding.visits.shape if self.folding is not None else (1, 1)
        side = max(60.0, min(room, (inner - 3 * GUTTER - MATRIX - WINDOW) / 1.45))
        matrix = QRectF(MARGIN, TOP, MATRIX, side)
        window = QRectF(matrix.right() + GUTTER, TOP, WINDOW, WINDOW)
        so_far = fitted(window.right() + GUTTER, TOP, side, rows, columns)
        small, left = (side - TITLE) / 2, so_far.left() + side + GUTTER
        total = fitted(left, TOP, small, rows, columns)
        visits = fitted(left, TOP + small + TITLE, small, rows, columns)
        footer = QRectF(MARGIN, TOP + side + 14, inner, 20)
        return Col2imParts(matrix, window, so_far, total, visits, footer)

    def excerpt(self) -> tuple[int, int]:
        """Return the first of the shown rows, and the first that is not shown any more."""
        if self.folding is None:
            return 0, 0
        count = len(self.folding.rows)
        shown = max(3, min(count, int(self.parts().matrix.height() / ROW)))
        first = min(max(0, self.row - shown // 2), max(0, count - shown))
        return first, min(count, first + shown)

    # -- painting -----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, folding = QPainter(self), self.folding
        if self._view is None:
            return
        if folding is None:
            painter.setFont(font("body"))
            painter.setPen(current_theme().color("error"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.words.misfit)
            return
        parts = self.parts()
        self._paint_matrix(painter, folding, parts)
        self._paint_window(painter, folding, parts)
        for area, values, title in (
            (parts.so_far, folding.so_far(self.row), self.words.so_far),
            (parts.total, folding.total, self.words.total),
        ):
            self._paint_picture(painter, area, values, *self._colours(folding))
            paint_title(painter, area, title, "×".join(map(str, values.shape)), room=NOTE_ROOM)
        visits = folding.visits
        self._paint_picture(painter, parts.visits, visits, "magnitude", (0.0, float(visits.max()) or 1.0))
        note = self.words.visits_note.format(least=int(visits.min()), most=int(visits.max()))
        paint_title(painter, parts.visits, self.words.visits, note, room=NOTE_ROOM)
        self._paint_marks(painter, folding, parts)
        self._paint_footer(painter, folding, parts)
        if has_keyboard_focus(self):
            focus_ring(painter, QRectF(self.rect()), 4, current_theme().color("accent"))

    def _colours(self, folding: Folding) -> tuple[Sort, tuple[float, float]]:
        """Return map and limits of the pictures; those of the sums, so that adding up is seen."""
        if self.kind == "ones":
            return "magnitude", (0.0, float(folding.visits.max()) or 1.0)
        most = most_of(folding.total)
        ink = self.kind == "windows" and folding.view.is_input and float(folding.total.min()) >= 0
        return ("ink", (0.0, most)) if ink else ("signed", (-most, most))

    def _row_limits(self, folding: Folding) -> tuple[Sort, tuple[float, float]]:
        sort, _ = self._colours(folding)
        most = most_of(folding.rows)
        return sort, ((0.0, most) if sort != "signed" else (-most, most))

    def _paint_matrix(self, painter: QPainter, folding: Folding, parts: Col2imParts) -> None:
        theme, (first, stop) = current_theme(), self.excerpt()
        sort, limits = self._row_limits(folding)
        values, taps = folding.rows[first:stop], folding.rows.shape[1]
        paint_cells(painter, parts.matrix, values, limits, sort, numbers=taps <= 9)
        size = f"{grouped(len(folding.rows))}×{taps}"
        paint_title(painter, parts.matrix, self.words.matrix, size, room=parts.matrix.width() + GUTTER - 6)
        count = stop - first
        adding = {row for row, _ in folding.shares(*self.pixel)} if self.pixel is not None else set()
        for row in range(first, stop):
            if row in adding:
                lit = cell_area(parts.matrix, count, 1, row - first, 0)
                painter.fillRect(QRectF(lit.right() + 2, lit.top(), 3, lit.height() - 1), theme.color("accent"))
        lit = cell_area(parts.matrix, count, 1, self.row - first, 0)
        rounded(painter, lit.adjusted(-2, -1, 2, 1), 1, None, theme.color("accent"), width=2.0)

    def _paint_window(self, painter: QPainter, folding: Folding, parts: Col2imParts) -> None:
        taps = folding.view.window.kernel
        sort, limits = self._row_limits(folding)
        paint_cells(painter, parts.window, folding.rows[self.row].reshape(taps, taps), limits, sort, numbers=taps <= 3)
        paint_title(painter, parts.window, self.words.row.format(n=grouped(self.row + 1)), room=parts.window.width() + GUTTER - 6)
        painter.setFont(font("body"))
        painter.setPen(current_theme().color("text2"))
        gap = QRectF(parts.window.right(), parts.window.top(), parts.so_far.left() - parts.window.right(), parts.window.height())
        painter.drawText(gap, Qt.AlignmentFlag.AlignCenter, "+ →")

    def _paint_picture(self, painter: QPainter, area: QRectF, values: Array, sort: Sort, limits: tuple[float, float]) -> None:
        theme = current_theme()
        rows, columns = values.shape
        if min(area.width() / columns, area.height() / rows) >= 16:
            paint_cells(painter, area, values, limits, sort)
        else:
            draw_image(painter, area, image_of(values, limits, theme.lookup(sort)))
        pad = self._view.window.pad if self._view is not None else 0
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if pad:
            step = area.width() / columns
            painter.setPen(QPen(theme.color("axis"), 1, Qt.PenStyle.DashLine))
            painter.drawRect(area.adjusted(0, 0, -1, -1))
            painter.setPen(QPen(theme.color("axis"), 1))
            painter.drawRect(area.adjusted(pad * step, pad * step, -pad * step - 1, -pad * step - 1))
        else:
            painter.setPen(QPen(theme.color("line2"), 1))
            painter.drawRect(area.adjusted(0, 0, -1, -1))

    def _paint_marks(self, painter: QPainter, folding: Folding, parts: Col2imParts) -> None:
        accent, window = current_theme().color("accent"), folding.view.window
        rows, columns = folding.visits.shape
        step = parts.so_far.width() / columns
        top, left = (n * window.stride * step for n in self.place)
        reach = window.reach * step
        lit = QRectF(parts.so_far.left() + left, parts.so_far.top() + top, reach, reach)
        rounded(painter, lit.adjusted(-1, -1, 1, 1), 1, None, accent, width=2.0)
        if self.pixel is not None:
            for area in (parts.so_far, parts.total, parts.visits):
                spot = cell_area(area, rows, columns, *self.pixel)
                rounded(painter, spot.adjusted(-2, -2, 2, 2), 1, None, accent, width=1.5)

    def _paint_footer(self, painter: QPainter, folding: Folding, parts: Col2imParts) -> None:
        if self.pixel is None:
            paint_line(painter, parts.footer, [(self.words.hint, "text2", 400)])
            return
        pad = folding.view.window.pad
        pieces = [(self.words.pixel.format(y=self.pixel[0] - pad, x=self.pixel[1] - pad) + "   ", "text", 600)]
        shares = folding.shares(*self.pixel)
        if not shares:
            pieces.append((self.words.none, "text2", 400))
        else:
            terms = [signed_cell(share) for _, share in shares[:MOST_SHARES]]
            more = " + …" if len(shares) > MOST_SHARES else ""
            total = sum(share for _, share in shares)
            rows = ", ".join(grouped(row + 1) for row, _ in shares[:MOST_SHARES]) + (", …" if more else "")
            pieces += [(f"{' + '.join(terms)}{more} = ", "text2", 400), (figure(total), "text", 600)]
            pieces.append((f"   {self.words.matrix}: {rows}", "text3", 400))
        paint_line(painter, parts.footer, pieces)

    # -- mouse and keys -----------------------------------------------------------------------------------------

    def _shown_at(self, position: QPointF | None) -> ShownArray | None:
        folding, words = self.folding, self.words
        if folding is None:
            return None
        parts, (sort, limits), (row_sort, row_limits) = self.parts(), self._colours(folding), self._row_limits(folding)
        visits = folding.visits
        places = [
            (parts.so_far, ShownArray(folding.so_far(self.row), limits, sort, words.so_far)),
            (parts.total, ShownArray(folding.total, limits, sort, words.total)),
            (parts.visits, ShownArray(visits, (0.0, float(visits.max()) or 1.0), "magnitude", words.visits)),
            (parts.matrix, ShownArray(folding.rows, row_limits, row_sort, words.matrix)),
        ]
        return array_among(places, position)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        folding, parts = self.folding, self.parts()
        if folding is None:
            return
        rows, columns = folding.visits.shape
        pixel = None
        for area in (parts.so_far, parts.total, parts.visits):
            if area.contains(event.position()):
                pixel = cell_under(area, rows, columns, event.position())
        if pixel != self.pixel:
            self.pixel = pixel
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        folding, parts, position = self.folding, self.parts(), event.position()
        if folding is None:
            return
        if parts.matrix.contains(position):
            first, stop = self.excerpt()
            row = first + cell_under(parts.matrix, stop - first, 1, position)[0]
            self.placed.emit(*folding.view.unfolding.place(row)[1:])
            return
        rows, columns = folding.visits.shape
        for area in (parts.so_far, parts.total, parts.visits):
            if area.contains(position):
                shares = folding.shares(*cell_under(area, rows, columns, position))
                if shares:
                    self.placed.emit(*folding.view.unfolding.place(shares[-1][0])[1:])

    def leaveEvent(self, event: QEvent) -> None:
        self.pixel = None
        self.update()

    def step(self) -> None:
        """Add the next row; after the last it begins anew."""
        if self.folding is not None:
            unfolding = self.folding.view.unfolding
            self.placed.emit(*unfolding.place((self.row + 1) % unfolding.row_count)[1:])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
        move = moves.get(Qt.Key(event.key()))
        if move is not None and self.folding is not None:
            rows, columns = self.folding.view.unfolding.positions
            row, column = np.clip(np.add(self.place, move), 0, (rows - 1, columns - 1)).tolist()
            self.placed.emit(row, column)
        elif event.key() in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown} and self._view is not None:
            step = 1 if event.key() == Qt.Key.Key_PageDown else -1
            self._channel = min(len(self._view.w) - 1, max(0, self._channel + step))
            self._fold()
        elif event.key() == Qt.Key.Key_Space:
            self.toggled.emit()
        else:
            super().keyPressEvent(event)
