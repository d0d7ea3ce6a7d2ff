"""Half the sum of squared errors (book, section 4.2.1)."""

from __future__ import annotations

from core.arrays import Array
from core.losses.base import LOSSES
from core.losses.squares import Squares


@LOSSES.register
class SumOfSquares(Squares):
    """``½·Σ (y − t)²`` over the outputs, the mean over the batch; so the gradient is ``(y − t) / N``."""

    title = "Sum of squares"
    help = "Half the squared distance to the target values."
    book = "4.2.1"

    def forward(self, scores: Array, t: Array) -> float:
        self._difference = self.difference(scores, t)
        return float(0.5 * (self._difference**2).sum() / len(t))

    def backward(self) -> Array:
        return self._difference / len(self._difference)
