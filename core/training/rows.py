"""Rows of numbers gathered one by one, thousands a second, at the least cost."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import numpy as np

from core.arrays import Array


class Rows:
    """Rows of float64 numbers, all of one width.

    What a network of a few units tells of each update must cost little beside the update itself. Numbers of one plain
    array are taken in, handed on and read without an object for each row.
    """

    def __init__(self) -> None:
        self._numbers = array("d")
        self._width = 1

    def __len__(self) -> int:
        return len(self._numbers) // self._width

    def append(self, row: Sequence[float]) -> None:
        """Add one row."""
        self._width = len(row)
        self._numbers.extend(row)

    def extend(self, later: Rows) -> None:
        """Add the rows of another, which stays as it is."""
        if len(later):
            self._width = later._width
            self._numbers.extend(later._numbers)

    def view(self) -> Array:
        """Return all rows without copying, ``(n, width)``; no row can be added while the view lives."""
        return np.frombuffer(self._numbers, np.float64).reshape(-1, self._width)
