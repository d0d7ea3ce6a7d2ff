"""Two clouds."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.datasets.base import DATASETS
from core.datasets.points import LabelledPoints


@DATASETS.register
class Gauss(LabelledPoints):
    """Normal clouds around (2, 2) and (−2, −2) with variance 0.5 + 7·noise, so 0.5 to 4."""

    title = "Two clouds"
    help = "Two round clouds: one straight line is enough."
    classes = ("lower left", "upper right")

    def place(self, labels: Array, rng: np.random.Generator) -> Array:
        centre = np.where(labels == 1, 2.0, -2.0)[:, None]
        cloud: Array = centre + np.sqrt(0.5 + 7 * self.noise) * rng.standard_normal((len(labels), 2))
        return cloud
