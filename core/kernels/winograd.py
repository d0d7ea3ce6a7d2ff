"""3×3 convolution with a quarter of the multiplications (Lavin and Gray 2015, arXiv 1509.09308): F(4×4, 3×3).

A 4×4 tile of the output needs a 6×6 tile d of the input. With three fixed matrices ``y = Aᵀ[(G·g·Gᵀ) ⊙ (Bᵀ·d·B)]A``:
36 products for 16 outputs instead of 144. Summing over channels turns ⊙ into 36 matrix products, one for each place in
the transformed tile, and the transforms are thin matrix products themselves.

Images are ``(C, H, W, N)``, filters ``(F, C, 3, 3)``. In float32 the outcome differs from the direct way by about 1e-6
of its largest value; in float64 by 1e-14.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

import numpy as np

from core.arrays import Array
from core.kernels.window import Window
from core.kernels.winograd_tiles import PLACES, TILE, Chunk, G, TileRoom, chunks_of
from core.kernels.workers import ALONE, Workers

LEAST_CHANNELS: Final = 32
"""Channels and filters from which the saved products outweigh the transforms …"""
LEAST_CHANNELS_BACK: Final = 16
"""… and in backward, where two products share a transform."""
LEAST_TILES: Final = 32
"""Tiles of all samples from which they outweigh the transform of the filters."""
HEAVY_FILTERS: Final = 1 << 20
"""Weights from which the transformed filters do not stay in the cache."""
FILTER_NUMBERS: Final = 1 << 20
"""About so many numbers of transformed filters are made at a time."""
CONSTANT: Final = 7
"""The place in a transformed tile that adds the same to all 16 outputs."""


def suits_winograd(x: Array, w: Array, window: Window, groups: int, *, back: bool = False) -> bool:
    """Whether the transforms apply to a convolution and are worth their while."""
    if (window.kernel, window.stride, window.dilation, groups) != (3, 1, 1, 1) or window.pad > 2:
        return False
    out = len(w), window.positions(x.shape[1]), window.positions(x.shape[2]), x.shape[3]
    return min(w.shape[0], w.shape[1]) >= (LEAST_CHANNELS_BACK if back else LEAST_CHANNELS) and _tiles(out) >= LEAST_TILES


def _tiles(out: tuple[int, ...]) -> int:
    """Return the number of tiles of an output ``(F, OH, OW, N)``."""
    return -(-out[1] // TILE) * -(-out[2] // TILE) * out[3]


def winograd_convolve(x: Array, w: Array, pad: int, *, bias: Array | None = None, workers: Workers = ALONE) -> Array:
    """Return what the direct way returns, ``(F, OH, OW, N)``, up to rounding."""
    _, height, width, batch = x.shape
    y = np.empty((len(w), height + 2 * pad - 2, width + 2 * pad - 2, batch), np.result_type(x, w))
    if w.size >= HEAVY_FILTERS and len(w) >= _tiles(y.shape):
        _convolve_by_filters(x, w, pad, y, bias=bias, workers=workers)
        return y
    u = _transformed(w)

    def one(chunk: Chunk, room: TileRoom, _half: int) -> None:
        products = room.products(u, room.transform(x, chunk))
        if bias is not None:
            products[CONSTANT] += bias[:, np.newaxis]
        room.inverse(products, y, chunk)

    _each(x, y.shape, pad, one, workers)
    return y


def _convolve_by_filters(x: Array, w: Array, pad: int, y: Array, *, bias: Array | None, workers: Workers) -> None:
    """Write the convolution some filters at a time, each with all tiles, where filters take more memory than tiles.

    The transformed filters are four times as large as the filters; so they stay in the cache and are used once.
    """
    whole = Chunk(0, -(-y.shape[1] // TILE), slice(0, y.shape[3]))
    v = np.empty((PLACES, len(x), _tiles(y.shape)), y.dtype)

    def transform(part: slice) -> None:
        v[:, part] = TileRoom(x[part], (1, *y.shape[1:]), pad, whole.rows, y.shape[3]).transform(x[part], whole)

    workers.both(lambda: transform(slice(0, len(x) // 2)), lambda: transform(slice(len(x) // 2, None)))
    step = max(1, FILTER_NUMBERS // (PLACES * len(x)))
    count = 2 * max(1, len(w) // (2 * step))
    ends = [len(w) * part // count for part in range(count + 1)]

    def go_through(some: Sequence[tuple[int, int]]) -> None:
        largest = max(stop - start for start, stop in some)
        room = TileRoom(x[:1], (largest, *y.shape[1:]), pad, whole.rows, y.shape[3])
        u = np.empty(PLACES * largest * len(x), y.dtype)
        for start, stop in some:
            products = room.products(_transformed(w[start:stop], u), v)
            if bias is not None:
                products[CONSTANT] += bias[start:stop, np.newaxis]
            room.inverse(products, y[start:stop], whole)

    parts = list(pairwise(ends))
    workers.both(lambda: go_through(parts[count // 2 :]), lambda: go_through(parts[: count // 2]))


def winograd_gradients(x: Array, w: Array, dout: Array, dw: Array, pad: int, *, workers: Workers = ALONE) -> Array:
    """Write the gradient by the filters, return that by the images, both from the same transformed tiles of dout.

    The gradient by the images is a convolution of dout with the filters turned around. It is linear in the transformed
    filters, so their gradient is the transformed dout times the 4×4 tiles of x, brought to 6×6 by A.
    """
    turned = w[:, :, ::-1, ::-1].swapaxes(0, 1)  # (C, F, 3, 3)
    u = _transformed(turned)
    dx = np.empty(x.shape, dout.dtype)
    du = np.zeros((2, *u.shape), dw.dtype)

    def one(chunk: Chunk, room: TileRoom, half: int) -> None:
        v = room.transform(dout, chunk)
        du[half] += np.matmul(room.spread(x, chunk), v.swapaxes(1, 2))
        room.inverse(room.products(u, v), dx, chunk)

    _each(dout, dx.shape, 2 - pad, one, workers)
    spread = (du[0] + du[1]).reshape(PLACES, -1)
    back = np.kron(G, G).astype(dw.dtype).T.dot(spread).reshape(3, 3, len(x), len(w))
    dw[...] = back[::-1, ::-1].transpose(3, 2, 0, 1)
    return dx


def _transformed(w: Array, room: Array | None = None) -> Array:
    """Return ``G·g·Gᵀ`` of every filter as ``(36, F, C)``, in the beginning of `room` if there is one."""
    filters, channels = w.shape[:2]
    size = filters * channels
    u = np.empty((PLACES, size), w.dtype) if room is None else room[: PLACES * size].reshape(PLACES, size)
    np.matmul(np.kron(G, G).astype(w.dtype), w.reshape(size, 9).T, out=u)
    return u.reshape(PLACES, filters, channels)


def _each(x: Array, out: tuple[int, ...], pad: int, work: Callable[[Chunk, TileRoom, int], None], workers: Workers) -> None:
    """Call `work` for every chunk of tiles, in two halves."""
    chunks = chunks_of(len(x), out)
    middle = len(chunks) // 2

    def go_through(half: int, some: Sequence[Chunk]) -> None:
        rooms: dict[tuple[int, int], TileRoom] = {}
        for chunk in some:
            size = chunk.rows, chunk.batch.stop - chunk.batch.start
            room = rooms.get(size)
            if room is None:
                room = rooms[size] = TileRoom(x, out, pad, *size)
            work(chunk, room, half)

    workers.both(lambda: go_through(0, chunks[middle:]), lambda: go_through(1, chunks[:middle]))
