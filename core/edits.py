"""What a person does to a network, as functions from one spec to the next."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from difflib import SequenceMatcher

from core.errors import SpecError
from core.fields import ComponentSpec, Value
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


def branch_of(network: NetworkSpec, place: Place) -> Branch:
    """Return the branch that a place lies in."""
    return network.find(place.container).branches[place.branch] if place.container else network.layers


def layer_at(network: NetworkSpec, place: Place) -> LayerSpec:
    """Return the layer that stands at a place."""
    return branch_of(network, place)[place.index]


def inserted(network: NetworkSpec, place: Place, layer: LayerSpec) -> tuple[NetworkSpec, str]:
    """Return a network with a layer put in, and the id it got."""
    edited, (layer_id,) = put_in(network, place, layer)
    return edited, layer_id


def topmost(network: NetworkSpec, layer_ids: Collection[str]) -> tuple[str, ...]:
    """Return the chosen layers in reading order, without those that lie inside another chosen one."""
    found: list[str] = []

    def look(branch: Branch) -> None:
        for layer in branch:
            if layer.id in layer_ids:
                found.append(layer.id)
            else:
                for inner in layer.branches:
                    look(inner)

    look(network.layers)
    return tuple(found)


def duplicated(network: NetworkSpec, *layer_ids: str) -> tuple[NetworkSpec, tuple[str, ...]]:
    """Return a network with copies of layers behind the last of them, and the copies' ids."""
    chosen = topmost(network, layer_ids)
    place = network.place_of(chosen[-1])
    copies = [without_ids(network.find(layer_id)) for layer_id in chosen]
    return put_in(network, replace(place, index=place.index + 1), *copies)


def put_in(network: NetworkSpec, place: Place, *layers: LayerSpec) -> tuple[NetworkSpec, tuple[str, ...]]:
    """Return a network with layers put in at a place, and the ids they got."""
    edited = network.insert(place, *layers)
    row = branch_of(edited, place)[place.index : place.index + len(layers)]
    return edited, tuple(layer.id for layer in row)


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


def shifted_together(network: NetworkSpec, layer_ids: Collection[str], by: int) -> NetworkSpec:
    """Return a network with several layers moved by one place; as it was if one of them is at the end already."""
    chosen = topmost(network, layer_ids)
    for layer_id in reversed(chosen) if by > 0 else chosen:
        moved = shifted(network, layer_id, by)
        if moved is network:
            return network
        network = moved
    return network


def moved_together(network: NetworkSpec, layer_ids: Collection[str], place: Place) -> NetworkSpec:
    """Return a network with layers moved to a place, counted before they are taken out.

    Raises
    ------
    SpecError
        If the place lies inside one of them.
    """
    chosen = topmost(network, layer_ids)
    layers = [network.find(layer_id) for layer_id in chosen]
    for layer in layers:
        if any(inside.id == place.container for inside in layer.walk()):
            raise SpecError("move_into_itself", layer=layer.label)
    return network.remove(*chosen).insert(without(network, chosen, place), *layers)


def without(network: NetworkSpec, layer_ids: Collection[str], place: Place) -> Place:
    """Return where a place lies once some layers are taken out."""
    before = [network.place_of(layer_id) for layer_id in layer_ids]
    gone = sum((p.container, p.branch) == (place.container, place.branch) and p.index < place.index for p in before)
    return replace(place, index=place.index - gone)


def wrapped(network: NetworkSpec, layer_ids: Collection[str], kind: str, **settings: Value) -> tuple[NetworkSpec, str]:
    """Return a network with layers that follow one another put into a container, and the container's id.

    A Parallel gets them as its first branch, and an empty one beside it.

    Raises
    ------
    SpecError
        If they do not follow one another in one branch.
    """
    chosen = topmost(network, layer_ids)
    places = [network.place_of(layer_id) for layer_id in chosen]
    first = places[0]
    if places != [replace(first, index=first.index + step) for step in range(len(places))]:
        raise SpecError("wrap_apart", kind=kind)
    layers = tuple(network.find(layer_id) for layer_id in chosen)
    least = len(new_layer(kind).branches)
    component = LAYERS.check(ComponentSpec.of(kind, **settings))
    container = LayerSpec(kind, component.settings, (layers, *((),) * (least - 1)))
    return inserted(network.remove(*chosen), first, container)


def unwrapped(network: NetworkSpec, layer_id: str) -> tuple[NetworkSpec, tuple[str, ...]]:
    """Return a network with a container's layers in its place, and their ids; a repeated block's as often as it stands.

    The layers of several branches follow one another.
    """
    container = network.find(layer_id)
    place = network.place_of(layer_id)
    once = tuple(layer for branch in container.branches for layer in branch)
    repeat = int(dict(container.settings).get("repeat", 1))  # type: ignore[arg-type]
    copies = [without_ids(layer) for _ in range(repeat - 1) for layer in once]
    return put_in(network.remove(layer_id), place, *once, *copies)


def repeated(network: NetworkSpec, layer_ids: Collection[str], times: int) -> tuple[NetworkSpec, str]:
    """Return a network in which layers stand several times, as one block, and the block's id.

    Raises
    ------
    SpecError
        If they do not follow one another in one branch.
    """
    chosen = topmost(network, layer_ids)
    only = network.find(chosen[0])
    if len(chosen) == 1 and only.kind == "Sequential":
        component = LAYERS.check(ComponentSpec.of("Sequential", **{**dict(only.settings), "repeat": times}))
        return network.replace(only.id, replace(only, settings=component.settings)), only.id
    return wrapped(network, chosen, "Sequential", repeat=times)


def next_after_removal(network: NetworkSpec, *layer_ids: str) -> str:
    """Return which layer to select once some are removed: the one behind them, else before, else around them."""
    chosen = topmost(network, layer_ids)
    first, last = network.place_of(chosen[0]), network.place_of(chosen[-1])
    for place in (replace(last, index=last.index + 1), replace(first, index=first.index - 1)):
        branch = branch_of(network, place)
        if 0 <= place.index < len(branch):
            return branch[place.index].id
    return last.container


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
