"""What a network and an experiment are, as values: frozen, comparable, edited by making new ones.

`LayerSpec` is a tree, because containers hold layers. Every layer has an id that survives edits, so that a view can
keep its selection and a file can name arrays; ids do not count when two specs are compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from operator import attrgetter

from core.errors import SpecError
from core.fields import ComponentSpec, Value

Branch = tuple["LayerSpec", ...]


@dataclass(frozen=True, slots=True)
class LayerSpec:
    """One layer, or a container with its branches.

    Parameters
    ----------
    kind
        The registered name, such as ``"Conv"``.
    settings
        The settings that differ from their defaults.
    branches
        The layers inside a container; empty for plain layers. Sequential and Residual have one branch.
    name, notes
        What the person calls it and writes about it.
    frozen
        True to keep its parameters as they are while training.
    id
        Unique in the network; given by `NetworkSpec` where it is empty. Not compared.
    """

    kind: str
    settings: tuple[tuple[str, Value], ...] = ()
    branches: tuple[Branch, ...] = ()
    name: str = ""
    notes: str = ""
    frozen: bool = False
    id: str = field(default="", compare=False)

    @property
    def component(self) -> ComponentSpec:
        """Kind and settings alone."""
        return ComponentSpec(self.kind, self.settings)

    @property
    def label(self) -> str:
        """What to call it: the person's name for it, else its id."""
        return self.name or self.id

    def walk(self) -> Iterator[LayerSpec]:
        """Yield this layer and all inside it, in forward order."""
        yield self
        for branch in self.branches:
            yield from _walk(branch)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a layer stands or would stand.

    Parameters
    ----------
    container
        The id of the container, or "" for the network itself.
    branch
        Which branch of the container.
    index
        The position in that branch.
    """

    container: str = ""
    branch: int = 0
    index: int = 0


@dataclass(frozen=True, slots=True)
class NetworkSpec:
    """A network as a value: layers from input to output.

    Raises
    ------
    SpecError
        From the edits, if the layer or place does not exist.
    """

    layers: Branch = ()
    name: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "layers", _with_ids(self.layers))

    def walk(self) -> Iterator[LayerSpec]:
        """Yield every layer, containers before what they hold."""
        yield from _walk(self.layers)

    def computes_as(self, other: NetworkSpec, settings: Callable[[LayerSpec], object] = attrgetter("settings")) -> bool:
        """Say whether another network differs in names and notes alone, and in settings that `settings` leaves out."""
        return _compute_alike(self.layers, other.layers, settings)

    def find(self, layer_id: str) -> LayerSpec:
        """Return the layer with that id."""
        for layer in self.walk():
            if layer.id == layer_id:
                return layer
        raise SpecError("no_such_layer", layer=layer_id)

    def place_of(self, layer_id: str) -> Place:
        """Return where the layer with that id stands."""
        for container, branch_index, branch in self._branches():
            for index, layer in enumerate(branch):
                if layer.id == layer_id:
                    return Place(container, branch_index, index)
        raise SpecError("no_such_layer", layer=layer_id)

    def replace(self, layer_id: str, layer: LayerSpec) -> NetworkSpec:
        """Return a network with another layer in that place; it keeps the id."""
        place = self.place_of(layer_id)
        new = replace(layer, id=layer_id)
        return self._edit(place, lambda branch: (*branch[: place.index], new, *branch[place.index + 1 :]))

    def insert(self, place: Place, *layers: LayerSpec) -> NetworkSpec:
        """Return a network with layers put in before the place's index."""
        return self._edit(place, lambda branch: (*branch[: place.index], *layers, *branch[place.index :]))

    def remove(self, *layer_ids: str) -> NetworkSpec:
        """Return a network without those layers."""
        network = self
        for layer_id in layer_ids:
            place = network.place_of(layer_id)
            network = network._edit(place, lambda b, i=place.index: (*b[:i], *b[i + 1 :]))  # type: ignore[misc]
        return network

    def move(self, layer_id: str, place: Place) -> NetworkSpec:
        """Return a network with the layer moved to a place, counted before it is taken out."""
        layer = self.find(layer_id)
        if any(inside.id == place.container for inside in layer.walk()):
            raise SpecError("move_into_itself", layer=layer.label)
        old = self.place_of(layer_id)
        same_branch = (old.container, old.branch) == (place.container, place.branch)
        index = place.index - 1 if same_branch and old.index < place.index else place.index
        return self.remove(layer_id).insert(replace(place, index=index), layer)

    def _branches(self) -> Iterator[tuple[str, int, Branch]]:
        yield "", 0, self.layers
        for layer in self.walk():
            for index, branch in enumerate(layer.branches):
                yield layer.id, index, branch

    def _edit(self, place: Place, edit: Callable[[Branch], Branch]) -> NetworkSpec:
        if not place.container:
            return replace(self, layers=edit(self.layers))
        holder = self.find(place.container)
        if not 0 <= place.branch < len(holder.branches):
            raise SpecError("no_such_layer", layer=f"{holder.label}[{place.branch}]")
        branches = tuple(edit(b) if i == place.branch else b for i, b in enumerate(holder.branches))
        return self.replace(holder.id, replace(holder, branches=branches))


def _walk(branch: Branch) -> Iterator[LayerSpec]:
    for layer in branch:
        if layer.branches:
            yield from layer.walk()
        else:
            yield layer


def _compute_alike(left: Branch, right: Branch, settings: Callable[[LayerSpec], object]) -> bool:
    """Compare two branches without names and notes; what is the same object needs no look inside."""
    if left is right:
        return True
    return len(left) == len(right) and all(
        a is b
        or (
            (a.kind, a.frozen, len(a.branches)) == (b.kind, b.frozen, len(b.branches))
            and settings(a) == settings(b)
            and all(_compute_alike(one, other, settings) for one, other in zip(a.branches, b.branches, strict=True))
        )
        for a, b in zip(left, right, strict=True)
    )


def _with_ids(layers: Branch) -> Branch:
    """Give an id to every layer without one, and a new one to every later copy of an id."""
    inside = [[layer.id for layer in top.walk()] for top in layers]
    taken = {layer_id for ids in inside for layer_id in ids if layer_id}
    seen: set[str] = set()
    counts: dict[str, int] = {}

    def fresh(kind: str) -> str:
        stem = kind.lower()
        while True:
            counts[stem] = counts.get(stem, 0) + 1
            name = f"{stem}{counts[stem]}"
            if name not in taken:
                taken.add(name)
                return name

    def give(layer: LayerSpec) -> LayerSpec:
        own = layer.id if layer.id and layer.id not in seen else fresh(layer.kind)
        seen.add(own)
        branches = tuple(tuple(give(inner) for inner in branch) for branch in layer.branches)
        same = all(a is b for new, before in zip(branches, layer.branches, strict=True) for a, b in zip(new, before, strict=True))
        if own == layer.id and same:
            return layer
        return replace(layer, id=own, branches=branches)

    def settle(top: LayerSpec, ids: list[str]) -> LayerSpec:
        """Keep what needs no new id: after an edit, all but a few of the layers."""
        if all(ids) and len(set(ids)) == len(ids) and seen.isdisjoint(ids):
            seen.update(ids)
            return top
        return give(top)

    return tuple(settle(top, ids) for top, ids in zip(layers, inside, strict=True))
