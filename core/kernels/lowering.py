"""Windows as columns of a matrix for which K copies of the image are enough, not K² (Cho and Brand 2017, arXiv 1706.06873).

im2col copies an image once for each place in the window. Here it is copied once for each *column* of the window, and the
copies of one row lie below one another. Then the K rows that a window sees are one run of memory, and the next window
down sees the same memory one row further. So each row of the output has a matrix of columns that was never made::

    memory  row 0: copies 0, 1, 2 │ row 1: copies 0, 1, 2 │ row 2: copies 0, 1, 2 │ row 3: copies 0, 1, 2
            └──────────────── columns of output row 0 ────────────────┘
                                    └──────────────── columns of output row 1 ────────────────┘

The columns are ordered (row, column, channel): the filters have to be, too.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.lib.stride_tricks import as_strided

from core.arrays import Array
from core.kernels.window import Window

Tile = tuple[slice, slice]
"""Rows and columns of output positions."""

TILE_NUMBERS: Final = 1 << 19
"""At most about so many numbers are lowered at a time: 2 MB in float32, a second-level cache."""
LONGEST_RUN: Final = 1024
SHORTEST_RUN: Final = 256
"""About so many numbers of a row are taken at a time; the more channels, the fewer."""
GAP: Final = 16
"""Numbers between two copies of a row: at distances of a power of two they would keep each other out of the cache."""
LEAST_RUN: Final = 128
"""Numbers of a row from which a product for each row is worth its call."""
SMALL_PRODUCT: Final = 1_000_000
"""Multiply-adds up to which OpenBLAS multiplies matrices where they lie, without copying them first."""
LEAST_COLUMNS: Final = 32
"""The fewest columns of such a product that are worth a call."""
MULTIPLE: Final = 16
"""What their number should be a multiple of: the numbers that a processor takes at once."""


def shares_rows(kernel: int, stride: int, dilation: int, run: int) -> bool:
    """Whether windows below one another overlap without gaps, and a row of the output, `run` numbers, is long enough."""
    return dilation == 1 and stride < kernel and run >= LEAST_RUN


def row_tiles(rows: int, columns: int, channels: int, batch: int, *, kernel: int, stride: int) -> list[Tile]:
    """Divide output positions into an even number of like tiles of about `TILE_NUMBERS` lowered numbers."""
    run = min(max(SHORTEST_RUN, TILE_NUMBERS // (3 * kernel * channels * (kernel + 3 * stride))), LONGEST_RUN)
    across = min(columns, max(1, round(columns * batch / run)))
    row = kernel * channels * batch * -(-columns // across)
    most = max(1, (TILE_NUMBERS // row - kernel) // stride + 1)
    down = -(-rows // most)
    if across * down % 2:
        if down < rows:
            down += 1
        elif across < columns:
            across += 1
    return [
        (slice(top, bottom), slice(left, right))
        for left, right in pairwise(columns * part // across for part in range(across + 1))
        for top, bottom in pairwise(rows * part // down for part in range(down + 1))
    ]


def room_for(some: list[Tile], window: Window, channels: int, batch: int) -> int:
    """Return how many lowered numbers the largest of some tiles has."""
    sizes = (
        (window.stride * (rows.stop - rows.start - 1) + window.kernel) * ((columns.stop - columns.start) * batch + GAP)
        for rows, columns in some
    )
    return window.kernel * channels * max(sizes, default=0)


def lowered(images: Array, window: Window, tile: Tile, room: Array) -> Array:
    """Copy what the windows of one tile see, once for each column of the window.

    Parameters
    ----------
    images
        ``(groups, C, H, W, N)``, without a frame.
    room
        A flat buffer that is large enough.

    Returns
    -------
    Array
        ``(groups, rows, K·K·C, columns·N)``, a view of `room` in which the rows overlap.
    """
    groups, channels, height, width, batch = images.shape
    (rows, columns), taps, stride = tile, window.kernel, window.stride
    high, wide = rows.stop - rows.start, columns.stop - columns.start
    count = stride * (high - 1) + taps
    lines = groups, count, taps, channels, wide * batch + GAP
    spaced = room[: math.prod(lines)].reshape(lines)
    copies = spaced[..., : wide * batch].reshape(*lines[:4], wide, batch, copy=False)
    top = rows.start * stride - window.pad
    first, last = inside(top, 1, count, height)
    copies[:, :first] = 0
    copies[:, last:] = 0
    seen = images[:, :, top + first : top + last].swapaxes(1, 2)
    for tap in range(taps):
        start = columns.start * stride + tap - window.pad
        left, right = inside(start, stride, wide, width)
        copy = copies[:, first:last, tap]
        if left:
            copy[:, :, :, :left] = 0
        if right < wide:
            copy[:, :, :, right:] = 0
        if right > left:
            copy[:, :, :, left:right] = seen[:, :, :, start + stride * left : start + stride * (right - 1) + 1 : stride]
    group, row, _, line, number = spaced.strides
    shape = groups, high, taps * taps * channels, wide * batch
    return as_strided(spaced, shape, (group, stride * row, line, number))


def inside(start: int, stride: int, count: int, size: int) -> tuple[int, int]:
    """Return which of `count` places, `stride` apart, lie within 0 to `size`: the first, and the one after the last."""
    first = min(count, max(0, -(start // stride)))
    return first, max(first, min(count, (size - 1 - start) // stride + 1))


def multiply(filters: Array, columns: Array, out: Array) -> None:
    """Write ``filters·columns`` of every row, in pieces that BLAS multiplies where they lie, if that is possible.

    Parameters
    ----------
    filters
        ``(groups, F, D)``
    columns
        ``(groups, rows, D, L)``
    out
        ``(groups, rows, F, L)``
    """
    filters = filters[:, np.newaxis]
    for start, stop, piece in pieces(columns.shape[3], filters[0].size):
        parts = (*columns.shape[:3], (stop - start) // piece, piece)
        into = (*out.shape[:3], (stop - start) // piece, piece)
        source = columns[..., start:stop].reshape(parts).swapaxes(2, 3)
        np.matmul(filters[:, :, np.newaxis], source, out=out[..., start:stop].reshape(into).swapaxes(2, 3))


def pieces(length: int, weights: int) -> Iterator[tuple[int, int, int]]:
    """Yield start, stop and length of like pieces of a row: as long as a small product allows, and the rest."""
    most = SMALL_PRODUCT // max(1, weights)
    piece = length
    if LEAST_COLUMNS <= most < length:
        piece = -(-length // -(-length // most))
        piece = min(most // MULTIPLE, -(-piece // MULTIPLE)) * MULTIPLE
    whole = length - length % max(1, piece)
    if whole:
        yield 0, whole, piece
    if whole < length:
        yield whole, length, length - whole
