"""Rows of numbers gathered one by one, thousands a second, at the least cost."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np

from core.arrays import Array


class Rows:
    """Rows of float64 numbers, all of one width.

    What a network of a few units tells of each update must cost little beside the update itself.
    """

    def __init__(self) -> None:
        self._numbers = array("d")

    def append(self, row: Sequence[float]) -> None:
        """Add one row."""
        self._numbers.extend(row)

    def __bool__(self) -> bool:
        return bool(self._numbers)

    def append_all(self, rows: Iterable[Sequence[float]]) -> None:
        """Add several rows, at half the cost of one after the other."""
        self._numbers.fromlist(list(chain.from_iterable(rows)))

    def extend(self, later: Rows) -> None:
        """Add the rows of another, which stays as it is."""
        self._numbers.extend(later._numbers)

    def view(self, width: int) -> Array:
        """Return all rows of that width without copying, ``(n, width)``; no row can be added while the view lives."""
        return np.frombuffer(self._numbers, np.float64).reshape(-1, width)
