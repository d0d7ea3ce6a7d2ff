"""Which samples to show: few, spread over the classes, the same ones all through a run."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.datasets.base import Samples, Task


def choose_samples(samples: Samples, task: Task, count: int, rng: np.random.Generator) -> Array:
    """Return the rows of some samples, at most `count`, in a mixed order.

    For classification every class comes once before any comes twice, as far as there are samples of it.
    """
    order = rng.permutation(len(samples))
    if task == "classification":
        labels = samples.t[order]
        turn = np.empty(len(order), dtype=np.intp)
        for label in np.unique(labels):
            places = np.flatnonzero(labels == label)
            turn[places] = np.arange(len(places))
        order = order[np.argsort(turn, kind="stable")]
    return rng.permutation(order[:count])
