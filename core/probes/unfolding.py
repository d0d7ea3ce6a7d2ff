"""im2col and col2im written out for people, with the book's matrix: one window in a row (book, section 7.4.2)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from core.arrays import Array
from core.kernels.im2col import col2im, im2col, windows
from core.kernels.layout import batch_last, framed, unframed
from core.kernels.window import Window


@dataclass(frozen=True)
class Unfolding:
    """Images and their windows, laid out in rows.

    Parameters
    ----------
    window
        How the window lies and moves.
    shape
        ``(N, C, H, W)`` of the images.
    padded
        The images in their frame of zeros, ``(N, C, H + 2·pad, W + 2·pad)``.
    """

    window: Window
    shape: tuple[int, int, int, int]
    padded: Array

    @cached_property
    def col(self) -> Array:
        """The matrix, ``(N·OH·OW, C·K·K)``.

        The samples one after another, the positions of each in reading order; within a row channel by channel, each in
        reading order.
        """
        image = batch_last(self.padded)
        seen = windows(image, self.window)
        high, wide = self.positions
        flat = im2col(seen, (slice(0, high), slice(0, wide)), np.empty(seen.size, image.dtype))
        columns: Array = flat.reshape(len(flat), high * wide, self.shape[0])
        return columns.transpose(2, 1, 0).reshape(-1, len(flat))

    def rows(self, start: int, stop: int) -> Array:
        """Return some rows of the matrix without making all of it, ``(stop − start, C·K·K)``."""
        found = np.empty((stop - start, self.columns), self.padded.dtype)
        window = self.window
        for n, row in enumerate(range(start, stop)):
            sample, i, j = self.place(row)
            top, left = i * window.stride, j * window.stride
            down = slice(top, top + window.reach, window.dilation)
            right = slice(left, left + window.reach, window.dilation)
            found[n] = self.padded[sample, :, down, right].reshape(-1)
        return found

    @property
    def row_count(self) -> int:
        """How many rows the matrix has: ``N·OH·OW``."""
        high, wide = self.positions
        return self.shape[0] * high * wide

    @property
    def columns(self) -> int:
        """How many columns the matrix has: ``C·K·K``."""
        return self.shape[1] * self.window.kernel**2

    @property
    def positions(self) -> tuple[int, int]:
        """Rows and columns of positions on one image."""
        return self.window.positions(self.shape[2]), self.window.positions(self.shape[3])

    @property
    def growth(self) -> float:
        """How many times as many values the matrix has as the images."""
        return self.row_count * self.columns / max(1, math.prod(self.shape))

    def row(self, sample: int, i: int, j: int) -> int:
        """Return the row in which the window of a sample at position (i, j) lies."""
        high, wide = self.positions
        return (sample * high + i) * wide + j

    def place(self, row: int) -> tuple[int, int, int]:
        """Return sample and position of a row."""
        high, wide = self.positions
        sample, rest = divmod(row, high * wide)
        return sample, rest // wide, rest % wide

    def pixel(self, row: int, column: int) -> tuple[int, int, int, int]:
        """Return where an entry came from: sample, channel, and row and column of the padded image."""
        sample, i, j = self.place(row)
        taps, stride, dilation = self.window.kernel, self.window.stride, self.window.dilation
        channel, tap = divmod(column, taps**2)
        return sample, channel, i * stride + tap // taps * dilation, j * stride + tap % taps * dilation

    def rows_over(self, sample: int, y: int, x: int) -> tuple[int, ...]:
        """Return the rows of all windows that look at a pixel of the padded image."""
        (high, wide), window = self.positions, self.window
        found = []
        for i in range(high):
            for j in range(wide):
                down, right = y - i * window.stride, x - j * window.stride
                inside = 0 <= down < window.reach and 0 <= right < window.reach
                if inside and down % window.dilation == 0 and right % window.dilation == 0:
                    found.append(self.row(sample, i, j))
        return tuple(found)


def unfold(images: Array, window: Window) -> Unfolding:
    """Lay the windows of images ``(N, C, H, W)`` out in rows; the window has to fit."""
    count, channels, height, width = images.shape
    padded = framed(batch_last(images), window.pad).transpose(3, 0, 1, 2)
    return Unfolding(window, (count, channels, height, width), padded)


def fold(col: Array, shape: tuple[int, int, int, int], window: Window) -> Array:
    """Add every entry of ``(N·OH·OW, C·K·K)`` to the pixel it came from; returns ``(N, C, H, W)``.

    This is col2im, the adjoint of `unfold`: a pixel in several windows gets the sum.
    """
    count, channels, height, width = shape
    high, wide = window.positions(height), window.positions(width)
    image = np.zeros((channels, height + 2 * window.pad, width + 2 * window.pad, count), col.dtype)
    flat = col.reshape(count, high * wide, -1).transpose(2, 1, 0)
    col2im(np.ascontiguousarray(flat), window, (slice(0, high), slice(0, wide)), image)
    return unframed(image, window.pad).transpose(3, 0, 1, 2)


def visit_counts(height: int, width: int, window: Window) -> Array:
    """Return how many windows look at each pixel of an image, ``(H, W)``."""
    ones = np.ones((window.positions(height) * window.positions(width), window.kernel**2))
    counts: Array = fold(ones, (1, 1, height, width), window)[0, 0]
    return counts
