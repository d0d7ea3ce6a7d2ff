"""The page of ReLU with a small slope for negative values."""

from __future__ import annotations

import numpy as np

from core.arrays import Array


class LeakyReLU:
    """y = x where x > 0, and slope·x elsewhere."""

    def __init__(self, slope: float = 0.01) -> None:
        self.slope = slope

    def forward(self, x: Array, train: bool = False) -> Array:
        self.factor = np.where(x > 0, x.dtype.type(1), x.dtype.type(self.slope))
        return x * self.factor

    def backward(self, dout: Array) -> Array:
        return dout * self.factor
