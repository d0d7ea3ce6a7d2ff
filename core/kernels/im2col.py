"""Windows as columns of a matrix, and back (book, section 7.4.2).

The book puts one window in a row; here it is a column, because with the batch innermost the copy then moves long runs
of memory. Only a tile of output positions is unfolded at a time, small enough to stay in the processor's cache.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from numpy.lib.stride_tricks import as_strided

from core.arrays import Array
from core.kernels.window import Window

TILE_BYTES = 2 * 1024 * 1024  # stays in the third-level cache; smaller tiles lose more in calls than they gain

Tile = tuple[slice, slice]
"""Rows and columns of output positions."""


def tiles(rows: int, columns: int, position_bytes: int) -> Iterator[Tile]:
    """Divide output positions into an even number of like tiles whose unfolded windows take at most `TILE_BYTES`.

    A tile is either several whole rows or a part of one row, so that its positions lie in one run of memory. The number
    is odd only where a single row cannot be halved.
    """
    most = max(1, TILE_BYTES // max(1, position_bytes))  # an empty batch takes no bytes
    if most >= columns:
        count = -(-rows // (most // columns))
        for top, bottom in _even_parts(rows, min(rows, count + count % 2)):
            yield slice(top, bottom), slice(0, columns)
    else:
        for row in range(rows):
            for start, stop in _even_parts(columns, -(-columns // most)):
                yield slice(row, row + 1), slice(start, stop)


def _even_parts(count: int, parts: int) -> Iterator[tuple[int, int]]:
    """Divide indices into parts that differ by one at most."""
    return pairwise(count * part // parts for part in range(parts + 1))


def windows(image: Array, window: Window) -> Array:
    """Return a view ``(C, K, K, OH, OW, N)`` of a framed image: what each tap sees at each position."""
    channels, height, width, batch = image.shape
    c, h, w, n = image.strides
    taps, stride, dilation = window.kernel, window.stride, window.dilation
    high, wide = (height - window.reach) // stride + 1, (width - window.reach) // stride + 1
    shape = (channels, taps, taps, high, wide, batch)
    return as_strided(image, shape, (c, h * dilation, w * dilation, h * stride, w * stride, n), writeable=False)


def im2col(seen: Array, tile: Tile, out: Array) -> Array:
    """Unfold the windows of one tile into the columns of a matrix.

    Parameters
    ----------
    seen
        What `windows` gives.
    out
        A flat buffer that is large enough.

    Returns
    -------
    Array
        ``(C·K·K, rows·columns·N)``, a view of `out`.
    """
    source = seen[:, :, :, tile[0], tile[1]]
    col = out[: source.size]
    np.copyto(col.reshape(source.shape), source)
    return col.reshape(math.prod(source.shape[:3]), math.prod(source.shape[3:]))


def col2im(col: Array, window: Window, tile: Tile, image: Array) -> None:
    """Add each entry of the columns to the pixel it came from, in place; the transpose of `im2col`."""
    rows, columns = tile
    taps, stride, dilation = window.kernel, window.stride, window.dilation
    high, wide = rows.stop - rows.start, columns.stop - columns.start
    values = col.reshape(image.shape[0], taps, taps, high, wide, image.shape[3])
    for i in range(taps):
        top = rows.start * stride + i * dilation
        for j in range(taps):
            left = columns.start * stride + j * dilation
            image[:, top : top + stride * high : stride, left : left + stride * wide : stride] += values[:, i, j]
