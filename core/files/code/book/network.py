"""What the network of a script does: its forward and backward pass, its arrays, its training."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from core.arrays import Array


def all_layers(layers: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield every layer with its name, also those inside blocks."""
    for name, layer in layers.items():
        yield name, layer
        for branch in getattr(layer, "branches", ()):
            yield from all_layers(branch)


class Network:
    """Layers by name, one after another."""

    layers: dict[str, Any]
    loss_layer: Any
    frozen: tuple[str, ...] = ()

    def predict(self, x: Array, train: bool = False) -> Array:
        """Return the scores of a batch."""
        for layer in self.layers.values():
            x = layer.forward(x, train)
        return x

    def loss(self, x: Array, t: Array, train: bool = False) -> float:
        """Return how wrong the network is."""
        return float(self.loss_layer.forward(self.predict(x, train), t))

    def accuracy(self, x: Array, t: Array) -> float:
        """Return the share of samples whose largest score is that of their label."""
        return float(np.mean(self.predict(x).argmax(axis=1) == t))

    def gradient(self, x: Array, t: Array) -> dict[str, Array]:
        """Return the gradient of the loss by every parameter, by backpropagation (book, section 5.7)."""
        self.loss(x, t, train=True)
        dout = self.loss_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        return self.collect("grads")

    @property
    def params(self) -> dict[str, Array]:
        """Every parameter by name, such as "conv1.W"."""
        return self.collect("params")

    def collect(self, what: str) -> dict[str, Array]:
        """Return the arrays of all layers by name."""
        found = {}
        for name, layer in all_layers(self.layers):
            if what == "grads" and name in self.frozen:
                continue
            for key, array in getattr(layer, what, {}).items():
                found[f"{name}.{key}"] = array
        return found

    def load(self, path: str) -> None:
        """Take parameters and running statistics from an npz file."""
        with np.load(path) as arrays:
            for name, array in (self.params | self.collect("buffers")).items():
                array[...] = arrays[name]
