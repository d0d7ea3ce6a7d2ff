"""The layers of a script: what stands between the braces of `self.layers`, with its places in the text."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from core.errors import TextFormError

_NAME_AND_SHAPE: Final = re.compile(r"#\s*(?:(?P<name>.*?),\s*)??(?P<shape>\d+(?:×\d+)*)?\s*")


@dataclass(frozen=True, slots=True)
class Comment:
    """What stands behind a layer: the person's name for it, and its output shape."""

    name: str
    shape: str
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Entry:
    """One layer of a dict of layers.

    Parameters
    ----------
    span
        Where the key begins and the call ends.
    inside
        For containers, the layers of each branch.
    rest
        The call without its branches.
    """

    key: str
    key_node: ast.expr
    call: ast.Call
    span: tuple[int, int]
    inside: tuple[tuple[Entry, ...], ...]
    rest: ast.Call
    comment: Comment | None

    @property
    def name(self) -> str:
        """The key without the numbers of copies."""
        return self.key.partition("#")[0]

    @property
    def kind(self) -> str:
        """The name that is called, with its dots."""
        return ast.unparse(self.call.func)

    @property
    def source(self) -> str:
        """The call, in one way of writing."""
        return ast.unparse(self.call)


class Script:
    """A script with its layers.

    Attributes
    ----------
    entries
        The layers of the network.
    before, behind
        What stands before the layers and behind them.
    span_of_layers
        Where the layers begin and end.

    Raises
    ------
    TextFormError
        If Python cannot read it, or something other than layers stands among the layers.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._lines = text.split("\n")
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)
        layers = self._layers_of(self._parsed())
        start, end = self.span(layers)
        self.span_of_layers = (start, end)
        self.before, self.behind = text[:start], text[end:]
        self._comments = self._found_comments(start, end)
        self.entries = self._entries(layers)
        for comment in self._comments.values():
            raise TextFormError("code_comment", start=comment[0], end=comment[1])

    def span(self, node: ast.AST) -> tuple[int, int]:
        """Return where a node begins and ends in the text."""
        return (
            self._offset(node.lineno, node.col_offset),  # type: ignore[attr-defined]
            self._offset(node.end_lineno, node.end_col_offset),  # type: ignore[attr-defined]
        )

    def error(self, code: str, node: ast.AST, **details: object) -> TextFormError:
        """Make an error at a node."""
        start, end = self.span(node)
        return TextFormError(code, start=start, end=end, **details)

    def _offset(self, line: int, column: int) -> int:
        """Return the offset of a place that the syntax tree counts in lines and bytes."""
        return self._starts[line - 1] + len(self._lines[line - 1].encode()[:column].decode())

    def _parsed(self) -> ast.Module:
        try:
            return ast.parse(self.text)
        except SyntaxError as error:
            line = min(error.lineno or 1, len(self._lines)) - 1
            start = self._starts[line] + min(max((error.offset or 1) - 1, 0), len(self._lines[line]))
        except (ValueError, RecursionError, MemoryError):
            start = 0
        raise TextFormError("code_syntax", start=start, end=start + 1)

    def _layers_of(self, module: ast.Module) -> ast.Dict:
        """Return the dict that is given to `self.layers`, plain or within a call."""
        for node in ast.walk(module):
            match node:
                case ast.Assign(
                    targets=[ast.Attribute(value=ast.Name(id="self"), attr="layers")],
                    value=(ast.Dict() as layers) | ast.Call(args=[ast.Dict() as layers]),
                ):
                    return layers
                case _:
                    pass
        raise TextFormError("code_no_layers", start=0, end=len(self._lines[0]))

    def _entries(self, layers: ast.Dict) -> tuple[Entry, ...]:
        return tuple(self._entry(key, value) for key, value in zip(layers.keys, layers.values, strict=True))

    def _entry(self, key: ast.expr | None, value: ast.expr) -> Entry:
        if not isinstance(value, ast.Call):
            raise self.error("code_not_a_layer", value, received=ast.unparse(value)[:40])
        if not isinstance(key, ast.Constant) or not isinstance(key.value, str):
            raise self.error("code_key", key or value)
        found = self._comments.pop(key.lineno, None)
        inside = tuple(self._entries(part) for part in value.args if isinstance(part, ast.Dict))
        others = [part for part in value.args if not isinstance(part, ast.Dict)]
        rest = ast.copy_location(ast.Call(value.func, others, value.keywords), value)
        span = (self.span(key)[0], self.span(value)[1])
        return Entry(key.value, key, value, span, inside, rest, _comment(found) if found else None)

    def _found_comments(self, start: int, end: int) -> dict[int, tuple[int, int, str]]:
        """Return the comments among the layers by their line."""
        tokens = tokenize.generate_tokens(io.StringIO(self.text).readline)
        found: dict[int, tuple[int, int, str]] = {}
        for token in tokens:
            at = self._starts[token.start[0] - 1] + token.start[1]
            if token.type == tokenize.COMMENT and start <= at < end:
                found[token.start[0]] = (at, at + len(token.string), token.string)
        return found


def _comment(found: tuple[int, int, str]) -> Comment:
    start, end, words = found
    match = _NAME_AND_SHAPE.fullmatch(words)
    if match is None:
        return Comment(words.lstrip("#").strip(), "", (start, end))
    return Comment((match["name"] or "").strip(), match["shape"] or "", (start, end))


def atoms(node: ast.expr, path: tuple[str | int, ...] = ()) -> Mapping[tuple[str | int, ...], ast.expr]:
    """Return the smallest parts of an expression by their way from the top: names, numbers, texts."""
    parts: dict[str | int, ast.expr]
    match node:
        case ast.Call():
            parts = {"function": node.func, **dict(enumerate(node.args))}
            parts |= {word.arg or "**": word.value for word in node.keywords}
        case ast.Tuple(elts=items) | ast.List(elts=items):
            parts = dict(enumerate(items))
        case ast.BinOp(left=left, right=right):
            parts = {f"left of {type(node.op).__name__}": left, "right": right}
        case _:
            return {path: node}
    if not parts:
        return {path: node}
    found: dict[tuple[str | int, ...], ast.expr] = {}
    for step, part in parts.items():
        found |= atoms(part, (*path, step))
    return found


def all_entries(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield entries with all inside them, containers before what they hold."""
    for entry in entries:
        yield entry
        for branch in entry.inside:
            yield from all_entries(branch)


def copies_of(row: Sequence[Entry], copy: str) -> dict[str, list[Entry]]:
    """Return the entries of a row by the copy of a repeated block in which they stand.

    Parameters
    ----------
    copy
        What stands behind the keys of all of them, such as ``#2``, because they are inside a copy already.
    """
    found: dict[str, list[Entry]] = {}
    for entry in row:
        number = entry.key[len(entry.name) :].removeprefix(copy).split("#")[1:2]
        found.setdefault(f"{copy}#{number[0]}" if number else copy, []).append(entry)
    return found
