"""The squashing function of the first convolutional networks (LeCun 1989; LeCun et al. 1998, appendix A)."""

from __future__ import annotations

from typing import Final

import numpy as np

from core.arrays import Array
from core.layers.base import LAYERS, Layer

AMPLITUDE: Final = 1.7159
SLOPE: Final = 2 / 3


@LAYERS.register
class ScaledTanh(Layer):
    """``y = 1.7159·tanh(2x/3)``, chosen so that ±1 stay about ±1; the slope is ``2/3·(1.7159 − y²/1.7159)``."""

    title = "Scaled tanh"
    help = "LeNet's tanh: keeps values of 1 at 1 and saturates at 1.7159."
    book = "8.1"
    family = "activation"
    suits = "Xavier"

    def forward(self, x: Array, training: bool = False) -> Array:
        y: Array = AMPLITUDE * np.tanh(SLOPE * x)
        if training:
            self._y = y
        return y

    def backward(self, dout: Array) -> Array:
        return dout * (SLOPE * (AMPLITUDE - self._y * self._y / AMPLITUDE))
