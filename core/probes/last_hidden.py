"""What a network makes of samples just before it decides: the numbers that reach its last layer with weights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from core.arrays import Array
from core.network import Network

BATCH: Final = 250


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A sample that looks alike to the network.

    Parameters
    ----------
    row
        Of the samples that were given.
    distance
        Between the two in the last hidden layer.
    """

    row: int
    distance: float


def last_hidden(network: Network, x: Array) -> Array:
    """Return what reaches the last layer with weights, ``(N, D)``; of a network with one such layer the input itself."""
    children = network.chain.children
    learning = [n for n, child in enumerate(children) if child.layer.learns]
    before = children[: learning[-1]] if learning else children
    parts = []
    for at in range(0, len(x), BATCH):
        y = x[at : at + BATCH]
        for child in before:
            y = child.layer.forward(y)
        parts.append(y.reshape(len(y), -1))
    return np.concatenate(parts)


def nearest_in_hidden(network: Network, x: Array, samples: Array, count: int) -> tuple[Neighbour, ...]:
    """Return the samples ``(N, *input_shape)`` that are nearest to a batch of one in the last hidden layer."""
    features = last_hidden(network, samples)
    distances = np.sqrt(np.square(features - last_hidden(network, x), dtype=np.float64).sum(axis=1))
    rows = np.argsort(distances, kind="stable")[:count]
    return tuple(Neighbour(int(row), float(distances[row])) for row in rows)
