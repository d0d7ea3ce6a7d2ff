"""From specs to the text form.

The rule: settings that differ from their defaults are written, by name. A layer's main numbers, the first two settings
as far as they are sizes or counts of at least 1, are always written, without names: ``Conv(16, 3, pad=1)``,
``MaxPool(2)``, ``Affine(100)``. In a container layers take that place, so all its settings have names.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import Any, Final

from core.fields import ComponentSpec, Field, IntField, SizesField, Value
from core.layers.base import LAYERS, Layer
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
        return "\n".join(line for layer in spec.layers for line in _lines(layer, 0))
    return _row(spec.layers)


def component_text(spec: ComponentSpec) -> str:
    """Return a thing with its settings as text, all by name: ``Adam(lr=0.01)``."""
    settings = ", ".join(f"{name}={_value_text(value)}" for name, value in spec.settings)
    return f"{spec.kind}({settings})" if settings else spec.kind


def layer_text(layer: LayerSpec) -> str:
    """Return one layer with all inside it on one line."""
    inside = [", ".join([*_branch_texts(layer), *_settings(layer)])]
    return f"{layer.kind}({inside[0]})" if inside[0] else layer.kind


def _row(branch: Branch) -> str:
    return " ".join(layer_text(layer) for layer in branch)


def _branch_texts(layer: LayerSpec) -> Iterator[str]:
    bare = _holds_one_row(layer)
    for branch in layer.branches:
        row = _row(branch)
        if not bare:
            yield f"[{row}]"
        elif row:
            yield row


def _holds_one_row(layer: LayerSpec) -> bool:
    """Whether the layers of a container stand without square brackets."""
    cls = LAYERS.get(layer.kind)
    return issubclass(cls, Container) and cls.branch_count == (1, 1)


def _settings(layer: LayerSpec) -> Iterator[str]:
    cls = LAYERS.get(layer.kind)
    given = dict(layer.settings)
    main = _main_settings(cls)
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


def _main_settings(cls: type[Layer]) -> tuple[str, ...]:
    """Return the settings that say what a layer is and need no names."""
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


def _lines(layer: LayerSpec, depth: int) -> Iterator[str]:
    indent = "    " * depth
    short = indent + layer_text(layer)
    if len(short) <= LINE_WIDTH or not any(layer.branches):
        yield short
        return
    yield f"{indent}{layer.kind}("
    bare = _holds_one_row(layer)
    for branch in layer.branches:
        if not bare:
            yield f"{indent}    ["
        for inner in branch:
            yield from _lines(inner, depth + (1 if bare else 2))
        if not bare:
            yield f"{indent}    ]"
    settings = ", ".join(_settings(layer))
    if settings:
        yield f"{indent}    {settings}"
    yield f"{indent})"
