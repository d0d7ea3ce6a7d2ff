"""Specs as JSON and back: the form in which documents and the clipboard hold them.

Dataclasses become objects with all their fields, read back by their type hints; layers and components have a form of
their own, in which settings at their defaults are left out. Whatever does not fit is refused with its place.
"""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from core.errors import CoreError, SpecError
from core.fields import ChoiceField, ComponentField, ComponentSpec, Field, FloatField, IntField, Value
from core.layers.base import LAYERS
from core.nearest import Suggestion, did_you_mean
from core.network import build_layer
from core.registries import REGISTRIES
from core.registry import Registry
from core.spec import LayerSpec

FORMAT: Final = 1
"""Raised when a document of today could not be read by yesterday's program."""

REGISTRY_OF: Final[Mapping[str, str]] = {
    "optimizer": "optimizers",
    "schedule": "schedules",
    "loss": "losses",
    "source": "datasets",
}
"""Which registry the component in a dataclass field of that name belongs to."""

_DEEPEST: Final = 40
_LAYER_KEYS: Final = ("kind", "id", "settings", "branches", "name", "notes", "frozen")
_COMPONENT_KEYS: Final = ("kind", "settings")

T = TypeVar("T")


def to_json(value: object) -> Any:
    """Return a value made of specs, dataclasses, tuples, numbers and texts as what `json.dumps` takes."""
    match value:
        case LayerSpec():
            about: dict[str, Any] = {
                "kind": value.kind,
                "id": value.id,
                "settings": {name: to_json(setting) for name, setting in value.settings},
            }
            if value.branches:
                about["branches"] = to_json(value.branches)
            return about | {key: getattr(value, key) for key in ("name", "notes", "frozen") if getattr(value, key)}
        case ComponentSpec():
            return {"kind": value.kind, "settings": {name: to_json(setting) for name, setting in value.settings}}
        case tuple():
            return [to_json(item) for item in value]
        case bool() | int() | float() | str() | None:
            return value
        case _ if dataclasses.is_dataclass(value):
            return {field.name: to_json(getattr(value, field.name)) for field in dataclasses.fields(value)}
        case _:
            raise TypeError(f"{type(value).__name__} has no JSON form")


def from_json(cls: type[T], data: object, where: str = "") -> T:
    """Return the value of a class that JSON data describes.

    Parameters
    ----------
    cls
        LayerSpec, ComponentSpec, or a dataclass of such, of tuples, numbers and texts.
    data
        What `json.loads` gave.
    where
        How to name the place in messages; ``network.layers[2].settings.units`` grows from it.

    Raises
    ------
    CoreError
        If anything is missing, unknown or outside its type or range.
    """
    read: T = _read(cls, data, where)
    return read


def to_versioned_json(value: object) -> dict[str, Any]:
    """Return a dataclass as JSON with the version of the form in front."""
    return {"format": FORMAT, **to_json(value)}


def from_versioned_json(cls: type[T], data: object, where: str = "") -> T:
    """Read what `to_versioned_json` wrote, or raise `CoreError`."""
    table = _object(data, where)
    version = table.get("format")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise _misfit(_inside(where, "format"), version, f"the version of the format, 1 to {FORMAT},")
    if version > FORMAT:
        raise SpecError("spec_version", received=version, expected=FORMAT)
    return from_json(cls, {key: item for key, item in table.items() if key != "format"}, where)


