"""Write the weights or the description of a document in a form that other programs read."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Final

from core.commands.console import Console
from core.commands.options import OptionError
from core.datasets.recipe import prepare
from core.files import RunDocument, load_document
from core.files.archive import replacing
from core.files.weights import named_arrays, write_npz, write_safetensors
from core.serial import to_versioned_json
from core.text import network_text

FORMATS: Final = ("npz", "safetensors", "json", "text")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("file", help="a .workbench document")
    parser.add_argument("--format", required=True, choices=FORMATS, help="npz and safetensors hold weights")
    parser.add_argument("-o", "--out", metavar="FILE", help="where to write; json and text go to the screen without it")


def do(options: argparse.Namespace, console: Console) -> int:
    """Export the newest state of the run, or the experiment."""
    source = Path(options.file)
    document = load_document(source)
    if options.format in ("json", "text"):
        text = _description(document, options.format)
        if options.out is None:
            console.line(text)
            console.event("exported", format=options.format, text=text)
            return 0
        target = Path(options.out)
        with replacing(target) as stream:
            stream.write(f"{text}\n".encode())
    else:
        target = Path(options.out) if options.out else source.with_suffix(f".{options.format}")
        _write_weights(document, target, options.format)
    console.note(f"Wrote {target}")
    console.event("exported", format=options.format, path=str(target))
    return 0


def _description(document: RunDocument, form: str) -> str:
    if form == "json":
        return json.dumps(to_versioned_json(document.experiment), indent=1, ensure_ascii=False)
    return network_text(document.experiment.network, multiline=True)


def _write_weights(document: RunDocument, target: Path, form: str) -> None:
    if not document.snapshots:
        raise OptionError("no_snapshot", "The document holds no trained state, so there are no weights to export.")
    experiment = document.experiment
    shape = document.input_shape or prepare(experiment.data, experiment.seed).input_shape
    arrays = named_arrays(experiment.network, shape, document.snapshots[-1])
    (write_npz if form == "npz" else write_safetensors)(target, arrays)
