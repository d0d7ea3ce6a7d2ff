"""Adam (Kingma and Ba 2015, arXiv 1412.6980; book, section 6.1.6)."""

from __future__ import annotations

import math

import numpy as np

from core.arrays import Array
from core.fields import FloatField
from core.optimizers.base import OPTIMIZERS, Optimizer, rate_field


@OPTIMIZERS.register
class Adam(Optimizer):
    """Momentum with a scale per parameter, both corrected for their start at 0.

    ``m ← β₁m + (1−β₁)g``, ``v ← β₂v + (1−β₂)g²``, ``w ← w − η·√(1−β₂ᵗ)/(1−β₁ᵗ) · m / (√v + ε·√(1−β₂ᵗ))``.
    """

    help = "Momentum with a step size per parameter: a good first choice."
    book = "6.1.6"
    slots = ("m", "v")

    lr = rate_field(0.001)
    beta1 = FloatField(0.9, minimum=0, maximum=0.9999, live=True, help="How much of the mean gradient is kept.")
    beta2 = FloatField(0.999, minimum=0, maximum=0.999999, live=True, help="How much of the mean square is kept.")
    eps = FloatField(1e-8, minimum=0, maximum=1, log=True, live=True, help="Keeps the division away from 0.")

    def apply(self, theta: Array, grad: Array, lr: float, step: int) -> None:
        m, v = self.state["m"], self.state["v"]
        m += (1 - self.beta1) * (grad - m)
        v += (1 - self.beta2) * (grad * grad - v)
        correction = math.sqrt(1 - self.beta2**step)
        theta -= (lr * correction / (1 - self.beta1**step)) * m / (np.sqrt(v) + self.eps * correction)
