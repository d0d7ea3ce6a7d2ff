"""The page of the mean squared error."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.losses.base import as_values


class MeanSquared:
    """mean (y − t)²; with `signed` the wrong classes aim at −1 instead of 0."""

    def __init__(self, signed: bool = False) -> None:
        self.off = -1.0 if signed else 0.0

    def forward(self, y: Array, t: Array) -> float:
        self.difference = y - as_values(t, y, self.off)
        return float(np.mean(self.difference**2))

    def backward(self) -> Array:
        return self.difference * (2 / self.difference.size)
