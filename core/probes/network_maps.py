"""All that a network makes of one sample at one moment, from the input to what it says."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from core.arrays import Array
from core.losses.base import LOSSES
from core.network import Network
from core.probes.layer_outputs import layer_outputs
from core.training.frame import Frame

WITHOUT_PICTURE: Final = frozenset({"Flatten", "Reshape", "Dropout", "Identity"})
"""Kinds that change no number when they predict: their output would be the picture before them once more."""


@dataclass(frozen=True)
class LayerMaps:
    """What one layer made of the sample.

    Parameters
    ----------
    id, kind, container
        The layer, its registered name, and the container that holds it ("" at the top).
    sources
        The ids of the layers whose values reach it, "" for the input.
    x, y
        Input and output, ``(C, H, W)`` or ``(D,)``.
    """

    id: str
    kind: str
    container: str
    sources: tuple[str, ...]
    x: Array
    y: Array


@dataclass(frozen=True)
class NetworkMaps:
    """The answer to one sample.

    Parameters
    ----------
    frame
        The moment.
    sample
        What was put in, ``input_shape``.
    layers
        In forward order, what containers hold before them; kinds that only hand on are left out.
    said
        ``(K,)``: probabilities, or the values themselves for regression.
    """

    frame: Frame
    sample: Array
    layers: tuple[LayerMaps, ...]
    said: Array

    def layer(self, layer_id: str) -> LayerMaps | None:
        """Return the maps of a layer, or None if it is not shown."""
        return next((maps for maps in self.layers if maps.id == layer_id), None)


def network_maps(network: Network, frame: Frame, x: Array, opened: Collection[str] = ()) -> NetworkMaps:
    """Return what the network of a frame makes of a batch of one.

    Parameters
    ----------
    opened
        The containers to look into.
    """
    layers: list[LayerMaps] = []
    shown = {"": ""}  # by the id of any layer, the shown one that has the same numbers
    scores = x
    for out in layer_outputs(network, x, opened):
        sources = tuple(dict.fromkeys(shown[source] for source in out.sources))
        if out.kind in WITHOUT_PICTURE:
            shown[out.id] = sources[0]
        else:
            shown[out.id] = out.id
            layers.append(LayerMaps(out.id, out.kind, out.container, sources, out.x[0], out.y[0]))
        if not out.container:
            scores = out.y
    loss = LOSSES.build(frame.experiment.training.loss)
    return NetworkMaps(frame, x[0], tuple(layers), loss.predict(scores.reshape(len(x), -1))[0])
