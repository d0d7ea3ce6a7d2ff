"""The page of the layer that lays images out as vectors."""

from __future__ import annotations

from core.arrays import Array


class Flatten:
    """(N, C, H, W) becomes (N, C·H·W)."""

    def forward(self, x: Array, train: bool = False) -> Array:
        self.shape = x.shape
        return x.reshape(len(x), -1)

    def backward(self, dout: Array) -> Array:
        return dout.reshape(self.shape)
