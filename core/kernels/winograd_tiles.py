"""The tiles of a Winograd convolution: cut out, transformed, transformed back and put in place.

A chunk is some rows of tiles of some samples, few enough that their transforms stay in the second-level cache. Its
pixels lie in the order ``(row, C, phase, tile, N)``, the column being 4·tile + phase. So the transform down the rows is
one matrix product on the memory as it is, and what one place of all tiles sees is one run of memory, even of a single
sample.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.lib.stride_tricks import as_strided

from core.arrays import Array

B: Final = np.array(  # the points 0, 1, −1, 2, −2 and infinity
    [
        [4, 0, -5, 0, 1, 0],
        [0, -4, -4, 1, 1, 0],
        [0, 4, -4, -1, 1, 0],
        [0, -2, -1, 2, 1, 0],
        [0, 2, -1, -2, 1, 0],
        [0, 4, 0, -5, 0, 1],
    ]
)
G: Final = np.array([[6, 0, 0], [-4, -4, -4], [-4, 4, -4], [1, 2, 4], [1, -2, 4], [0, 0, 24]]) / 24
A: Final = np.array([[1, 1, 1, 1, 1, 0], [0, 1, -1, 2, -2, 0], [0, 1, 1, 4, 4, 0], [0, 1, -1, 8, -8, 1]])
"""``Bᵀ``, ``G`` and ``Aᵀ`` of the paper."""
TILE: Final = 4
SEEN: Final = 6
PLACES: Final = SEEN**2
CHUNK_NUMBERS: Final = 80_000
"""At least about so many numbers are in the transformed tiles of a chunk, 320 KB in float32 …"""
CHUNK_TILES: Final = 100
"""… and so many tiles, so that the matrix products are worth fetching the filters for."""
BATCH: Final = 48
"""Samples taken together where there are that many: shorter runs of memory are slow to copy, more tiles leave the cache."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Rows of tiles of some samples.

    Parameters
    ----------
    first, rows
        The first row of tiles, and how many.
    batch
        The samples.
    """

    first: int
    rows: int
    batch: slice


def chunks_of(channels: int, out: tuple[int, ...]) -> list[Chunk]:
    """Divide an output ``(F, OH, OW, N)`` into chunks; at least two where there is more than one row of tiles."""
    _, high, wide, batch = out
    down, across = -(-high // TILE), -(-wide // TILE)
    blocks = max(1, round(batch / BATCH))
    ends = [batch * block // blocks for block in range(blocks + 1)]
    rows = max(CHUNK_NUMBERS / (PLACES * channels), CHUNK_TILES) / (across * max(1, ends[1]))
    parts = min(down, max(1, round(down / max(1, rows)), 2 // blocks))
    starts = [down * part // parts for part in range(parts + 1)]
    return [Chunk(top, bottom - top, slice(left, right)) for left, right in pairwise(ends) for top, bottom in pairwise(starts)]


class TileRoom:
    """Memory for the tiles of one chunk after another: three buffers that take turns, so that they stay in the cache.

    Parameters
    ----------
    x
        The images that are convolved, ``(C, H, W, N)``.
    out
        The output's shape, ``(F, OH, OW, N)``.
    rows, batch
        The size of a chunk.
    """

    def __init__(self, x: Array, out: tuple[int, ...], pad: int, rows: int, batch: int) -> None:
        self.pad, self.rows, self.batch = pad, rows, batch
        self.across = -(-out[2] // TILE)
        self.tiles = rows * self.across * batch
        self._b, self._a = B.astype(x.dtype), A.astype(x.dtype)
        channels = len(x)
        self._image = np.zeros((TILE * rows + 2, channels, TILE, self.across + 1, batch), x.dtype)
        row = self._image[0].size
        step = row * x.itemsize
        self._rows = as_strided(self._image, (rows, SEEN, row), (TILE * step, step, x.itemsize))
        largest = PLACES * max(channels, out[0]) * self.tiles
        self._first, self._second, self._third = np.empty((3, max(largest, rows * SEEN * row)), x.dtype)
        self._down = self._first[: rows * SEEN * row].reshape(rows, SEEN, row)
        down = self._down.reshape(rows, SEEN, channels, TILE, self.across + 1, batch).transpose(1, 3, 2, 0, 4, 5)
        self._seen = down[..., : self.across, :], down[:, : SEEN - TILE, ..., 1:, :]
        self._cut = _shaped(self._second, SEEN, SEEN, channels, rows, self.across, batch)

    def transform(self, x: Array, chunk: Chunk) -> Array:
        """Return ``Bᵀ·d·B`` of the chunk's 6×6 tiles of framed images, ``(36, C, tiles)``, in the third buffer."""
        image, height = self._image, x.shape[1]
        top = TILE * chunk.first - self.pad  # row of x that is the first of the image
        start, stop = max(0, -top), min(len(image), height - top)
        image[:start] = 0
        image[stop:] = 0
        self._deal(x[:, top + start : top + stop, :, chunk.batch], image[start:stop])
        np.matmul(self._b, self._rows, out=self._down)
        self._cut[:, :TILE], self._cut[:, TILE:] = self._seen
        v = _shaped(self._third, SEEN, SEEN, self._cut.size // PLACES)
        np.matmul(self._b, self._cut.reshape(v.shape), out=v)
        return v.reshape(PLACES, len(x), self.tiles)

    def _deal(self, x: Array, image: Array) -> None:
        """Copy the columns of x behind those of the frame, dealt out by phase: whole tiles at once, then both ends."""
        width, pad = x.shape[2], self.pad
        first, last = int(pad > 0), min(self.across + 1, (pad + width) // TILE)  # the frame is narrower than a tile
        head = min(TILE - pad, width) if pad else 0
        image[:, :, pad : pad + head, 0] = x[:, :, :head].transpose(1, 0, 2, 3)
        if last >= first:
            whole = x[:, :, TILE * first - pad : TILE * last - pad]
            dealt = whole.reshape(*x.shape[:2], last - first, TILE, x.shape[3], copy=False)
            image[:, :, :, first:last] = dealt.transpose(1, 0, 3, 2, 4)
            if last <= self.across:
                tail = x[:, :, TILE * last - pad :]
                image[:, :, : tail.shape[2], last] = tail.transpose(1, 0, 2, 3)

    def products(self, u: Array, v: Array) -> Array:
        """Return ``u·v`` at each of the 36 places, in the second buffer."""
        return np.matmul(u, v, out=_shaped(self._second, PLACES, u.shape[1], self.tiles))

    def inverse(self, m: Array, y: Array, chunk: Chunk) -> None:
        """Write ``Aᵀ·m·A`` to its 4×4 tiles of y; what reaches beyond the edge is left out."""
        size = m[0].size
        across = np.matmul(self._a, m.reshape(SEEN, SEEN, size), out=_shaped(self._first, SEEN, TILE, size))
        tiles = np.matmul(self._a, across.reshape(SEEN, -1), out=_shaped(self._third, TILE, TILE * size))
        parts = tiles.reshape(TILE, TILE, len(y), self.rows, self.across, self.batch)
        for place, where in self._places(y, chunk):
            place[...] = parts[where]

    def spread(self, x: Array, chunk: Chunk) -> Array:
        """Return ``A·d·Aᵀ`` of the chunk's 4×4 tiles of x, zeros beyond the edge, ``(36, C, tiles)``, in the second."""
        size = len(x) * self.tiles
        parts = _shaped(self._second, TILE, TILE, len(x), self.rows, self.across, self.batch)
        if x.shape[1] < TILE * (chunk.first + chunk.rows) or x.shape[2] < TILE * self.across:
            parts[...] = 0
        for place, where in self._places(x, chunk):
            parts[where] = place
        down = np.matmul(self._a.T, parts.reshape(TILE, -1), out=_shaped(self._first, SEEN, TILE * size))
        spread = np.matmul(self._a.T, down.reshape(SEEN, TILE, size), out=_shaped(self._second, SEEN, SEEN, size))
        return spread.reshape(PLACES, len(x), self.tiles)

    def _places(self, y: Array, chunk: Chunk) -> Iterator[tuple[Array, tuple[slice, ...]]]:
        """Yield the chunk's pixels as ``(4, 4, C, rows, across, N)`` with their index in such tiles.

        They are one array, besides those of tiles that reach beyond the edge.
        """
        top = TILE * chunk.first
        pixels = y[:, top : top + TILE * chunk.rows, :, chunk.batch]
        for down, high in _spans(pixels.shape[1]):
            for across, wide in _spans(pixels.shape[2]):
                rows, columns = down.stop - down.start, across.stop - across.start
                top, left = TILE * down.start, TILE * across.start
                part = pixels[:, top : top + rows * high, left : left + columns * wide]
                part = part.reshape(len(y), rows, high, columns, wide, -1, copy=False)
                yield part.transpose(2, 4, 0, 1, 3, 5), (slice(high), slice(wide), slice(None), down, across)


def _spans(size: int) -> list[tuple[slice, int]]:
    """Return which tiles along a side are whole and which is not, each with the pixels of such a tile."""
    whole, rest = divmod(size, TILE)
    return [(slice(0, whole), TILE)] * bool(whole) + [(slice(whole, whole + 1), rest)] * bool(rest)


def _shaped(buffer: Array, *shape: int) -> Array:
    """Return the beginning of a flat buffer in that shape."""
    return buffer[: math.prod(shape)].reshape(shape)
