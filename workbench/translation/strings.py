"""Every text that a person may see: those of the window, found by Qt's tool, and those of the engine."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Final, get_args

from core.datasets.base import DATASETS
from core.fields import ChoiceField, Configured, Field
from core.layers.formula import FormulaName
from core.messages import MESSAGES
from core.registries import REGISTRIES
from core.studies.base import STUDIES
from core.zoo import zoo
from workbench.labs import LABS
from workbench.panels.base import discover_panels
from workbench.translation.core_text import CONTEXT

ROOT: Final = Path(__file__).parents[2]
WORDS: Final = re.compile(r"[a-z]{2} | [a-z]{2}")
"""What tells words from names and formulas: letters with a space beside them."""

Text = tuple[str, str]
"""Context and English text."""


def tool(name: str) -> Path:
    """Return one of the programs that come with PySide6."""
    return Path(sys.executable).with_name(f"pyside6-{name}{'.exe' if sys.platform == 'win32' else ''}")


def window_texts() -> set[Text]:
    """Return all texts in the sources of the window, as Qt's own tool finds them."""
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder) / "found.ts"
        sources = [str(path) for path in sorted((ROOT / "workbench").rglob("*.py"))]
        command = [str(tool("lupdate")), *sources, "-ts", str(found), "-silent", "-locations", "none"]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603
        return {text for text, _ in messages(found)}


def core_texts() -> set[Text]:
    """Return all texts of the engine that the window shows: titles, helps, words to choose, messages, cards."""
    return {(CONTEXT, text) for text in _core() if text.strip()}


def titles() -> set[Text]:
    """Return the titles of all panels and labs, which Qt's tool finds only where they are marked."""
    return {("Panels", panel.title) for panel in discover_panels().values()} | {("Labs", lab.title) for lab in LABS}


def _error_words() -> Iterator[str]:
    """Yield the words that errors of the engine carry in their details, such as what was expected."""
    for path in sorted((ROOT / "core").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
            if isinstance(node, ast.Call) and name.endswith("Error"):
                parts = (part for keyword in node.keywords for part in ast.walk(keyword.value))
                texts = (part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str))
                yield from (text for text in texts if WORDS.search(text))


def _core() -> Iterator[str]:
    yield from MESSAGES.values()
    yield from _error_words()
    for registry in REGISTRIES.values():
        yield registry.noun
        for kind in registry:
            yield from (kind.title, kind.help)
    discover_panels()
    for kind in _kinds(Configured):
        if kind.__module__.startswith(("core.", "workbench.")):
            yield from _fields(kind)
    yield from get_args(FormulaName)
    for dataset in DATASETS:
        classes: tuple[str, ...] = getattr(dataset, "classes", ())
        yield dataset.source
        yield from (name for name in classes if name.isascii() and not name.isdigit())
    for study in STUDIES:
        yield from study.words
    for network in zoo():
        yield from (network.card.title, network.card.task, network.card.architecture, network.card.result)


def _kinds(kind: type[Configured]) -> Iterator[type[Configured]]:
    for one in kind.__subclasses__():
        yield one
        yield from _kinds(one)


def _fields(kind: type[Configured]) -> Iterator[str]:
    for field in kind.fields.values():
        yield from (field.title, field.help, field.unit, field.expected)
        if isinstance(field, ChoiceField):
            yield from field.choices
    yield Field.expected


def messages(path: Path) -> Iterator[tuple[Text, str]]:
    """Yield context, text and finished translation of each entry of a catalogue; "" where it is not finished."""
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314  (our own file)
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            finished = translation is not None and translation.get("type") is None
            yield (name, message.findtext("source", "")), (translation.text or "") if translation is not None and finished else ""


def all_texts() -> set[Text]:
    """Return everything that has to be translated."""
    return window_texts() | core_texts() | titles()
