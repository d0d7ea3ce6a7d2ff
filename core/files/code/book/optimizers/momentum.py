"""The page of momentum."""

from __future__ import annotations

import numpy as np

from core.arrays import Array


class Momentum:
    """v ← momentum·v − lr·g, w ← w + v (book, section 6.1.4)."""

    def __init__(self, lr: float = 0.01, momentum: float = 0.9) -> None:
        self.lr, self.momentum = lr, momentum
        self.v: dict[str, Array] = {}

    def update(self, params: dict[str, Array], grads: dict[str, Array]) -> None:
        for key, g in grads.items():
            v = self.v.setdefault(key, np.zeros_like(g))
            v[...] = self.momentum * v - self.lr * g
            params[key] += v
