"""Initial values of the first convolutional networks (LeCun et al. 1989, "Backpropagation applied to … zip code recognition")."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.initializers.base import INITIALIZERS, Initializer


@INITIALIZERS.register
class LeCun1989(Initializer):
    """Uniform between −2.4 / F and 2.4 / F, F the inputs of a unit; biases too.

    With the activation 1.7159·tanh(2x/3) the sums then mostly stay where it is steep.
    """

    title = "LeCun 1989"
    help = "Uniform within ±2.4 divided by the inputs of a unit, as in the networks of 1989."
    book = "8.2"

    def fill(self, w: Array, rng: np.random.Generator, *, fan_in: int, fan_out: int) -> None:
        w[...] = rng.uniform(-2.4 / fan_in, 2.4 / fan_in, w.shape)

    def fill_bias(self, b: Array, rng: np.random.Generator, *, fan_in: int) -> None:
        b[...] = rng.uniform(-2.4 / fan_in, 2.4 / fan_in, b.shape)
