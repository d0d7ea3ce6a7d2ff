"""Six hills and hollows."""

from __future__ import annotations

from typing import Final

import numpy as np

from core.arrays import Array
from core.datasets.base import DATASETS
from core.datasets.points import MeasuredPoints

# x, y and height of each
_HILLS: Final = np.array([(-4, 2.5, 1), (0, 2.5, -1), (4, 2.5, 1), (-4, -2.5, -1), (0, -2.5, 1), (4, -2.5, -1)])
_REACH: Final = 2.0


@DATASETS.register
class MultiGauss(MeasuredPoints):
    """The value is ±1 at six centres and falls evenly to 0 at a distance of 2; taken after a shift of U(±6·noise)."""

    title = "Hills and hollows"
    help = "Three hills and three hollows on flat land."
    dimensions = 2

    def measure(self, x: Array, rng: np.random.Generator) -> Array:
        shifted = x + 6 * self.noise * rng.uniform(-1, 1, x.shape)
        distance = np.linalg.norm(shifted[:, None, :] - _HILLS[:, :2], axis=2)
        return np.asarray(np.maximum(1 - distance / _REACH, 0) @ _HILLS[:, 2])
