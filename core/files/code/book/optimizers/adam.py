"""The page of Adam."""

from __future__ import annotations

import math

import numpy as np

from core.arrays import Array


class Adam:
    """Momentum with a step size for each parameter (book, section 6.1.6; Kingma and Ba 2015)."""

    def __init__(self, lr: float = 0.001, beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8) -> None:
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m: dict[str, Array] = {}
        self.v: dict[str, Array] = {}
        self.step = 0

    def update(self, params: dict[str, Array], grads: dict[str, Array]) -> None:
        self.step += 1
        correction = math.sqrt(1 - self.beta2**self.step)
        lr = self.lr * correction / (1 - self.beta1**self.step)
        for key, g in grads.items():
            m = self.m.setdefault(key, np.zeros_like(g))
            v = self.v.setdefault(key, np.zeros_like(g))
            m += (1 - self.beta1) * (g - m)
            v += (1 - self.beta2) * (g * g - v)
            params[key] -= lr * m / (np.sqrt(v) + self.eps * correction)
