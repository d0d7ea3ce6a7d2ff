"""The same convolution by plain loops and by im2col, timed on this machine."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from core.arrays import Array
from core.kernels.window import Window
from core.probes.unfolding import unfold

ROUNDS: Final = 7


@dataclass(frozen=True, slots=True)
class LoopTiming:
    """Seconds of one pass: the median over some rounds, for the loops of one.

    Parameters
    ----------
    loops
        Four loops in Python over positions and weights.
    im2col
        Laying out the matrix and one product.
    growth
        How many times the memory of the images the matrix takes.
    """

    loops: float
    im2col: float
    growth: float

    @property
    def factor(self) -> float:
        """How many times faster im2col is."""
        return self.loops / self.im2col


def by_loops(images: Array, w: Array, window: Window) -> Array:
    """Return the maps ``(N, OH, OW)`` of one filter ``(C, K, K)`` number by number, as one would write it first."""
    padded = unfold(images, window).padded
    count, channels = images.shape[:2]
    high, wide = window.positions(images.shape[2]), window.positions(images.shape[3])
    values, weights = padded.tolist(), w.tolist()
    maps = np.zeros((count, high, wide), images.dtype)
    taps, stride, dilation = range(window.kernel), window.stride, window.dilation
    for n in range(count):
        for i in range(high):
            for j in range(wide):
                total = 0.0
                for c in range(channels):
                    for y in taps:
                        row, weight = values[n][c][i * stride + y * dilation], weights[c][y]
                        for x in taps:
                            total += row[j * stride + x * dilation] * weight[x]
                maps[n, i, j] = total
    return maps


def by_im2col(images: Array, w: Array, window: Window) -> Array:
    """Return the same maps by one product of matrices."""
    unfolding = unfold(images, window)
    maps: Array = (unfolding.col @ w.reshape(-1)).reshape(len(images), *unfolding.positions)
    return maps


def time_both(images: Array, w: Array, window: Window, clock: Callable[[], float] = time.perf_counter) -> LoopTiming:
    """Time both on images ``(N, C, H, W)``."""
    started = clock()
    by_loops(images, w, window)
    loops = clock() - started
    times = []
    for _ in range(ROUNDS):
        started = clock()
        by_im2col(images, w, window)
        times.append(clock() - started)
    return LoopTiming(loops, max(float(np.median(times)), 1e-9), unfold(images, window).growth)
