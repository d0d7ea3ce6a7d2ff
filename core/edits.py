"""What a person does to a network, as functions from one spec to the next."""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher

from core.layers.base import LAYERS
from core.layers.container import Container
from core.spec import Branch, LayerSpec, NetworkSpec, Place


def new_layer(kind: str) -> LayerSpec:
    """Return a layer of that kind with its defaults; a container with as many empty branches as it needs."""
    cls = LAYERS.get(kind)
    least = cls.branch_count[0] if issubclass(cls, Container) else 0
    return LayerSpec(kind, branches=((),) * least)


def gaps(network: NetworkSpec) -> tuple[Place, ...]:
    """Return every place where a layer could stand, in reading order."""
    return tuple(_gaps(network.layers, "", 0))


def _gaps(branch: Branch, container: str, number: int) -> list[Place]:
    found = [Place(container, number, 0)]
    for index, layer in enumerate(branch):
        for inner, inside in enumerate(layer.branches):
            found += _gaps(inside, layer.id, inner)
        found.append(Place(container, number, index + 1))
    return found


def place_after(network: NetworkSpec, selected: str) -> Place:
    """Return where a new layer goes: after the selected one, into a container with an empty branch, else at the end."""
    if not selected:
        return Place(index=len(network.layers))
    for number, branch in enumerate(network.find(selected).branches):
        if not branch:
            return Place(selected, number, 0)
    place = network.place_of(selected)
    return replace(place, index=place.index + 1)


def layer_at(network: NetworkSpec, place: Place) -> LayerSpec:
    """Return the layer that stands at a place."""
    branch = network.find(place.container).branches[place.branch] if place.container else network.layers
    return branch[place.index]


def inserted(network: NetworkSpec, place: Place, layer: LayerSpec) -> tuple[NetworkSpec, str]:
    """Return a network with a layer put in, and the id it got."""
    edited = network.insert(place, layer)
    return edited, layer_at(edited, place).id


def duplicated(network: NetworkSpec, layer_id: str) -> tuple[NetworkSpec, str]:
    """Return a network with a copy of a layer behind it, and the copy's id."""
    place = network.place_of(layer_id)
    return inserted(network, replace(place, index=place.index + 1), without_ids(network.find(layer_id)))


def without_ids(layer: LayerSpec) -> LayerSpec:
    """Return a layer without ids and names, for putting it in once more."""
    branches = tuple(tuple(without_ids(inner) for inner in branch) for branch in layer.branches)
    return replace(layer, id="", name="", branches=branches)


def shifted(network: NetworkSpec, layer_id: str, by: int) -> NetworkSpec:
    """Return a network with a layer moved by so many places in reading order, into and out of containers too.

    At the first or last place it stays where it is.
    """
    layer = network.find(layer_id)
    rest = network.remove(layer_id)
    places = gaps(rest)
    index = places.index(network.place_of(layer_id)) + by
    return rest.insert(places[index], layer) if 0 <= index < len(places) else network


def next_after_removal(network: NetworkSpec, layer_id: str) -> str:
    """Return which layer to select once one is removed: the one behind it, else before it, else around it."""
    place = network.place_of(layer_id)
    for index in (place.index + 1, place.index - 1):
        branch = network.find(place.container).branches[place.branch] if place.container else network.layers
        if 0 <= index < len(branch):
            return branch[index].id
    return place.container


def with_ids_of(network: NetworkSpec, known: NetworkSpec) -> NetworkSpec:
    """Return a network whose layers take the ids of those they correspond to in another one.

    So a network that was typed keeps the selection. Layers of one kind in the same order correspond.
    """
    return replace(network, layers=_named(network.layers, known.layers))


def _named(branch: Branch, known: Branch) -> Branch:
    matcher = SequenceMatcher(None, [layer.kind for layer in known], [layer.kind for layer in branch], autojunk=False)
    named = [replace(layer, id="", branches=tuple(_named(inner, ()) for inner in layer.branches)) for layer in branch]
    for block in matcher.get_matching_blocks():
        for offset in range(block.size):
            old, new = known[block.a + offset], branch[block.b + offset]
            inside = tuple(_named(b, old.branches[n] if n < len(old.branches) else ()) for n, b in enumerate(new.branches))
            named[block.b + offset] = replace(new, id=old.id, branches=inside)
    return tuple(named)
