"""Settings of layers that may change while a network trains, such as the ratio of Dropout: they shape no array."""

from __future__ import annotations

from dataclasses import replace

from core.layers.base import LAYERS
from core.network import Network
from core.spec import LayerSpec, NetworkSpec


def differ_live_only(one: NetworkSpec, other: NetworkSpec) -> bool:
    """Say whether two networks compute alike but for settings that may change while training."""
    return _without_live(one).computes_as(_without_live(other))


def _without_live(network: NetworkSpec) -> NetworkSpec:
    def bare(layer: LayerSpec) -> LayerSpec:
        fields = LAYERS.get(layer.kind).fields
        kept = tuple((name, value) for name, value in layer.settings if not fields[name].live)
        return replace(layer, settings=kept, branches=tuple(tuple(map(bare, branch)) for branch in layer.branches))

    return replace(network, layers=tuple(map(bare, network.layers)))


def write_live_settings(spec: NetworkSpec, network: Network) -> None:
    """Give the layers of a built network the live settings of a spec; copies of a repeated block take those of the first."""
    given = {layer.id: dict(layer.settings) for layer in spec.walk()}
    for visit in network.visits:
        settings = given[visit.id.split("#")[0]]
        for name, field in visit.layer.fields.items():
            if field.live:
                visit.layer.change_setting(name, settings.get(name, field.default))
