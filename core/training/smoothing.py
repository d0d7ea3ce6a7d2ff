"""The smoothed line of a noisy curve, continued as the curve grows instead of computed again."""

from __future__ import annotations

from typing import Final

import numpy as np

from core.arrays import Array

BLOCK: Final = 64
"""How many numbers are smoothed by one matrix product."""


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
        powers = weight ** np.arange(BLOCK + 1)
        lags = np.subtract.outer(np.arange(BLOCK), np.arange(BLOCK))
        self._response = np.where(lags >= 0, (1 - weight) * powers[np.abs(lags)], 0.0)
        self._kept = powers[1:]
        self._average = 0.0
        self._count = 0

    def extend(self, values: Array) -> Array:
        """Return the smoothed values of numbers that follow all earlier ones, ``(n,)``."""
        finite = np.isfinite(values)
        if not finite.all():
            smoothed = np.array(values, dtype=np.float64)
            smoothed[finite] = self.extend(values[finite])
            return smoothed
        out = np.empty(len(values))
        for start in range(0, len(values), BLOCK):
            part = values[start : start + BLOCK]
            n = len(part)
            averages = self._response[:n, :n] @ part + self._kept[:n] * self._average
            self._average = float(averages[-1])
            out[start : start + n] = averages
        counts = self._count + np.arange(1, len(values) + 1)
        self._count += len(values)
        corrected: Array = out / (1 - np.power(self.weight, counts)) if self.weight else out
        return corrected
