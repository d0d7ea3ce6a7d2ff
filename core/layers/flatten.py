"""Flatten images to vectors."""

from __future__ import annotations

import math

from core.arrays import Array, Shape
from core.layers.base import LAYERS, Layer


@LAYERS.register
class Flatten(Layer):
    """(N, C, H, W) becomes (N, C·H·W), channel by channel and row by row."""

    help = "Lays all values of a sample in one row."
    book = "7.1"
    family = "shape"

    def output_shape(self, shape: Shape) -> Shape:
        return (math.prod(shape),)

    def forward(self, x: Array, training: bool = False) -> Array:
        if training:
            self._shape = x.shape
        return x.reshape(len(x), math.prod(x.shape[1:]))

    def backward(self, dout: Array) -> Array:
        return dout.reshape(self._shape)
