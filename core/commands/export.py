"""Write the weights, the description or the source code of a document in a form that others read."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Final

from core.arrays import Shape
from core.commands.console import Console
from core.commands.options import OptionError
from core.datasets.recipe import prepare
from core.files import RunDocument, load_document
from core.files.archive import replacing
from core.files.code import numpy_code, torch_code
from core.files.weights import named_arrays, write_npz, write_safetensors
from core.serial import to_versioned_json
from core.text import network_text

FORMATS: Final = ("npz", "safetensors", "json", "text")
LANGUAGES: Final = ("numpy", "torch")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("file", help="a .workbench document")
    form = parser.add_mutually_exclusive_group(required=True)
    form.add_argument("--format", choices=FORMATS, help="npz and safetensors hold weights")
    form.add_argument("--code", choices=LANGUAGES, help="the network as a script of its own; it takes the weights of the npz")
    parser.add_argument("-o", "--out", metavar="FILE", help="where to write; json, text and code go to the screen without it")


def do(options: argparse.Namespace, console: Console) -> int:
    """Export the newest state of the run, the experiment, or the network's code."""
    source = Path(options.file)
    document = load_document(source)
    form = options.code or options.format
    if form in ("npz", "safetensors"):
        target = Path(options.out) if options.out else source.with_suffix(f".{form}")
        _write_weights(document, target, form)
    else:
        text = _code(document, form) if options.code else _description(document, form)
        if options.out is None:
            console.line(text)
            console.event("exported", format=form, text=text)
            return 0
        target = Path(options.out)
        with replacing(target) as stream:
            stream.write(f"{text}\n".encode())
    console.note(f"Wrote {target}")
    console.event("exported", format=form, path=str(target))
    return 0


def _code(document: RunDocument, language: str) -> str:
    experiment = document.experiment
    write = numpy_code if language == "numpy" else torch_code
    code = write(experiment.network, _input_shape(document), experiment.training, seed=experiment.seed)
    return code.text.rstrip("\n")


def _input_shape(document: RunDocument) -> Shape:
    experiment = document.experiment
    return document.input_shape or prepare(experiment.data, experiment.seed).input_shape


def _description(document: RunDocument, form: str) -> str:
    if form == "json":
        return json.dumps(to_versioned_json(document.experiment), indent=1, ensure_ascii=False)
    return network_text(document.experiment.network, multiline=True)


def _write_weights(document: RunDocument, target: Path, form: str) -> None:
    if not document.snapshots:
        raise OptionError("no_snapshot", "The document holds no trained state, so there are no weights to export.")
    arrays = named_arrays(document.experiment.network, _input_shape(document), document.snapshots[-1])
    (write_npz if form == "npz" else write_safetensors)(target, arrays)
