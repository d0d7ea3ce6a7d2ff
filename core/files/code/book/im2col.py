"""Windows as columns of a matrix, and back."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.kernels.im2col import Tile


def im2col(image: Array, size: int, stride: int, dilation: int, tile: Tile) -> Array:
    """Lay the windows at the output positions of a tile side by side: (C, H, W, N) becomes (C·size·size, positions·N)."""
    rows, columns = tile
    C, N = image.shape[0], image.shape[-1]
    OH, OW = rows.stop - rows.start, columns.stop - columns.start
    col = np.empty((C, size, size, OH, OW, N), image.dtype)
    for i in range(size):
        top = rows.start * stride + i * dilation
        for j in range(size):
            left = columns.start * stride + j * dilation
            col[:, i, j] = image[:, top : top + stride * OH : stride, left : left + stride * OW : stride]
    return col.reshape(C * size * size, OH * OW * N)


def col2im(col: Array, image: Array, size: int, stride: int, dilation: int, tile: Tile) -> None:
    """Add every number of the columns to the pixel it came from, in place."""
    rows, columns = tile
    C, N = image.shape[0], image.shape[-1]
    OH, OW = rows.stop - rows.start, columns.stop - columns.start
    col = col.reshape(C, size, size, OH, OW, N)
    for i in range(size):
        top = rows.start * stride + i * dilation
        for j in range(size):
            left = columns.start * stride + j * dilation
            image[:, top : top + stride * OH : stride, left : left + stride * OW : stride] += col[:, i, j]
