"""The page of dropout."""

from __future__ import annotations

import numpy as np

from core.arrays import Array


class Dropout:
    """Switches off a share of the values while training and enlarges the rest (book, section 6.4.3)."""

    def __init__(self, ratio: float = 0.5, rng: np.random.Generator | None = None) -> None:
        self.ratio, self.rng = ratio, rng or np.random.default_rng(0)

    def forward(self, x: Array, train: bool = False) -> Array:
        self.factor = np.ones_like(x)
        if train:
            kept = self.rng.random(x.shape) >= self.ratio
            self.factor = (kept / (1 - self.ratio)).astype(x.dtype)
        return x * self.factor if train else x

    def backward(self, dout: Array) -> Array:
        return dout * self.factor
