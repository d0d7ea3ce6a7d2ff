"""3×3 convolution with a quarter of the multiplications (Lavin and Gray 2015, arXiv 1509.09308): F(4×4, 3×3).

A 4×4 tile of the output needs a 6×6 tile d of the input. With three fixed matrices ``y = Aᵀ[(G·g·Gᵀ) ⊙ (Bᵀ·d·B)]A``:
36 products for 16 outputs instead of 144. Summing over channels turns ⊙ into 36 matrix products, one for each place in
the transformed tile, and the transforms are thin matrix products themselves.

Images are ``(C, H, W, N)``, filters ``(F, C, 3, 3)``. In float32 the outcome differs from the direct way by about 1e-6
of its largest value; in float64 by 1e-14.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np

from core.arrays import Array
from core.kernels.window import Window
from core.kernels.winograd_tiles import PLACES, TILE, Chunk, G, TileRoom, chunks_of
from core.kernels.workers import ALONE, Workers

LEAST_CHANNELS: Final = 32
"""Channels and filters from which the saved products outweigh the transforms."""
LEAST_TILES: Final = 32
"""Tiles of all samples from which they outweigh the transform of the filters."""
CONSTANT: Final = 7
"""The place in a transformed tile that adds the same to all 16 outputs."""


def suits_winograd(x: Array, w: Array, window: Window, groups: int) -> bool:
    """Whether the transforms apply to a convolution and are worth their while."""
    if (window.kernel, window.stride, window.dilation, groups) != (3, 1, 1, 1) or window.pad > 2:
        return False
    tiles = -(-window.positions(x.shape[1]) // TILE) * -(-window.positions(x.shape[2]) // TILE) * x.shape[3]
    return min(w.shape[0], w.shape[1]) >= LEAST_CHANNELS and bool(tiles >= LEAST_TILES)


def winograd_convolve(x: Array, w: Array, pad: int, *, bias: Array | None = None, workers: Workers = ALONE) -> Array:
    """Return what the direct way returns, ``(F, OH, OW, N)``, up to rounding."""
    _, height, width, batch = x.shape
    y = np.empty((len(w), height + 2 * pad - 2, width + 2 * pad - 2, batch), np.result_type(x, w))
    u = _transformed(w)

    def one(chunk: Chunk, room: TileRoom, _half: int) -> None:
        products = room.products(u, room.transform(x, chunk))
        if bias is not None:
            products[CONSTANT] += bias[:, np.newaxis]
        room.inverse(products, y, chunk)

    _each(x, y.shape, pad, one, workers)
    return y


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


def _transformed(w: Array) -> Array:
    """Return ``G·g·Gᵀ`` of every filter as ``(36, F, C)``."""
    filters, channels = w.shape[:2]
    u: Array = np.kron(G, G).astype(w.dtype).dot(w.reshape(filters * channels, 9).T)
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
