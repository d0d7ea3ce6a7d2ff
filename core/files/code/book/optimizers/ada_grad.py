"""The page of AdaGrad."""

from __future__ import annotations

import numpy as np

from core.arrays import Array


class AdaGrad:
    """h ← h + g², w ← w − lr·g / (√h + eps) (book, section 6.1.5)."""

    def __init__(self, lr: float = 0.01, eps: float = 1e-7) -> None:
        self.lr, self.eps = lr, eps
        self.h: dict[str, Array] = {}

    def update(self, params: dict[str, Array], grads: dict[str, Array]) -> None:
        for key, g in grads.items():
            h = self.h.setdefault(key, np.zeros_like(g))
            h += g * g
            params[key] -= self.lr * g / (np.sqrt(h) + self.eps)
