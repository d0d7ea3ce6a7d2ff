"""The page of the identity function."""

from __future__ import annotations

from core.arrays import Array


class Identity:
    """y = x."""

    def forward(self, x: Array, train: bool = False) -> Array:
        return x

    def backward(self, dout: Array) -> Array:
        return dout
