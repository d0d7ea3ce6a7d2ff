"""The page of Swish."""

from __future__ import annotations

from core.arrays import Array
from core.kernels.elementwise import sigmoid


class Swish:
    """y = x·sigmoid(beta·x)."""

    def __init__(self, beta: float = 1.0) -> None:
        self.beta = beta

    def forward(self, x: Array, train: bool = False) -> Array:
        self.x, self.share = x, sigmoid(self.beta * x)
        return x * self.share

    def backward(self, dout: Array) -> Array:
        share = self.share
        return dout * (share + self.beta * self.x * share * (1 - share))
