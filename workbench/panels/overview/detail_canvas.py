"""One map large: the input with what a value sees of it, every channel's share, the sum, and the numbers at one place."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.arrays import Array
from workbench.panels.overview.captions import paint_note, paint_title
from workbench.panels.overview.colours import most_of
from workbench.panels.overview.detail_layout import GUTTER, SIGN, DetailLayout, lay_out_detail
from workbench.panels.overview.detail_words import DetailWords
from workbench.panels.overview.map_detail import MapDetail, PlaceDetail
from workbench.panels.overview.place_numbers import PlaceNumbers
from workbench.plots.array_file import ShownArray
from workbench.plots.array_menu import ArrayMenu, array_among
from workbench.plots.backdrop import Backdrop
from workbench.plots.cells import cell_area
from workbench.plots.picture import draw_image, image_of
from workbench.plots.strip import Strip
from workbench.theme.colormaps import Sort
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.numbers import figure
from workbench.widgets.painting import focus_ring, has_keyboard_focus, rounded


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
        self._layout: DetailLayout | None = None
        self._limits = (-1.0, 1.0)
        self._sort: Sort = "signed"
        self._numbers = PlaceNumbers()
        self._backdrop = Backdrop()
        current_theme().changed.connect(self._forget)

    def set_words(self, name: str, words: DetailWords) -> None:
        """Set the accessible name and all texts."""
        self.setAccessibleName(name)
        self.words = self._numbers.words = words
        self._forget()

    def show_input(self, picture: Array) -> None:
        """Show another sample, ``(H, W)`` or ``(H, W, 3)`` from 0 to 1."""
        self._input = picture
        self._forget()

    def show_detail(self, detail: MapDetail, at: PlaceDetail) -> None:
        """Show another map, or the same at another moment."""
        self.detail, self.at = detail, at
        self._sort = "ink" if detail.maps.sources == ("",) else "signed"  # ink where the sample itself goes in
        most = most_of(detail.maps.x)
        self._limits = (float(detail.maps.x.min()), float(detail.maps.x.max())) if self._sort == "ink" else (-most, most)
        self._forget()
        self.show_place(at)

    def show_place(self, at: PlaceDetail) -> None:
        """Show the numbers of another place."""
        self.at = at
        self.setAccessibleDescription(f"{at.place[0]}, {at.place[1]}: {figure(at.value)}")
        self.update()

    def _forget(self) -> None:
        self._layout = None
        self._backdrop.forget()
        self._numbers.forget()
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 150)

    # -- where things are ---------------------------------------------------------------------------------------

    @property
    def layout_of_parts(self) -> DetailLayout | None:
        """Where everything stands; None before there is anything."""
        if self._layout is None and self.detail is not None and self.at is not None:
            high, wide = self._input.shape[-2:]
            self._layout = lay_out_detail(self.width(), self.height(), (high, wide), self.detail, self.at)
        return self._layout

    def map_area(self) -> QRectF:
        """Return where the map is."""
        layout = self.layout_of_parts
        return layout.map if layout is not None else QRectF()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._forget()

    # -- painting -----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        detail, at, layout = self.detail, self.at, self.layout_of_parts
        if detail is None or at is None or layout is None:
            return
        painter = QPainter(self)
        self._backdrop.draw(painter, self, self._paint_backdrop)
        self._paint_marks(painter, layout, detail, at)
        self._numbers.paint_moving(painter, layout, at, self._active, (self._limits, self._sort))
        if has_keyboard_focus(self):
            focus_ring(painter, layout.map.adjusted(-4, -4, 4, 4), 3, current_theme().color("accent"))

    def _paint_backdrop(self, painter: QPainter) -> None:
        """Draw what does not depend on the place: the sample, the channels, the map, the words beside the numbers."""
        detail, at, layout = self.detail, self.at, self.layout_of_parts
        if detail is None or at is None or layout is None:
            return
        self._paint_input(painter, layout)
        self._paint_channels(painter, layout, detail)
        self._paint_map(painter, layout, detail)
        self._numbers.paint_still(painter, layout, at)

    def _paint_marks(self, painter: QPainter, layout: DetailLayout, detail: MapDetail, at: PlaceDetail) -> None:
        """Mark the place on the map, what it sees of the sample, and the channel whose numbers are shown."""
        accent, area = current_theme().color("accent"), layout.input
        if at.box is not None:
            top, left, bottom, right = at.box
            high, wide = self._input.shape[-2:]
            across, down = area.width() / wide, area.height() / high
            seen = QRectF(area.left() + left * across, area.top() + top * down, (right - left) * across, (bottom - top) * down)
            self._cover_unseen(painter, area, at)
            rounded(painter, seen.adjusted(-1, -1, 1, 1), 1, None, accent, width=2.0)
            paint_note(painter, area.left(), self.words.sees.format(height=bottom - top, width=right - left), layout.side)
        rows, columns = detail.map.shape
        cell = cell_area(layout.map, rows, columns, *at.place)
        rounded(painter, cell.adjusted(-2, -2, 2, 2), 1, None, accent, width=2.0)
        if self._active in layout.shown:
            rounded(painter, layout.around(layout.shown.index(self._active)).adjusted(-2, -2, 2, 2), 2, None, accent, width=1.0)

    def _cover_unseen(self, painter: QPainter, area: QRectF, at: PlaceDetail) -> None:
        """Cover what lies inside the box and is not seen: a dilated filter looks past pixels, a stride may as well."""
        if at.box is None or at.field is None:
            return
        top, left, bottom, right = at.box
        gaps = np.argwhere(~at.field[top:bottom, left:right]) + np.array([top, left])
        high, wide = at.field.shape
        cover = current_theme().color("hover")
        for row, column in gaps.tolist():
            painter.fillRect(cell_area(area, high, wide, row, column), cover)

    def _paint_input(self, painter: QPainter, layout: DetailLayout) -> None:
        theme = current_theme()
        draw_image(painter, layout.input, image_of(self._input, (0.0, 1.0), theme.lookup("ink")))
        rounded(painter, layout.input.adjusted(-1, -1, 1, 1), 1, None, theme.color("line"))
        paint_title(painter, layout.input.left(), self.words.input, layout.side)

    def _paint_channels(self, painter: QPainter, layout: DetailLayout, detail: MapDetail) -> None:
        if not layout.channels:
            return
        theme, words, shown, count = current_theme(), self.words, list(layout.shown), len(layout.shown)
        seen = detail.maps.x[[detail.channels[n] for n in shown]]
        strips = [Strip(seen, self._limits, theme.lookup(self._sort))]
        many = f"{count} / {len(detail.channels)}" if count < len(detail.channels) else ""
        title, note = words.input_map, many
        if detail.kernels is not None and detail.parts is not None:
            title, note = words.channels, f"{words.each}  {many}"
            of_kernels, of_parts = most_of(detail.kernels), max(most_of(detail.parts), most_of(detail.map))
            strips.append(Strip(detail.kernels[shown], (-of_kernels, of_kernels), theme.lookup("signed")))
            strips.append(Strip(detail.parts[shown], (-of_parts, of_parts), theme.lookup("signed")))
        left = layout.channels[0].left()
        paint_title(painter, left, title, layout.map.left() - left)
        paint_note(painter, left, note, layout.map.left() - left)
        painter.setFont(font("dense"))
        for n in range(count):
            spots = layout.pictures(n)
            for spot, sign in zip(spots[:-1], "×=", strict=False):
                between = QRectF(spot.right(), spot.top(), SIGN, spot.height())
                painter.drawText(between, Qt.AlignmentFlag.AlignCenter, sign)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
            for strip, spot in zip(strips, spots, strict=True):
                strip.draw(painter, n, spot)

    def _paint_map(self, painter: QPainter, layout: DetailLayout, detail: MapDetail) -> None:
        area, values = layout.map, detail.map
        most = most_of(values)
        draw_image(painter, area, image_of(values, (-most, most), current_theme().lookup("signed")))
        rows, columns = values.shape
        title = f"{detail.maps.kind} · {self.words.map.format(n=detail.unit + 1)}"
        note = f"{self.words.sum}  {rows}×{columns}" if detail.parts is not None else f"{rows}×{columns}"
        paint_title(painter, area.left(), title, layout.side + GUTTER - 6)
        paint_note(painter, area.left(), note, layout.side + GUTTER - 6)

    @property
    def _active(self) -> int:
        """The channel whose numbers are shown: the one under the mouse, else the one that adds most."""
        if self.at is None or self.at.dot is None:
            return -1
        sums = self.at.dot.channel_sums
        return self._channel if 0 <= self._channel < len(sums) else int(np.argmax(np.abs(sums)))

    # -- mouse and keys -----------------------------------------------------------------------------------------

    def place_at(self, position: QPointF) -> tuple[int, int] | None:
        """Return row and column of the map at a pixel, or None beside it."""
        layout = self.layout_of_parts
        if self.detail is None or layout is None or not layout.map.contains(position):
            return None
        area = layout.map
        rows, columns = self.detail.map.shape
        row = int((position.y() - area.top()) / area.height() * rows)
        column = int((position.x() - area.left()) / area.width() * columns)
        return min(rows - 1, row), min(columns - 1, column)

    def _shown_at(self, position: QPointF | None) -> ShownArray | None:
        """Return the map, the sample, or one of the pictures of a channel."""
        detail, layout = self.detail, self.layout_of_parts
        if detail is None or layout is None:
            return None
        name, most = f"{detail.maps.id} · {detail.unit + 1}", most_of(detail.map)
        places = [(layout.map, ShownArray(detail.map.copy(), (-most, most), "signed", name))]
        places.append((layout.input, ShownArray(self._input, (0.0, 1.0), "ink", self.words.input)))
        for place, n in enumerate(layout.shown):
            channel = detail.channels[n]
            shown: list[tuple[Array, tuple[float, float], Sort]] = [(detail.maps.x[channel], self._limits, self._sort)]
            made = (values for values in (detail.kernels, detail.parts) if values is not None)
            shown += [(values[n], (-most_of(values), most_of(values)), "signed") for values in made]
            for spot, (values, limits, sort) in zip(layout.pictures(place), shown, strict=True):
                places.append((spot, ShownArray(values.copy(), limits, sort, f"{name} · {channel + 1}")))
        return array_among(places, position)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position())
        if place is not None:
            if self.at is None or place != self.at.place:
                self.placed.emit(*place)
            return
        layout = self.layout_of_parts
        shown = enumerate(layout.shown) if layout is not None else ()
        channel = next((n for at, n in shown if layout is not None and layout.around(at).contains(event.position())), -1)
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
