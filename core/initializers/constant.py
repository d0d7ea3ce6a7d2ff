"""One value for all."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.fields import FloatField
from core.initializers.base import INITIALIZERS, Initializer


@INITIALIZERS.register
class Constant(Initializer):
    """Every weight the same value."""

    help = "All weights the same. Like zeros, it leaves the units of a layer equal."
    book = "6.2.1"

    value = FloatField(0.05, minimum=-100, maximum=100, soft_minimum=-1, soft_maximum=1, help="The value of every weight.")

    def fill(self, w: Array, rng: np.random.Generator, *, fan_in: int, fan_out: int) -> None:
        w[...] = self.value
