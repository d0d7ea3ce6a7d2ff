"""Two crescents."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.datasets.base import DATASETS
from core.datasets.points import LabelledPoints


@DATASETS.register
class Moons(LabelledPoints):
    """Half circles of radius 3 around (−1.5, −0.75) and, upside down, (1.5, 0.75); noise is normal with deviation 3·noise."""

    title = "Two moons"
    help = "Two crescents that reach into each other."
    classes = ("upper moon", "lower moon")

    def place(self, labels: Array, rng: np.random.Generator) -> Array:
        angle = rng.uniform(0, np.pi, len(labels))
        side = np.where(labels == 0, 1.0, -1.0)
        moon = np.stack([side * (3 * np.cos(angle) - 1.5), side * (3 * np.sin(angle) - 0.75)], axis=1)
        return np.asarray(moon + 3 * self.noise * rng.standard_normal(moon.shape))
