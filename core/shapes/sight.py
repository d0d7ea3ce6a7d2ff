"""How much of the input one value of each layer can see: the receptive field, from the settings alone.

Goes forward with the side of the square and the distance between neighbours:
``size += (reach − 1)·step``, ``step *= stride``. `core.probes.receptive_field` finds the same square, with its place and
what the border cuts off, on a built network.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from core.arrays import Shape
from core.errors import CoreError
from core.network import build_layer
from core.shapes.fixes import window_of
from core.shapes.walk import copies_of
from core.spec import Branch, LayerSpec, NetworkSpec

EVERYTHING = ("Affine", "GlobalAveragePool")
"""Kinds whose values see all that reaches them."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What a value sees.

    Parameters
    ----------
    size
        The side of the square of pixels; 0 for the whole input.
    step
        How many pixels of the input lie between the squares of neighbours.
    """

    size: int
    step: int = 1


WHOLE = Sight(0)


def sights(network: NetworkSpec, input_shape: Shape) -> Mapping[str, Sight]:
    """Return what a value of each layer sees, by the layer's id; nothing for inputs that are no images.

    Behind a layer that rearranges an image, such as Reshape, nothing is said. Of a repeated block the first copy counts.
    """
    found: dict[str, Sight] = {}
    if len(input_shape) == 3:
        _follow(network.layers, Sight(1), max(input_shape[1:]), found)
    return found


def _follow(branch: Branch, sight: Sight | None, side: int, found: dict[str, Sight]) -> Sight | None:
    for layer in branch:
        sight = _after(layer, sight, side, found) if sight is not None else None
        if sight is not None:
            if sight.size >= side:
                sight = WHOLE
            found.setdefault(layer.id, sight)
    return sight


def _after(layer: LayerSpec, sight: Sight, side: int, found: dict[str, Sight]) -> Sight | None:
    """Return what is seen behind a layer."""
    if layer.kind == "Reshape":
        return None
    if sight == WHOLE or layer.kind in EVERYTHING:
        for inner in (inner for branch in layer.branches for each in branch for inner in each.walk()):
            found.setdefault(inner.id, WHOLE)
        return WHOLE
    if layer.branches:
        seen: Sight | None = sight
        for _ in range(copies_of(layer)):
            ends = [_follow(branch, seen, side, found) for branch in layer.branches]
            known = [end for end in ends if end is not None]
            seen = None if len(known) < len(ends) else WHOLE if WHOLE in known else max(known, key=lambda end: end.size)
            if seen is None or seen == WHOLE:
                break
        return seen
    try:
        window = window_of(build_layer(layer))
    except CoreError:
        return None
    if window is None:
        return sight
    return Sight(sight.size + (window.reach - 1) * sight.step, sight.step * window.stride)
