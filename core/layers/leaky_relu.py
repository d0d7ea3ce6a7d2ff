"""ReLU with a small slope for negative values (Maas, Hannun and Ng 2013)."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.fields import FloatField
from core.layers.base import LAYERS, Layer


@LAYERS.register
class LeakyReLU(Layer):
    """``y = x`` where x > 0 and ``slope·x`` elsewhere, so that no unit ever stops learning altogether."""

    title = "Leaky ReLU"
    help = "As ReLU, but lets a little of the negative values through."
    book = "3.2.7"
    family = "activation"
    suits = "He"

    slope = FloatField(0.01, minimum=0, maximum=1, help="What negative values are multiplied by.")

    def forward(self, x: Array, training: bool = False) -> Array:
        factor = np.where(x > 0, x.dtype.type(1), x.dtype.type(self.slope))
        if training:
            self._factor = factor
        y: Array = x * factor
        return y

    def backward(self, dout: Array) -> Array:
        dx: Array = dout * self._factor
        return dx
