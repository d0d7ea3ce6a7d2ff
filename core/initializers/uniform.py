"""Uniform numbers of a chosen range."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.fields import FloatField
from core.initializers.base import INITIALIZERS, Initializer, fill_in_parts


@INITIALIZERS.register
class Uniform(Initializer):
    """Uniform between −limit and limit; its standard deviation is ``limit / √3``."""

    help = "Anything between −limit and limit, all equally likely."
    book = "6.2.1"

    limit = FloatField(
        0.05, minimum=0, maximum=100, soft_minimum=1e-4, soft_maximum=10, log=True, help="The largest size of a weight."
    )

    def fill(self, w: Array, rng: np.random.Generator, *, fan_in: int, fan_out: int) -> None:
        fill_in_parts(w, lambda shape: rng.uniform(-self.limit, self.limit, shape))
