"""The smoothed line of a noisy curve, continued as the curve grows instead of computed again."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Final

import numpy as np

from core.arrays import Array

BLOCK: Final = 64
"""How many numbers are smoothed by one matrix product."""

TINY: Final = 1e-17

USUAL: Final = 0.6
"""The weight that a curve is smoothed with unless somebody chooses another."""

SEEN: Final = 80
"""Numbers further back weigh less than 1e-17 in a line of the usual smoothing."""


class Smoothing:
    """An exponential moving average without the pull of its start.

    ``s ← w·s + (1 − w)·x``, shown as ``s / (1 − wⁿ)`` after n numbers, so that the first value is the first number
    (the bias correction of Kingma and Ba 2015, section 3, applied to a curve). Numbers that are not finite are shown
    as they are and leave the average alone.

    Parameters
    ----------
    weight
        How much of the average is kept, 0 to below 1; 0 is the curve itself.
    """

    def __init__(self, weight: float) -> None:
        self.weight = weight
        self._average = 0.0
        self._count = 0
        self._settled = math.ceil(math.log(TINY) / math.log(weight)) if weight > 0 else 0

    def extend(self, values: Array) -> Array:
        """Return the smoothed values of numbers that follow all earlier ones, ``(n,)``."""
        finite = np.isfinite(values)
        if not finite.all():
            smoothed = np.array(values, dtype=np.float64)
            smoothed[finite] = self.extend(values[finite])
            return smoothed
        if not len(values):
            return np.empty(0)
        averages = recurrence((1 - self.weight) * values, self.weight, self._average)
        self._average = float(averages[-1])
        # later the correction is 1 to the last bit
        early = max(0, min(len(values), self._settled - self._count))
        averages[:early] /= 1 - np.power(self.weight, self._count + np.arange(1, early + 1))
        self._count += len(values)
        return averages


def latest(values: Array, weight: float = USUAL) -> float:
    """Return the end of the smoothed line through numbers, NaN for none: what a curve shows at its right end."""
    return float(Smoothing(weight).extend(np.asarray(values[-SEEN:], np.float64))[-1]) if len(values) else math.nan


def recurrence(added: Array, factor: float, start: float) -> Array:
    """Return ``y[k] = factor · y[k − 1] + added[k]`` from ``y[−1] = start``, ``(n,)``.

    Blocks are computed side by side by one matrix product as if each began at 0; what each hands on to the next is
    such a recurrence again, of the blocks' ends.
    """
    powers, response = _response(factor)
    count = len(added)
    if count <= BLOCK:
        short: Array = response[:count, :count] @ added + powers[1 : count + 1] * start
        return short
    whole = count // BLOCK * BLOCK
    blocks = added[:whole].reshape(-1, BLOCK) @ response.T
    ends = recurrence(blocks[:, -1], factor**BLOCK, start)
    blocks += np.concatenate([[start], ends[:-1]])[:, None] * powers[1:]
    rest = recurrence(added[whole:], factor, float(ends[-1])) if whole < count else added[whole:]
    return np.concatenate([blocks.ravel(), rest])


@lru_cache(maxsize=32)
def _response(factor: float) -> tuple[Array, Array]:
    """Return what is left of a number after so many steps, and what each number of a block adds to each later one."""
    powers: Array = factor ** np.arange(BLOCK + 1.0)
    lags = np.subtract.outer(np.arange(BLOCK), np.arange(BLOCK))
    response = np.where(lags >= 0, powers[np.abs(lags)], 0.0)
    powers.flags.writeable = response.flags.writeable = False
    return powers, response
