"""Stochastic gradient descent (book, section 6.1.2)."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.optimizers.base import OPTIMIZERS, Optimizer, rate_field


@OPTIMIZERS.register
class SGD(Optimizer):
    """``w ← w − η·g`` with the gradient g."""

    help = "Goes straight against the gradient."
    book = "6.1.2"

    lr = rate_field(0.01)

    def apply(self, theta: Array, grad: Array, lr: float, step: int) -> None:
        move = self.room(theta)
        np.multiply(grad, lr, move)
        theta -= move
