"""Settings of layers that may change while a network trains, such as the ratio of Dropout: they shape no array."""

from __future__ import annotations

from core.fields import Value
from core.layers.base import LAYERS
from core.network import Network
from core.spec import LayerSpec, NetworkSpec


def differ_live_only(one: NetworkSpec, other: NetworkSpec) -> bool:
    """Say whether two networks compute alike but for settings that may change while training."""
    return one.computes_as(other, _settings_that_shape)


def _settings_that_shape(layer: LayerSpec) -> tuple[tuple[str, Value], ...]:
    fields = LAYERS.get(layer.kind).fields
    return tuple((name, value) for name, value in layer.settings if not fields[name].live)


def write_live_settings(spec: NetworkSpec, network: Network) -> None:
    """Give the layers of a built network the live settings of a spec; copies of a repeated block take those of the first."""
    given = {layer.id: dict(layer.settings) for layer in spec.walk()}
    for visit in network.visits:
        settings = given[visit.id.split("#")[0]]
        for name, field in visit.layer.fields.items():
            if field.live:
                visit.layer.change_setting(name, settings.get(name, field.default))
