"""The page of the rectified linear unit."""

from __future__ import annotations

import numpy as np

from core.arrays import Array


class ReLU:
    """y = max(x, 0) (book, section 5.5.1)."""

    def forward(self, x: Array, train: bool = False) -> Array:
        self.mask = x > 0
        return np.maximum(x, np.zeros_like(x))

    def backward(self, dout: Array) -> Array:
        return dout * self.mask
