"""How often a network is right, class by class."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from core.arrays import Array
from core.datasets.base import Samples
from core.network import Network

BATCH: Final = 250


@dataclass(frozen=True)
class ClassAccuracy:
    """Shares of right answers.

    Parameters
    ----------
    total
        Of all samples.
    per_class
        ``(K,)``; NaN for a class without samples.
    """

    total: float
    per_class: Array


def answers(network: Network, x: Array) -> Array:
    """Return the likeliest class of each sample, ``(N,)``; with a single score whether it is above 0."""
    parts = []
    for at in range(0, len(x), BATCH):
        scores = network.forward(x[at : at + BATCH])
        parts.append(scores.argmax(axis=1) if scores.shape[1] > 1 else (scores[:, 0] > 0).astype(np.int64))
    return np.concatenate(parts) if parts else np.zeros(0, np.int64)


def class_accuracy(said: Array, t: Array, classes: int) -> ClassAccuracy:
    """Return how often answers ``(N,)`` are the labels ``(N,)``."""
    right = said == t
    counts = np.bincount(t, minlength=classes)
    hits = np.bincount(t[right], minlength=classes)
    with np.errstate(invalid="ignore"):
        per_class = hits / np.where(counts > 0, counts, np.nan)
    return ClassAccuracy(float(right.mean()) if len(t) else float("nan"), per_class)


def accuracy_on(network: Network, samples: Samples, classes: int, limit: int) -> ClassAccuracy:
    """Return how often a network is right on the first `limit` samples."""
    return class_accuracy(answers(network, samples.x[:limit]), samples.t[:limit], classes)
