"""A slope."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.datasets.base import DATASETS
from core.datasets.points import MeasuredPoints


@DATASETS.register
class Plane(MeasuredPoints):
    """``t = (x + y) / 10``, taken after a shift of U(±6·noise)."""

    title = "Plane"
    help = "A value that rises evenly: one unit without activation learns it."
    dimensions = 2

    def measure(self, x: Array, rng: np.random.Generator) -> Array:
        shifted = x + 6 * self.noise * rng.uniform(-1, 1, x.shape)
        return np.asarray(shifted.sum(axis=1) / 10)
