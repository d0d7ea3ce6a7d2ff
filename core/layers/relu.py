"""The rectified linear unit (book, section 5.5.1)."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.kernels.constants import Constant
from core.layers.base import LAYERS, Layer


@LAYERS.register
class ReLU(Layer):
    """``y = max(x, 0)``; the gradient passes where x > 0 and stops elsewhere."""

    help = "Lets positive values through and stops negative ones."
    book = "3.2.7"
    family = "activation"
    suits = "He"

    def __init__(self, *values: object, **named: object) -> None:
        super().__init__(*values, **named)
        self._zeros = Constant(0)

    def forward(self, x: Array, training: bool = False) -> Array:
        y: Array = np.maximum(x, self._zeros.like(x))  # several times quicker than with the number 0
        if training:
            self._y = y
        return y

    def backward(self, dout: Array) -> Array:
        dx: Array = (self._y > self._zeros.like(self._y)).astype(dout.dtype)
        dx *= dout
        return dx
