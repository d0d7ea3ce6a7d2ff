"""The identity function (book, section 3.5)."""

from __future__ import annotations

from core.arrays import Array
from core.layers.base import LAYERS, Layer


@LAYERS.register
class Identity(Layer):
    """``y = x``: the output function for regression, and a place to look at values."""

    help = "Passes every value on as it is."
    book = "3.5"
    family = "activation"

    def forward(self, x: Array, training: bool = False) -> Array:
        return x

    def backward(self, dout: Array) -> Array:
        return dout
