"""The page of cross-entropy for yes or no."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.kernels.elementwise import sigmoid
from core.losses.base import as_values


class BinaryCrossEntropy:
    """−mean(t·log p + (1 − t)·log(1 − p)) with p = sigmoid(y); the gradient is (p − t) / (N·K)."""

    def forward(self, y: Array, t: Array) -> float:
        t = as_values(t, y)
        self.dy = (sigmoid(y) - t) / y.size
        return float(np.mean(np.logaddexp(0, y) - t * y))

    def backward(self) -> Array:
        return self.dy
