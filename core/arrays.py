"""The array types that the whole engine speaks of."""

from __future__ import annotations

from typing import Any

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
