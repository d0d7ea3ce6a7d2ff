"""Elementwise functions that are quicker in a shape other than their formula's."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final

import numpy as np

from core.arrays import Array
from core.kernels.workers import ALONE, WORTH_SHARING, Workers

Index = tuple[slice, ...]
PART_NUMBERS: Final = 1 << 17
"""About so many numbers are gone through at a time: 512 KB in float32. Fewer would leave a second thread no time to begin."""
FEW: Final = 1 << 10
"""Numbers up to which calls take longer than what they compute."""
GRID: Final = 32
"""Points per unit at which erf is tabulated."""
FAR: Final = 6
"""Beyond this |x|, erf is 1 to the last bit of float64."""
TERMS: Final = 8
"""Terms of the Taylor series around a point; with steps of 1/32 the rest is below 1e-15."""
TABLE: Final = np.array([math.erf(p / GRID) for p in range(FAR * GRID + 1)])


def positive_part(x: Array, zeros: Array, workers: Workers = ALONE) -> Array:
    """Return ``max(x, 0)``: with an array of zeros of the shape of `x`, several times quicker than with the number 0."""
    if x.size < WORTH_SHARING:
        small: Array = np.maximum(x, zeros)
        return small
    y = np.empty_like(x)

    def some(part: Index) -> None:
        np.maximum(x[part], zeros[part], out=y[part])

    in_parts(x, some, workers)
    return y


def where_positive(dout: Array, y: Array, zeros: Array, workers: Workers = ALONE) -> Array:
    """Return dout where `y`, of which nothing is negative, is positive and 0 elsewhere, in the memory order of `y`."""
    if y.size < WORTH_SHARING or dout.dtype != y.dtype:
        # 1 and 0 as numbers: to multiply with booleans takes longer. The sign is one call, the mask is quicker per number.
        small: Array = np.sign(y) if y.size < FEW else (y > zeros).astype(dout.dtype)
        small *= dout
        return small
    dx = np.empty_like(y)
    bits = np.dtype(f"i{y.itemsize}")

    def some(part: Index) -> None:
        np.subtract(zeros[part], y[part], out=dx[part])
        mask = dx[part].view(bits)  # the sign of 0 − y, spread over all bits, is a mask; booleans take twice the time
        np.right_shift(mask, 8 * y.itemsize - 1, out=mask)
        np.bitwise_and(mask, dout[part].view(bits), out=mask)

    in_parts(y, some, workers)
    return dx


def added(x: Array, y: Array, workers: Workers = ALONE) -> Array:
    """Return ``x + y``."""
    total = np.empty_like(x, np.result_type(x, y))

    def some(part: Index) -> None:
        np.add(x[part], y[part], out=total[part])

    in_parts(x, some, workers)
    return total


def in_parts(x: Array, work: Callable[[Index], None], workers: Workers) -> None:
    """Call `work` with an index of parts of a batch of the size of a cache, which go through several operations there.

    Parts are channels of images and samples of vectors: what lies in one run of memory.
    """
    rows = x.transpose(1, 0, 2, 3) if x.ndim == 4 else x
    step = max(1, PART_NUMBERS * len(rows) // max(1, x.size))
    starts = range(0, len(rows), step)

    def some(part: slice) -> None:
        for start in starts[part]:
            chosen = slice(start, start + step)
            work((slice(None), chosen) if x.ndim == 4 else (chosen,))

    workers.split(len(starts), x.size, some)


def in_rows(rows: Array, work: Callable[[slice], None], workers: Workers) -> None:
    """Call `work` with some rows at a time, if each is one run of memory, else with all at once."""
    count = len(rows)
    step = max(1, PART_NUMBERS * count // max(1, rows.size)) if rows.flags.c_contiguous else count
    starts = range(0, count, step)

    def some(part: slice) -> None:
        for start in starts[part]:
            work(slice(start, start + step))

    workers.split(len(starts), rows.size, some)


def sigmoid(x: Array) -> Array:
    """Return ``1 / (1 + exp(−x))`` without overflow: only exponents below 0 are taken."""
    small = np.exp(-np.abs(x))
    y: Array = np.where(x >= 0, 1, small)
    y /= 1 + small
    return y


def erf(x: Array) -> Array:
    """Return the error function ``2/√π · ∫₀ˣ exp(−t²) dt``.

    Taken from a table, and from there by the Taylor series, whose terms are Hermite polynomials:
    ``erf(p + d) = erf(p) + 2/√π · exp(−p²) · Σ (−1)ⁿ Hₙ(p) dⁿ⁺¹ / (n + 1)!``.
    """
    distance = np.minimum(np.abs(x).astype(np.float64), FAR)
    nearest = np.rint(distance * GRID).astype(np.intp)
    p = nearest / GRID
    d = distance - p
    before, hermite, power = np.zeros_like(p), np.ones_like(p), d
    total = d.copy()
    for n in range(1, TERMS):
        before, hermite = hermite, 2 * p * hermite - 2 * (n - 1) * before
        power = power * -d / (n + 1)
        total += hermite * power
    y = TABLE[nearest] + 2 / math.sqrt(math.pi) * np.exp(-p * p) * total
    signed: Array = np.copysign(y, x)
    return signed.astype(x.dtype)
