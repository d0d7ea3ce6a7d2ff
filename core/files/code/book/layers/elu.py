"""The page of the exponential linear unit."""

from __future__ import annotations

import numpy as np

from core.arrays import Array


class ELU:
    """y = x where x > 0, and alpha·(exp(x) − 1) elsewhere."""

    def __init__(self, alpha: float = 1.0) -> None:
        self.alpha = alpha

    def forward(self, x: Array, train: bool = False) -> Array:
        negative = self.alpha * np.expm1(np.minimum(x, 0))
        self.slope = np.where(x > 0, x.dtype.type(1), negative + x.dtype.type(self.alpha))
        return np.where(x > 0, x, negative)

    def backward(self, dout: Array) -> Array:
        return dout * self.slope
