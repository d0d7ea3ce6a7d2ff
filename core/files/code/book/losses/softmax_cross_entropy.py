"""The page of softmax with cross-entropy."""

from __future__ import annotations

import numpy as np

from core.arrays import Array


class SoftmaxCrossEntropy:
    """−mean(log softmax(y)[t]), t the labels; the gradient is (softmax(y) − one-hot t) / N (book, section 5.6.3)."""

    def forward(self, y: Array, t: Array) -> float:
        shifted = y - y.max(axis=1, keepdims=True)
        total = np.exp(shifted).sum(axis=1, keepdims=True)
        self.p, self.t = np.exp(shifted) / total, t
        return float(np.mean(np.log(total[:, 0]) - shifted[np.arange(len(t)), t]))

    def backward(self) -> Array:
        dy = self.p.copy()
        dy[np.arange(len(self.t)), self.t] -= 1
        return dy / len(self.t)
