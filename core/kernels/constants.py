"""Arrays of one value, made once and not at every step."""

from __future__ import annotations

import numpy as np

from core.arrays import Array, Shape


class Constant:
    """An array filled with one value; a new one is made only when another shape or kind of number is asked for.

    On small batches making zeros or ones anew costs as much as computing with them.

    Parameters
    ----------
    value
        What fills it.
    """

    def __init__(self, value: float) -> None:
        self._value = value
        self._array: Array = np.empty(0)
        self._shape: Shape = (0,)
        self._dtype = self._array.dtype

    def like(self, x: Array) -> Array:
        """Return an array of the shape and kind of `x`.

        Of an image only the two innermost axes of the batch-innermost order are laid out, enough for long runs.
        """
        if self._shape != x.shape or self._dtype != x.dtype:
            self._shape, self._dtype = x.shape, x.dtype
            if x.ndim == 4:
                line = np.full((x.shape[3], x.shape[0]), self._value, x.dtype).T
                self._array = np.broadcast_to(line[:, np.newaxis, np.newaxis, :], x.shape)
            else:
                self._array = np.full(x.shape, self._value, x.dtype, order="F" if x.flags.f_contiguous else "C")
        return self._array

    def row(self, count: int, like: Array) -> Array:
        """Return a vector ``(count,)`` of the kind of `like`."""
        if self._shape != (count,) or self._dtype != like.dtype:
            self._shape, self._dtype = (count,), like.dtype
            self._array = np.full(count, self._value, like.dtype)
        return self._array
