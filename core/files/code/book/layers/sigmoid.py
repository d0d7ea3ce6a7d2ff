"""The page of the sigmoid function."""

from __future__ import annotations

from core.arrays import Array
from core.kernels.elementwise import sigmoid


class Sigmoid:
    """y = 1 / (1 + exp(−x)) (book, section 5.5.2)."""

    def forward(self, x: Array, train: bool = False) -> Array:
        self.y = sigmoid(x)
        return self.y

    def backward(self, dout: Array) -> Array:
        return dout * (self.y * (1 - self.y))
