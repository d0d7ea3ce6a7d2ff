"""The rectified linear unit (book, section 5.5.1)."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.layers.base import LAYERS, Layer


@LAYERS.register
class ReLU(Layer):
    """``y = max(x, 0)``; the gradient passes where x > 0 and stops elsewhere."""

    help = "Lets positive values through and stops negative ones."
    book = "3.2.7"
    family = "activation"
    suits = "He"

    def forward(self, x: Array, training: bool = False) -> Array:
        y = np.maximum(x, 0)
        if training:
            self._y = y
        return y

    def backward(self, dout: Array) -> Array:
        return dout * (self._y > 0)
