"""From the text form to specs, by way of Python's syntax tree; nothing is evaluated."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from core.errors import CoreError, TextFormError
from core.fields import BoolField, ChoiceField, ComponentField, ComponentSpec, Configured, Field, TextField, Value
from core.layers.base import LAYERS
from core.layers.container import Container
from core.nearest import did_you_mean
from core.registries import REGISTRIES, check_component
from core.registry import Registry
from core.spec import Branch, LayerSpec, NetworkSpec
from core.text.tokens import MOST_BRACKETS, expression_of

ABOUT_LAYER: Final[dict[str, Field[Any]]] = {
    "name": TextField("", help="What you call it."),
    "notes": TextField("", help="What you write about it."),
    "frozen": BoolField(False, help="Keep its parameters as they are while training."),
}
"""What every layer takes besides its own settings."""


def parse_network(text: str) -> NetworkSpec:
    """Return the network that a text describes; layers get fresh ids.

    Spaces, new lines and commas separate layers; ``#`` begins a comment.

    Raises
    ------
    TextFormError
        With the place of the first mistake.
    """
    return parse_placed(text).network


@dataclass(frozen=True, slots=True)
class PlacedNetwork:
    """A network that was read, with the places of its layers.

    Parameters
    ----------
    places
        For each layer, containers before what they hold, where it begins and ends in the text.
    """

    network: NetworkSpec
    places: tuple[tuple[int, int], ...]


def parse_placed(text: str) -> PlacedNetwork:
    """Return the network that a text describes, and where each layer stands in it.

    Raises
    ------
    TextFormError
        With the place of the first mistake.
    """
    reading = _Reading(text)
    with reading.within_limits():
        return PlacedNetwork(NetworkSpec(reading.branch(reading.items)), tuple(reading.places))


def parse_component(text: str, registry: Registry[Any]) -> ComponentSpec:
    """Return the thing of a registry that a text such as ``Adam(lr=0.001)`` describes.

    Raises
    ------
    TextFormError
        With the place of the first mistake.
    """
    reading = _Reading(text)
    with reading.within_limits():
        if len(reading.items) != 1 or not isinstance(reading.items[0], ast.Name | ast.Call):
            start, end = reading.span(reading.items[min(1, len(reading.items) - 1)]) if reading.items else (0, len(text))
            example = next(iter(registry)).__name__
            raise TextFormError("text_expected_component", start=start, end=end, expected=example)
        return reading.component(reading.items[0], registry)


class _Reading:
    """One text with its syntax tree."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.places: list[tuple[int, int]] = []
        self._expression = expression_of(text)
        self._bytes = None if self._expression.isascii() else self._expression.encode()
        with self.within_limits():
            self.items = self._parse()

    @contextmanager
    def within_limits(self) -> Iterator[None]:
        """Turn the parser's own limits into an error of ours: they depend on how deep the caller stands already."""
        try:
            yield
        except (RecursionError, MemoryError) as error:
            raise TextFormError("text_deep", start=0, end=len(self.text), most=MOST_BRACKETS) from error

    def _parse(self) -> list[ast.expr]:
        try:
            body = ast.parse(self._expression, mode="eval").body
        except SyntaxError as error:
            start = max((error.offset or 2) - 2, 0)
            end = max((error.end_offset or 0) - 2, start + 1)
            if error.msg.startswith("positional argument follows"):
                raise TextFormError("text_order", start=start, end=end) from None
            received = self.text[start:end].strip() or "the end"
            raise TextFormError("text_syntax", start=start, end=end, received=received[:40]) from None
        if not isinstance(body, ast.List):
            raise TextFormError("text_syntax", start=0, end=len(self.text), received=self.text.strip()[:40])
        return body.elts

    def span(self, node: ast.AST) -> tuple[int, int]:
        """Return where a node begins and ends in the text; the tree counts bytes."""
        start: int = node.col_offset  # type: ignore[attr-defined]
        end: int = node.end_col_offset  # type: ignore[attr-defined]
        if self._bytes is None:
            return start - 1, end - 1
        return len(self._bytes[:start].decode()) - 1, len(self._bytes[:end].decode()) - 1

    def error(self, code: str, node: ast.AST, **details: Any) -> TextFormError:
        """Make an error at a node."""
        start, end = self.span(node)
        return TextFormError(code, start=start, end=end, **details)

    def source(self, node: ast.AST) -> str:
        """Return a node's text, shortened for a message."""
        start, end = self.span(node)
        return self.text[start:end] if end - start <= 40 else f"{self.text[start : start + 37]}…"

    @contextmanager
    def at(self, node: ast.AST) -> Iterator[None]:
        """Give an error of a setting or registry the place of a node."""
        try:
            yield
        except TextFormError:
            raise
        except CoreError as error:
            raise self.error(error.code, node, **error.details) from None

    def branch(self, nodes: list[ast.expr]) -> Branch:
        """Return the layers of one row."""
        return tuple(self.layer(node) for node in nodes)

    def layer(self, node: ast.expr) -> LayerSpec:
        """Return one layer with all inside it."""
        self.places.append(self.span(node))
        name, values, named = self._parts(node, "text_expected_layer")
        with self.at(name):
            cls = LAYERS.get(name.id)
        branches: tuple[Branch, ...] = ()
        if issubclass(cls, Container):
            branches = self._branches(node, cls, values)
            values = []
        given = self._settings(node, cls, values, named, ABOUT_LAYER)
        about: dict[str, Any] = {key: given.pop(key) for key in ABOUT_LAYER if key in given}
        with self.at(node):
            component = LAYERS.check(ComponentSpec.of(cls.__name__, **given))
        return LayerSpec(component.kind, component.settings, branches, **about)

    def _branches(self, node: ast.expr, cls: type[Container], values: list[ast.expr]) -> tuple[Branch, ...]:
        least, most = cls.branch_count
        if values and all(isinstance(value, ast.List) for value in values):
            branches = tuple(self.branch(value.elts) for value in values if isinstance(value, ast.List))
        elif (values or least == 1) and most >= 1:
            branches = (self.branch(values),)
        else:
            branches = ()
        if not least <= len(branches) <= most:
            expected = str(least) if least == most else f"{least} to {most} branches"
            raise self.error("branch_count", node, kind=cls.__name__, expected=expected, received=len(branches))
        return branches

    def component(self, node: ast.expr, registry: Registry[Any]) -> ComponentSpec:
        """Return a name with settings, checked by a registry."""
        name, values, named = self._parts(node, "text_expected_component", expected=next(iter(registry)).__name__)
        with self.at(name):
            cls = registry.get(name.id)
        given = self._settings(node, cls, values, named, {})
        with self.at(node):
            return registry.check(ComponentSpec.of(cls.__name__, **given))

    def _parts(self, node: ast.expr, code: str, **details: str) -> tuple[ast.Name, list[ast.expr], list[ast.keyword]]:
        """Split ``Name`` or ``Name(values, named=…)``."""
        if isinstance(node, ast.Name):
            return node, [], []
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            return node.func, node.args, node.keywords
        raise self.error(code, node, received=self.source(node), **details)

    def _settings(
        self,
        node: ast.expr,
        cls: type[Configured],
        values: list[ast.expr],
        named: list[ast.keyword],
        extra: dict[str, Field[Any]],
    ) -> dict[str, Any]:
        names = list(cls.fields)
        if len(values) > len(names):
            raise self.error("setting_count", values[len(names)], owner=cls.__name__, most=len(names), received=len(values))
        entries: list[tuple[str, ast.expr, ast.expr | ast.keyword]] = [
            *((name, value, value) for name, value in zip(names, values, strict=False)),
            *((keyword.arg or "", keyword.value, keyword) for keyword in named),
        ]
        known = {**cls.fields, **extra}
        given: dict[str, Any] = {}
        for name, value, place in entries:
            if name in given:
                raise self.error("setting_twice", place, owner=cls.__name__, field=name)
            if name not in known:
                hint = did_you_mean(name, known)
                expected = ", ".join(known)
                raise self.error("setting_unknown", place, owner=cls.__name__, field=name, known=expected, hint=hint)
            given[name] = self._checked(value, known[name])
        return given

    def _checked(self, node: ast.expr, field: Field[Any]) -> Value:
        value: object
        if isinstance(field, ComponentField) and not isinstance(node, ast.Constant):
            value = self.component(node, REGISTRIES[field.registry])
        elif isinstance(field, ChoiceField | TextField) and isinstance(node, ast.Name):
            value = node.id
        else:
            value = self._value(node, field)
        with self.at(node):
            checked: Value = field.check(value)
            if isinstance(field, ComponentField) and isinstance(checked, ComponentSpec):
                checked = check_component(checked, REGISTRIES[field.registry])
        return checked

    def _value(self, node: ast.expr, field: Field[Any]) -> object:
        match node:
            case ast.Constant(value=bool() | int() | float() | str()):
                return node.value
            case ast.UnaryOp(op=ast.USub() | ast.UAdd(), operand=ast.Constant(value=int() | float() as number)):
                return -number if isinstance(node.op, ast.USub) else number
            case ast.Tuple(elts=items) | ast.List(elts=items):
                return tuple(self._value(item, field) for item in items)
            case _:
                raise self.error("text_value", node, received=self.source(node), expected=field.expected)
