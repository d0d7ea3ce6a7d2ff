"""What is lost without a unit: each is silenced in turn, and the network asked again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from core.arrays import Array
from core.datasets.base import Samples
from core.layers.base import Layer
from core.layers.container import Chain, Child, Container
from core.network import Network
from core.probes.accuracy import ClassAccuracy, class_accuracy
from core.training.frame import Frame

BATCH: Final = 250


@dataclass(frozen=True)
class Lesions:
    """What every unit of a layer is worth.

    Parameters
    ----------
    frame
        The moment.
    layer
        The layer's id.
    whole
        How often the network is right as it is.
    drops
        By how much the share of right answers falls without each unit, ``(units,)``.
    class_drops
        The same for each class, ``(units, K)``; NaN for a class without samples.
    """

    frame: Frame
    layer: str
    whole: ClassAccuracy
    drops: Array
    class_drops: Array


class _Silenced(Layer):
    """Another layer whose units can be switched off, in prediction only."""

    def __init__(self, inner: Layer) -> None:
        super().__init__()
        self.inner = inner
        self.silent: int | None = None

    def forward(self, x: Array, training: bool = False) -> Array:
        y = self.inner.forward(x, training)
        if self.silent is not None:
            y = y.copy()
            y[:, self.silent] = 0
        return y


def lesions(network: Network, frame: Frame, samples: Samples, layer_id: str, units: int) -> Lesions:
    """Return what is lost without each unit of a layer: its map, or its number, is 0 for every sample.

    Only what comes after is computed again for each unit.
    """
    classes = len(frame.data.classes)
    with _silenceable(network, layer_id) as (place, set_silent):
        before, after = network.chain.children[:place], network.chain.children[place:]
        reached = [_run(before, samples.x[at : at + BATCH]) for at in range(0, len(samples), BATCH)]

        def ask(silent: int | None) -> ClassAccuracy:
            set_silent(silent)
            scores = np.concatenate([_run(after, x) for x in reached])
            said = scores.argmax(axis=1) if scores.shape[1] > 1 else (scores[:, 0] > 0).astype(np.int64)
            return class_accuracy(said, samples.t, classes)

        whole = ask(None)
        without = [ask(unit) for unit in range(units)]
    drops = np.array([whole.total - each.total for each in without])
    class_drops = np.array([whole.per_class - each.per_class for each in without])
    return Lesions(frame, layer_id, whole, drops, class_drops)


def _run(children: tuple[Child, ...], x: Array) -> Array:
    for child in children:
        x = child.layer.forward(x)
    return x


@contextmanager
def _silenceable(network: Network, layer_id: str) -> Iterator[tuple[int, Callable[[int | None], None]]]:
    """Wrap a layer for a while; gives the place of the top-level layer that holds it, and what silences a unit."""
    chain, index = _holder(network.chain, layer_id)
    top = next(n for n, child in enumerate(network.chain.children) if _holds(child, layer_id))
    kept = chain.children
    wrapped = _Silenced(kept[index].layer)

    def set_silent(unit: int | None) -> None:
        wrapped.silent = unit

    chain.children = (*kept[:index], replace(kept[index], layer=wrapped), *kept[index + 1 :])
    try:
        yield top, set_silent
    finally:
        chain.children = kept


def _holds(child: Child, layer_id: str) -> bool:
    if child.id == layer_id:
        return True
    branches = child.layer.branches if isinstance(child.layer, Container) else ()
    return any(_holds(inside, layer_id) for branch in branches for inside in branch.children)


def _holder(chain: Chain, layer_id: str) -> tuple[Chain, int]:
    """Return the chain in which a layer stands, and where."""
    for index, child in enumerate(chain.children):
        if child.id == layer_id:
            return chain, index
        if isinstance(child.layer, Container):
            for branch in child.layer.branches:
                if any(_holds(inside, layer_id) for inside in branch.children):
                    return _holder(branch, layer_id)
    raise KeyError(layer_id)
