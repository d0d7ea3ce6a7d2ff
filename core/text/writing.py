"""From specs to the text form.

The rule: settings that differ from their defaults are written, by name. A layer's main numbers, the first two settings
as far as they are sizes or counts of at least 1, are always written, without names: ``Conv(16, 3, pad=1)``,
``MaxPool(2)``, ``Affine(100)``. In a container layers take that place, so all its settings have names.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from typing import Any, Final

from core.fields import ComponentSpec, Field, IntField, SizesField, Value
from core.layers.base import LAYERS
from core.layers.container import Container
from core.spec import Branch, LayerSpec, NetworkSpec

LINE_WIDTH: Final = 88


def network_text(spec: NetworkSpec, multiline: bool = False) -> str:
    """Return a network as text; `parse_network` gives an equal spec back (but for the network's name and the ids).

    Parameters
    ----------
    multiline
        True for one layer a line, with what containers hold indented where it is long.
    """
    if multiline:
        return PlacingWriter().write(spec)[0]
    sheet = _Sheet()
    sheet.row(spec.layers)
    return sheet.text


class PlacingWriter:
    """Writes networks with the place of each layer, and remembers how it wrote what an edit leaves as it was."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[LayerSpec, _Sheet]] = {}

    def write(self, spec: NetworkSpec) -> tuple[str, tuple[tuple[int, int], ...]]:
        """Return a network as text of many lines, and for each layer, in the order of `walk`, where it begins and ends."""
        whole, known = _Sheet(), dict[int, tuple[LayerSpec, _Sheet]]()
        for layer in spec.layers:
            before, sheet = self._known.get(id(layer), (None, _Sheet()))
            if before is not layer:
                sheet = _Sheet()
                sheet.lines((layer,), 0)
            known[id(layer)] = (layer, sheet)
            whole.new_line(0)
            whole.copy(sheet)
        self._known = known
        return whole.text, tuple(whole.places)


def component_text(spec: ComponentSpec) -> str:
    """Return a thing with its settings as text, all by name: ``Adam(lr=0.01)``."""
    settings = ", ".join(f"{name}={_value_text(value)}" for name, value in spec.settings)
    return f"{spec.kind}({settings})" if settings else spec.kind


def layer_text(layer: LayerSpec) -> str:
    """Return one layer with all inside it on one line."""
    sheet = _Sheet()
    sheet.layer(layer)
    return sheet.text


class _Sheet:
    """A text that grows, and where each layer stands in it."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._at = 0
        self.places: list[tuple[int, int]] = []

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self._parts)

    def _put(self, words: str) -> None:
        self._parts.append(words)
        self._at += len(words)

    def row(self, branch: Branch) -> None:
        """Write layers behind one another."""
        for number, layer in enumerate(branch):
            self._put(" " if number else "")
            self.layer(layer)

    def layer(self, layer: LayerSpec) -> None:
        """Write one layer with all inside it."""
        number = self._begin()
        settings, bare = ", ".join(_settings(layer)), _holds_one_row(layer)
        rows = [branch for branch in layer.branches if branch or not bare]
        self._put(layer.kind)
        if rows or settings:
            self._put("(")
            for before, branch in enumerate(rows):
                self._put((", " if before else "") + ("" if bare else "["))
                self.row(branch)
                self._put("" if bare else "]")
            self._put(f"{', ' if rows and settings else ''}{settings})")
        self._end(number)

    def lines(self, branch: Branch, depth: int) -> None:
        """Write each layer on a line of its own, and on several what is too long for one."""
        for layer in branch:
            self.new_line(depth)
            short = _Sheet()
            short.layer(layer)
            if 4 * depth + short._at <= LINE_WIDTH or not any(layer.branches):
                self.copy(short)
            else:
                self._long(layer, depth)

    def _long(self, layer: LayerSpec, depth: int) -> None:
        number = self._begin()
        self._put(f"{layer.kind}(")
        bare = _holds_one_row(layer)
        for branch in layer.branches:
            if not bare:
                self.new_line(depth + 1)
                self._put("[")
            self.lines(branch, depth + (1 if bare else 2))
            if not bare:
                self.new_line(depth + 1)
                self._put("]")
        settings = ", ".join(_settings(layer))
        if settings:
            self.new_line(depth + 1)
            self._put(settings)
        self.new_line(depth)
        self._put(")")
        self._end(number)

    def new_line(self, depth: int) -> None:
        """Begin a line, unless the text is empty so far."""
        self._put(("\n" if self._at else "") + "    " * depth)

    def copy(self, other: _Sheet) -> None:
        """Write what stands on another sheet."""
        self.places += [(start + self._at, end + self._at) for start, end in other.places]
        self._put(other.text)

    def _begin(self) -> int:
        """Begin a layer before all it holds; return its number."""
        self.places.append((self._at, self._at))
        return len(self.places) - 1

    def _end(self, number: int) -> None:
        self.places[number] = (self.places[number][0], self._at)


def _holds_one_row(layer: LayerSpec) -> bool:
    """Whether the layers of a container stand without square brackets."""
    cls = LAYERS.get(layer.kind)
    return issubclass(cls, Container) and cls.branch_count == (1, 1)


def _settings(layer: LayerSpec) -> Iterator[str]:
    cls = LAYERS.get(layer.kind)
    given = dict(layer.settings)
    main = _main_settings(layer.kind)
    for name, field in cls.fields.items():
        if name in main:
            yield _value_text(given.get(name, field.default))
        elif name in given:
            yield f"{name}={_value_text(given[name])}"
    if layer.name:
        yield f"name={layer.name!r}"
    if layer.notes:
        yield f"notes={layer.notes!r}"
    if layer.frozen:
        yield "frozen=True"


@cache
def _main_settings(kind: str) -> tuple[str, ...]:
    """Return the settings that say what a layer is and need no names."""
    cls = LAYERS.get(kind)
    if issubclass(cls, Container):
        return ()
    first = tuple(cls.fields.items())[:2]
    return tuple(name for name, _ in takewhile(lambda item: _is_a_size(item[1]), first))


def _is_a_size(field: Field[Any]) -> bool:
    return isinstance(field, SizesField) or (isinstance(field, IntField) and field.minimum >= 1)


def _value_text(value: Value) -> str:
    if isinstance(value, ComponentSpec):
        return component_text(value)
    if isinstance(value, tuple) and len(value) == 1:
        return repr(value[0])
    return repr(value)
