"""The page of Huber's loss."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.losses.base import as_values


class Huber:
    """½·d² where |d| ≤ delta, and delta·(|d| − ½·delta) beyond, d = y − t; the mean of all."""

    def __init__(self, delta: float = 1.0) -> None:
        self.delta = delta

    def forward(self, y: Array, t: Array) -> float:
        difference = y - as_values(t, y)
        self.held = np.clip(difference, -self.delta, self.delta)
        return float(np.mean(self.held * (difference - self.held / 2)))

    def backward(self) -> Array:
        return self.held / self.held.size
