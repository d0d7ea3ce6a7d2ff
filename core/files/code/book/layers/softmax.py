"""The page of the softmax function."""

from __future__ import annotations

import numpy as np

from core.arrays import Array


class Softmax:
    """y = exp(x) / Σ exp(x) (book, section 3.5)."""

    def forward(self, x: Array, train: bool = False) -> Array:
        y = np.exp(x - x.max(axis=1, keepdims=True))
        y /= y.sum(axis=1, keepdims=True)
        self.y = y
        return y

    def backward(self, dout: Array) -> Array:
        return self.y * (dout - (dout * self.y).sum(axis=1, keepdims=True))
