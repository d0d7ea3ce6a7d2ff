"""AdaGrad (Duchi, Hazan and Singer 2011; book, section 6.1.5)."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.optimizers.base import OPTIMIZERS, Optimizer, rate_field, small_field


@OPTIMIZERS.register
class AdaGrad(Optimizer):
    """``h ← h + g²``, ``w ← w − η·g / (√h + ε)``: the more a parameter has moved, the smaller its steps become."""

    help = "Shortens the steps of parameters that have moved much already."
    book = "6.1.5"
    slots = ("h",)

    lr = rate_field(0.01)
    eps = small_field(1e-7)

    def apply(self, theta: Array, grad: Array, lr: float, step: int) -> None:
        h, move = self.state["h"], self.room(theta)
        np.multiply(grad, grad, out=move)
        h += move
        np.sqrt(h, out=move)
        move += self.eps
        np.divide(grad, move, out=move)
        move *= lr
        theta -= move
