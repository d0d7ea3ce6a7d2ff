"""How the weights of a layer begin: what Auto comes to, and how wide the distribution is."""

from __future__ import annotations

import math
from dataclasses import dataclass

from core.arrays import Shape
from core.errors import CoreError
from core.fields import ComponentSpec
from core.initializers.base import AUTO, INITIALIZERS, initializer_for
from core.layers.base import LAYERS
from core.spec import LayerSpec, NetworkSpec

_ROOTS = {"He": "√(2 / {n})", "Xavier": "√(1 / {n})"}


@dataclass(frozen=True, slots=True)
class Beginning:
    """How weights begin.

    Parameters
    ----------
    kind
        The initial values really used.
    suits
        The activation they were chosen for, "" where the person chose them or nothing follows.
    formula
        The standard deviation with its numbers, such as ``√(2 / 27) = 0.2722``; "" where there is none.
    """

    kind: str
    suits: str
    formula: str


def activation_after(network: NetworkSpec, layer_id: str) -> str:
    """Return the kind of the first activation behind a layer that decides initial values, "" if there is none."""
    place = network.place_of(layer_id)
    while True:
        branch = network.find(place.container).branches[place.branch] if place.container else network.layers
        for layer in branch[place.index + 1 :]:
            found = _first_activation(layer)
            if found:
                return found
        if not place.container:
            return ""
        place = network.place_of(place.container)


def _first_activation(layer: LayerSpec) -> str:
    if LAYERS.get(layer.kind).suits:
        return layer.kind
    inside = layer.branches[0] if layer.branches else ()
    return next((found for inner in inside if (found := _first_activation(inner))), "")


def beginning(network: NetworkSpec, layer_id: str, input_shape: Shape | None) -> Beginning | None:
    """Return how a layer's weights begin; None for a layer that does not choose.

    Parameters
    ----------
    input_shape
        What reaches the layer, None where that is open.
    """
    layer = LAYERS.build(network.find(layer_id).component)
    setting = layer.settings.get("init")
    if not isinstance(setting, ComponentSpec):
        return None
    activation = activation_after(network, layer_id)
    chosen = initializer_for(setting, LAYERS.get(activation).suits if activation else "")
    suits = activation if setting.kind == AUTO else ""
    return Beginning(chosen.kind, suits, _formula(chosen, _weights(layer, input_shape)))


def _weights(layer: object, input_shape: Shape | None) -> Shape:
    if input_shape is None:
        return ()
    try:
        return layer.parameter_shapes(input_shape).get("W", ())  # type: ignore[attr-defined, no-any-return]
    except CoreError:
        return ()


def _formula(chosen: ComponentSpec, weights: Shape) -> str:
    """Return the standard deviation of matrices and filters; other weights are not explained."""
    if len(weights) not in {2, 4}:
        return ""
    matrix = len(weights) == 2
    fan_in = weights[0] if matrix else math.prod(weights[1:])
    fan_out = weights[1] if matrix else weights[0] * math.prod(weights[2:])
    try:
        std = INITIALIZERS.build(chosen).scale(fan_in, fan_out)
    except NotImplementedError:
        return ""
    root = _ROOTS.get(chosen.kind, "").format(n=fan_in)
    said = f"{root} = {std:.4g}" if root else f"{std:.4g}"
    return said.replace(" ", "\N{NO-BREAK SPACE}")
