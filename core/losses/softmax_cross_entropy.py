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
        self._prepare(np.empty((0, 0)))

    def forward(self, scores: Array, t: Array) -> float:
        if self._shape != scores.shape or self._dtype != scores.dtype:
            self._prepare(scores)
        shifted = scores.T.copy()  # (K, N): there are more samples than classes, and long rows are quicker
        shifted -= np.maximum.reduce(shifted)
        self._exp = exp = np.exp(shifted)
        self._own = own = self._one_hot.take(t, 1)
        self._total = total = self._each_class.dot(exp)
        return float(np.log(total).dot(self._each_sample) - np.vdot(own, shifted)) / len(t)

    def each(self, scores: Array, t: Array) -> Array:
        shifted = scores - scores.max(axis=1, keepdims=True)
        losses: Array = np.log(np.exp(shifted).sum(axis=1)) - shifted[np.arange(len(t)), t]
        return losses

    def backward(self) -> Array:
        y: Array = self._exp / self._total
        y -= self._own
        y *= self._share
        return y.T

    def _prepare(self, scores: Array) -> None:
        """Make what stays the same from batch to batch: a column with 1 at its label for each label, ones, and the like."""
        self._shape, self._dtype = scores.shape, scores.dtype
        count, classes = scores.shape
        self._one_hot = np.eye(classes, dtype=scores.dtype)
        self._each_class, self._each_sample = np.ones(classes, scores.dtype), np.ones(count, scores.dtype)
        self._share = np.asarray(1 / max(1, count), scores.dtype)  # as an array, because a number is made one at each use

    def predict(self, scores: Array) -> Array:
        exp = np.exp(scores - scores.max(axis=1, keepdims=True))
        y: Array = exp / exp.sum(axis=1, keepdims=True)
        return y
