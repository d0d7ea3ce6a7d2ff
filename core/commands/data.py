"""Say which data there is to learn from."""

from __future__ import annotations

import argparse
from typing import Any, Final

from core.commands.console import Console
from core.datasets.base import DATASETS
from core.serial import to_json
from core.text.alignment import table

LONGEST: Final = 20
"""Letters of a value that are shown; the columns stay on a screen then."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("what", choices=["list"], help="list: all data sets with their settings")


def do(_options: argparse.Namespace, console: Console) -> int:
    """List the data sets."""
    rows = []
    for kind in DATASETS:
        settings = {name: to_json(field.default) for name, field in kind.fields.items()}
        console.event("dataset", kind=kind.__name__, title=kind.title, group=kind.group, help=kind.help, settings=settings)
        shown = ", ".join(f"{name}={_brief(value)}" for name, value in settings.items())
        rows.append((f"{kind.__name__}({shown})" if shown else kind.__name__, kind.help))
    for line in table(rows):
        console.line(line)
    console.line("A path works as well: a folder of idx files or of pictures by class, a CSV or npz file.")
    return 0


def _brief(value: Any) -> str:
    return repr(value) if len(repr(value)) <= LONGEST else "…"
