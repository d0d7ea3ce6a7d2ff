"""What the small made-up sets have in common: points of the plane or the line, drawn between −6 and 6."""

from __future__ import annotations

from typing import ClassVar, Final

import numpy as np

from core.arrays import Array
from core.datasets.base import Dataset, Progress, RawData, Samples
from core.fields import FloatField, IntField

SOURCE: Final = "Made by this program"


class LabelledPoints(Dataset):
    """Points (N, 2) in classes of equal size.

    A subclass says where points of given classes lie, and, if noise acts on the labels, which class they then have.

    Attributes
    ----------
    classes
        A name for each class.
    """

    group = "plane"
    source = SOURCE
    classes: ClassVar[tuple[str, ...]]

    samples = IntField(500, minimum=10, maximum=100_000, soft_maximum=2000, help="How many points.")
    noise = FloatField(0.0, minimum=0, maximum=0.5, help="How much the classes run into each other.")

    def place(self, labels: Array, rng: np.random.Generator) -> Array:
        """Return a point (N, 2) for each class asked for."""
        raise NotImplementedError

    def relabel(self, x: Array, labels: Array, rng: np.random.Generator) -> Array:
        """Return the classes (N,) that points have in the end; by default those they were placed for."""
        return labels

    def load(self, seed: int, progress: Progress | None = None) -> RawData:
        rng = np.random.default_rng(np.random.SeedSequence(seed, spawn_key=(11,)))
        wanted = np.bincount(np.arange(self.samples) % len(self.classes), minlength=len(self.classes))
        found: list[list[Array]] = [[] for _ in self.classes]
        while any(sum(map(len, parts)) < count for parts, count in zip(found, wanted, strict=True)):
            asked = np.arange(self.samples) % len(self.classes)
            x = self.place(asked, rng)
            labels = self.relabel(x, asked, rng)
            for label, parts in enumerate(found):
                parts.append(x[labels == label])
        x = np.concatenate([np.concatenate(parts)[:count] for parts, count in zip(found, wanted, strict=True)])
        t = np.repeat(np.arange(len(self.classes)), wanted)
        order = rng.permutation(self.samples)
        samples = Samples(x[order].astype(np.float32), t[order].astype(np.int64))
        return RawData(samples, None, "classification", self.classes, self.source)


class MeasuredPoints(Dataset):
    """Points (N, D) with a value (N, 1) at each.

    A subclass gives `value`; noise moves the place at which the value is taken, or is added to it.

    Attributes
    ----------
    dimensions
        D: 2 for the plane, 1 for the line.
    """

    group = "plane"
    source = SOURCE
    dimensions: ClassVar[int]

    samples = IntField(1200, minimum=10, maximum=100_000, soft_maximum=5000, help="How many points.")
    noise = FloatField(0.0, minimum=0, maximum=0.5, help="How far the values stray.")

    def measure(self, x: Array, rng: np.random.Generator) -> Array:
        """Return the value (N,) at each point (N, D), with the noise in it."""
        raise NotImplementedError

    def load(self, seed: int, progress: Progress | None = None) -> RawData:
        rng = np.random.default_rng(np.random.SeedSequence(seed, spawn_key=(12,)))
        x = rng.uniform(-6, 6, (self.samples, self.dimensions))
        t = self.measure(x, rng)[:, None]
        return RawData(Samples(x.astype(np.float32), t.astype(np.float32)), None, "regression", (), self.source)
