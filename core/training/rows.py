"""Rows of numbers gathered one by one, thousands a second, at the least cost."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence

import numpy as np

from core.arrays import Array


class Rows:
    """Rows of float64 numbers, all of one width.

    Attributes
    ----------
    append
        Adds one row. It is the plain array's own method, without a call around it: what a network of a few units tells of
        each update must cost little beside the update itself.
    """

    def __init__(self) -> None:
        self._numbers = array("d")
        self.append: Callable[[Sequence[float]], None] = self._numbers.extend

    def __bool__(self) -> bool:
        return bool(self._numbers)

    def extend(self, later: Rows) -> None:
        """Add the rows of another, which stays as it is."""
        self._numbers.extend(later._numbers)

    def view(self, width: int) -> Array:
        """Return all rows of that width without copying, ``(n, width)``; no row can be added while the view lives."""
        return np.frombuffer(self._numbers, np.float64).reshape(-1, width)
