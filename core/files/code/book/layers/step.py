"""The page of the step function."""

from __future__ import annotations

import numpy as np

from core.arrays import Array


class Step:
    """y = 1 where x > 0, and 0 elsewhere (book, section 3.2.2). The slope is 0, or taken for 1."""

    def __init__(self, straight_through: bool = False) -> None:
        self.straight_through = straight_through

    def forward(self, x: Array, train: bool = False) -> Array:
        return (x > 0).astype(x.dtype)

    def backward(self, dout: Array) -> Array:
        return dout if self.straight_through else np.zeros_like(dout)
