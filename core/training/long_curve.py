"""A curve that grows for hours: its numbers, their smoothed line, and few points to draw of each."""

from __future__ import annotations

from typing import Final

import numpy as np

from core.arrays import Array
from core.training.decimation import Decimation
from core.training.history import Columns
from core.training.smoothing import Smoothing

FEW: Final = 6000
"""So many raw rows are drawn as they are."""

LINE_POINTS: Final = 400
"""A smoothed line of more rows is drawn through the means of stretches: about one for each pixel or two."""


BAND_POINTS: Final = 200
"""So many stretches have a lowest and a highest number of their own in a band."""


LEAST_STRETCH: Final = 6
"""Numbers in a stretch of a band at least: the lowest and the highest of fewer say nothing."""


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
        self._sums = Columns(1)
        self._sums.append((0.0,))
        self._of_raw = Decimation()
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
        smooth = self._smoothing.extend(np.asarray(values[known:], dtype=np.float64))
        self._smooth.extend(smooth[:, None])
        self._sums.extend(self._sums.view()[-1] + np.cumsum(np.nan_to_num(smooth))[:, None])
        self._last = values[-1]
        self._of_raw.extend(values, len(values))

    def rows(self, start: int, stop: int) -> Array:
        """Return the raw rows to draw between two rows: all of them if they are few, else those with the extremes."""
        if stop - start <= FEW:
            return np.arange(start, stop)
        return self._of_raw.rows(start, stop)

    def line(self, start: int, stop: int) -> tuple[Array, Array]:
        """Return rows and values of the smoothed line between two rows; it ends with the last value itself.

        A line through every value of a long curve would be a band as wide as its noise. Stretches begin at multiples
        of their length, so that the line stays where it is while the curve grows.
        """
        if stop - start <= LINE_POINTS:
            rows = np.arange(start, stop)
            return rows, self.smooth[rows]
        width = 1 << ((stop - start - 1) // LINE_POINTS).bit_length()
        inner = np.arange(start // width + 1, (stop - 1) // width + 1) * width
        edges = np.concatenate([[start], inner, [stop]])
        sums = self._sums.view()[edges, 0]
        means = np.diff(sums) / np.diff(edges)
        rows = np.append((edges[:-1] + edges[1:] - 1) // 2, stop - 1)
        return rows, np.append(means, self.smooth[stop - 1])

    def band(self, start: int, stop: int) -> tuple[Array, Array, Array]:
        """Return rows between two rows with the lowest and the highest raw number around each."""
        drawn = self.rows(start, stop)
        if not len(drawn):
            return drawn, np.empty(0), np.empty(0)
        width = max(LEAST_STRETCH, -(-len(drawn) // BAND_POINTS))
        edges = np.arange(0, len(drawn), width)
        values = self.raw[drawn]
        middle = drawn[np.minimum(edges + width // 2, len(drawn) - 1)]
        return middle, np.minimum.reduceat(values, edges), np.maximum.reduceat(values, edges)
