"""Sigmoid with cross-entropy for yes-or-no answers (book, sections 4.2.2 and 3.2.4)."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.losses.base import LOSSES, Loss, as_values


@LOSSES.register
class BinaryCrossEntropy(Loss):
    """``−mean(t·log p + (1 − t)·log(1 − p))`` with ``p = sigmoid(score)``, over outputs and batch.

    One score answers two classes: yes means label 1. With K scores every class is a question of its own; targets may
    be labels, or rows of 0 and 1 where several may be right. It is computed as ``log(1 + e^s) − t·s``, which neither
    overflows nor takes the logarithm of 0. The gradient is ``(p − t) / (N·K)``.
    """

    title = "Binary cross-entropy"
    help = "For yes or no; with several outputs, each is a question of its own."
    book = "4.2.2"
    tasks = ("classification",)

    def forward(self, scores: Array, t: Array) -> float:
        values = as_values(t, scores)
        self._dscores = (sigmoid(scores) - values) / scores.size
        return float(np.mean(np.logaddexp(0, scores) - values * scores))

    def backward(self) -> Array:
        return self._dscores

    def fits(self, scores: int, outputs: int) -> bool:
        return scores == outputs or (scores == 1 and outputs == 2)

    def predict(self, scores: Array) -> Array:
        """Return the probability of yes for each score; for a single score those of both classes, ``(N, 2)``."""
        p = sigmoid(scores)
        return np.concatenate([1 - p, p], axis=1) if scores.shape[1] == 1 else p


def sigmoid(x: Array) -> Array:
    """Return ``1 / (1 + e^−x)`` without overflow."""
    small = np.exp(-np.abs(x))
    y: Array = np.where(x >= 0, 1, small) / (1 + small)
    return y
