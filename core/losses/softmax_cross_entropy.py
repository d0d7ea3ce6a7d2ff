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

    def __init__(self) -> None:
        super().__init__()
        self._shape: tuple[int, ...] = ()

    def forward(self, scores: Array, t: Array) -> float:
        if self._shape != scores.shape or self._one_hot.dtype != scores.dtype:
            self._prepare(scores)
        shifted = scores.T.copy()  # (K, N): there are more samples than classes, and long rows are quicker
        shifted -= np.maximum.reduce(shifted)
        self._exp, self._own = np.exp(shifted), self._one_hot.take(t, 1)
        self._total = self._each_class.dot(self._exp)
        logs = np.log(self._total).dot(self._each_sample)
        return float(logs - np.vdot(self._own, shifted)) / len(t)

    def backward(self) -> Array:
        y: Array = self._exp / self._total
        y -= self._own
        y *= 1 / len(self._total)
        return y.T

    def _prepare(self, scores: Array) -> None:
        """Make what stays the same from batch to batch: a column with 1 at its label for each label, and ones."""
        self._shape = count, classes = scores.shape
        self._one_hot = np.eye(classes, dtype=scores.dtype)
        self._each_class, self._each_sample = np.ones(classes, scores.dtype), np.ones(count, scores.dtype)

    def predict(self, scores: Array) -> Array:
        exp = np.exp(scores - scores.max(axis=1, keepdims=True))
        y: Array = exp / exp.sum(axis=1, keepdims=True)
        return y
