"""The page of the Gaussian error linear unit."""

from __future__ import annotations

import math

import numpy as np

from core.arrays import Array
from core.kernels.elementwise import erf


class GELU:
    """y = x·Φ(x), Φ the normal distribution; exactly by erf, or approximately by tanh."""

    def __init__(self, approximate: str = "none") -> None:
        self.by_tanh = approximate == "tanh"

    def forward(self, x: Array, train: bool = False) -> Array:
        root = math.sqrt(2 / math.pi)
        if self.by_tanh:
            share = (1 + np.tanh(root * (x + 0.044715 * x * x * x))) / 2
            self.density = 2 * share * (1 - share) * root * (1 + 3 * 0.044715 * x * x)
        else:
            share = (1 + erf(x * math.sqrt(0.5))) / 2
            self.density = np.exp(-x * x / 2) * (root / 2)
        self.x, self.share = x, share
        return x * share

    def backward(self, dout: Array) -> Array:
        return dout * (self.share + self.x * self.density)
