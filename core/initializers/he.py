"""Initial values for ReLU (He et al. 2015, arXiv 1502.01852; book, section 6.2.3)."""

from __future__ import annotations

import math

from core.initializers.base import INITIALIZERS, Initializer


@INITIALIZERS.register
class He(Initializer):
    """Normal with standard deviation √(2 / n), n the inputs of a unit."""

    help = "Normal with std √(2/n): keeps the signal alive through ReLU."
    book = "6.2.3"

    def scale(self, fan_in: int, fan_out: int) -> float:
        return math.sqrt(2 / fan_in)