def loads(text: str | bytes) -> Any:
    """Return the data in a JSON text; like `json.loads`, but every failure is a `SpecError`."""
    try:
        return json.loads(text, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise SpecError("json_broken", line=error.lineno, column=error.colno, reason=error.msg) from None
    except (ValueError, RecursionError) as error:
        raise SpecError("json_broken", line=1, column=1, reason=str(error).splitlines()[0]) from None


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is no number here")


def _read(hint: Any, data: object, where: str, owner: str = "") -> Any:
    if hint is ComponentSpec:
        package = REGISTRY_OF.get(owner)
        return _component(data, where, REGISTRIES[package] if package else None)
    if hint is LayerSpec:
        return _layer(data, where, 0)
    if hint in _PLAIN:
        expected, fits = _PLAIN[hint]
        if not fits(data):
            raise _misfit(where, data, expected)
        return float(data) if hint is float else data  # type: ignore[arg-type]
    origin, inner = get_origin(hint), get_args(hint)
    if origin is tuple:
        return _tuple(inner, data, where, owner)
    if origin is Literal:
        if not any(type(data) is type(choice) and data == choice for choice in inner):
            raise _misfit(where, data, "one of " + ", ".join(map(repr, inner)))
        return data
    if origin in (Union, types.UnionType):
        return _optional(inner, data, where, owner)
    if dataclasses.is_dataclass(hint):
        return _dataclass(hint, data, where)
    raise TypeError(f"{hint} has no JSON form")


def _is_finite(data: object) -> bool:
    return isinstance(data, int | float) and not isinstance(data, bool) and abs(data) <= 1e300


_PLAIN: Final[dict[Any, tuple[str, Callable[[object], bool]]]] = {
    bool: ("true or false", lambda data: isinstance(data, bool)),
    int: ("a whole number", lambda data: isinstance(data, int) and _is_finite(data)),
    float: ("a number", _is_finite),
    str: ("a text", lambda data: isinstance(data, str)),
    type(None): ("null", lambda data: data is None),
}


def _tuple(inner: tuple[Any, ...], data: object, where: str, owner: str) -> tuple[Any, ...]:
    items = _list(data, where)
    if len(inner) == 2 and inner[1] is Ellipsis:
        hints = [inner[0]] * len(items)
    elif len(inner) == len(items):
        hints = list(inner)
    else:
        raise _misfit(where, data, f"a list of {len(inner)}")
    return tuple(_read(hint, item, f"{where}[{n}]", owner) for n, (hint, item) in enumerate(zip(hints, items, strict=True)))


def _optional(inner: tuple[Any, ...], data: object, where: str, owner: str) -> Any:
    """Read a value that may be null, or one of several plain types."""
    if data is None and type(None) in inner:
        return None
    others = [hint for hint in inner if hint is not type(None)]
    for hint in others:
        if hint in _PLAIN and _PLAIN[hint][1](data):
            return _read(hint, data, where, owner)
    return _read(others[0], data, where, owner)


def _dataclass(cls: Any, data: object, where: str) -> Any:
    table = _object(data, where)
    hints = get_type_hints(cls)
    fields = {field.name: field for field in dataclasses.fields(cls) if field.init}
    _refuse_unknown(table, fields, where)
    given: dict[str, Any] = {}
    for name, field in fields.items():
        if name in table:
            given[name] = _read(hints[name], table[name], _inside(where, name), name)
        elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            raise _misfit(where, data, f"an object with the key {name}")
    return cls(**given)


def _component(data: object, where: str, registry: Registry[Any] | None, depth: int = 0) -> ComponentSpec:
    table = _object(data, where)
    _refuse_unknown(table, _COMPONENT_KEYS, where)
    kind = _kind(table, where, registry)
    settings = _object(table.get("settings", {}), _inside(where, "settings"))
    if registry is None:
        return ComponentSpec.of(
            kind, **{name: _value(item, f"{where}.settings.{name}", depth) for name, item in settings.items()}
        )
    return ComponentSpec(kind, _settings(settings, _inside(where, "settings"), kind, registry, depth))


def _settings(
    table: Mapping[str, Any], where: str, kind: str, registry: Registry[Any], depth: int
) -> tuple[tuple[str, Value], ...]:
    """Check settings one by one, so that an error names the one at fault, and then together."""
    fields: Mapping[str, Field[Any]] = registry.get(kind).fields
    _refuse_unknown(table, fields, where)
    given: dict[str, Value] = {}
    for name, item in table.items():
        place, field = _inside(where, name), fields[name]
        if isinstance(field, ComponentField) and depth < _DEEPEST:
            given[name] = _component(item, place, REGISTRIES[field.registry], depth + 1)
            continue
        try:
            given[name] = field.check(_value(item, place, depth))
        except CoreError:
            raise _misfit(place, item, expectation(field)) from None
    try:
        return registry.check(ComponentSpec.of(kind, **given)).settings
    except CoreError as error:
        raise _misfit(where, table, f"settings that go together ({error})") from None


def _layer(data: object, where: str, depth: int) -> LayerSpec:
    if depth > _DEEPEST:
        raise _misfit(where, data, f"at most {_DEEPEST} containers inside each other")
    table = _object(data, where)
    _refuse_unknown(table, _LAYER_KEYS, where)
    kind = _kind(table, where, LAYERS)
    settings = _object(table.get("settings", {}), _inside(where, "settings"))
    rows = _list(table.get("branches", []), _inside(where, "branches"))
    branches = tuple(
        tuple(
            _layer(item, f"{where}.branches[{n}][{m}]", depth + 1) for m, item in enumerate(_list(row, f"{where}.branches[{n}]"))
        )
        for n, row in enumerate(rows)
    )
    layer_id = _read(str, table.get("id", ""), _inside(where, "id"))
    if layer_id and not layer_id.isidentifier():
        raise _misfit(_inside(where, "id"), layer_id, "letters, digits and _")
    layer = LayerSpec(
        kind,
        _settings(settings, _inside(where, "settings"), kind, LAYERS, 0),
        branches,
        name=_read(str, table.get("name", ""), _inside(where, "name")),
        notes=_read(str, table.get("notes", ""), _inside(where, "notes")),
        frozen=_read(bool, table.get("frozen", False), _inside(where, "frozen")),
        id=layer_id,
    )
    try:
        build_layer(dataclasses.replace(layer, branches=tuple(() for _ in branches)))
    except CoreError as error:
        raise _misfit(_inside(where, "branches"), rows, f"another number of branches ({error})") from None
    return layer


def _kind(table: Mapping[str, Any], where: str, registry: Registry[Any] | None) -> str:
    kind = table.get("kind")
    if not isinstance(kind, str):
        raise _misfit(_inside(where, "kind"), kind, "a name")
    if registry is not None and kind not in registry:
        raise _misfit(_inside(where, "kind"), kind, f"the name of a {registry.noun}", did_you_mean(kind, registry.names()))
    return kind


def _value(data: object, where: str, depth: int) -> Value:
    """Return a setting's value whose field is not known or is about to check it."""
    if isinstance(data, bool | str) or _is_finite(data):
        return data  # type: ignore[return-value]
    if isinstance(data, list) and all(isinstance(n, int) and _is_finite(n) for n in data):
        return tuple(data)
    if isinstance(data, dict) and depth < _DEEPEST:
        return _component(data, where, None, depth + 1)
    raise _misfit(where, data, "a number, true, false, a text, a list of whole numbers or a component")


def expectation(field: Field[Any]) -> str:
    """Say what a field takes, with its range."""
    match field:
        case IntField() | FloatField():
            return f"{field.expected} from {field.minimum} to {field.maximum}"
        case ChoiceField():
            return "one of " + ", ".join(field.choices)
        case _:
            return field.expected


def _object(data: object, where: str) -> Mapping[str, Any]:
    if not isinstance(data, Mapping) or not all(isinstance(key, str) for key in data):
        raise _misfit(where, data, "an object")
    return data


def _list(data: object, where: str) -> Sequence[Any]:
    if not isinstance(data, list | tuple):
        raise _misfit(where, data, "a list")
    return data


def _refuse_unknown(table: Mapping[str, Any], known: Mapping[str, object] | Sequence[str], where: str) -> None:
    for key in table:
        if key not in known:
            expected = f"one of {', '.join(known)}" if known else "no key at all"
            raise SpecError(
                "spec_key", where=where or "The top", received=_shown(key), expected=expected, hint=did_you_mean(key, known)
            )


def _inside(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name


def _misfit(where: str, data: object, expected: str, hint: Suggestion | str = "") -> SpecError:
    return SpecError("spec_form", where=where or "The top", received=_shown(data), expected=expected, hint=hint)


def _shown(data: object) -> str:
    """Return data as a message shows it, shortened; lists and objects by their size alone, for they may be deep."""
    match data:
        case None:
            return "nothing"
        case list() | tuple():
            return f"a list of {len(data)}"
        case dict():
            return f"an object with {len(data)} keys"
        case int() if not isinstance(data, bool) and data.bit_length() > 200:
            return "a number of many digits"
        case _:
            text = repr(data)
            return text if len(text) <= 40 else f"{text[:39]}…"
