"""All zeros (book, section 6.2.1: what not to do)."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.initializers.base import INITIALIZERS, Initializer


@INITIALIZERS.register
class Zeros(Initializer):
    """Every weight 0: all units of a layer then get the same gradient and stay equal for ever."""

    help = "All weights 0. To see why that cannot learn: every unit stays the same as its neighbour."
    book = "6.2.1"

    def fill(self, w: Array, rng: np.random.Generator, *, fan_in: int, fan_out: int) -> None:
        w[...] = 0
