"""Nesterov's accelerated gradient (arXiv 1212.0901; in the book's source, ``common/optimizer.py``)."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.optimizers.base import OPTIMIZERS, Optimizer, momentum_field, rate_field


@OPTIMIZERS.register
class Nesterov(Optimizer):
    """``v ← μ·v − η·g``, ``w ← w + μ·v − η·g``: momentum that looks ahead.

    The parameters are those at which the gradient is taken, one step of momentum ahead of the ball. With the old v this
    is the book's ``w ← w + μ²·v − (1 + μ)·η·g``; while η stays it is also PyTorch's ``nesterov=True``.
    """

    help = "Momentum that looks where it is going before it takes the gradient."
    book = "6.1.4"
    slots = ("v",)

    lr = rate_field(0.01)
    momentum = momentum_field()

    def apply(self, theta: Array, grad: Array, lr: float, step: int) -> None:
        v, push = self.state["v"], self.room(theta)
        np.multiply(grad, lr, out=push)
        v *= self.momentum
        v -= push
        theta -= push
        np.multiply(v, self.momentum, out=push)
        theta += push
