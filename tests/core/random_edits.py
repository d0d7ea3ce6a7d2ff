"""Edits made by chance: each is a value, so that a row of them can be done again from the beginning."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from core.edits import (
    duplicated,
    gaps,
    inserted,
    moved_together,
    new_layer,
    put_in,
    repeated,
    shifted,
    unwrapped,
    with_ids_of,
    without_ids,
    wrapped,
)
from core.errors import CoreError
from core.fields import ComponentSpec
from core.layers import LAYERS
from core.spec import LayerSpec, NetworkSpec, Place
from core.text import network_text, parse_network
from core.text.writing import layer_text
from tests.core.shapes.small import small_setting

MOST_LAYERS = 20


@dataclass(frozen=True)
class Edit:
    """A name of `EDITS` with what it takes."""

    name: str
    about: tuple[Any, ...]

    def applied(self, network: NetworkSpec) -> NetworkSpec:
        """Return the network after the edit; as it was where it cannot be done."""
        try:
            return EDITS[self.name](network, *self.about)
        except CoreError:
            return network


def settled(network: NetworkSpec, layer_id: str, settings: ComponentSpec) -> NetworkSpec:
    layer = network.find(layer_id)
    return network.replace(layer_id, replace(layer, settings=LAYERS.check(settings).settings))


def pasted(network: NetworkSpec, place: Place, text: str) -> NetworkSpec:
    return put_in(network, place, *map(without_ids, parse_network(text).layers))[0]


def typed(network: NetworkSpec, text: str) -> NetworkSpec:
    return replace(with_ids_of(parse_network(text), network), name=network.name)


def about(network: NetworkSpec, layer_id: str, name: str, frozen: bool) -> NetworkSpec:
    return network.replace(layer_id, replace(network.find(layer_id), name=name, frozen=frozen))


EDITS: dict[str, Callable[..., NetworkSpec]] = {
    "insert": lambda network, place, kind: inserted(network, place, new_layer(kind))[0],
    "remove": lambda network, *ids: network.remove(*ids),
    "move": lambda network, place, *ids: moved_together(network, ids, place),
    "shift": shifted,
    "duplicate": lambda network, *ids: duplicated(network, *ids)[0],
    "set": settled,
    "paste": pasted,
    "type": typed,
    "wrap": lambda network, kind, *ids: wrapped(network, ids, kind)[0],
    "unwrap": lambda network, layer_id: unwrapped(network, layer_id)[0],
    "repeat": lambda network, times, *ids: repeated(network, ids, times)[0],
    "about": about,
}


def random_edit(random: Random, network: NetworkSpec) -> Edit:
    """Return something that a person could do to a network."""
    layers = list(network.walk())
    place = random.choice(gaps(network))
    if not layers or (len(layers) < MOST_LAYERS and random.random() < 0.25):
        return Edit("insert", (place, random.choice(LAYERS.names())))
    one = random.choice(layers)
    if len(layers) > MOST_LAYERS:
        return Edit("remove", (max(network.layers, key=lambda layer: len(list(layer.walk()))).id,))
    name = random.choice([name for name in EDITS if name != "insert"])
    containers = [layer.id for layer in layers if layer.branches]
    following = _following(random, network, one)
    match name:
        case "remove":
            return Edit(name, (one.id,))
        case "move":
            return Edit(name, (place, one.id))
        case "shift":
            return Edit(name, (one.id, random.choice((-1, 1))))
        case "duplicate":
            return Edit(name, following)
        case "set":
            return Edit(name, (one.id, _other_settings(random, one)))
        case "paste":
            return Edit(name, (place, layer_text(random.choice(layers))))
        case "type":
            return Edit(name, (network_text(network.remove(one.id), multiline=random.random() < 0.5),))
        case "wrap":
            return Edit(name, (random.choice(("Sequential", "Residual", "Parallel")), *following))
        case "unwrap" if containers:
            return Edit(name, (random.choice(containers),))
        case "repeat":
            return Edit(name, (random.randint(1, 3), *following))
    return Edit("about", (one.id, random.choice(("", "stem", 'it\'s "#1"')), random.random() < 0.3))


def _following(random: Random, network: NetworkSpec, layer: LayerSpec) -> tuple[str, ...]:
    """Return a layer with up to two that follow it in its row."""
    place = network.place_of(layer.id)
    row = network.find(place.container).branches[place.branch] if place.container else network.layers
    return tuple(each.id for each in row[place.index : place.index + random.randint(1, 3)])


def _other_settings(random: Random, layer: LayerSpec) -> ComponentSpec:
    fields = LAYERS.get(layer.kind).fields
    name = random.choice([*fields]) if fields else ""
    value = small_setting(random, fields[name]) if name else None
    changed = {} if value is None else {name: value}
    return ComponentSpec.of(layer.kind, **{**dict(layer.settings), **changed})
