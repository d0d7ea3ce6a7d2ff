"""Convolution of batches of images as matrix products (book, section 7.4).

All images are ``(C, H, W, N)``, filters ``(F, C / groups, K, K)``. Columns are unfolded tile by tile, used while they
are in the cache, and unfolded again in backward: storing them would take K² times the memory of the image. The tiles are
two lists, for two threads; sums over each list are added up at the end, whoever went through it. A column has the order
(row, column, channel) of its window.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final

import numpy as np

from core.arrays import Array
from core.kernels.engine import PLAIN, Engine
from core.kernels.im2col import Tile, col2im, tiles, windows
from core.kernels.layout import framed, unframed
from core.kernels.lowering import lowered, multiply, room_for, row_tiles, shares_rows
from core.kernels.row_gradient import gradient_by_rows
from core.kernels.window import Window
from core.kernels.winograd import suits_winograd, winograd_convolve, winograd_gradients
from core.kernels.workers import ALONE, Workers

PRODUCTS_PER_COPY: Final = 11
"""Multiply-adds in the time in which a number is copied."""


def convolve(x: Array, w: Array, window: Window, *, groups: int = 1, bias: Array | None = None, engine: Engine = PLAIN) -> Array:
    """Slide the filters over the images: ``y = W·im2col(x) + b``.

    Parameters
    ----------
    x
        ``(C, H, W, N)``
    w
        ``(F, C / groups, K, K)``
    bias
        ``(F,)``, or None.

    Returns
    -------
    Array
        ``(F, OH, OW, N)``
    """
    if engine.choice.convolution == "winograd" and suits_winograd(x, w, window, groups):
        return winograd_convolve(x, w, window.pad, bias=bias, workers=engine.workers)
    columns = _Columns(x, window, groups)
    filters = w.reshape(groups, -1, *w.shape[1:]).transpose(0, 1, 3, 4, 2).reshape(groups, len(w) // groups, -1)
    y = np.empty((len(w), columns.rows, columns.columns, x.shape[3]), np.result_type(x, w))

    def products(_half: int, tile: Tile, col: Array) -> None:
        part = columns.part(y, tile)
        multiply(filters, col, part)
        if bias is not None:
            part += bias.reshape(groups, 1, -1, 1)

    columns.each(products, engine.workers)
    return y


def filter_gradient(
    x: Array,
    dout: Array,
    dw: Array,
    window: Window,
    *,
    groups: int = 1,
    db: Array | None = None,
    workers: Workers = ALONE,
) -> None:
    """Write the gradient by the filters: ``dW = dout·im2col(x)ᵀ``, ``db = Σ dout``.

    Parameters
    ----------
    x
        ``(C, H, W, N)``, the input of `convolve`.
    dout
        ``(F, OH, OW, N)``
    dw
        ``(F, C / groups, K, K)``, written.
    db
        ``(F,)``, written; or None.
    """
    columns = _Columns(x, window, groups)
    totals = np.zeros((2, groups, dw[0].size, len(dw) // groups), dw.dtype)
    sums = np.zeros((2, groups, len(dw) // groups), dw.dtype)

    def products(half: int, tile: Tile, col: Array) -> None:
        part = columns.part(dout, tile)
        totals[half] += np.matmul(col, part.swapaxes(2, 3)).sum(axis=1)
        if db is not None:
            sums[half] += part.sum(axis=(1, 3))

    columns.each(products, workers)
    taps = (totals[0] + totals[1]).reshape(groups, *dw.shape[2:], dw.shape[1], -1)
    dw[...] = taps.transpose(0, 4, 3, 1, 2).reshape(dw.shape)
    if db is not None:
        np.add(sums[0], sums[1], out=db.reshape(groups, -1))


def image_gradient(
    dout: Array, w: Array, shape: tuple[int, ...], window: Window, *, groups: int = 1, workers: Workers = ALONE
) -> Array:
    """Return the gradient by the images: ``dx = col2im(Wᵀ·dout)``.

    Parameters
    ----------
    dout
        ``(F, OH, OW, N)``
    shape
        ``(C, H, W, N)`` of the images.
    """
    channels, height, width, batch = shape
    if shares_rows(window.kernel, window.stride, window.dilation, dout.shape[2] * batch):
        return gradient_by_rows(dout, w, shape, window, groups=groups, workers=workers)
    filters = w.reshape(groups, len(w) // groups, -1).swapaxes(1, 2)
    if window.is_pointwise:
        pointwise: Array = np.matmul(filters, dout.reshape(groups, len(w) // groups, -1))
        return pointwise.reshape(shape)
    dx = np.zeros((channels, height + 2 * window.pad, width + 2 * window.pad, batch), dout.dtype)
    position = math.prod(filters.shape[:2]) * batch * dout.itemsize
    places = list(tiles(dout.shape[1], dout.shape[2], position))
    rows, taps = filters.shape[1], window.kernel**2
    images = dx.reshape(groups, rows // taps, *dx.shape[1:])
    middle = rows // taps // 2  # channels of a group, so that the halves fold into different images

    def fold(some: slice) -> None:
        if some.start == some.stop:
            return
        part, turned = images[:, some], filters[:, some.start * taps : some.stop * taps]
        for tile in places:
            col = np.matmul(turned, _part(dout, tile, groups))
            for group in range(groups):
                col2im(col[group], window, tile, part[group])

    workers.both(lambda: fold(slice(middle, rows // taps)), lambda: fold(slice(0, middle)))
    return unframed(dx, window.pad)


def gradients(
    x: Array,
    w: Array,
    dout: Array,
    dw: Array,
    window: Window,
    *,
    groups: int = 1,
    db: Array | None = None,
    engine: Engine = PLAIN,
) -> Array:
    """Write the gradients by filters and bias, return that by the images, in whichever way is less work.

    Unfolding dout serves both products and needs no folding back, but its columns are as many as there are filters, and
    both products go over all pixels of x, of which 5×5 filters without a frame leave only half as many positions.
    """
    if engine.choice.convolution == "winograd" and suits_winograd(x, w, window, groups, back=True):
        if db is not None:
            np.sum(dout, axis=(1, 2, 3), out=db)
        return winograd_gradients(x, w, dout, dw, window.pad, workers=engine.workers)
    if window.stride == 1 and window.pad < window.reach and not window.is_pointwise and _is_less_by_dout(x, w, dout, window):
        if db is not None:
            np.sum(dout, axis=(1, 2, 3), out=db)
        return gradients_by_dout(x, w, dout, dw, window, groups=groups, workers=engine.workers)
    filter_gradient(x, dout, dw, window, groups=groups, db=db, workers=engine.workers)
    return image_gradient(dout, w, x.shape, window, groups=groups, workers=engine.workers)


def _is_less_by_dout(x: Array, w: Array, dout: Array, window: Window) -> bool:
    """Whether `gradients_by_dout` takes less time, counted in numbers that are copied."""
    (height, width), (high, wide), taps = x.shape[1:3], dout.shape[1:3], window.kernel
    if not shares_rows(taps, window.stride, window.dilation, wide * x.shape[3]):
        return bool(len(dout) * height * width <= 3 * len(x) * high * wide)  # to fold is about as dear as to unfold twice
    product = w.size / PRODUCTS_PER_COPY
    by_dout = height * width * (taps * len(dout) + 2 * product)
    by_x = high * wide * (taps * len(x) + product) + height * wide * (2 * taps * len(x) + product)
    return bool(by_dout <= by_x)


def gradients_by_dout(
    x: Array, w: Array, dout: Array, dw: Array, window: Window, *, groups: int = 1, workers: Workers = ALONE
) -> Array:
    """Write the gradient by the filters and return that by the images, both from the same columns of dout.

    For stride 1 the gradient by the images is itself a convolution: of dout, framed so that every filter overlaps it
    by at least a pixel, with the filters turned around and their two channel axes exchanged.
    """
    back = Window(window.kernel, 1, window.reach - 1 - window.pad, window.dilation)
    columns = _Columns(dout, back, groups)
    filters = w.reshape(groups, -1, *w.shape[1:])  # (groups, F / groups, C / groups, K, K)
    turned = filters[..., ::-1, ::-1].transpose(0, 2, 3, 4, 1).reshape(groups, filters.shape[2], -1)
    dx = np.empty(x.shape, dout.dtype)
    totals = np.zeros((2, groups, turned.shape[2], filters.shape[2]), dw.dtype)

    def products(half: int, tile: Tile, col: Array) -> None:
        multiply(turned, col, columns.part(dx, tile))
        totals[half] += np.matmul(col, columns.part(x, tile).swapaxes(2, 3)).sum(axis=1)

    columns.each(products, workers)
    taps = (totals[0] + totals[1]).reshape(groups, *w.shape[2:], -1, filters.shape[2])[:, ::-1, ::-1]
    dw[...] = taps.transpose(0, 3, 4, 1, 2).reshape(dw.shape)
    return dx


class _Columns:
    """The tiles of a convolution, unfolded one after another into the same buffer, in two halves.

    Where windows below one another overlap the columns are lowered, one matrix for each row; elsewhere they are unfolded,
    one matrix for all rows of a tile.
    """

    def __init__(self, x: Array, window: Window, groups: int) -> None:
        self.x, self.window, self.groups = x, window, groups
        self.rows, self.columns = window.positions(x.shape[1]), window.positions(x.shape[2])
        self.by_rows = shares_rows(window.kernel, window.stride, window.dilation, self.columns * x.shape[3])
        if self.by_rows:
            self.tiles = row_tiles(self.rows, self.columns, len(x), x.shape[3], kernel=window.kernel, stride=window.stride)
            return
        self.image = framed(x, window.pad)
        self.seen = None if window.is_pointwise else self._by_group(windows(self.image, window))
        self.position = len(x) * window.kernel**2 * x.shape[3]
        self.tiles = list(tiles(self.rows, self.columns, self.position * x.itemsize))

    def _by_group(self, seen: Array) -> Array:
        """Return windows ``(C, K, K, OH, OW, N)`` as ``(groups, K, K, C / groups, OH, OW, N)``."""
        return seen.reshape(self.groups, len(seen) // self.groups, *seen.shape[1:]).transpose(0, 2, 3, 1, 4, 5, 6)

    def each(self, products: Callable[[int, Tile, Array], None], workers: Workers) -> None:
        """Call `products` with half, tile and columns ``(groups, rows or 1, K·K·C / groups, positions·N)`` of every tile."""
        half = len(self.tiles) // 2

        def go_through(number: int, some: list[Tile]) -> None:
            room = np.empty(self._numbers(some), self.x.dtype)
            for tile in some:
                products(number, tile, self._unfold(tile, room))

        workers.both(lambda: go_through(0, self.tiles[half:]), lambda: go_through(1, self.tiles[:half]))

    def part(self, images: Array, tile: Tile) -> Array:
        """Return a view of one tile of images, in the order of its columns: ``(groups, rows or 1, C / groups, positions·N)``."""
        part = images[:, tile[0], tile[1]]
        rows = part.shape[1] if self.by_rows else 1
        return part.reshape(self.groups, len(images) // self.groups, rows, part[0].size // rows).swapaxes(1, 2)

    def _numbers(self, some: list[Tile]) -> int:
        """Return how many numbers the columns of the largest of some tiles have."""
        if self.by_rows:
            return room_for(some, self.window, len(self.x), self.x.shape[3])
        largest = max(((t[0].stop - t[0].start) * (t[1].stop - t[1].start) for t in some), default=0)
        return 0 if self.seen is None else self.position * largest

    def _unfold(self, tile: Tile, room: Array) -> Array:
        """Return the columns of a tile; for 1×1 filters the image is its own columns."""
        if self.by_rows:
            return lowered(self.x.reshape(self.groups, -1, *self.x.shape[1:]), self.window, tile, room)
        if self.seen is None:
            return self.part(self.image, tile)
        source = self.seen[:, :, :, :, tile[0], tile[1]]
        col = room[: source.size].reshape(source.shape)
        np.copyto(col, source)
        return col.reshape(self.groups, 1, math.prod(source.shape[1:4]), math.prod(source.shape[4:]))


def _part(images: Array, tile: Tile, groups: int) -> Array:
    """Return a view ``(groups, channels / groups, positions·N)`` of one tile."""
    part = images[:, tile[0], tile[1]]
    return part.reshape(groups, len(images) // groups, math.prod(part.shape[1:]))
