"""What every loss promises."""

from __future__ import annotations

from typing import ClassVar

import numpy as np

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

    def each(self, scores: Array, t: Array) -> Array:
        """Return the loss of each sample as if it were the whole batch, ``(N,)``; every loss is a mean over its batch."""
        return np.array([self.forward(scores[i : i + 1], t[i : i + 1]) for i in range(len(t))])

    def fits(self, scores: int, outputs: int) -> bool:
        """Whether a network that gives so many scores suits data that asks for so many outputs."""
        return scores == outputs

    def predict(self, scores: Array) -> Array:
        """Return what a person reads: probabilities ``(N, K)`` for classification, the scores themselves otherwise."""
        return scores


LOSSES: Registry[Loss] = Registry("loss", "core.losses")


def as_values(t: Array, scores: Array, off: float = 0.0) -> Array:
    """Return targets in the shape of the scores: labels become rows with 1 at the label and `off` elsewhere.

    One score for labels 0 and 1 gets a single column, `off` for 0 and 1 for 1. Values stay as they are.
    """
    if t.ndim == scores.ndim:
        return t.astype(scores.dtype, copy=False)
    if scores.shape[1] == 1:
        return np.where(t[:, np.newaxis] > 0, 1.0, off).astype(scores.dtype)
    values = np.full_like(scores, off)
    values[np.arange(len(t)), t] = 1
    return values
