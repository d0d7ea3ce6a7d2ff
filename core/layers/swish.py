"""Swish, also called SiLU (Ramachandran, Zoph and Le 2017, arXiv 1710.05941)."""

from __future__ import annotations

from core.arrays import Array
from core.fields import FloatField
from core.kernels.elementwise import sigmoid
from core.layers.base import LAYERS, Layer


@LAYERS.register
class Swish(Layer):
    """``y = x·sigmoid(beta·x)``; with s the sigmoid, the slope is ``s + beta·x·s·(1 − s)``."""

    help = "A smooth ReLU: the value times its own sigmoid."
    book = "3.2.7"
    family = "activation"
    suits = "He"

    beta = FloatField(1.0, minimum=0, maximum=100, soft_maximum=5, help="How sharp the bend is; large is close to ReLU.")

    def forward(self, x: Array, training: bool = False) -> Array:
        share = sigmoid(self.beta * x)
        if training:
            self._x, self._share = x, share
        return x * share

    def backward(self, dout: Array) -> Array:
        share = self._share
        dx: Array = dout * (share + self.beta * self._x * share * (1 - share))
        return dx
