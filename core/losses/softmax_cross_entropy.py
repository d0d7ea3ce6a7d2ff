"""Softmax with cross-entropy, in one so that the gradient is y − t (book, sections 4.2.2 and 5.6.3)."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.losses.base import LOSSES, Loss


@LOSSES.register
class SoftmaxCrossEntropy(Loss):
    """``−mean(log softmax(scores)[label])``, computed by log-sum-exp so that large scores do not overflow."""

    title = "Softmax cross-entropy"
    help = "For choosing one of several classes."
    book = "4.2.2"
    tasks = ("classification",)

    def forward(self, scores: Array, t: Array) -> float:
        shifted = scores - scores.max(axis=1, keepdims=True)
        exp = np.exp(shifted)
        total = exp.sum(axis=1, keepdims=True)
        self._y, self._t = exp / total, t
        rows = np.arange(len(t))
        return float(np.mean(np.log(total[:, 0]) - shifted[rows, t]))

    def backward(self) -> Array:
        dscores: Array = self._y.copy()
        dscores[np.arange(len(self._t)), self._t] -= 1
        dscores /= len(self._t)
        return dscores

    def predict(self, scores: Array) -> Array:
        exp = np.exp(scores - scores.max(axis=1, keepdims=True))
        y: Array = exp / exp.sum(axis=1, keepdims=True)
        return y
