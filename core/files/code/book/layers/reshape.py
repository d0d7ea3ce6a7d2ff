"""The page of the layer that gives samples another shape."""

from __future__ import annotations

from core.arrays import Array


class Reshape:
    """The same numbers in another shape."""

    def __init__(self, shape: tuple[int, ...]) -> None:
        self.shape = shape

    def forward(self, x: Array, train: bool = False) -> Array:
        self.before = x.shape
        return x.reshape(len(x), *self.shape)

    def backward(self, dout: Array) -> Array:
        return dout.reshape(self.before)
