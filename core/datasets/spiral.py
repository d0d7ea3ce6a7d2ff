"""Spirals wound into each other."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.datasets.base import DATASETS
from core.datasets.points import LabelledPoints


class _Arms(LabelledPoints):
    """Arms around the origin, equally far apart; noise shifts the points by U(±noise)."""

    turns: float

    def place(self, labels: Array, rng: np.random.Generator) -> Array:
        arms = len(self.classes)
        # labels come in turn, so this runs evenly from the middle to the end of every arm, without the shared middle
        along = (np.arange(len(labels)) // arms + 1) / -(-len(labels) // arms)
        angle = 2 * np.pi * (self.turns * along + labels / arms)
        arm = 5 * along[:, None] * np.stack([np.sin(angle), np.cos(angle)], axis=1)
        return np.asarray(arm + self.noise * rng.uniform(-1, 1, arm.shape))


@DATASETS.register
class Spiral(_Arms):
    """Two arms of 1.75 turns: radius 5·s, angle 1.75·2π·s, the second turned by π; s runs from 0 to 1."""

    title = "Two spirals"
    help = "Two arms wound into each other: hard for a small network."
    classes = ("first arm", "second arm")
    turns = 1.75


@DATASETS.register
class ThreeSpirals(_Arms):
    """Three arms of one turn: radius 5·s, angle 2π·s, each turned by 2π/3 from the last; s runs from 0 to 1."""

    title = "Three spirals"
    help = "Three arms wound into each other: three classes."
    classes = ("first arm", "second arm", "third arm")
    turns = 1.0
