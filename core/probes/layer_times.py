"""How long each layer takes on this machine, forward and backward, in one step of training."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import Final

import numpy as np

from core.arrays import Array
from core.layers.base import Layer
from core.network import Network
from core.spec import NetworkSpec

ROUNDS: Final = 5
"""Timed steps; the median counts, because another program may have had the processor meanwhile."""

WARM: Final = 1


@dataclass(frozen=True, slots=True)
class LayerTime:
    """Seconds for one batch; a container with all it holds, a repeated layer with all its copies."""

    forward: float
    backward: float


@dataclass(frozen=True)
class LayerTimes:
    """What was measured.

    Parameters
    ----------
    network
        The network that ran.
    batch
        Of how many samples.
    by_layer
        By the layer's id.
    """

    network: NetworkSpec
    batch: int
    by_layer: Mapping[str, LayerTime]


def measure_layer_times(spec: NetworkSpec, x: Array, seed: int, rounds: int = ROUNDS) -> LayerTimes:
    """Run a network of its own forward and backward as training does, and note when each layer begins and ends.

    Parameters
    ----------
    x
        The batch, ``(N, …)``.
    """
    network = Network(spec, x.shape[1:], seed=seed)
    taken: dict[tuple[str, str], list[float]] = defaultdict(list)
    for visit in network.visits:
        own = visit.id.partition("#")[0]
        _watch(visit.layer, taken[own, "forward"], "forward")
        _watch(visit.layer, taken[own, "backward"], "backward", "backward_params")
    rows: list[dict[tuple[str, str], float]] = []
    for step in range(WARM + rounds):
        for noted in taken.values():
            noted.clear()
        network.begin_step(step)
        network.backward_params(np.ones_like(network.forward(x, training=True)))
        if step >= WARM:
            rows.append({key: sum(noted) for key, noted in taken.items()})
    middle = {key: median(row[key] for row in rows) for key in taken}
    ids = dict.fromkeys(own for own, _ in taken)
    return LayerTimes(spec, len(x), {own: LayerTime(middle[own, "forward"], middle[own, "backward"]) for own in ids})


def _watch(layer: Layer, noted: list[float], *methods: str) -> None:
    """Let a layer note how long some of its methods take; one that calls another of them is noted once."""
    inside = False

    def timed(method: Callable[..., object]) -> Callable[..., object]:
        def call(*values: object, **named: object) -> object:
            nonlocal inside
            if inside:
                return method(*values, **named)
            inside = True
            started = perf_counter()
            try:
                return method(*values, **named)
            finally:
                noted.append(perf_counter() - started)
                inside = False

        return call

    for name in methods:
        setattr(layer, name, timed(getattr(layer, name)))
