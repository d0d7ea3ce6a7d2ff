"""A wave over the line."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.datasets.base import DATASETS
from core.datasets.points import MeasuredPoints


@DATASETS.register
class Sine(MeasuredPoints):
    """``t = sin x + U(±noise)`` for x between −6 and 6."""

    title = "Sine"
    help = "A wave: one number in, one number out."
    dimensions = 1

    def measure(self, x: Array, rng: np.random.Generator) -> Array:
        return np.sin(x[:, 0]) + self.noise * rng.uniform(-1, 1, len(x))
