"""SGD with momentum (book, section 6.1.4)."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.optimizers.base import OPTIMIZERS, Optimizer, momentum_field, rate_field


@OPTIMIZERS.register
class Momentum(Optimizer):
    """``v ← μ·v − η·g``, ``w ← w + v``: the book's form.

    PyTorch keeps the learning rate out of v (``v ← μ·v + g``, ``w ← w − η·v``). While η stays, both go the same way; when
    it changes, here the velocity gathered so far keeps its size.
    """

    help = "Gathers speed like a ball that rolls downhill."
    book = "6.1.4"
    slots = ("v",)

    lr = rate_field(0.01)
    momentum = momentum_field()

    def apply(self, theta: Array, grad: Array, lr: float, step: int) -> None:
        v, push = self.state["v"], self.room(theta)
        np.multiply(grad, lr, out=push)
        v *= self.momentum
        v -= push
        theta += v
