"""Which units a network has: the maps and numbers of every layer that changes something."""

from __future__ import annotations

from dataclasses import dataclass

from core.arrays import Shape
from core.initializers.base import WITHOUT_ACTIVATION
from core.network import build_chain, visit_chain
from core.probes.network_maps import WITHOUT_PICTURE
from core.spec import NetworkSpec


@dataclass(frozen=True, slots=True)
class UnitLayer:
    """A layer with its units.

    Parameters
    ----------
    id, kind
        The layer's id and registered name.
    shape
        ``(C, H, W)`` or ``(D,)``: what it gives for one sample.
    """

    id: str
    kind: str
    shape: Shape

    @property
    def count(self) -> int:
        """How many maps or numbers there are."""
        return self.shape[0]


def unit_layers(network: NetworkSpec, input_shape: Shape) -> tuple[UnitLayer, ...]:
    """Return all layers with units, from input to output, also inside containers."""
    visits = visit_chain(build_chain(network.layers), input_shape, WITHOUT_ACTIVATION)
    found = (UnitLayer(v.id, type(v.layer).__name__, v.layer.output_shape(v.input_shape)) for v in visits)
    return tuple(layer for layer in found if layer.kind not in WITHOUT_PICTURE)
