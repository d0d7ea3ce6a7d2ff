"""Definitions copied from modules of this program, with all they need, without the annotations that a book leaves out."""

from __future__ import annotations

import ast
import importlib.util
import re
from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Final

ANNOTATED_ONLY: Final = "__future__"
_SECTION: Final = re.compile(r"\n\s*\n\s*(?:Parameters|Returns|Raises|Attributes|Yields)\n\s*-{3,}.*", re.DOTALL)
_TOOL_REMARK: Final = re.compile(r"\s*# (?:type: ignore|noqa).*$")

Definition = ast.FunctionDef | ast.ClassDef | ast.Assign | ast.AnnAssign


@dataclass(frozen=True)
class Module:
    """A module that was read, not imported.

    Parameters
    ----------
    definitions
        What stands at its top level, by name.
    imports
        For each imported name the module it comes from, its name there, and the statement.
    """

    lines: tuple[str, ...]
    definitions: dict[str, Definition]
    imports: dict[str, tuple[str, str, str]]


@lru_cache(maxsize=128)
def read_module(name: str) -> Module:
    """Read the source of a module."""
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(name)
    text = Path(spec.origin).read_text(encoding="utf-8")
    definitions: dict[str, Definition] = {}
    imports: dict[str, tuple[str, str, str]] = {}
    for node in ast.parse(text).body:
        match node:
            case ast.FunctionDef() | ast.ClassDef():
                definitions[node.name] = node
            case ast.Assign(targets=[ast.Name(id=target)]) | ast.AnnAssign(target=ast.Name(id=target)):
                definitions[target] = node
            case ast.ImportFrom(module=str(source)) if source != ANNOTATED_ONLY:
                for alias in node.names:
                    imports[alias.asname or alias.name] = (source, alias.name, f"from {source} import {alias.name}")
            case ast.Import():
                for alias in node.names:
                    imports[alias.asname or alias.name] = ("", alias.name, ast.unparse(node))
    return Module(tuple(text.splitlines()), definitions, imports)


@dataclass
class Copied:
    """Definitions in an order in which each stands behind what it needs.

    Attributes
    ----------
    imports
        Statements for what is not of this program.
    blocks
        Name and lines of each definition.
    """

    imports: set[str] = field(default_factory=set)
    blocks: dict[str, list[str]] = field(default_factory=dict)

    def copy(self, module_name: str, name: str) -> None:
        """Copy one definition after all it needs."""
        if name in self.blocks:
            return
        module, (names, lines) = read_module(module_name), _bare(module_name, name)
        self.blocks[name] = []  # so that two that need each other come to an end
        for used in names:
            if used in module.definitions and used != name:
                self.copy(module_name, used)
            elif used in module.imports:
                source, original, statement = module.imports[used]
                if source.partition(".")[0] == "core":
                    self.copy(source, original)
                else:
                    self.imports.add(statement)
        del self.blocks[name]
        self.blocks[name] = list(lines)


@lru_cache(maxsize=512)
def _bare(module_name: str, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names that a definition uses, and its lines, both without annotations."""
    module = read_module(module_name)
    node = module.definitions[name]
    return tuple(_names(node)), tuple(_bare_lines(module, node))


def _names(node: Definition) -> Iterable[str]:
    """Return the names that a definition uses, besides in annotations."""
    bare = _without_annotations(deepcopy(node))
    return dict.fromkeys(n.id for n in ast.walk(bare) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load))


def _without_annotations(node: ast.AST) -> ast.AST:
    empty = ast.Constant(0)
    for inner in ast.walk(node):
        match inner:
            case ast.FunctionDef():
                inner.returns = None
            case ast.arg():
                inner.annotation = None
            case ast.AnnAssign():
                inner.annotation = empty
            case _:
                pass
    return node


def _bare_lines(module: Module, node: Definition) -> list[str]:
    """Return the lines of a definition without annotations, long docstrings and remarks to tools."""
    first, last = node.lineno - 1, (node.end_lineno or node.lineno) - 1
    if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.decorator_list:
        first = node.decorator_list[0].lineno - 1
    lines = list(module.lines[: last + 1])
    parts = [n for n in ast.walk(node) if isinstance(n, ast.FunctionDef | ast.ClassDef | ast.AnnAssign)]
    for part in sorted(parts, key=lambda n: n.lineno, reverse=True):
        if isinstance(part, ast.AnnAssign):
            _bare_assignment(lines, part)
        else:
            _short_docstring(lines, part)
            if isinstance(part, ast.FunctionDef):
                _bare_header(lines, part)
    return [_TOOL_REMARK.sub("", line) for line in lines[first:]]


def _bare_assignment(lines: list[str], node: ast.AnnAssign) -> None:
    at = node.lineno - 1
    if node.value is None:
        del lines[at]
        return
    line = lines[at].encode()
    lines[at] = (line[: node.target.end_col_offset] + line[node.annotation.end_col_offset :]).decode()


def _bare_header(lines: list[str], node: ast.FunctionDef) -> None:
    arguments = re.sub(r"e-0(?=\d)", "e-", ast.unparse(_without_annotations(deepcopy(node.args))))
    header = f"{' ' * node.col_offset}def {node.name}({arguments}):"
    lines[node.lineno - 1 : node.body[0].lineno - 1] = [header]


def _short_docstring(lines: list[str], node: ast.FunctionDef | ast.ClassDef) -> None:
    match node.body[0]:
        case ast.Expr(value=ast.Constant(value=str())) as docstring:
            start, end = docstring.lineno - 1, docstring.end_lineno or docstring.lineno
            text = "\n".join(lines[start:end])
            short = _SECTION.sub('"""', text)
            lines[start:end] = short.replace("``", "").split("\n")  # the marks of a page that is rendered
        case _:
            pass
