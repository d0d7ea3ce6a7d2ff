"""The page of the hyperbolic tangent."""

from __future__ import annotations

import numpy as np

from core.arrays import Array


class Tanh:
    """y = tanh(x)."""

    def forward(self, x: Array, train: bool = False) -> Array:
        self.y = np.tanh(x)
        return self.y

    def backward(self, dout: Array) -> Array:
        return dout * (1 - self.y * self.y)
