"""The drawing of the overview: columns of maps with the ways between them, for mouse and keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.arrays import Array
from core.layers.base import shape_text
from core.probes.network_maps import NetworkMaps
from workbench.panels.overview.bars import paint_bars
from workbench.panels.overview.colours import column_limits
from workbench.panels.overview.columns import INPUT, SAID, Column, Placed, lay_out
from workbench.panels.overview.ways import Ways
from workbench.plots.array_file import ShownArray
from workbench.plots.array_menu import ArrayMenu
from workbench.plots.backdrop import Backdrop
from workbench.plots.picture import draw_image, image_of
from workbench.plots.strip import Strip
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.numbers import figure
from workbench.widgets.painting import focus_ring, has_keyboard_focus, rounded

MARGIN: Final = 16
FOLD: Final = 14


class OverviewCanvas(QWidget):
    """Everything a network makes of one sample.

    Attributes
    ----------
    picked
        With layer and channel of the map that was clicked or reached by keys.
    opened
        With layer and channel of the map that should be shown large.
    folded
        With the id of the container to look into, or no longer.
    stepped
        With ±1 for the next or the sample before.
    """

    picked = Signal(str, int)
    opened = Signal(str, int)
    folded = Signal(str)
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.scale = "layer"
        self.placed: list[Placed] = []
        self.selected = ("", 0)
        self._columns: list[Column] = []
        self._values: dict[str, Array] = {}
        ArrayMenu(self, self._shown_at)
        self._input: Array = np.zeros((1, 1))
        self._maps: NetworkMaps | None = None
        self._classes: tuple[str, ...] = ()
        self._strips: dict[str, Strip] = {}
        self._backdrop = Backdrop()
        self._words = ("Input", "Probabilities", "")
        self._hovered: tuple[str, int] = ("", -1)
        current_theme().changed.connect(self._forget)

    def set_words(self, name: str, input_title: str, said_title: str, said_note: str) -> None:
        """Set the accessible name and the titles of the first and the last column."""
        self.setAccessibleName(name)
        if (input_title, said_title, said_note) != self._words:
            self._words = (input_title, said_title, said_note)
            self._backdrop.forget()
            self.update()

    def show_columns(self, columns: Sequence[Column], classes: Sequence[str]) -> None:
        """Show other columns; their numbers follow."""
        self._columns, self._classes = list(columns), tuple(classes)
        self._place()

    def show_input(self, picture: Array) -> None:
        """Show another sample as a picture, ``(H, W)`` or ``(H, W, 3)`` from 0 to 1."""
        self._input = picture
        self._backdrop.forget()
        self.update()

    def show_maps(self, maps: NetworkMaps) -> None:
        """Show other numbers in the same columns."""
        self._maps = maps
        self._values = {m.id: m.y for m in maps.layers}
        self._strips = {}
        self.update()

    def set_scale(self, scale: str) -> None:
        """Choose what shares one scale of colours: ``"map"``, ``"layer"`` or ``"all"``."""
        self.scale = scale
        self._strips = {}
        self.update()

    def select(self, layer: str, unit: int) -> None:
        """Mark a map without telling it."""
        self.selected = (layer, unit)
        self.update()

    def _forget(self) -> None:
        self._strips = {}
        self._backdrop.forget()
        self.update()

    def _place(self) -> None:
        width = self._room_width()
        self._backdrop.forget()
        self.placed = lay_out(self._columns, width, self.height())
        end = self.placed[-1].area.right() if self.placed else 0.0
        self.setMinimumWidth(int(end) + 2 * MARGIN if end > width + 1 else 0)
        self.update()

    def _room_width(self) -> float:
        area = self.parentWidget()
        outer = area.width() if area is not None and self.minimumWidth() else self.width()
        return min(self.width(), outer) - 2 * MARGIN

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 150)

    # -- painting -----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._maps is None:
            return
        painter = QPainter(self)
        self._backdrop.draw(painter, self, self._paint_backdrop)
        painter.translate(MARGIN, 0)
        seen = QRectF(event.rect()).translated(-MARGIN, 0)
        self._colour()
        for placed in self.placed:
            if placed.area.left() - 40 < seen.right() and placed.area.right() + 40 > seen.left():
                self._paint_column(painter, placed)
        Ways(self.placed, self._input_of, self.height()).paint_selected(painter, *self.selected)
        if has_keyboard_focus(self):
            focus_ring(painter, QRectF(self.rect()).translated(-MARGIN, 0), 4, current_theme().color("accent"))

    def _paint_backdrop(self, painter: QPainter) -> None:
        """Draw what does not depend on the moment: the ways, the words, the sample."""
        theme = current_theme()
        painter.translate(MARGIN, 0)
        Ways(self.placed, self._input_of, self.height()).paint(painter)
        for placed in self.placed:
            self._paint_words(painter, placed)
            if placed.column.id == INPUT:
                draw_image(painter, self.input_area(placed), image_of(self._input, (0.0, 1.0), theme.lookup("ink")))
                rounded(painter, self.input_area(placed).adjusted(-1, -1, 1, 1), 1, None, theme.color("line"))

    def _colour(self) -> None:
        """Colour the maps once after they changed."""
        if self._strips:
            return
        table = current_theme().lookup("signed")
        shown = {p.column.id: self._values[p.column.id] for p in self.placed if p.column.id in self._values}
        for name, limits in column_limits(shown, self.scale).items():
            value = shown[name]
            maps = value if value.ndim == 3 else value.reshape(-1, 1, 1)
            self._strips[name] = Strip(maps, limits, table)

    def _paint_column(self, painter: QPainter, placed: Placed) -> None:
        theme, column = current_theme(), placed.column
        if column.id == SAID:
            if self._maps is not None:
                paint_bars(painter, placed.area, self._classes, self._maps.said)
        elif column.id in self._strips:
            strip = self._strips[column.id]
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            for index, tile in enumerate(placed.tiles):
                strip.draw(painter, index, tile)
            for layer, unit, width in ((*self._hovered, 1.0), (*self.selected, 2.0)):
                if layer in column.members and 0 <= unit < len(placed.tiles):
                    rounded(painter, placed.tiles[unit].adjusted(-2, -2, 2, 2), 1, None, theme.color("accent"), width=width)

    def _input_of(self, placed: Placed) -> QRectF:
        """Return what the ways leave from: the sample's picture, or a whole column."""
        return self.input_area(placed) if placed.column.id == INPUT else placed.area

    def input_area(self, placed: Placed) -> QRectF:
        """Return where the sample is drawn; one that is no image is one row of cells."""
        if placed.column.is_image:
            return placed.tiles[0]
        high, wide = self._input.shape[-2:]
        side = min(72.0, placed.area.width() + 30) if high > 1 else placed.area.width()
        tall = side * high / wide if high > 1 else min(60.0, placed.area.height())
        return QRectF(placed.area.left(), placed.area.center().y() - tall / 2, side, tall)

    def _paint_words(self, painter: QPainter, placed: Placed) -> None:
        theme, column = current_theme(), placed.column
        after = next((p.area.left() for p in self.placed if p.area.left() > placed.area.left()), self.width() - MARGIN)
        room = max(30.0, after - placed.area.left() - 6)
        title, note = ", ".join(column.kinds), shape_text(column.shape)
        if column.id == INPUT:
            title = self._words[0]
        elif column.id == SAID:
            title, note = self._words[1], self._words[2]
        left = placed.area.left()
        if column.opened is not None:
            self._paint_fold(painter, self.fold_area(placed), opened=column.opened)
            left += FOLD
        if column.count < column.shape[0] and column.id not in {INPUT, SAID}:
            note = f"{note} ({column.count})"
        bold, plain = font("dense", 600), font("caption")
        painter.setFont(bold)
        painter.setPen(theme.color("text"))
        shown = QFontMetricsF(bold).elidedText(title, Qt.TextElideMode.ElideRight, room - (left - placed.area.left()))
        painter.drawText(QPointF(left, 20), shown)
        painter.setFont(plain)
        painter.setPen(theme.color("text3"))
        painter.drawText(
            QPointF(placed.area.left(), 35), QFontMetricsF(plain).elidedText(note, Qt.TextElideMode.ElideRight, room)
        )

    def fold_area(self, placed: Placed) -> QRectF:
        """Return where the arrow of a container is."""
        return QRectF(placed.area.left() - 2, 10, FOLD, FOLD)

    def _paint_fold(self, painter: QPainter, area: QRectF, *, opened: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(current_theme().color("text2"), 1.5))
        middle = area.center()
        path = QPainterPath()
        corners = ((-3.5, -1.5), (0, 2.0), (3.5, -1.5)) if opened else ((-1.5, -3.5), (2.0, 0), (-1.5, 3.5))
        path.moveTo(middle + QPointF(*corners[0]))
        for corner in corners[1:]:
            path.lineTo(middle + QPointF(*corner))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    # -- mouse and keys -----------------------------------------------------------------------------------------

    def map_at(self, position: QPointF) -> tuple[str, int]:
        """Return layer and channel at a pixel; "" and −1 for none."""
        spot = position - QPointF(MARGIN, 0)
        for placed in self.placed:
            if placed.column.id in {INPUT, SAID}:
                continue
            for index, tile in enumerate(placed.tiles):
                if tile.contains(spot):
                    return placed.column.id, index
        return "", -1

    def _shown_at(self, position: QPointF | None) -> ShownArray | None:
        """Return the map at a pixel, or the selected one, or the sample."""
        if position is not None:
            inputs = [p for p in self.placed if p.column.id == INPUT]
            if any(self.input_area(placed).translated(MARGIN, 0).contains(position) for placed in inputs):
                return ShownArray(self._input, (0.0, 1.0), "ink", self.accessibleName())
        layer, unit = self.selected if position is None else self.map_at(position)
        value = self._values.get(layer)
        if value is None or value.ndim != 3:
            return None
        most = float(np.abs(value[unit]).max()) or 1.0
        return ShownArray(value[unit].copy(), (-most, most), "signed", f"{layer} · {unit + 1}")

    def tile_of(self, layer: str, unit: int) -> QRectF:
        """Return where a map is, in pixels of the widget."""
        placed = next(p for p in self.placed if layer in p.column.members)
        return placed.tiles[unit].translated(MARGIN, 0)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self.map_at(event.position())
        if found != self._hovered:
            self._hovered = found
            self.update()
        self.setToolTip(self._about(*found, event.position() - QPointF(MARGIN, 0)) if found[0] else "")

    def _about(self, layer: str, unit: int, spot: QPointF) -> str:
        value = self._values.get(layer)
        if value is None:
            return ""
        if value.ndim == 1:
            return f"{layer} · {unit + 1}: {figure(float(value[unit]))}"
        tile = next(p for p in self.placed if p.column.id == layer).tiles[unit]
        _, high, wide = value.shape
        row = min(high - 1, max(0, int((spot.y() - tile.top()) / tile.height() * high)))
        column = min(wide - 1, max(0, int((spot.x() - tile.left()) / tile.width() * wide)))
        return f"{layer} · {unit + 1} ({row}, {column}): {figure(float(value[unit, row, column]))}"

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = ("", -1)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        spot = event.position() - QPointF(MARGIN, 0)
        for placed in self.placed:
            head = QRectF(placed.area.left() - 4, 4, placed.area.width() + 8, 34)
            if placed.column.opened is not None and head.contains(spot):
                self.folded.emit(placed.column.id)
                return
        layer, unit = self.map_at(event.position())
        if layer:
            self._pick(layer, unit)
            self._open()

    def _pick(self, layer: str, unit: int) -> None:
        self.select(layer, unit)
        self.setAccessibleDescription(f"{layer} {unit + 1}")
        self.picked.emit(layer, unit)

    def _open(self) -> None:
        value = self._values.get(self.selected[0])
        if value is not None and value.ndim == 3:
            self.opened.emit(*self.selected)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        fast = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        layers = [p for p in self.placed if p.column.id not in {INPUT, SAID}]
        at = next((i for i, p in enumerate(layers) if self.selected[0] in p.column.members), -1)
        if key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            step = 1 if key == Qt.Key.Key_Right else -1
            if fast and layers:
                self._pick(layers[min(len(layers) - 1, max(0, at + step))].column.id, 0)
            else:
                self.stepped.emit(step)
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down} and layers:
            now = layers[max(at, 0)]
            unit = self.selected[1] + (1 if key == Qt.Key.Key_Down else -1) if at >= 0 else 0
            self._pick(now.column.id, min(len(now.tiles) - 1, max(0, unit)))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open()
        elif key == Qt.Key.Key_Space and at >= 0 and layers[at].column.opened is not None:
            self.folded.emit(layers[at].column.id)
        else:
            super().keyPressEvent(event)
