"""What every loss promises."""

from __future__ import annotations

from typing import ClassVar

from core.arrays import Array
from core.fields import Configured
from core.registry import Registry


class Loss(Configured):
    """Compares a network's scores with the targets of a batch.

    Attributes
    ----------
    tasks
        The kinds of data it fits: ``"classification"``, ``"regression"``.
    """

    tasks: ClassVar[tuple[str, ...]]

    def forward(self, scores: Array, t: Array) -> float:
        """Return the mean loss of the batch and remember what `backward` needs.

        Parameters
        ----------
        scores
            The network's output, ``(N, K)``.
        t
            Labels ``(N,)`` of whole numbers for classification, values ``(N, K)`` for regression.
        """
        raise NotImplementedError

    def backward(self) -> Array:
        """Return the gradient of the mean loss by the scores, ``(N, K)``."""
        raise NotImplementedError

    def predict(self, scores: Array) -> Array:
        """Return what a person reads: probabilities ``(N, K)`` for classification, the scores themselves otherwise."""
        return scores


LOSSES: Registry[Loss] = Registry("loss", "core.losses")
