"""The array types that the whole engine speaks of."""

from __future__ import annotations

import mmap
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
"""Numbers that a network computes with: float32 in training, float64 in gradient checks."""

Shape = tuple[int, ...]
"""The shape of one sample, without the batch axis: ``(C, H, W)`` for an image, ``(D,)`` for a vector."""


def read_only(array: Array) -> Array:
    """Return a copy that nobody can write to, for handing to another thread."""
    copy = np.array(array, copy=True)
    copy.flags.writeable = False
    return copy


APART: Final = 32 * 1024
"""Bytes from which an array that is kept is worth pages of its own."""


def kept_apart(array: Array) -> Array:
    """Return a read-only copy that may be kept for long; a large one lies in memory of its own.

    Among the arrays that come and go with every training step, hundreds of kept ones would leave gaps that nothing fits
    into, and a long run would take twice the memory of what it keeps.
    """
    if array.nbytes < APART:
        return read_only(array)
    room = mmap.mmap(-1, array.nbytes, access=mmap.ACCESS_COPY)
    copy: Array = np.frombuffer(room, array.dtype).reshape(array.shape)
    copy[...] = array
    copy.flags.writeable = False
    return copy
