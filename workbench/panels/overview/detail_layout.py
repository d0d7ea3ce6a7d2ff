"""Where the parts of one map's arithmetic stand: sample, channels, map, and the numbers at a place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import QRectF

from workbench.panels.overview.map_detail import MapDetail, PlaceDetail

MARGIN: Final = 16
TOP: Final = 38
GUTTER: Final = 24.0
SIGN: Final = 18.0
LEAST_PICTURE: Final = 18.0
MOST_PICTURE: Final = 104.0
MOST_GAP: Final = 24.0
LEAST_GAP: Final = 6.0
APART: Final = 14.0
MOST_SIDE: Final = 300.0
CELL: Final = 35.0
CELL_HEIGHT: Final = 24.0
TEXT_WIDTH: Final = 148.0
LINE: Final = 18
BELOW_TABLES: Final = 8.0


@dataclass(frozen=True)
class DetailLayout:
    """The areas of a detail of one size.

    Parameters
    ----------
    input, map
        The sample, and the map itself.
    side
        The width that is kept for each of the two.
    shown
        Which channels there is room for, by their place in the detail's list: where not all, those that add most.
    channels
        The first picture of each of them; the others of the same channel follow it to the right.
    parts
        How many pictures a channel has: input, filter and share, or the input alone.
    tables
        Window, filter and products; the window alone for a pooling; none for other layers.
    lines
        The named numbers under the tables.
    """

    input: QRectF
    map: QRectF
    side: float
    shown: tuple[int, ...]
    channels: tuple[QRectF, ...]
    parts: int
    tables: tuple[QRectF, ...]
    lines: QRectF

    def pictures(self, channel: int) -> list[QRectF]:
        """Return where the pictures of a channel are."""
        first = self.channels[channel]
        return [first.translated((first.width() + SIGN) * step, 0) for step in range(self.parts)]

    def around(self, channel: int) -> QRectF:
        """Return what holds all pictures of a channel."""
        first = self.channels[channel]
        return first.adjusted(0, 0, (self.parts - 1) * (first.width() + SIGN), 0)


def lay_out_detail(width: int, height: int, sample: tuple[int, int], detail: MapDetail, at: PlaceDetail) -> DetailLayout:
    """Return where everything stands in a widget of a size.

    Parameters
    ----------
    sample
        Height and width of the sample's picture.
    """
    side = max(60.0, min(height - TOP - 14.0, MOST_SIDE, 0.2 * width))
    taps, count = _tables(at)
    cell = _cell_width(width, side, taps, count) if count else 0.0
    if count == 1:
        cell = max(LEAST_PICTURE, min(CELL, cell))
    wide = max(TEXT_WIDTH, count * taps * cell + (count - 1) * SIGN)
    numbers = width - MARGIN - wide
    tables = tuple(
        QRectF(numbers + n * (taps * cell + SIGN), TOP, taps * cell, taps * min(cell, CELL_HEIGHT)) for n in range(count)
    )
    under = tables[0].bottom() + BELOW_TABLES if tables else float(TOP)
    seen = _square(MARGIN, side, *sample)
    shown = _square(numbers - GUTTER - side, side, *detail.map.shape)
    parts = 3 if detail.parts is not None else 1
    left, right = seen.right() + GUTTER, shown.left() - GUTTER
    channels = _channel_areas(left, right, side, len(detail.channels) if detail.maps.x.ndim == 3 else 0, parts)
    lines = QRectF(numbers, under, min(wide, 220.0), height - under)
    if parts == len(channels) == 1:  # one map becomes another: they stand side by side
        back = channels[0].right() + GUTTER - shown.left()
        shown, lines = shown.translated(back, 0), lines.translated(back, 0)
        tables = tuple(table.translated(back, 0) for table in tables)
    return DetailLayout(seen, shown, side, _strongest(detail, len(channels)), channels, parts, tables, lines)


def _tables(at: PlaceDetail) -> tuple[int, int]:
    """Return the taps along a side of the window, and how many tables there are."""
    if at.dot is not None:
        return at.dot.filter.shape[-1], 3
    return (at.pooled.seen.shape[-1], 1) if at.pooled is not None else (1, 0)


def _cell_width(width: int, side: float, taps: int, tables: int) -> float:
    room = width - 2 * MARGIN - 2 * side - 2 * GUTTER - 190
    most = min(CELL, (side - 70) / taps * 1.6)
    fits = (room - (tables - 1) * SIGN) / (tables * taps)
    return max(5.0, min(most, fits))


def _square(left: float, side: float, high: int, wide: int) -> QRectF:
    """Return a picture's area of the common height, whole pixels a value where that costs little."""
    step = side / max(high, wide)
    step = float(int(step)) if int(step) >= 0.9 * step else step
    return QRectF(left, TOP, step * wide, step * high)


def _strongest(detail: MapDetail, count: int) -> tuple[int, ...]:
    """Return as many channels as there is room for, in their order: those whose shares are largest."""
    if detail.parts is None or count >= len(detail.channels):
        return tuple(range(count))
    sizes = np.abs(detail.parts).sum(axis=(1, 2))
    return tuple(sorted(np.argsort(-sizes, kind="stable")[:count].tolist()))


def _channel_areas(left: float, right: float, side: float, count: int, parts: int) -> tuple[QRectF, ...]:
    """Return the first picture of every channel, in as many columns as make the pictures largest; fewer where none fit."""
    least = parts * LEAST_PICTURE + (parts - 1) * SIGN + APART
    room = max(1, int((right - left + APART) // least)) * max(1, int((side + LEAST_GAP) // (LEAST_PICTURE + LEAST_GAP)))
    count = min(count, room)
    best, across = 0.0, 1
    for columns in range(1, count + 1):
        rows = -(-count // columns)
        wide = (right - left - (columns - 1) * APART) / columns / parts - SIGN * (parts - 1) / parts
        fits = min(wide, (side + LEAST_GAP) / rows - LEAST_GAP)
        if fits > best:
            best, across = fits, columns
    size = max(LEAST_PICTURE, min(MOST_PICTURE if parts > 1 else side, best))
    wide, rows = parts * size + (parts - 1) * SIGN + APART, -(-count // across)
    tall = max(size + LEAST_GAP, min(side / max(1, rows), size + MOST_GAP))
    return tuple(QRectF(left + n % across * wide, TOP + n // across * tall, size, size) for n in range(count))
