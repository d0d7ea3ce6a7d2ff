"""What the losses share that square the differences to target values."""

from __future__ import annotations

from core.arrays import Array
from core.fields import BoolField
from core.losses.base import Loss, as_values


class Squares(Loss):
    """Differences between scores and targets; labels count as targets 1 for the class and 0 (or −1) for the others."""

    tasks = ("regression", "classification")

    signed = BoolField(
        False, title="Targets ±1", help="For classes: aim at −1 instead of 0 for the wrong ones, as the networks of 1989 did."
    )

    def difference(self, scores: Array, t: Array) -> Array:
        """Return ``y − t``, ``(N, K)``."""
        y_minus_t: Array = scores - as_values(t, scores, -1.0 if self.signed else 0.0)
        return y_minus_t
