"""The pages of the block with a shortcut: one for each kind of shortcut."""

from __future__ import annotations

from typing import Any

from core.arrays import Array
from core.files.code.book.layers.sequential import Sequential


class Residual(Sequential):
    """y = body(x) + x: gradients have a way around the body (book, section 8.2.4)."""

    def forward(self, x: Array, train: bool = False) -> Array:
        return super().forward(x, train) + x

    def backward(self, dout: Array) -> Array:
        return super().backward(dout) + dout


class PaddedResidual(Sequential):
    """y = body(x) + every second, third … pixel of x, with channels of zeros behind."""

    def __init__(self, layers: dict[str, Any], step: int) -> None:
        super().__init__(layers)
        self.step = step

    def shortcut(self, x: Array) -> Array:
        """Return the pixels of x that take part."""
        return x if x.ndim == 2 else x[:, :, :: self.step, :: self.step]

    def forward(self, x: Array, train: bool = False) -> Array:
        self.channels = x.shape[1]
        y = super().forward(x, train).copy(order="K")
        y[:, : self.channels] += self.shortcut(x)
        return y

    def backward(self, dout: Array) -> Array:
        dx = super().backward(dout).copy(order="K")
        into = self.shortcut(dx)
        into += dout[:, : self.channels]
        return dx


class ProjectedResidual(Sequential):
    """y = body(x) + projection(x); the arrays of the projection count as those of the block."""

    def __init__(self, layers: dict[str, Any], *projection: Any) -> None:
        super().__init__(layers)
        self.projection = projection
        self.params: dict[str, Array] = {}
        self.buffers: dict[str, Array] = {}
        for layer in projection:
            self.params.update(layer.params)
            self.buffers.update(getattr(layer, "buffers", {}))

    @property
    def grads(self) -> dict[str, Array]:
        """The gradients of the projection."""
        return {name: grad for layer in self.projection for name, grad in layer.grads.items()}

    def forward(self, x: Array, train: bool = False) -> Array:
        y = super().forward(x, train)
        for layer in self.projection:
            x = layer.forward(x, train)
        return y + x

    def backward(self, dout: Array) -> Array:
        dx = super().backward(dout)
        for layer in reversed(self.projection):
            dout = layer.backward(dout)
        return dx + dout
