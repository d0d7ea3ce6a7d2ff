"""Convolution of batches of images as matrix products (book, section 7.4).

All images are ``(C, H, W, N)``, filters ``(F, C / groups, K, K)``. Columns are unfolded tile by tile, used while they
are in the cache, and unfolded again in backward: storing them would take K² times the memory of the image. The tiles are
two lists, for two threads; sums over each list are added up at the end, whoever went through it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np

from core.arrays import Array
from core.kernels.engine import PLAIN, Engine
from core.kernels.im2col import Tile, col2im, im2col, tiles, windows
from core.kernels.layout import framed, unframed
from core.kernels.window import Window
from core.kernels.winograd import suits_winograd, winograd_convolve, winograd_gradients
from core.kernels.workers import ALONE, Workers


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
    filters = w.reshape(groups, len(w) // groups, -1)
    y = np.empty((len(w), columns.rows, columns.columns, x.shape[3]), np.result_type(x, w))

    def products(_half: int, tile: Tile, col: Array) -> None:
        part = _part(y, tile, groups)
        np.matmul(filters, col, out=part)
        if bias is not None:
            part += bias.reshape(groups, -1, 1)

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
    totals = np.zeros((2, groups, len(dw) // groups, dw[0].size), dw.dtype)
    sums = np.zeros((2, len(dw)), dw.dtype)

    def products(half: int, tile: Tile, col: Array) -> None:
        part = _part(dout, tile, groups)
        totals[half] += np.matmul(part, col.swapaxes(1, 2))
        if db is not None:
            sums[half] += np.add.reduce(part, axis=2).reshape(-1)

    columns.each(products, workers)
    np.add(totals[0], totals[1], out=dw.reshape(totals.shape[1:]))
    if db is not None:
        np.add(sums[0], sums[1], out=db)


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
    """Write the gradients by filters and bias, return that by the images, in whichever way moves less memory.

    Unfolding dout serves both products and needs no col2im, but its columns are as many as there are filters. Going
    by x unfolds once and folds once, and to fold is about as dear as to unfold twice.
    """
    if engine.choice.convolution == "winograd" and suits_winograd(x, w, window, groups):
        if db is not None:
            np.sum(dout, axis=(1, 2, 3), out=db)
        return winograd_gradients(x, w, dout, dw, window.pad, workers=engine.workers)
    by_dout = len(dout) * math.prod(x.shape[1:3])
    by_x = 3 * len(x) * math.prod(dout.shape[1:3])
    if window.stride == 1 and window.pad < window.reach and not window.is_pointwise and by_dout <= by_x:
        if db is not None:
            np.sum(dout, axis=(1, 2, 3), out=db)
        return gradients_by_dout(x, w, dout, dw, window, groups=groups, workers=engine.workers)
    filter_gradient(x, dout, dw, window, groups=groups, db=db, workers=engine.workers)
    return image_gradient(dout, w, x.shape, window, groups=groups, workers=engine.workers)


def gradients_by_dout(
    x: Array, w: Array, dout: Array, dw: Array, window: Window, *, groups: int = 1, workers: Workers = ALONE
) -> Array:
    """Write the gradient by the filters and return that by the images, both from the same columns of dout.

    For stride 1 the gradient by the images is itself a convolution: of dout, framed so that every filter overlaps it
    by at least a pixel, with the filters turned around and their two channel axes exchanged.
    """
    back = Window(window.kernel, 1, window.reach - 1 - window.pad, window.dilation)
    filters = w.reshape(groups, -1, *w.shape[1:])  # (groups, F / groups, C / groups, K, K)
    turned = filters[..., ::-1, ::-1].swapaxes(1, 2).reshape(groups, filters.shape[2], -1)
    dx = np.empty(x.shape, dout.dtype)
    totals = np.zeros((2, groups, turned.shape[2], filters.shape[2]), dw.dtype)

    def products(half: int, tile: Tile, col: Array) -> None:
        np.matmul(turned, col, out=_part(dx, tile, groups))
        totals[half] += np.matmul(col, _part(x, tile, groups).swapaxes(1, 2))

    _Columns(dout, back, groups).each(products, workers)
    taps = (totals[0] + totals[1]).reshape(groups, -1, *w.shape[2:], filters.shape[2])[:, :, ::-1, ::-1]
    dw[...] = np.moveaxis(taps, 4, 2).reshape(dw.shape)
    return dx


class _Columns:
    """The tiles of a convolution, unfolded one after another into the same buffer, in two halves."""

    def __init__(self, x: Array, window: Window, groups: int) -> None:
        self.groups = groups
        self.rows, self.columns = window.positions(x.shape[1]), window.positions(x.shape[2])
        self.image = framed(x, window.pad)
        self.seen = None if window.is_pointwise else windows(self.image, window)
        self.position = len(x) * window.kernel**2 * x.shape[3]
        self.tiles = tuple(tiles(self.rows, self.columns, self.position * x.itemsize))

    def each(self, products: Callable[[int, Tile, Array], None], workers: Workers) -> None:
        """Call `products` with half, tile and columns ``(groups, C / groups · K·K, positions·N)`` of every tile."""
        half = len(self.tiles) // 2

        def go_through(number: int, some: Sequence[Tile]) -> None:
            buffer = self._buffer(some)
            for tile in some:
                products(number, tile, self._unfold(tile, buffer))

        workers.both(lambda: go_through(0, self.tiles[half:]), lambda: go_through(1, self.tiles[:half]))

    def _buffer(self, some: Sequence[Tile]) -> Array:
        largest = max(((t[0].stop - t[0].start) * (t[1].stop - t[1].start) for t in some), default=0)
        return np.empty(0 if self.seen is None else self.position * largest, self.image.dtype)

    def _unfold(self, tile: Tile, buffer: Array) -> Array:
        """Return the columns of a tile; for 1×1 filters the image is its own columns."""
        if self.seen is None:
            return _part(self.image, tile, self.groups)
        col = im2col(self.seen, tile, buffer)
        return col.reshape(self.groups, len(col) // self.groups, col.shape[1])


def _part(images: Array, tile: Tile, groups: int) -> Array:
    """Return a view ``(groups, channels / groups, positions·N)`` of one tile."""
    part = images[:, tile[0], tile[1]]
    return part.reshape(groups, len(images) // groups, math.prod(part.shape[1:]))
