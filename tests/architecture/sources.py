"""The project's own files, as the architecture tests read them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("core", "workbench", "tests")


def python_files(*folders: str) -> Iterator[Path]:
    """Yield the Python files of the packages, or of some folders, in a stable order."""
    for folder in folders or PACKAGES:
        yield from sorted((ROOT / folder).rglob("*.py"))


@cache
def tree(file: Path) -> ast.Module:
    """Return a file's syntax tree."""
    return ast.parse(file.read_text(encoding="utf-8"))


def place(file: Path, line: int = 0) -> str:
    """Return where something stands, as an editor takes it."""
    name = str(file.relative_to(ROOT))
    return f"{name}:{line}" if line else name
