"""What every layer of a network makes of some samples, also inside containers."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from core.arrays import Array
from core.layers.base import Layer
from core.layers.container import Chain, Container
from core.layers.residual import Residual
from core.network import Network


@dataclass(frozen=True)
class LayerOutput:
    """One layer at work.

    Parameters
    ----------
    id
        The layer's id.
    layer
        The built layer; it belongs to whoever owns the network.
    container
        The id of the container that holds it, "" at the top.
    sources
        The ids of the layers whose values reach it, "" for the input: of a container that was looked into the last
        of each branch.
    x, y
        What went in and what came out, with the batch axis first.
    """

    id: str
    layer: Layer
    container: str
    sources: tuple[str, ...]
    x: Array
    y: Array

    @property
    def kind(self) -> str:
        """The registered name of the layer."""
        return type(self.layer).__name__


def layer_outputs(network: Network, x: Array, opened: Collection[str] | None = None) -> Iterator[LayerOutput]:
    """Yield every layer with its input and output for a batch, outside training; what a container holds comes before it.

    Parameters
    ----------
    opened
        The containers to look into; None for all. Looking into one computes it twice.
    """
    yield from _of_chain(network.chain, x, opened, "", "")


def _of_chain(chain: Chain, x: Array, opened: Collection[str] | None, container: str, source: str) -> Iterator[LayerOutput]:
    for child in chain.children:
        sources: tuple[str, ...] = (source,)
        if isinstance(child.layer, Container) and (opened is None or child.id in opened):
            sources = tuple(b.children[-1].id if b.children else source for b in child.layer.branches)
            if isinstance(child.layer, Residual):
                sources = (*sources, source)
            for branch in child.layer.branches:
                yield from _of_chain(branch, x, opened, child.id, source)
        y = child.layer.forward(x, False)
        yield LayerOutput(child.id, child.layer, container, sources, x, y)
        x, source = y, child.id
