"""The page of RMSProp."""

from __future__ import annotations

import numpy as np

from core.arrays import Array


class RMSProp:
    """h ← rho·h + (1 − rho)·g², w ← w − lr·g / (√h + eps)."""

    def __init__(self, lr: float = 0.001, rho: float = 0.99, eps: float = 1e-8) -> None:
        self.lr, self.rho, self.eps = lr, rho, eps
        self.h: dict[str, Array] = {}

    def update(self, params: dict[str, Array], grads: dict[str, Array]) -> None:
        for key, g in grads.items():
            h = self.h.setdefault(key, np.zeros_like(g))
            h += (1 - self.rho) * (g * g - h)
            params[key] -= self.lr * g / (np.sqrt(h) + self.eps)
