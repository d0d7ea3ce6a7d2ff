"""The gradient by the images of a convolution, a row of the image at a time; the transpose of `lowering`.

A row of the image is seen by up to K rows of the output. Where these lie below one another in memory, one product adds up
what they give to it, for each column of the window apart. So only K sums are left to be added where they belong, not K².

Where the filter moves by `stride` rows, a row of the image meets every `stride`-th row of the filter: which ones depends
on its remainder, its phase.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.lib.stride_tricks import as_strided

from core.arrays import Array
from core.kernels import lowering
from core.kernels.lowering import inside, multiply
from core.kernels.window import Window
from core.kernels.workers import ALONE, Workers


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of the framed image of one phase: ``stride·place + phase`` for each place.

    Parameters
    ----------
    phase
        The first row of the filter that they meet.
    start, stop
        The places.
    """

    phase: int
    start: int
    stop: int


def gradient_by_rows(
    dout: Array, w: Array, shape: tuple[int, ...], window: Window, *, groups: int = 1, workers: Workers = ALONE
) -> Array:
    """Return the gradient by images of `shape` ``(C, H, W, N)``; for windows without dilation.

    Parameters
    ----------
    dout
        ``(F, OH, OW, N)``
    w
        ``(F, C / groups, K, K)``
    """
    dx = np.zeros(shape, dout.dtype)
    images = dx.reshape(groups, -1, *shape[1:])
    rows = dout.reshape(groups, -1, *dout.shape[1:]).swapaxes(1, 2)
    filters = [_meeting(w.reshape(groups, -1, *w.shape[1:]), phase, window.stride) for phase in range(window.stride)]
    position = window.kernel * shape[0] * dout.shape[2] * shape[3]
    halves = _blocks(shape[1], window, max(1, lowering.TILE_NUMBERS // position))

    def go_through(blocks: list[Block]) -> None:
        for block in blocks:
            sums = _sums(rows, filters[block.phase], block, window)
            _fold(sums, images, block, window)

    workers.both(lambda: go_through(halves[0]), lambda: go_through(halves[1]))
    return dx


def _blocks(height: int, window: Window, most: int) -> tuple[list[Block], list[Block]]:
    """Return all rows of the image that any window sees in blocks of at most `most`, in two halves."""
    halves: tuple[list[Block], list[Block]] = [], []
    for phase in range(min(window.stride, window.kernel)):
        first = -((phase - window.pad) // window.stride)
        count = (height - 1 + window.pad - phase) // window.stride + 1 - first
        parts = 2 * -(-count // (2 * most))
        ends = [first + count * part // max(1, parts) for part in range(parts + 1)]
        for number, (start, stop) in enumerate(pairwise(ends)):
            if start < stop:
                halves[2 * number // parts].append(Block(phase, start, stop))
    return halves


def _meeting(w: Array, phase: int, stride: int) -> Array:
    """Return the rows of the filters that one phase meets, the last first, as ``(groups, K·C, rows·F)``."""
    met = w[:, :, :, phase::stride][:, :, :, ::-1]  # (groups, F, C, rows, K)
    return met.transpose(0, 4, 2, 3, 1).reshape(len(w), w.shape[4] * w.shape[2], -1)


def _sums(rows: Array, filters: Array, block: Block, window: Window) -> Array:
    """Return what each column of the window gives to each row of the image, ``(groups, rows, K, C, OW, N)``.

    Behind the columns there is room for those to which only later columns of the window give.

    Parameters
    ----------
    rows
        dout as ``(groups, OH, F, OW, N)``.
    """
    groups, height, count, width, batch = rows.shape
    met = filters.shape[2] // count
    lines = block.stop - block.start + met - 1
    top = block.start - met + 1
    first, last = inside(top, 1, lines, height)
    room = np.empty((groups, lines, count, width, batch), rows.dtype)
    room[:, :first] = 0
    room[:, last:] = 0
    room[:, first:last] = rows[:, top + first : top + last]
    group, line, one, _, number = room.strides
    shape = groups, block.stop - block.start, met * count, width * batch
    later = (window.kernel - 1) // window.stride
    sums = np.empty((groups, shape[1], window.kernel, len(filters[0]) // window.kernel, width + later, batch), rows.dtype)
    sums[:, :, : window.stride, :, width:] = 0
    out = sums[..., :width, :].reshape(groups, shape[1], filters.shape[1], shape[3], copy=False)
    multiply(filters, as_strided(room, shape, (group, line, one, number)), out)
    return sums


def _fold(sums: Array, images: Array, block: Block, window: Window) -> None:
    """Write the sums of each pixel of ``(groups, C, H, W, N)`` in the rows of a block.

    Columns have phases as rows have. Those of a phase lie side by side until they are complete, in one run of memory.
    """
    stride, pad = window.stride, window.pad
    top = stride * block.start + block.phase - pad
    rows = images[:, :, top : top + stride * (block.stop - block.start - 1) + 1 : stride]
    width = sums.shape[4] - (window.kernel - 1) // stride
    for phase in range(min(stride, window.kernel)):
        total = sums[:, :, phase]
        for later, tap in enumerate(range(phase + stride, window.kernel, stride), 1):
            seen = total[:, :, :, later : later + width]
            seen += sums[:, :, tap, :, :width]
        left, right = inside(phase - pad, stride, total.shape[3], images.shape[3])
        start = phase - pad + stride * left
        if left < right:
            rows[:, :, :, start : start + stride * (right - left - 1) + 1 : stride] = total[:, :, :, left:right].swapaxes(1, 2)
