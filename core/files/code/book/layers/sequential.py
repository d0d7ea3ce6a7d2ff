"""The page of the block of layers."""

from __future__ import annotations

from typing import Any

from core.arrays import Array


class Sequential:
    """Layers one after another."""

    def __init__(self, layers: dict[str, Any]) -> None:
        self.branches = [layers]

    def forward(self, x: Array, train: bool = False) -> Array:
        for layer in self.branches[0].values():
            x = layer.forward(x, train)
        return x

    def backward(self, dout: Array) -> Array:
        for layer in reversed(self.branches[0].values()):
            dout = layer.backward(dout)
        return dout
