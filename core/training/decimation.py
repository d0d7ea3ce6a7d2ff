"""A long curve in as many points as a screen can show, without losing its peaks."""

from __future__ import annotations

from typing import Final

import numpy as np

from core.arrays import Array

BUCKETS: Final = 1024
"""The least number of buckets of a full curve; a screen's width or so."""


class Decimation:
    """The lowest and the highest number of each bucket of a growing curve.

    All buckets hold equally many numbers. When there are twice as many buckets as wanted, neighbours are joined and
    later buckets are twice as wide, so each number is looked at about once however long the curve becomes.

    Parameters
    ----------
    buckets
        The least number of buckets of a full curve.
    """

    def __init__(self, buckets: int = BUCKETS) -> None:
        self._most = 2 * buckets
        self.width = 1
        self._low = np.empty(0, np.intp)
        self._high = np.empty(0, np.intp)

    def extend(self, values: Array, count: int) -> None:
        """Take in the numbers from where the last call ended up to `count`; `values` holds the whole curve.

        Numbers that do not fill a bucket wait for the next call.
        """
        while True:
            done = len(self._low) * self.width
            new = min((count - done) // self.width, self._most - len(self._low))
            if new <= 0:
                return
            rows = np.arange(new) * self.width + done
            part = values[done : done + new * self.width].reshape(new, self.width)
            self._low = np.concatenate([self._low, rows + _lowest(part)])
            self._high = np.concatenate([self._high, rows + _lowest(-part)])
            if len(self._low) == self._most:
                self._join(values)

    def _join(self, values: Array) -> None:
        lows, highs = self._low.reshape(-1, 2), self._high.reshape(-1, 2)
        pairs = np.arange(len(lows))
        self._low = lows[pairs, _lowest(values[lows])]
        self._high = highs[pairs, _lowest(-values[highs])]
        self.width *= 2

    def rows(self, start: int, stop: int) -> Array:
        """Return the rows of the curve to draw between two of its rows, in their order; the ends are among them."""
        if stop <= start:
            return np.empty(0, np.intp)
        first, last = -(-start // self.width), stop // self.width
        known = min(last, len(self._low))
        if known <= first:
            return np.arange(start, stop)
        low, high = self._low[first:known], self._high[first:known]
        inside = np.stack([np.minimum(low, high), np.maximum(low, high)], axis=1).ravel()
        rows = np.concatenate([[start], inside, np.arange(known * self.width, stop), [stop - 1]])
        return rows[np.flatnonzero(np.diff(rows, prepend=-1))]


def _lowest(part: Array) -> Array:
    """Return where each row has its lowest finite number."""
    lowest: Array = np.where(np.isfinite(part), part, np.inf).argmin(axis=1)
    return lowest
