"""Pooling of batches of images ``(C, H, W, N)``, one direction after the other.

The largest of a square is the largest of its rows' largest. So K − 1 comparisons a direction are enough, and each
runs over whole rows of memory. Channels are taken a few at a time, so that what lies between the two directions
stays in the cache.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final

import numpy as np

from core.arrays import Array
from core.kernels.layout import framed, unframed
from core.kernels.window import Window
from core.kernels.workers import ALONE, Workers

HEIGHT, WIDTH = 1, 2
BLOCK_BYTES: Final = 512 * 1024
"""Of an image are taken at a time; half of the second-level cache of today's processors."""

Beaten = tuple[Array, ...]
"""For the second, third … place of a window: where it was larger than all places before it."""

Winners = dict[int, tuple[slice, Beaten, Beaten]]
"""For each block of channels, by its first, who won across and who won down."""


def _each_block(x: Array, work: Callable[[slice], None], workers: Workers) -> None:
    """Call `work` with a few channels at a time."""
    channels = len(x)
    step = max(1, BLOCK_BYTES * channels // max(1, x.nbytes))
    starts = range(0, channels, step)

    def some(part: slice) -> None:
        for start in starts[part]:
            work(slice(start, min(start + step, channels)))

    workers.split(len(starts), x.size, some)


def _places(x: Array, axis: int, window: Window, positions: int) -> list[Array]:
    """Return one view for each place in the window along one axis: what stands there at every position."""
    stop = window.stride * (positions - 1) + 1
    before = (slice(None),) * axis
    return [x[(*before, slice(place, place + stop, window.stride))] for place in range(window.kernel)]


def _largest(x: Array, axis: int, window: Window, remember: bool, y: Array) -> Beaten:
    """Write the largest along one axis to `y`; return who won."""
    first, *others = _places(x, axis, window, y.shape[axis])
    if not others:
        y[...] = first
        return ()
    beaten = [others[0] > first] if remember else []
    np.maximum(first, others[0], out=y)
    for other in others[1:]:
        if remember:
            beaten.append(other > y)
        np.maximum(y, other, out=y)
    return tuple(beaten)


def _spread_largest(dout: Array, beaten: Beaten, axis: int, window: Window, dx: Array) -> None:
    """Give each gradient to the one place that won: the last that beat all before it."""
    if window.stride != window.kernel or dx.shape[axis] != window.kernel * dout.shape[axis]:
        dx[...] = 0  # else every pixel lies in exactly one window
    first, *others = _places(dx, axis, window, dout.shape[axis])
    left = dout
    if window.stride < window.kernel:
        for place, won in zip(reversed(others), reversed(beaten), strict=True):
            here = left * won
            np.add(place, here, out=place)
            left = left - here
        np.add(first, left, out=first)
        return
    for place, won in zip(reversed(others), reversed(beaten), strict=True):
        here = np.multiply(left, won, out=place)
        left = np.subtract(left, here, out=first)
    if not others:
        first[...] = dout


def max_pool(x: Array, window: Window, *, remember: bool = True, workers: Workers = ALONE) -> tuple[Array, Winners]:
    """Return the largest of each window and who won.

    Of equal values the first in reading order wins: along the rows first, then down, always strictly larger to beat.

    Parameters
    ----------
    x
        ``(C, H, W, N)``
    remember
        False when no backward follows.

    Returns
    -------
    y
        ``(C, OH, OW, N)``
    winners
        For `max_pool_backward`.
    """
    channels, height, width, batch = x.shape
    wide = window.positions(width)
    y = np.empty((channels, window.positions(height), wide, batch), x.dtype)
    winners: Winners = {}

    def pool(block: slice) -> None:
        padded = framed(x[block], window.pad, -np.inf)
        if not remember:  # which of the largest won does not matter: down first, that is along whole rows
            down = np.empty((len(padded), y.shape[HEIGHT], *padded.shape[WIDTH:]), x.dtype)
            _largest(padded, HEIGHT, window, remember, down)
            _largest(down, WIDTH, window, remember, y[block])
            return
        across = np.empty((*padded.shape[:WIDTH], wide, batch), x.dtype)
        won_across = _largest(padded, WIDTH, window, remember, across)
        winners[block.start] = block, won_across, _largest(across, HEIGHT, window, remember, y[block])

    _each_block(x, pool, workers)
    return y, winners


def max_pool_backward(
    dout: Array, winners: Winners, shape: tuple[int, ...], window: Window, *, workers: Workers = ALONE
) -> Array:
    """Return the gradient by the images of `shape` ``(C, H, W, N)``: all of it to the winner of each window."""
    channels, height, width, batch = shape
    tall, wide = height + 2 * window.pad, width + 2 * window.pad
    dx = np.empty((channels, tall, wide, batch), dout.dtype)

    blocks = list(winners.values())

    def spread(part: slice) -> None:
        for block, across, down in blocks[part]:
            here = dout[block]
            partly = np.empty((len(here), tall, here.shape[WIDTH], batch), dout.dtype)
            _spread_largest(here, down, HEIGHT, window, partly)
            _spread_largest(partly, across, WIDTH, window, dx[block])

    workers.split(len(blocks), math.prod(shape), spread)
    return unframed(dx, window.pad)


def _total(x: Array, axis: int, window: Window) -> Array:
    first, *others = _places(x, axis, window, (x.shape[axis] - window.kernel) // window.stride + 1)
    y = first.copy()
    for other in others:
        y += other
    return y


def _spread(dout: Array, axis: int, size: int, window: Window) -> Array:
    shape = (*dout.shape[:axis], size, *dout.shape[axis + 1 :])
    dx = np.zeros(shape, dout.dtype)
    for place in _places(dx, axis, window, dout.shape[axis]):
        np.add(place, dout, out=place)
    return dx


def average_pool(x: Array, window: Window) -> Array:
    """Return the mean of each window, padding counted as zeros."""
    y = _total(_total(framed(x, window.pad), WIDTH, window), HEIGHT, window)
    y *= 1 / window.kernel**2
    return y


def average_pool_backward(dout: Array, shape: tuple[int, ...], window: Window) -> Array:
    """Return the gradient by the images of `shape` ``(C, H, W, N)``: an equal share to each pixel of a window."""
    partly = _spread(dout * (1 / window.kernel**2), HEIGHT, shape[HEIGHT] + 2 * window.pad, window)
    return unframed(_spread(partly, WIDTH, shape[WIDTH] + 2 * window.pad, window), window.pad)
