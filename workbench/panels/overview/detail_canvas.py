"""One map large: the input with what a value sees of it, every channel's share, the sum, and the numbers at one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.arrays import Array
from workbench.panels.overview.colours import most_of
from workbench.panels.overview.map_detail import MapDetail, PlaceDetail
from workbench.plots.array_file import ShownArray
from workbench.plots.array_menu import ArrayMenu, array_among
from workbench.plots.backdrop import Backdrop
from workbench.plots.cells import cell_area, paint_cells
from workbench.plots.picture import draw_image, image_of
from workbench.plots.strip import Strip
from workbench.theme.colormaps import Sort
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.numbers import figure
from workbench.widgets.painting import focus_ring, has_keyboard_focus, rounded

MARGIN: Final = 16
TOP: Final = 38
GUTTER: Final = 24.0
MOST_CHANNELS: Final = 16
LEAST_TRIPLE: Final = 18.0
MOST_TRIPLE: Final = 104.0
CELL: Final = 35.0
SIGN: Final = 18.0
TEXT_WIDTH: Final = 148.0


@dataclass(frozen=True)
class DetailWords:
    """The texts of the detail, translated."""

    input: str = "Input"
    sees: str = "sees {height}×{width}"
    channels: str = "Channels"
    each: str = "input × filter = share"
    sum: str = "Sum and bias"
    map: str = "Map {n}"
    window: str = "Window"
    filter: str = "Filter"
    products: str = "Products"
    channel: str = "channel {n} of {count}"
    all_channels: str = "sum of all"
    bias: str = "bias"
    output: str = "output"
    before: str = "input"
    largest: str = "largest"
    mean: str = "mean"


class DetailCanvas(QWidget):
    """A map with its parts; hover or arrow keys choose a place on it.

    Attributes
    ----------
    placed
        With row and column of the place that was chosen.
    left
        When the person wants back to the overview.
    stepped
        With ±1 for the next or the sample before.
    """

    placed = Signal(int, int)
    left = Signal()
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        ArrayMenu(self, self._shown_at)
        self.words = DetailWords()
        self.detail: MapDetail | None = None
        self.at: PlaceDetail | None = None
        self._input: Array = np.zeros((1, 1))
        self._channel = -1
        self._backdrop = Backdrop()
        current_theme().changed.connect(self._forget)

    def set_words(self, name: str, words: DetailWords) -> None:
        """Set the accessible name and all texts."""
        self.setAccessibleName(name)
        self.words = words
        self._forget()

    def show_input(self, picture: Array) -> None:
        """Show another sample, ``(H, W)`` or ``(H, W, 3)`` from 0 to 1."""
        self._input = picture
        self._forget()

    def show_detail(self, detail: MapDetail, at: PlaceDetail) -> None:
        """Show another map, or the same at another moment."""
        self.detail = detail
        self._backdrop.forget()
        self.show_place(at)

    def show_place(self, at: PlaceDetail) -> None:
        """Show the numbers of another place."""
        self.at = at
        self.setAccessibleDescription(f"{at.place[0]}, {at.place[1]}: {figure(at.value)}")
        self.update()

    def _forget(self) -> None:
        self._backdrop.forget()
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 150)

    # -- where things are ---------------------------------------------------------------------------------------

    @property
    def _side(self) -> float:
        return max(60.0, min(self.height() - TOP - 14.0, 220.0, 0.2 * self.width()))

    def _square(self, left: float, values: Array) -> QRectF:
        """Return a picture's area of the common height, whole pixels a value where that costs little."""
        high, wide = values.shape[-2:]
        side = self._side
        step = side / max(high, wide)
        step = float(int(step)) if int(step) >= 0.9 * step else step
        return QRectF(left, TOP, step * wide, step * high)

    def input_area(self) -> QRectF:
        """Return where the sample is."""
        return self._square(MARGIN, self._input)

    def map_area(self) -> QRectF:
        """Return where the map is."""
        if self.detail is None:
            return QRectF()
        left = self.width() - MARGIN - self._numbers_width() - GUTTER - self._side
        return self._square(left, self.detail.map)

    def _numbers_width(self) -> float:
        at = self.at
        if at is None or (at.dot is None and at.pooled is None):
            return TEXT_WIDTH
        taps = at.dot.filter.shape[-1] if at.dot is not None else at.pooled.seen.shape[-1] if at.pooled is not None else 1
        tables = 3 if at.dot is not None else 1
        cell = self._cell(taps, tables)
        return max(TEXT_WIDTH, tables * taps * cell + (tables - 1) * SIGN)

    def _cell(self, taps: int, tables: int) -> float:
        room = self.width() - 2 * MARGIN - 2 * self._side - 2 * GUTTER - 190
        most = min(CELL, (self._side - 70) / taps * 1.6)
        fits = (room - (tables - 1) * SIGN) / (tables * taps)
        return max(5.0, min(most, fits))

    def _triples(self) -> list[tuple[int, QRectF]]:
        """Return the place in the list and the area of the first picture of each channel."""
        if self.detail is None or self.detail.maps.x.ndim != 3:
            return []
        count = min(len(self.detail.channels), MOST_CHANNELS)
        left, right = self.input_area().right() + GUTTER, self.map_area().left() - GUTTER
        parts = 3 if self.detail.parts is not None else 1
        best, across = 0.0, 1
        for columns in range(1, count + 1):
            rows = -(-count // columns)
            side = min((right - left - (columns - 1) * 14) / columns / parts - SIGN * (parts - 1) / parts, self._side / rows - 6)
            if side > best:
                best, across = side, columns
        side = max(LEAST_TRIPLE, min(MOST_TRIPLE, best))
        wide = parts * side + (parts - 1) * SIGN + 14
        return [(n, QRectF(left + n % across * wide, TOP + n // across * (side + 6), side, side)) for n in range(count)]

    # -- painting -----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.detail is None or self.at is None:
            return
        painter = QPainter(self)
        self._backdrop.draw(painter, self, self._paint_backdrop)
        self._paint_marks(painter, self.at)
        self._paint_numbers(painter)
        if has_keyboard_focus(self):
            focus_ring(painter, self.map_area().adjusted(-4, -4, 4, 4), 3, current_theme().color("accent"))

    def _paint_backdrop(self, painter: QPainter) -> None:
        """Draw what does not depend on the place: the sample, the channels, the map."""
        self._paint_input(painter)
        self._paint_channels(painter)
        self._paint_map(painter)

    def _paint_marks(self, painter: QPainter, at: PlaceDetail) -> None:
        """Mark the place on the map, what it sees of the sample, and the channel whose numbers are shown."""
        accent, area = current_theme().color("accent"), self.input_area()
        if at.box is not None:
            top, left, bottom, right = at.box
            high, wide = self._input.shape[-2:]
            across, down = area.width() / wide, area.height() / high
            seen = QRectF(area.left() + left * across, area.top() + top * down, (right - left) * across, (bottom - top) * down)
            rounded(painter, seen.adjusted(-1, -1, 1, 1), 1, None, accent, width=2.0)
            self._note(painter, area.left(), self.words.sees.format(height=bottom - top, width=right - left), self._side)
        if self.detail is not None:
            rows, columns = self.detail.map.shape
            cell = cell_area(self.map_area(), rows, columns, *at.place)
            rounded(painter, cell.adjusted(-2, -2, 2, 2), 1, None, accent, width=2.0)
            active, triples = self._active, self._triples()
            if 0 <= active < len(triples):
                first = triples[active][1]
                around = first.adjusted(-2, -2, 2 * (first.width() + SIGN) + 2, 2)
                rounded(painter, around, 2, None, accent, width=1.0)

    def _title(self, painter: QPainter, left: float, title: str, note: str = "", room: float = 1e4) -> None:
        theme, bold = current_theme(), font("dense", 600)
        painter.setFont(bold)
        painter.setPen(theme.color("text"))
        shown = QFontMetricsF(bold).elidedText(title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(left, 18), shown)
        self._note(painter, left, note, room)

    def _note(self, painter: QPainter, left: float, note: str, room: float) -> None:
        plain = font("caption")
        painter.setFont(plain)
        painter.setPen(current_theme().color("text3"))
        painter.drawText(QPointF(left, 32), QFontMetricsF(plain).elidedText(note, Qt.TextElideMode.ElideRight, room))

    def _paint_input(self, painter: QPainter) -> None:
        theme, area = current_theme(), self.input_area()
        draw_image(painter, area, image_of(self._input, (0.0, 1.0), theme.lookup("ink")))
        rounded(painter, area.adjusted(-1, -1, 1, 1), 1, None, theme.color("line"))
        self._title(painter, area.left(), self.words.input, "", self._side)

    def _paint_channels(self, painter: QPainter) -> None:
        detail, triples = self.detail, self._triples()
        if detail is None or not triples:
            return
        channels = list(detail.channels[: len(triples)])
        table = current_theme().lookup("signed")
        seen = detail.maps.x[channels]
        kernels = detail.kernels if detail.kernels is not None else np.zeros((len(channels), 1, 1))
        parts = detail.parts if detail.parts is not None else np.zeros((len(channels), 1, 1))
        of_kernels, of_parts = most_of(kernels), max(most_of(parts), most_of(detail.map))
        strips = (
            Strip(seen, self._seen_limits(detail.maps.x), current_theme().lookup(self._seen_sort)),
            Strip(kernels[: len(channels)], (-of_kernels, of_kernels), table),
            Strip(parts[: len(channels)], (-of_parts, of_parts), table),
        )
        words = self.words
        many = f"{len(triples)} / {len(detail.channels)}" if len(triples) < len(detail.channels) else ""
        note = f"{words.each}  {many}" if detail.parts is not None else many
        left = triples[0][1].left()
        self._title(
            painter, left, words.channels if detail.parts is not None else words.before, note, self.map_area().left() - left
        )
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        theme = current_theme()
        for n, area in triples:
            spots = [area]
            if detail.parts is not None:
                spots += [area.translated((area.width() + SIGN) * step, 0) for step in (1, 2)]
                painter.setFont(font("dense"))
                painter.setPen(theme.color("text3"))
                for spot, sign in zip(spots, "×=", strict=False):
                    between = QRectF(spot.right(), spot.top(), SIGN, spot.height())
                    painter.drawText(between, Qt.AlignmentFlag.AlignCenter, sign)
            for strip, spot in zip(strips, spots, strict=False):
                strip.draw(painter, n, spot)

    def _paint_map(self, painter: QPainter) -> None:
        detail = self.detail
        if detail is None:
            return
        area, values = self.map_area(), detail.map
        most = most_of(values)
        draw_image(painter, area, image_of(values, (-most, most), current_theme().lookup("signed")))
        rows, columns = values.shape
        title = f"{detail.maps.kind} · {self.words.map.format(n=detail.unit + 1)}"
        note = f"{self.words.sum}  {rows}×{columns}" if detail.parts is not None else f"{rows}×{columns}"
        self._title(painter, area.left(), title, note, self._side + GUTTER - 6)

    @property
    def _seen_sort(self) -> Sort:
        """The colours of what goes in: ink where it is the sample itself."""
        return "ink" if self.detail is not None and self.detail.maps.sources == ("",) else "signed"

    def _seen_limits(self, seen: Array) -> tuple[float, float]:
        most = most_of(seen)
        return (float(seen.min()), float(seen.max())) if self._seen_sort == "ink" else (-most, most)

    @property
    def _active(self) -> int:
        """The channel whose numbers are shown: the one under the mouse, else the one that adds most."""
        if self.at is None or self.at.dot is None:
            return -1
        sums = self.at.dot.channel_sums
        return self._channel if 0 <= self._channel < len(sums) else int(np.argmax(np.abs(sums)))

    def _paint_numbers(self, painter: QPainter) -> None:
        at, words = self.at, self.words
        if at is None or self.detail is None:
            return
        left = self.width() - MARGIN - self._numbers_width()
        lines: list[tuple[str, str, bool]] = []
        top = float(TOP)
        if at.dot is not None:
            active, dot = self._active, at.dot
            taps = dot.filter.shape[-1]
            cell = self._cell(taps, 3)
            tables = (dot.seen[active], dot.filter[active], dot.products[active])
            of_filter, of_products = most_of(dot.filter), most_of(dot.products)
            limits = (self._seen_limits(self.detail.maps.x), (-of_filter, of_filter), (-of_products, of_products))
            sorts: tuple[Sort, ...] = (self._seen_sort, "signed", "signed")
            titles = (words.window, words.filter, words.products)
            for n, (title, table, ends, sort) in enumerate(zip(titles, tables, limits, sorts, strict=True)):
                area = QRectF(left + n * (taps * cell + SIGN), TOP, taps * cell, taps * min(cell, 24.0))
                self._title(painter, area.left(), title, "", taps * cell + SIGN - 4)
                paint_cells(painter, area, table, ends, sort)
                top = area.bottom() + 8
            lines = [
                (
                    words.channel.format(n=dot.first_channel + active + 1, count=len(dot.filter)),
                    figure(float(tables[2].sum())),
                    False,
                ),
                (words.all_channels, figure(float(dot.products.sum())), False),
                (words.bias, figure(dot.bias), False),
                (words.output, figure(dot.output), True),
            ]
        elif at.pooled is not None:
            taps = at.pooled.seen.shape[-1]
            cell = max(18.0, min(CELL, self._cell(taps, 1)))
            area = QRectF(left, TOP, taps * cell, taps * min(cell, 24.0))
            self._title(painter, left, words.window, "", TEXT_WIDTH)
            paint_cells(painter, area, at.pooled.seen, (-most_of(at.pooled.seen), most_of(at.pooled.seen)))
            if at.pooled.winner is not None:
                spot = cell_area(area, taps, taps, *at.pooled.winner)
                rounded(painter, spot.adjusted(-1, -1, 0, 0), 1, None, current_theme().color("accent"), width=2.0)
            top = area.bottom() + 8
            lines = [(words.largest if at.pooled.winner is not None else words.mean, figure(at.pooled.output), True)]
        else:
            if at.before is not None:
                lines.append((words.before, figure(at.before), False))
            lines.append((words.output, figure(at.value), True))
        self._paint_lines(painter, QRectF(left, top, max(TEXT_WIDTH, self._numbers_width()), 18 * len(lines)), lines)

    def _paint_lines(self, painter: QPainter, area: QRectF, lines: list[tuple[str, str, bool]]) -> None:
        theme = current_theme()
        wide = min(area.width(), 220.0)
        for n, (label, number, strong) in enumerate(lines):
            row = QRectF(area.left(), area.top() + 18 * n, wide, 18)
            painter.setFont(font("dense", 600 if strong else 400))
            painter.setPen(theme.color("text" if strong else "text2"))
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, label)
            painter.setPen(theme.color("text"))
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, number)

    # -- mouse and keys -----------------------------------------------------------------------------------------

    def place_at(self, position: QPointF) -> tuple[int, int] | None:
        """Return row and column of the map at a pixel, or None beside it."""
        area = self.map_area()
        if self.detail is None or not area.contains(position):
            return None
        rows, columns = self.detail.map.shape
        row = int((position.y() - area.top()) / area.height() * rows)
        column = int((position.x() - area.left()) / area.width() * columns)
        return min(rows - 1, row), min(columns - 1, column)

    def _shown_at(self, position: QPointF | None) -> ShownArray | None:
        """Return the map, the sample, or one of the pictures of a channel."""
        detail = self.detail
        if detail is None:
            return None
        name, most = f"{detail.maps.id} · {detail.unit + 1}", most_of(detail.map)
        places = [(self.map_area(), ShownArray(detail.map.copy(), (-most, most), "signed", name))]
        places.append((self.input_area(), ShownArray(self._input, (0.0, 1.0), "ink", self.words.input)))
        for n, area in self._triples():
            channel = detail.channels[n]
            shown = [(detail.maps.x[channel], self._seen_limits(detail.maps.x), self._seen_sort)]
            made = (values for values in (detail.kernels, detail.parts) if values is not None)
            shown += [(values[n], (-most_of(values), most_of(values)), "signed") for values in made]
            for step, (values, limits, sort) in enumerate(shown):
                spot = area.translated((area.width() + SIGN) * step, 0)
                places.append((spot, ShownArray(values.copy(), limits, sort, f"{name} · {channel + 1}")))
        return array_among(places, position)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position())
        if place is not None:
            if self.at is None or place != self.at.place:
                self.placed.emit(*place)
            return
        parts = 3 if self.detail is not None and self.detail.parts is not None else 1
        channel = -1
        for n, area in self._triples():
            if area.adjusted(0, 0, (parts - 1) * (area.width() + SIGN), 0).contains(event.position()):
                channel = n
        if channel != self._channel:
            self._channel = channel
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        if self._channel >= 0:
            self._channel = -1
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
        move = moves.get(Qt.Key(event.key()))
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Backspace}:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.stepped.emit(1 if event.key() == Qt.Key.Key_PageDown else -1)
        elif move is not None and self.detail is not None and self.at is not None:
            rows, columns = self.detail.map.shape
            row, column = self.at.place[0] + move[0], self.at.place[1] + move[1]
            self.placed.emit(min(rows - 1, max(0, row)), min(columns - 1, max(0, column)))
        else:
            super().keyPressEvent(event)
