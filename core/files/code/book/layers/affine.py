"""The page of the fully connected layer."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.kernels.affine import SMALL


class Affine:
    """y = x·W + b (book, section 5.6).

    A small batch gets a column of ones, and W the row b below it: then one product does both.
    """

    def __init__(self, W: Array, b: Array | None = None) -> None:
        self.params: dict[str, Array] = {"W": W} if b is None else {"W": W, "b": b}
        self.grads: dict[str, Array] = {}

    def forward(self, x: Array, train: bool = False) -> Array:
        self.x = x
        W, b = self.params["W"], self.params.get("b")
        if b is None:
            return np.dot(x, W)
        if x.size <= SMALL:
            rows = np.ones((len(x), len(W) + 1), x.dtype)
            rows[:, :-1] = x
            return np.dot(rows, np.vstack([W, b]))
        return np.dot(x, W) + b

    def backward(self, dout: Array) -> Array:
        self.grads["W"] = np.dot(self.x.T, dout)
        if "b" in self.params:
            self.grads["b"] = np.sum(dout, axis=0)
        return np.dot(dout, self.params["W"].T)


class LargeAffine(Affine):
    """y = x·W + b of a large W, whose columns are taken in two halves."""

    def forward(self, x: Array, train: bool = False) -> Array:
        W, b = self.params["W"], self.params.get("b")
        if b is not None and x.size <= SMALL:
            return super().forward(x, train)
        self.x = x
        y, middle = np.empty((len(x), W.shape[1]), x.dtype), W.shape[1] // 2
        for half in (slice(0, middle), slice(middle, None)):
            np.matmul(x, W[:, half], out=y[:, half])
        return y if b is None else y + b
