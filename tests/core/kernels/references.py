"""Convolution and pooling as their definitions say, one loop for each index; slow and hard to get wrong."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import strategies as st

from core.arrays import Array
from core.kernels.window import Window


def seen(x: Array, window: Window, value: float) -> tuple[Array, int, int]:
    """Return ``(C, OH, OW, K, K, N)``: what each window of ``(C, H, W, N)`` sees; `value` outside the image."""
    channels, height, width, batch = x.shape
    high = len(range(-window.pad, height + window.pad - window.reach + 1, window.stride))
    wide = len(range(-window.pad, width + window.pad - window.reach + 1, window.stride))
    out = np.full((channels, high, wide, window.kernel, window.kernel, batch), value, x.dtype)
    for r, c, i, j in np.ndindex(high, wide, window.kernel, window.kernel):
        row = r * window.stride + i * window.dilation - window.pad
        column = c * window.stride + j * window.dilation - window.pad
        if 0 <= row < height and 0 <= column < width:
            out[:, r, c, i, j] = x[:, row, column]
    return out, high, wide


def convolution(x: Array, w: Array, window: Window, groups: int, b: Array) -> Array:
    """Return the sum of products of every filter with every window of its group."""
    patches, high, wide = seen(x, window, 0)
    filters, channels = w.shape[:2]
    y = np.zeros((filters, high, wide, x.shape[3]))
    for f in range(filters):
        first = f // (filters // groups) * channels
        y[f] = np.einsum("crqijn,cij->rqn", patches[first : first + channels], w[f]) + b[f]
    return y


@st.composite
def shapes_and_windows(draw: st.DrawFn, *, most_dilation: int = 3) -> tuple[tuple[int, int, int, int], Window]:
    """Small images ``(C, H, W, N)`` and windows of all sorts that fit them."""
    window = Window(
        draw(st.integers(1, 4)), draw(st.integers(1, 4)), draw(st.integers(0, 3)), draw(st.integers(1, most_dilation))
    )
    least = max(1, window.reach - 2 * window.pad)
    side = st.integers(least, least + 6)
    return (draw(st.integers(1, 3)), draw(side), draw(side), draw(st.integers(1, 3))), window


def numbers(shape: tuple[int, ...], seed: int) -> Array:
    """Return small whole numbers, with which sums are exact in any order."""
    return np.random.default_rng(seed).integers(-9, 10, math.prod(shape)).reshape(shape).astype(np.float64)
