"""The rectified linear unit (book, section 5.5.1)."""

from __future__ import annotations

from core.arrays import Array
from core.kernels.constants import Constant
from core.kernels.elementwise import positive_part, where_positive
from core.layers.base import LAYERS, Layer


@LAYERS.register
class ReLU(Layer):
    """``y = max(x, 0)``; the gradient passes where x > 0 and stops elsewhere."""

    help = "Lets positive values through and stops negative ones."
    book = "3.2.7"
    family = "activation"
    suits = "He"
    commutes_with_largest = True

    def __init__(self, *values: object, **named: object) -> None:
        super().__init__(*values, **named)
        self._zeros = Constant(0)

    def forward(self, x: Array, training: bool = False) -> Array:
        y = positive_part(x, self._zeros.like(x), self.engine.workers)
        if training:
            self._y = y
        return y

    def backward(self, dout: Array) -> Array:
        return where_positive(dout, self._y, self._zeros.like(self._y), self.engine.workers)
