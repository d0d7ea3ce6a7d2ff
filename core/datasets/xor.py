"""Exclusive or, spread over the plane (book, section 2.5)."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.datasets.base import DATASETS
from core.datasets.points import LabelledPoints


@DATASETS.register
class Xor(LabelledPoints):
    """Coordinates of size U(0.3, 5.3); the class goes by whether the signs are equal after a shift of U(±5·noise)."""

    title = "Exclusive or"
    help = "Four quadrants, opposite ones alike: what a single perceptron cannot learn."
    book = "2.5"
    classes = ("signs equal", "signs differ")

    def place(self, labels: Array, rng: np.random.Generator) -> Array:
        sign = rng.choice([-1.0, 1.0], len(labels))
        signs = np.stack([sign, np.where(labels == 0, sign, -sign)], axis=1)
        return signs * rng.uniform(0.3, 5.3, signs.shape)

    def relabel(self, x: Array, labels: Array, rng: np.random.Generator) -> Array:
        shifted = x + 5 * self.noise * rng.uniform(-1, 1, x.shape)
        return (shifted[:, 0] * shifted[:, 1] < 0).astype(np.int64)
