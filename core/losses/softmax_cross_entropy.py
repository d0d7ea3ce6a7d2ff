"""Softmax with cross-entropy, in one so that the gradient is y − t (book, sections 4.2.2 and 5.6.3)."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.kernels.constants import Constant
from core.losses.base import LOSSES, Loss


@LOSSES.register
class SoftmaxCrossEntropy(Loss):
    """``−mean(log softmax(scores)[label])``, computed by log-sum-exp so that large scores do not overflow."""

    title = "Softmax cross-entropy"
    help = "For choosing one of several classes."
    book = "4.2.2"
    tasks = ("classification",)

    def __init__(self) -> None:
        super().__init__()
        self._each_sample, self._each_class = Constant(1), Constant(1)
        self._one_hot: Array = np.empty((0, 0))

    def forward(self, scores: Array, t: Array) -> float:
        shifted = scores.T.copy()  # (K, N): there are more samples than classes, and long rows are quicker
        shifted -= np.maximum.reduce(shifted)
        self._exp, self._own = np.exp(shifted), self._columns_for(t, scores)
        self._total = self._each_class.row(len(shifted), scores).dot(self._exp)
        logs = np.log(self._total).dot(self._each_sample.row(len(t), scores))
        return float(logs - np.vdot(self._own, shifted)) / len(t)

    def backward(self) -> Array:
        y: Array = self._exp / self._total
        y -= self._own
        y *= 1 / len(self._total)
        return y.T

    def _columns_for(self, t: Array, scores: Array) -> Array:
        """Return a column for each sample with 1 at its label, ``(K, N)``."""
        classes = scores.shape[1]
        if len(self._one_hot) != classes or self._one_hot.dtype != scores.dtype:
            self._one_hot = np.eye(classes, dtype=scores.dtype)
        return self._one_hot.take(t, axis=1)

    def predict(self, scores: Array) -> Array:
        exp = np.exp(scores - scores.max(axis=1, keepdims=True))
        y: Array = exp / exp.sum(axis=1, keepdims=True)
        return y
