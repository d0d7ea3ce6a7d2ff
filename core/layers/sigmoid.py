"""The sigmoid function (book, sections 3.2.4 and 5.5.2)."""

from __future__ import annotations

from core.arrays import Array
from core.kernels.elementwise import sigmoid
from core.layers.base import LAYERS, Layer


@LAYERS.register
class Sigmoid(Layer):
    """``y = 1 / (1 + exp(−x))``; the slope is ``y·(1 − y)``, at most 1/4."""

    help = "Squeezes every value smoothly between 0 and 1."
    book = "3.2.4"
    family = "activation"
    suits = "Xavier"

    def forward(self, x: Array, training: bool = False) -> Array:
        y = sigmoid(x)
        if training:
            self._y = y
        return y

    def backward(self, dout: Array) -> Array:
        dx: Array = dout * (self._y * (1 - self._y))
        return dx
