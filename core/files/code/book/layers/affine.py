"""The pages of the fully connected layer."""

from __future__ import annotations

import numpy as np

from core.arrays import Array


class Affine:
    """y = x·W + b (book, section 5.6)."""

    def __init__(self, W: Array, b: Array | None = None) -> None:
        self.params: dict[str, Array] = {"W": W} if b is None else {"W": W, "b": b}
        self.grads: dict[str, Array] = {}

    def forward(self, x: Array, train: bool = False) -> Array:
        self.x = x
        y = np.dot(x, self.params["W"])
        return y + self.params["b"] if "b" in self.params else y

    def backward(self, dout: Array) -> Array:
        self.grads["W"] = np.dot(self.x.T, dout)
        if "b" in self.params:
            self.grads["b"] = np.sum(dout, axis=0)
        return np.dot(dout, self.params["W"].T)


class LargeAffine(Affine):
    """y = x·W + b of a large W, whose columns are taken in two halves."""

    def forward(self, x: Array, train: bool = False) -> Array:
        self.x, W = x, self.params["W"]
        y, middle = np.empty((len(x), W.shape[1]), x.dtype), W.shape[1] // 2
        for half in (slice(0, middle), slice(middle, None)):
            np.matmul(x, W[:, half], out=y[:, half])
        return y + self.params["b"] if "b" in self.params else y
