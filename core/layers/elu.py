"""The exponential linear unit (Clevert, Unterthiner and Hochreiter 2015, arXiv 1511.07289)."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.fields import FloatField
from core.layers.base import LAYERS, Layer


@LAYERS.register
class ELU(Layer):
    """``y = x`` where x > 0 and ``alpha·(exp(x) − 1)`` elsewhere; there the slope is ``y + alpha``."""

    help = "As ReLU, but bends smoothly towards a negative floor."
    book = "3.2.7"
    family = "activation"
    suits = "He"

    alpha = FloatField(1.0, minimum=0, maximum=100, soft_maximum=3, help="How far below 0 the floor lies.")

    def forward(self, x: Array, training: bool = False) -> Array:
        negative = self.alpha * np.expm1(np.minimum(x, 0))
        y = np.where(x > 0, x, negative)
        if training:
            self._slope = np.where(x > 0, x.dtype.type(1), negative + x.dtype.type(self.alpha))
        return y

    def backward(self, dout: Array) -> Array:
        dx: Array = dout * self._slope
        return dx
