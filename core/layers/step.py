"""The step function of the perceptron (book, section 3.2.2)."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.fields import BoolField
from core.layers.base import LAYERS, Layer


@LAYERS.register
class Step(Layer):
    """``y = 1`` where x > 0 and 0 elsewhere. Its slope is 0 wherever it has one, so nothing before it can learn.

    With `straight_through`, backward pretends that the slope is 1 (Bengio, Léonard and Courville 2013, arXiv 1308.3432).
    """

    help = "Gives 1 for positive values and 0 for the others, as a perceptron does."
    book = "3.2.2"
    family = "activation"
    suits = "Xavier"

    straight_through = BoolField(False, help="Let gradients pass as if the slope were 1, so that it can learn after all.")

    def forward(self, x: Array, training: bool = False) -> Array:
        return (x > 0).astype(x.dtype)

    def backward(self, dout: Array) -> Array:
        return dout if self.straight_through else np.zeros_like(dout)
