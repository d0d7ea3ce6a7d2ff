"""Adam (Kingma and Ba 2015, arXiv 1412.6980; book, section 6.1.6)."""

from __future__ import annotations

import math

import numpy as np

from core.arrays import Array
from core.fields import FloatField
from core.optimizers.base import OPTIMIZERS, Optimizer, rate_field, small_field


@OPTIMIZERS.register
class Adam(Optimizer):
    """Momentum with a scale per parameter, both corrected for their start at 0.

    ``m ← β₁·m + (1 − β₁)·g``, ``v ← β₂·v + (1 − β₂)·g²``, and with ``c = √(1 − β₂ᵗ)`` at step t
    ``w ← w − η·c / (1 − β₁ᵗ) · m / (√v + ε·c)``, which is the paper's rule.
    """

    help = "Momentum with a step size per parameter: a good first choice."
    book = "6.1.6"
    slots = ("m", "v")

    lr = rate_field(0.001)
    beta1 = FloatField(0.9, minimum=0, maximum=0.9999, live=True, help="How much of the mean gradient is kept.")
    beta2 = FloatField(0.999, minimum=0, maximum=0.999999, live=True, help="How much of the mean square is kept.")
    eps = small_field(1e-8)

    def apply(self, theta: Array, grad: Array, lr: float, step: int) -> None:
        m, v, move = self.state["m"], self.state["v"], self.room(theta)
        np.subtract(grad, m, out=move)
        move *= 1 - self.beta1
        m += move
        np.multiply(grad, grad, out=move)
        move -= v
        move *= 1 - self.beta2
        v += move
        correction = math.sqrt(1 - self.beta2**step)
        np.sqrt(v, out=move)
        move += self.eps * correction
        np.divide(m, move, out=move)
        move *= lr * correction / (1 - self.beta1**step)
        theta -= move
