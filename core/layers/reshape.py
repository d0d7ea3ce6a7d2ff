"""Give a sample another shape."""

from __future__ import annotations

import math

from core.arrays import Array, Shape
from core.errors import ShapeError
from core.fields import SizesField
from core.layers.base import LAYERS, Layer, shape_text


@LAYERS.register
class Reshape(Layer):
    """The same values in another shape, in reading order; such as a vector of 784 as an image 1×28×28."""

    help = "Gives the values of a sample another shape, such as an image."
    family = "shape"

    shape = SizesField((1, 28, 28), help="The new shape of a sample: channels, height, width.")

    def output_shape(self, shape: Shape) -> Shape:
        size, wanted = math.prod(shape), math.prod(self.shape)
        if size != wanted:
            raise ShapeError(
                "reshape_size",
                kind="Reshape",
                received=shape_text(shape),
                size=size,
                expected=shape_text(self.shape),
                wanted=wanted,
            )
        return self.shape

    def forward(self, x: Array, training: bool = False) -> Array:
        if training:
            self._shape = x.shape
        return x.reshape(len(x), *self.shape)

    def backward(self, dout: Array) -> Array:
        return dout.reshape(self._shape)
