"""The layers between the input and one layer, also where that stands inside containers."""

from __future__ import annotations

from core.arrays import Array
from core.errors import SpecError
from core.layers.base import Layer
from core.layers.container import Chain, Container
from core.network import Network


def path_to(network: Network, layer_id: str) -> tuple[Layer, ...]:
    """Return the layers that a value passes on its way to a layer, which comes last.

    What stands in the same container but in another branch cannot reach it, so the way is always a simple row.

    Raises
    ------
    SpecError
        If there is no such layer.
    """
    found = _in_chain(network.chain, layer_id)
    if found is None:
        raise SpecError("no_such_layer", layer=layer_id)
    return found


def _in_chain(chain: Chain, layer_id: str) -> tuple[Layer, ...] | None:
    passed: tuple[Layer, ...] = ()
    for child in chain.children:
        if child.id == layer_id:
            return (*passed, child.layer)
        if isinstance(child.layer, Container):
            for branch in child.layer.branches:
                inside = _in_chain(branch, layer_id)
                if inside is not None:
                    return (*passed, *inside)
        passed = (*passed, child.layer)
    return None


def forward_along(path: tuple[Layer, ...], x: Array) -> Array:
    """Return what the last layer of a path makes of a batch, remembered for `backward_along`."""
    for layer in path:
        x = layer.forward(x, True)
    return x


def backward_along(path: tuple[Layer, ...], dout: Array) -> Array:
    """Return the gradient by the batch that was put in."""
    for layer in reversed(path):
        dout = layer.backward(dout)
    return dout
