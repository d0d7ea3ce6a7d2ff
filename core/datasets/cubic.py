"""A cubic over the line."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.datasets.base import DATASETS
from core.datasets.points import MeasuredPoints


@DATASETS.register
class Cubic(MeasuredPoints):
    """``t = u³ − u + U(±noise)`` with u = x / 4, for x between −6 and 6."""

    title = "Cubic"
    help = "A curve with a hill, a hollow and steep ends: one number in, one number out."
    dimensions = 1

    def measure(self, x: Array, rng: np.random.Generator) -> Array:
        u = x[:, 0] / 4
        return np.asarray(u**3 - u + self.noise * rng.uniform(-1, 1, len(x)))
