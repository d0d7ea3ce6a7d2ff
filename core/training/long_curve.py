"""A curve that grows for hours: its numbers, their smoothed line, and few rows to draw of each."""

from __future__ import annotations

from typing import Final

import numpy as np

from core.arrays import Array
from core.training.decimation import Decimation
from core.training.history import Columns
from core.training.smoothing import Smoothing

FEW: Final = 6000
"""So many rows are drawn as they are."""


class LongCurve:
    """Follows a column of the history; what was computed for earlier rows is kept.

    Parameters
    ----------
    weight
        Of the smoothing, 0 to below 1.

    Attributes
    ----------
    raw
        The numbers as last seen, ``(n,)``.
    """

    def __init__(self, weight: float) -> None:
        self.raw: Array = np.empty(0)
        self._begin(weight)

    def _begin(self, weight: float) -> None:
        self.weight = weight
        self._smoothing = Smoothing(weight)
        self._smooth = Columns(1)
        self._of_raw, self._of_smooth = Decimation(), Decimation()
        self._last = np.nan

    @property
    def smooth(self) -> Array:
        """The smoothed line, ``(n,)``, read-only."""
        line: Array = self._smooth.view()[:, 0]
        return line

    def smooth_by(self, weight: float) -> None:
        """Smooth by another weight."""
        if weight != self.weight:
            raw = self.raw
            self._begin(weight)
            self.follow(raw)

    def follow(self, values: Array) -> None:
        """Take in the whole curve so far; if it is another one than before, begin anew."""
        known = len(self._smooth)
        if known > len(values) or (known and not np.array_equal(values[known - 1], self._last, equal_nan=True)):
            self._begin(self.weight)
            known = 0
        self.raw = values
        if len(values) == known:
            return
        self._smooth.extend(self._smoothing.extend(np.asarray(values[known:], dtype=np.float64))[:, None])
        self._last = values[-1]
        self._of_raw.extend(values, len(values))
        self._of_smooth.extend(self.smooth, len(values))

    def rows(self, start: int, stop: int, *, smoothed: bool) -> Array:
        """Return the rows to draw between two rows: all of them if they are few, else those with the extremes."""
        if stop - start <= FEW:
            return np.arange(start, stop)
        return (self._of_smooth if smoothed else self._of_raw).rows(start, stop)
