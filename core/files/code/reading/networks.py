"""An edited script as a network."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Final

from core.arrays import Shape
from core.errors import CoreError, TextFormError
from core.experiment import TrainingConfig
from core.fields import ComponentSpec, Value
from core.files.code.numpy_script import numpy_code
from core.files.code.reading import numpy_layers, torch_layers
from core.files.code.reading.agreement import Agreement
from core.files.code.reading.entries import Entry, Script, all_entries, copies_of
from core.files.code.reading.meaning import Meaning, MeaningError
from core.files.code.torch_script import torch_code
from core.files.code.written import Code
from core.layers.base import LAYERS
from core.layers.container import Container
from core.shapes import diagnose
from core.spec import Branch, LayerSpec, NetworkSpec

Writer = Callable[..., Code]
Meanings = Callable[[Entry], Meaning]
LANGUAGES: Final[Mapping[str, tuple[Writer, Meanings]]] = {
    "numpy": (numpy_code, numpy_layers.meaning),
    "torch": (torch_code, torch_layers.meaning),
}
"""For each language what writes it and what reads a line of it."""


@dataclass(frozen=True)
class Origin:
    """What a script was written for.

    Parameters
    ----------
    language
        "numpy" or "torch".
    """

    language: str
    network: NetworkSpec
    input_shape: Shape
    training: TrainingConfig
    seed: int = 0

    def code(self, network: NetworkSpec | None = None) -> Code:
        """Return the script, or that of another network under the same conditions."""
        write, _ = LANGUAGES[self.language]
        return write(network or self.network, self.input_shape, self.training, seed=self.seed)


def read_code(text: str, origin: Origin) -> NetworkSpec:
    """Return the network that an edited script says.

    What follows from the rest of the network, such as the number of channels that arrive, may be as it was before the
    edit: it is written anew anyway. Settings that the code does not say, such as notes, are kept.

    Raises
    ------
    TextFormError
        At the first place that cannot be understood, contradicts the rest, or is not a layer's and was changed.
    """
    _, meaning = LANGUAGES[origin.language]
    before, edited = Script(origin.code().text), Script(text)
    agreement = Agreement(edited, before, meaning)
    agreement.check_surroundings()
    reading = _Reading(edited, before, origin.network, meaning)
    network = NetworkSpec(reading.branch(edited.entries, ""), origin.network.name)
    spots = {layer.id: entry for layer, entry in zip(network.walk(), reading.read, strict=True)}
    for problem in diagnose(network, origin.input_shape).errors[:1]:
        start, end = edited.span(spots[problem.layer_id].key_node) if problem.layer_id in spots else edited.span_of_layers
        raise TextFormError(problem.code, start=start, end=end, **problem.details)
    try:
        again = Script(origin.code(network).text)
        network = _with_beginnings(network, reading.beginnings(network), again, meaning)
        again = Script(origin.code(network).text)
    except TextFormError:
        raise
    except CoreError as error:
        start, end = edited.span_of_layers
        raise TextFormError(error.code, start=start, end=end, **error.details) from None
    agreement.check(edited.entries, again.entries)
    return network


def _with_beginnings(network: NetworkSpec, typed: Mapping[str, ComponentSpec], again: Script, meaning: Meanings) -> NetworkSpec:
    """Give new layers the initial values that were typed, where they are not those that suit them anyway."""
    written = {entry.key: entry for entry in all_entries(again.entries)}
    for layer_id, init in typed.items():
        if meaning(written[layer_id]).settings.get("init") != init:
            layer = network.find(layer_id)
            settings = LAYERS.check(ComponentSpec.of(layer.kind, **{**dict(layer.settings), "init": init})).settings
            network = network.replace(layer_id, replace(layer, settings=settings))
    return network


class _Reading:
    """One script on its way to a network.

    Attributes
    ----------
    read
        The entries of the layers in the order in which the network is walked.
    """

    def __init__(self, script: Script, before: Script, network: NetworkSpec, meaning: Meanings) -> None:
        self.script, self.meaning = script, meaning
        self.read: list[Entry] = []
        self._before = {entry.key: entry for entry in all_entries(before.entries)}
        self._known = {layer.id.replace(".", "_"): layer for layer in network.walk()}
        self._taken: set[str] = set()
        self._typed: dict[int, ComponentSpec] = {}

    def beginnings(self, network: NetworkSpec) -> dict[str, ComponentSpec]:
        """Return the initial values that were typed for new layers, by the layers' ids."""
        pairs = zip(network.walk(), self.read, strict=True)
        return {layer.id: self._typed[id(entry)] for layer, entry in pairs if id(entry) in self._typed}

    def branch(self, row: Sequence[Entry], copy: str) -> Branch:
        """Return the layers of a row."""
        return tuple(self._layer(entry, copy) for entry in row)

    def _layer(self, entry: Entry, copy: str) -> LayerSpec:
        name = entry.name.replace(".", "_")
        if not name.isidentifier():
            raise self.script.error("code_key", entry.key_node)
        first = name not in self._taken
        self._taken.add(name)
        self.read.append(entry)
        before = self._before.get(entry.key) if first else None
        known = self._known.get(name) if before is not None else None
        with self._at(entry):
            said = self.meaning(entry)
        earlier = self.meaning(before) if before is not None else None
        spec = self._with_settings(entry, said, earlier, known)
        spec = replace(spec, id=(known.id if known else name) if first else "", name=_name_of(entry, before, known))
        return self._with_branches(entry, spec, copy)

    def _with_settings(self, entry: Entry, said: Meaning, earlier: Meaning | None, known: LayerSpec | None) -> LayerSpec:
        """Return a layer with what its line says anew; the rest is as it was, or as usual."""
        settings = dict[str, Value](said.settings)
        if known is not None and earlier is not None and said.kind == earlier.kind:
            new = {name: value for name, value in settings.items() if earlier.settings.get(name) != value}
            if not new:
                return known
            settings = {**dict(known.settings), **new}
        elif isinstance(init := settings.pop("init", None), ComponentSpec):
            self._typed[id(entry)] = init
        with self._at(entry, said):
            component = LAYERS.check(ComponentSpec.of(said.kind, **settings))
        return replace(known or LayerSpec(said.kind), kind=said.kind, settings=component.settings)

    def _with_branches(self, entry: Entry, spec: LayerSpec, copy: str) -> LayerSpec:
        cls = LAYERS.get(spec.kind)
        least, most = cls.branch_count if issubclass(cls, Container) else (0, 0)
        if not least <= len(entry.inside) <= most:
            expected = str(least) if least == most else f"{least}–{most}"
            received = len(entry.inside)
            raise self.script.error("branch_count", entry.call, kind=spec.kind, expected=expected, received=received)
        if spec.kind != "Sequential":
            return replace(spec, branches=tuple(self.branch(row, copy) for row in entry.inside))
        copies = copies_of(entry.inside[0], copy)
        if not copies:  # how often nothing stands there, the code does not say
            return replace(spec, branches=((),))
        repeated = spec.settings
        if len(copies) != dict(repeated).get("repeat", 1):
            with self._at(entry):
                settings = ComponentSpec.of(spec.kind, **{**dict(repeated), "repeat": len(copies)})
                repeated = LAYERS.check(settings).settings
        branch = self._one_of(copies) if len(copies) > 1 else self.branch(entry.inside[0], copy)
        return replace(spec, settings=repeated, branches=(branch,))

    def _one_of(self, copies: Mapping[str, Sequence[Entry]]) -> Branch:
        """Return what the copies of a block hold: one that was edited stands for all, and two must not differ."""
        edited = {copy: row for copy, row in copies.items() if self._is_edited(row)}
        rows = list(edited.items()) or list(copies.items())[:1]
        taken, begun = set(self._taken), len(self.read)
        branches: list[Branch] = []
        for copy, row in reversed(rows):  # so that the first of them is what was read last, and counts
            self._taken = set(taken)
            del self.read[begun:]
            branches.append(self.branch(row, copy))
        for (_, row), branch in zip(reversed(rows), branches, strict=True):
            if branch != branches[-1]:
                raise self.script.error("code_copies", row[0].key_node, first=rows[0][1][0].key)
        return branches[-1]

    def _is_edited(self, row: Sequence[Entry]) -> bool:
        """Say whether a copy of a block is another one than it was; of a copy that was added, that it is."""
        ours = [(entry.key, entry.source, entry.comment.name if entry.comment else "") for entry in all_entries(row)]
        known = [self._before.get(key) for key, _, _ in ours]
        if any(
            before is None or (before.source, before.comment.name if before.comment else "") != (source, name)
            for before, (_, source, name) in zip(known, ours, strict=True)
        ):
            return True
        return self._size_of_copy(row[0]) != len(row)

    def _size_of_copy(self, entry: Entry) -> int:
        """Return how many layers the copy held that begins or goes on with an entry."""
        suffix = entry.key.partition("#")[2]
        around = next(
            row for other in self._before.values() for row in other.inside if any(inner.key == entry.key for inner in row)
        )
        return sum(inner.key.partition("#")[2] == suffix for inner in around)

    @contextmanager
    def _at(self, entry: Entry, said: Meaning | None = None) -> Iterator[None]:
        """Give an error the place of what it is about."""
        try:
            yield
        except MeaningError as error:
            raise self.script.error(error.code, error.node, **error.details) from None
        except CoreError as error:
            node = said.places.get(str(error.details.get("field", "")), entry.call) if said else entry.call
            raise self.script.error(error.code, node, **error.details) from None


def _name_of(entry: Entry, before: Entry | None, known: LayerSpec | None) -> str:
    """Return what the person calls a layer: what the comment says, unless it says what it said."""
    said = entry.comment.name if entry.comment else ""
    if known is not None and before is not None and said == (before.comment.name if before.comment else ""):
        return known.name
    return said
