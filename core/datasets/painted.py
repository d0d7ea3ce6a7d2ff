"""Points that a person painted, as part of the experiment: every point stands in the recipe."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Final

import numpy as np

from core.arrays import Array
from core.datasets.base import DATASETS, Dataset, Progress, RawData, Samples
from core.errors import DataError
from core.fields import IntField, TextField

MOST_POINTS: Final = 20_000
MOST_CLASSES: Final = 8
REACH: Final = 1000.0
"""Points farther from the origin are refused."""

SKETCH: Final = (
    "-2.2 1.4 0;-1.6 2.1 0;-2.8 2.4 0;-1.9 2.9 0;-3.1 1.7 0;-2.4 0.8 0;-1.3 1.5 0;"
    "2.1 -1.5 1;1.7 -2.2 1;2.9 -2.3 1;2.2 -3 1;3 -1.4 1;2.5 -0.7 1;1.4 -1.2 1"
)
"""Two small clouds to begin with."""


@DATASETS.register
class Painted(Dataset):
    """Points of the plane in classes, (N, 2): ``x y class`` for each, with semicolons between.

    Each point keeps its turn in being dealt to training, validation and test while others are added after it.
    """

    title = "Own points"
    help = "Points that you paint yourself, in up to eight classes."
    group = "plane"
    source = "Painted by you"

    points = TextField(SKETCH, help="x, y and class of each point, with semicolons between: 1.5 -2 0; 0.25 3 1.")
    class_count = IntField(2, title="Classes", minimum=2, maximum=MOST_CLASSES, help="How many classes there are.")

    def load(self, seed: int, progress: Progress | None = None) -> RawData:
        x, t = read_points(self.points)
        if len(t) and int(t.max()) >= self.class_count:
            raise DataError("label_range", path=self.title, received=int(t.max()), most=self.class_count - 1)
        names = tuple(str(number) for number in range(self.class_count))
        turn = np.random.default_rng(np.random.SeedSequence(seed, spawn_key=(13,))).random(len(t))
        return RawData(Samples(x, t), None, "classification", names, self.source, order=np.argsort(turn, kind="stable"))


def read_points(text: str) -> tuple[Array, Array]:
    """Return places ``(N, 2)``, float32, and classes ``(N,)``, int64, of points that were written by `write_points`.

    Raises
    ------
    DataError
        Which point is none.
    """
    x: list[tuple[float, float]] = []
    t: list[int] = []
    rows = [row for row in text.split(";") if row.strip()]
    if len(rows) > MOST_POINTS:
        raise DataError("painted_many", received=len(rows), most=MOST_POINTS)
    for number, row in enumerate(rows, start=1):
        parts = row.split()
        try:
            across, up, label = float(parts[0]), float(parts[1]), int(parts[2])
        except (ValueError, IndexError):
            raise DataError("painted_point", number=number, received=row.strip()[:40]) from None
        if len(parts) != 3 or not (math.hypot(across, up) <= REACH and 0 <= label < MOST_CLASSES):
            raise DataError("painted_point", number=number, received=row.strip()[:40])
        x.append((across, up))
        t.append(label)
    return np.array(x, np.float32).reshape(-1, 2), np.array(t, np.int64)


def write_points(x: Iterable[Iterable[float]], t: Iterable[int]) -> str:
    """Return points as a text, to a thousandth."""
    return ";".join(f"{round(float(a), 3):g} {round(float(b), 3):g} {int(label)}" for (a, b), label in zip(x, t, strict=True))
