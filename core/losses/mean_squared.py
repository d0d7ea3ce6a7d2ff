"""The mean squared error."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.losses.base import LOSSES
from core.losses.squares import Squares


@LOSSES.register
class MeanSquared(Squares):
    """``mean (y − t)²`` over outputs and batch; the gradient is ``2·(y − t) / (N·K)``."""

    title = "Mean squared error"
    help = "The squared difference to the target values, on average."
    book = "4.2.1"

    def forward(self, scores: Array, t: Array) -> float:
        self._difference = self.difference(scores, t)
        return float(np.mean(self._difference**2))

    def backward(self) -> Array:
        return self._difference * (2 / self._difference.size)
