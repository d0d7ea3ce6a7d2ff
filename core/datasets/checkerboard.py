"""A board of four by four squares."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.datasets.base import DATASETS
from core.datasets.points import LabelledPoints


@DATASETS.register
class Checkerboard(LabelledPoints):
    """Squares of side 2.5 between −5 and 5; the class goes by the square after a shift of U(±2.5·noise)."""

    title = "Checkerboard"
    help = "Sixteen squares of two colours in turn: many corners to learn."
    classes = ("dark squares", "light squares")

    def place(self, labels: Array, rng: np.random.Generator) -> Array:
        return rng.uniform(-5, 5, (len(labels), 2))

    def relabel(self, x: Array, labels: Array, rng: np.random.Generator) -> Array:
        shifted = x + 2.5 * self.noise * rng.uniform(-1, 1, x.shape)
        return np.asarray(np.floor(shifted / 2.5).sum(axis=1).astype(np.int64) % 2)
