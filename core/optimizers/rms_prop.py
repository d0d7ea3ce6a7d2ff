"""RMSProp (Tieleman and Hinton 2012, lecture 6e; book, section 6.1.5)."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.fields import FloatField
from core.optimizers.base import OPTIMIZERS, Optimizer, rate_field, small_field


@OPTIMIZERS.register
class RMSProp(Optimizer):
    """``h ← ρ·h + (1 − ρ)·g²``, ``w ← w − η·g / (√h + ε)``: AdaGrad that forgets, so its steps do not die out."""

    help = "Divides each step by the recent size of the gradient."
    book = "6.1.5"
    slots = ("h",)

    lr = rate_field(0.001)
    rho = FloatField(0.99, minimum=0, maximum=0.999999, soft_minimum=0.5, live=True, help="How much of the mean square is kept.")
    eps = small_field(1e-8)

    def apply(self, theta: Array, grad: Array, lr: float, step: int) -> None:
        h, move = self.state["h"], self.room(theta)
        np.multiply(grad, grad, out=move)
        move -= h
        move *= 1 - self.rho
        h += move
        np.sqrt(h, out=move)
        move += self.eps
        np.divide(grad, move, out=move)
        move *= lr
        theta -= move
