"""Let the following activation decide."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.initializers.base import INITIALIZERS, WITHOUT_ACTIVATION, Initializer


@INITIALIZERS.register
class Auto(Initializer):
    """He before ReLU and its kin, Xavier before sigmoid, tanh or nothing. A layer resolves it before filling."""

    help = "Chosen to suit the activation that follows: He for ReLU, Xavier for sigmoid and tanh."
    book = "6.2"

    def fill(self, w: Array, rng: np.random.Generator, *, fan_in: int, fan_out: int) -> None:
        INITIALIZERS.get(WITHOUT_ACTIVATION)().fill(w, rng, fan_in=fan_in, fan_out=fan_out)
