"""The rectified linear unit (book, section 5.5.1)."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.kernels.elementwise import zeros_for
from core.layers.base import LAYERS, Layer


@LAYERS.register
class ReLU(Layer):
    """``y = max(x, 0)``; the gradient passes where x > 0 and stops elsewhere."""

    help = "Lets positive values through and stops negative ones."
    book = "3.2.7"
    family = "activation"
    suits = "He"

    def forward(self, x: Array, training: bool = False) -> Array:
        zeros = zeros_for(x)
        y: Array = np.maximum(x, zeros)
        if training:
            self._y, self._zeros = y, zeros
        return y

    def backward(self, dout: Array) -> Array:
        dx: Array = dout * (self._y > self._zeros)
        return dx
