"""Which columns the overview has, and how large their pictures are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from core.arrays import Shape
from core.layers.base import LAYERS
from core.probes.network_maps import LayerMaps

INPUT: Final = "input"
SAID: Final = "said"
"""Names of the first and the last column, which are no layers."""

MOST_MAPS, MOST_CELLS = 64, 240
HEAD: Final = 44
"""Room for the two lines of words over a column."""

FOOT: Final = 10
GAP, WIDE_GAP = 4.0, 6.0
LEAST_GUTTER, MOST_GUTTER = 22.0, 64.0
BARS_WIDTH: Final = 142.0
CELL: Final = 9.0
LEAST_SCALE, MOST_SCALE = 0.42, 1.5
CROWDED: Final = 0.62
"""Below this scale columns are joined before pictures get any smaller."""


@dataclass(frozen=True)
class Column:
    """One step of the way through the network.

    Parameters
    ----------
    id
        The layer whose output is shown; `INPUT` or `SAID`.
    kinds
        What is written over it: the layer's kind, and those that were joined with it.
    shape
        Of the output.
    count
        How many pictures, or cells for a vector, are shown.
    members
        The ids of all layers that are joined here.
    sources
        The ids of the columns it is made from.
    opened
        True for a container that was looked into, False for one that can be, None for a plain layer.
    depth
        How many containers it is in.
    """

    id: str
    kinds: tuple[str, ...]
    shape: Shape
    count: int
    members: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    opened: bool | None = None
    depth: int = 0

    @property
    def is_image(self) -> bool:
        """Whether its output is maps and not a vector."""
        return len(self.shape) == 3


@dataclass(frozen=True)
class Placed:
    """A column with its place: the areas of its pictures from the top left, and the room of all of them."""

    column: Column
    area: QRectF
    tiles: tuple[QRectF, ...]

    def rows(self) -> list[QPointF]:
        """Return the middle of the left edge of each row of pictures."""
        found = dict.fromkeys(tile.center().y() for tile in self.tiles)
        return [QPointF(self.area.left(), y) for y in found]


def columns_of(layers: Sequence[LayerMaps], input_shape: Shape, opened: Sequence[str], *, bars: bool) -> list[Column]:
    """Return the columns from the input to the answer.

    An activation on a vector is shown in place of the layer before it, since nobody reads a vector twice.

    Parameters
    ----------
    bars
        Whether the last column is bars in place of the last layer's numbers.
    """
    columns = [Column(INPUT, (), input_shape, _count(input_shape, colour=True))]
    inside = {maps.id: maps.container for maps in layers}
    for maps in layers:
        family = LAYERS.get(maps.kind).family
        before = columns[-1]
        sources = tuple(source or INPUT for source in maps.sources)
        can_open = maps.id in opened if family == "container" else None
        depth = 0
        holder = maps.container
        while holder:
            depth, holder = depth + 1, inside.get(holder, "")
        new = Column(maps.id, (maps.kind,), maps.y.shape, _count(maps.y.shape), (maps.id,), sources, can_open, depth)
        if family == "activation" and not new.is_image and sources == (before.id,) and before.id != INPUT:
            columns[-1] = replace(before, id=maps.id, members=(*before.members, maps.id))
        else:
            columns.append(new)
    if bars and len(columns) > 1 and not columns[-1].is_image:
        columns[-1] = replace(columns[-1], id=SAID, kinds=(), members=columns[-1].members)
    return columns


def joined(columns: Sequence[Column]) -> list[Column]:
    """Return fewer columns: a map's activation, normalisation and pooling stand for it where they follow one another."""
    kept: list[Column] = []
    for column in columns:
        before = kept[-1] if kept else None
        family = LAYERS.get(column.kinds[0]).family if column.kinds else ""
        after = LAYERS.get(before.kinds[-1]).family if before and before.kinds else ""
        joins = family in {"activation", "pooling", "normalise"} and after in {"activation", "normalise"}
        if before is not None and joins and column.is_image and column.sources == (before.id,):
            members = (*before.members, *column.members)
            kept[-1] = replace(column, kinds=(*before.kinds, *column.kinds), members=members, sources=before.sources)
        else:
            kept.append(column)
    return kept


def lay_out(columns: Sequence[Column], width: float, height: float) -> list[Placed]:
    """Return the places of columns, as large as fits; where not even the least fits, they go on beyond the width."""
    scale = _fitting_scale(columns, width, height)
    if scale < CROWDED:
        fewer = joined(columns)
        wider = _fitting_scale(fewer, width, height)
        if wider >= scale:
            columns, scale = fewer, wider
    sizes = [_size(column, height, scale) for column in columns]
    spare = width - sum(wide for wide, _ in sizes)
    gutter = min(MOST_GUTTER, max(LEAST_GUTTER, spare / max(1, len(columns) - 1)))
    placed, x = [], 0.0
    for column, (wide, tiles) in zip(columns, sizes, strict=True):
        area = QRectF(x, HEAD, wide, height - HEAD - FOOT)
        placed.append(Placed(column, area, tuple(tile.translated(x, HEAD) for tile in tiles)))
        x += wide + gutter
    return placed


def _count(shape: Shape, *, colour: bool = False) -> int:
    if colour and len(shape) == 3:
        return 1
    return min(shape[0], MOST_MAPS if len(shape) == 3 else MOST_CELLS)


def _fitting_scale(columns: Sequence[Column], width: float, height: float) -> float:
    low, high = LEAST_SCALE, MOST_SCALE
    for _ in range(12):
        middle = (low + high) / 2
        needed = sum(_size(column, height, middle)[0] for column in columns) + LEAST_GUTTER * (len(columns) - 1)
        low, high = (middle, high) if needed <= width else (low, middle)
    return low


def _size(column: Column, height: float, scale: float) -> tuple[float, list[QRectF]]:
    """Return the width of a column, and its tiles as if it stood at the left and at the top."""
    room = height - HEAD - FOOT
    if column.id == SAID:
        return BARS_WIDTH, [QRectF(0, 0, BARS_WIDTH, room)]
    if not column.is_image:
        return _vector(column.count, room)
    high, wide = column.shape[1:]
    side = max(10.0, scale * (26 + 1.45 * max(high, wide)))
    if column.id == INPUT:
        side = min(1.25 * side, room)
    tile_wide, tile_high = side * wide / max(high, wide), side * high / max(high, wide)
    gap = WIDE_GAP if side >= 30 else GAP
    fit = max(1, int((room + gap) // (tile_high + gap)))
    across = -(-column.count // fit)
    down = -(-column.count // across)
    top = (room - down * (tile_high + gap) + gap) / 2
    tiles = []
    for index in range(column.count):
        row, place = divmod(index, across)
        left, upper = round(place * (tile_wide + gap)), round(top + row * (tile_high + gap))
        tiles.append(QRectF(left, upper, round(tile_wide), round(tile_high)))
    least = max(tile_wide, 64.0)  # so that the words over it have room
    return max(least, across * (tile_wide + gap) - gap), tiles


def _vector(count: int, room: float) -> tuple[float, list[QRectF]]:
    """Return a vector as a block of cells, filled row by row."""
    fit = max(1, int(room // 4))
    across = max(1, min(3, -(-count // 24)), -(-count // fit))
    down = -(-count // across)
    high = min(CELL, room / down)
    top = (room - down * high) / 2
    cells = [QRectF(index % across * CELL, top + index // across * high, CELL, high) for index in range(count)]
    return max(across * CELL, 34.0), cells
