"""The Gaussian error linear unit (Hendrycks and Gimpel 2016, arXiv 1606.08415)."""

from __future__ import annotations

import math
from typing import Final

import numpy as np

from core.arrays import Array
from core.fields import ChoiceField
from core.kernels.elementwise import erf
from core.layers.base import LAYERS, Layer

ROOT_2_OVER_PI: Final = math.sqrt(2 / math.pi)
CUBIC: Final = 0.044715


@LAYERS.register
class GELU(Layer):
    """``y = x·Φ(x)``, Φ the normal distribution: a value passes with the probability that it is the larger one.

    Exactly ``Φ(x) = (1 + erf(x/√2)) / 2``; approximately ``(1 + tanh(√(2/π)·(x + 0.044715·x³))) / 2``.
    """

    help = "A smooth ReLU that dips a little below 0; used in transformers."
    book = "3.2.7"
    family = "activation"
    suits = "He"

    approximate = ChoiceField("none", choices=("none", "tanh"), help="Exact, or by tanh as the first papers did.")

    def forward(self, x: Array, training: bool = False) -> Array:
        share = (1 + np.tanh(_bent(x))) / 2 if self.approximate == "tanh" else (1 + erf(x * math.sqrt(0.5))) / 2
        if training:
            self._x, self._share = x, share
        return x * share

    def backward(self, dout: Array) -> Array:
        x, share = self._x, self._share
        if self.approximate == "tanh":
            density = 2 * share * (1 - share) * ROOT_2_OVER_PI * (1 + 3 * CUBIC * x * x)
        else:
            density = np.exp(-x * x / 2) * (ROOT_2_OVER_PI / 2)
        return dout * (share + x * density)


def _bent(x: Array) -> Array:
    bent: Array = ROOT_2_OVER_PI * (x + CUBIC * x * x * x)
    return bent
