"""A named block of layers, possibly repeated."""

from __future__ import annotations

from core.arrays import Array, Shape
from core.fields import IntField
from core.layers.base import LAYERS
from core.layers.container import Container


@LAYERS.register
class Sequential(Container):
    """Layers one after another; with ``repeat=n`` the block stands n times, each copy with weights of its own."""

    help = "A block of layers, one after another."
    repeat = IntField(1, minimum=1, maximum=200, soft_maximum=20, help="How many times the block stands.")

    def output_shape(self, shape: Shape) -> Shape:
        return self.branches[0].shapes(shape)[-1]

    def forward(self, x: Array, training: bool = False) -> Array:
        return self.branches[0].forward(x, training)

    def backward(self, dout: Array) -> Array:
        return self.branches[0].backward(dout)

    def backward_params(self, dout: Array) -> None:
        self.branches[0].backward_params(dout)
