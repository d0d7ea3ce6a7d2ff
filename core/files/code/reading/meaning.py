"""What both languages read in the same way: what one call means, and the values in it."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from core.errors import CoreError
from core.fields import Value


class MeaningError(CoreError):
    """A part of a call cannot be read.

    Attributes
    ----------
    node
        The part.
    """

    def __init__(self, code: str, node: ast.AST, **details: Any) -> None:
        self.node = node
        super().__init__(code, **details)


@dataclass(frozen=True)
class Meaning:
    """What the call of one layer says.

    Parameters
    ----------
    settings
        Those that the code says, whether they are as usual or not.
    places
        Where each of them stands.
    others
        Arguments that say more than a setting, or something that follows from the layers before.
    """

    kind: str
    settings: Mapping[str, Value] = field(default_factory=dict)
    places: Mapping[str, ast.expr] = field(default_factory=dict)
    others: Mapping[str, ast.expr] = field(default_factory=dict)


def literal(node: ast.expr) -> Value:
    """Return a number, truth value, text or tuple of numbers that stands there as such.

    Raises
    ------
    MeaningError
        If it is something else.
    """
    try:
        value = ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        value = None
    plain = isinstance(value, bool | int | float | str)
    if plain or (isinstance(value, tuple) and all(isinstance(item, int) for item in value)):
        return value  # type: ignore[no-any-return]
    raise MeaningError("code_value", node, received=ast.unparse(node)[:40])


def sizes(node: ast.expr, *counts: int) -> list[int]:
    """Return the numbers of a tuple that has one of some lengths."""
    value = literal(node)
    if not isinstance(value, tuple) or len(value) not in counts or not all(isinstance(item, int) for item in value):
        raise MeaningError("code_value", node, received=ast.unparse(node)[:40])
    return [int(item) for item in value]


def bound(call: ast.Call, names: list[str]) -> dict[str, ast.expr]:
    """Return the arguments of a call by the names of what takes them."""
    if len(call.args) > len(names):
        raise MeaningError("code_too_many", call.args[len(names)], most=len(names), received=len(call.args))
    given = dict(zip(names, call.args, strict=False))
    for word in call.keywords:
        if word.arg is None or word.arg not in names:
            raise MeaningError("code_no_argument", word, received=word.arg or "**", known=", ".join(names))
        if word.arg in given:
            raise MeaningError("code_twice", word, received=word.arg)
        given[word.arg] = word.value
    return given


def numbered(nodes: Iterable[ast.expr]) -> dict[str, ast.expr]:
    """Return arguments by their number."""
    return {str(number): node for number, node in enumerate(nodes)}


def merged(rest: ast.Call) -> Meaning:
    """Return what Parallel takes besides its branches."""
    given = bound(rest, ["merge"]) if not rest.args else {}
    if rest.args:
        raise MeaningError("code_not_a_layer", rest.args[0], received=ast.unparse(rest.args[0])[:40])
    return Meaning("Parallel", {"merge": literal(given["merge"]) if given else "concat"}, given)
