"""Initial values for sigmoid and tanh (Glorot and Bengio 2010; book, section 6.2.2)."""

from __future__ import annotations

import math

from core.initializers.base import INITIALIZERS, Initializer


@INITIALIZERS.register
class Xavier(Initializer):
    """Normal with standard deviation √(1 / n), n the inputs of a unit (the book's simplified form)."""

    help = "Normal with std √(1/n): keeps the signal alive through sigmoid and tanh."
    book = "6.2.2"

    def scale(self, fan_in: int, fan_out: int) -> float:
        return math.sqrt(1 / fan_in)
