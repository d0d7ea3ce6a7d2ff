"""A disc inside a ring."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.datasets.base import DATASETS
from core.datasets.points import LabelledPoints


@DATASETS.register
class Circle(LabelledPoints):
    """Inside: radius U(0, 2.5); outside: U(3.5, 5). The class goes by the distance after a shift of U(±5·noise)."""

    title = "Circle"
    help = "A disc inside a ring: no straight line parts them."
    classes = ("outside", "inside")

    def place(self, labels: Array, rng: np.random.Generator) -> Array:
        inside = labels == 1
        radius = rng.uniform(np.where(inside, 0, 3.5), np.where(inside, 2.5, 5))
        angle = rng.uniform(0, 2 * np.pi, len(labels))
        return np.stack([radius * np.sin(angle), radius * np.cos(angle)], axis=1)

    def relabel(self, x: Array, labels: Array, rng: np.random.Generator) -> Array:
        shifted = x + 5 * self.noise * rng.uniform(-1, 1, x.shape)
        # between disc and ring, so that without noise every point keeps its class
        return np.asarray((np.hypot(*shifted.T) < 3.0).astype(np.int64))
