"""The softmax function as a layer (book, section 3.5)."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.layers.base import LAYERS, Layer


@LAYERS.register
class Softmax(Layer):
    """``y = exp(x) / Σ exp(x)`` over the features, or over the channels at each pixel.

    The largest x is taken off first, so that nothing overflows. Backward: ``dx = y·(dout − Σ dout·y)``. The loss
    SoftmaxCrossEntropy applies softmax itself; before it, this layer does not belong.
    """

    help = "Turns scores into probabilities that add up to 1."
    book = "3.5"
    family = "activation"

    def forward(self, x: Array, training: bool = False) -> Array:
        y: Array = np.exp(x - x.max(axis=1, keepdims=True))
        y /= y.sum(axis=1, keepdims=True)
        if training:
            self._y = y
        return y

    def backward(self, dout: Array) -> Array:
        y = self._y
        dx: Array = y * (dout - (dout * y).sum(axis=1, keepdims=True))
        return dx
