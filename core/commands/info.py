"""Show a network's layers with shapes, parameters and multiply-adds, and what is wrong with it."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path

from core.arrays import Shape
from core.commands.console import Console
from core.commands.options import OptionError, read_data, read_network, read_shape
from core.datasets.recipe import DataRecipe, prepare
from core.files import load_document
from core.files.summary_table import FORMS, summary_table
from core.shapes import Diagnosis, LayerReport, Problem, diagnose
from core.shapes.report import bytes_text
from core.spec import NetworkSpec


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("file", nargs="?", help="a .workbench document, instead of the options")
    parser.add_argument("--network", metavar="TEXT", help="such as 'Conv(30, 5) ReLU MaxPool(2) Flatten Affine(10)'")
    parser.add_argument("--data", metavar="NAME|PATH", help="decides the shape of the input and the number of classes")
    parser.add_argument("--table", choices=FORMS, help="print the table alone: as text, CSV or Markdown")
    parser.add_argument("--input", metavar="SHAPE", help="the shape of one sample, such as 1x28x28, instead of --data")


def do(options: argparse.Namespace, console: Console) -> int:
    """Print the table; the exit code is 2 when the network cannot be built."""
    network, shape, diagnosis = _of_file(options) if options.file else _of_options(options)
    for report in diagnosis.layers:
        console.event("layer", **_row_event(report))
    console.line(summary_table(network, shape, diagnosis, options.table or "text"))
    if options.table is None:
        _say_more(diagnosis, console)
    cost = diagnosis.cost
    console.event(
        "network",
        input_shape=shape,
        output_shape=diagnosis.output_shape,
        parameters=cost.parameters if cost else None,
        macs=cost.macs if cost else None,
        memory=diagnosis.memory,
        problems=[{"code": p.code, "layer": p.layer_id, "severity": p.severity, "message": p.text} for p in diagnosis.problems],
    )
    return 0 if diagnosis.ok else 2


def _of_options(options: argparse.Namespace) -> tuple[NetworkSpec, Shape, Diagnosis]:
    if not options.network or not (options.data or options.input):
        raise OptionError("usage", "info needs a document, or --network with --data or --input.")
    network = read_network(options.network)
    if options.input:
        shape = read_shape(options.input)
        return network, shape, diagnose(network, shape)
    data = prepare(DataRecipe(source=read_data(options.data)), seed=0)
    return network, data.input_shape, diagnose(network, data.input_shape, outputs=data.outputs, task=data.task)


def _of_file(options: argparse.Namespace) -> tuple[NetworkSpec, Shape, Diagnosis]:
    document = load_document(Path(options.file))
    experiment = document.experiment
    shape = document.input_shape or prepare(experiment.data, experiment.seed).input_shape
    batch = experiment.training.batch_size
    return experiment.network, shape, diagnose(experiment.network, shape, loss=experiment.training.loss, batch_size=batch)


def _row_event(report: LayerReport) -> dict[str, object]:
    costs = asdict(report.cost) if report.cost else {"parameters": None, "macs": None, "activation_bytes": None}
    shapes = {"input_shape": report.input_shape, "output_shape": report.output_shape}
    return {"id": report.id, "kind": report.kind, **shapes, **costs}


def _say_more(diagnosis: Diagnosis, console: Console) -> None:
    console.line(f"Training needs about {bytes_text(diagnosis.memory)}.")
    for problem in diagnosis.problems:
        console.line(problem_text(problem))


def problem_text(problem: Problem) -> str:
    """Say what is wrong, at which layer, and what would help."""
    place = f"{problem.layer_id}: " if problem.layer_id else ""
    help_ = f" {problem.fixes[0].text}" if problem.fixes else ""
    word = "Error" if problem.severity == "error" else "Hint"
    return f"{word}: {place}{problem.text}{help_}"
