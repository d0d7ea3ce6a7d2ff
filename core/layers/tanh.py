"""The hyperbolic tangent (book, section 6.2.2)."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.layers.base import LAYERS, Layer


@LAYERS.register
class Tanh(Layer):
    """``y = tanh(x)``; the slope is ``1 − y²``."""

    help = "Squeezes every value smoothly between −1 and 1."
    book = "6.2.2"
    family = "activation"
    suits = "Xavier"

    def forward(self, x: Array, training: bool = False) -> Array:
        y: Array = np.tanh(x)
        if training:
            self._y = y
        return y

    def backward(self, dout: Array) -> Array:
        dx: Array = dout * (1 - self._y * self._y)
        return dx
