"""Pooling of batches of images ``(C, H, W, N)``, one direction after the other.

The largest of a square is the largest of its rows' largest. So K − 1 comparisons a direction are enough, and each
runs over whole rows of memory.
"""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.kernels.layout import framed, unframed
from core.kernels.window import Window

HEIGHT, WIDTH = 1, 2

Beaten = tuple[Array, ...]
"""For the second, third … place of a window: where it was larger than all places before it."""


def _places(x: Array, axis: int, window: Window, positions: int) -> list[Array]:
    """Return one view for each place in the window along one axis: what stands there at every position."""
    stop = window.stride * (positions - 1) + 1
    before = (slice(None),) * axis
    return [x[(*before, slice(place, place + stop, window.stride))] for place in range(window.kernel)]


def _largest(x: Array, axis: int, window: Window, remember: bool) -> tuple[Array, Beaten]:
    first, *others = _places(x, axis, window, (x.shape[axis] - window.kernel) // window.stride + 1)
    if not others:
        return first.copy(), ()
    beaten = [others[0] > first] if remember else []
    y = np.maximum(first, others[0])
    for other in others[1:]:
        if remember:
            beaten.append(other > y)
        np.maximum(y, other, out=y)
    return y, tuple(beaten)


def _spread_largest(dout: Array, beaten: Beaten, axis: int, size: int, window: Window) -> Array:
    """Give each gradient to the one place that won: the last that beat all before it."""
    dx = _blank(dout, axis, size, window)
    first, *others = _places(dx, axis, window, dout.shape[axis])
    left = dout
    if window.stride < window.kernel:
        for place, won in zip(reversed(others), reversed(beaten), strict=True):
            here = left * won
            np.add(place, here, out=place)
            left = left - here
        np.add(first, left, out=first)
        return dx
    for place, won in zip(reversed(others), reversed(beaten), strict=True):
        here = np.multiply(left, won, out=place)
        left = np.subtract(left, here, out=first)
    if not others:
        first[...] = dout
    return dx


def _blank(dout: Array, axis: int, size: int, window: Window) -> Array:
    """Return an array for the gradient along one axis; zeros unless every pixel lies in exactly one window."""
    shape = (*dout.shape[:axis], size, *dout.shape[axis + 1 :])
    tiled = window.stride == window.kernel and size == window.kernel * dout.shape[axis]
    return np.empty(shape, dout.dtype) if tiled else np.zeros(shape, dout.dtype)


def max_pool(x: Array, window: Window, *, remember: bool = True) -> tuple[Array, tuple[Beaten, Beaten]]:
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
    beaten
        For `max_pool_backward`.
    """
    padded = framed(x, window.pad, -np.inf)
    across, won_across = _largest(padded, WIDTH, window, remember)
    y, won_down = _largest(across, HEIGHT, window, remember)
    return y, (won_across, won_down)


def max_pool_backward(dout: Array, beaten: tuple[Beaten, Beaten], shape: tuple[int, ...], window: Window) -> Array:
    """Return the gradient by the images of `shape` ``(C, H, W, N)``: all of it to the winner of each window."""
    across, down = beaten
    partly = _spread_largest(dout, down, HEIGHT, shape[HEIGHT] + 2 * window.pad, window)
    return unframed(_spread_largest(partly, across, WIDTH, shape[WIDTH] + 2 * window.pad, window), window.pad)


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
