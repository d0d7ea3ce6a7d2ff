"""Repeat an experiment of the book, and say what comes out."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Final

from core.commands.console import Console
from core.commands.interruption import Interruption
from core.commands.options import OptionError, loss_for, read_component, read_data, read_network
from core.datasets.recipe import Data, DataRecipe, prepare
from core.experiment import Experiment, TrainingConfig
from core.messages import MESSAGES
from core.studies import STUDIES
from core.studies.base import Study, Subject, studies_in_order
from core.studies.findings import Cell, Column, Stage, Table
from core.text.alignment import table

LIST: Final = "list"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("what", metavar="STUDY", help="such as 'OptimizerComparison(iterations=500)', or list")
    parser.add_argument("--data", metavar="NAME|PATH", default="digits", help="what its networks learn; default: digits")
    parser.add_argument("--network", metavar="TEXT", help="for a study of one network, as it is before training")
    parser.add_argument("--seed", type=int, metavar="N", default=0, help="decides everything random; default: 0")


def do(options: argparse.Namespace, console: Console) -> int:
    """Run the study and print its table and its findings, or list all studies."""
    if options.what.casefold() == LIST:
        return _list(console)
    study: Study = STUDIES.build(read_component("STUDY", options.what, STUDIES))
    if study.needs == "network" and not options.network:
        raise OptionError("usage", f"{type(study).__name__} looks at one network; say which with --network.")
    with Interruption() as interruption:
        recipe = DataRecipe(source=read_data(options.data), validation=0.0)
        data = prepare(recipe, options.seed, lambda _share: interruption.raise_if_asked())
        if data.task != "classification":
            raise OptionError("usage", f"{options.data} has no classes, which studies tell apart; take digits, for example.")
        subject = _subject(options, recipe, data)
        stage = Stage(0.0)
        for stage in study.run(subject):
            interruption.raise_if_asked()
            console.progress(stage.share, type(study).title)
    _say(stage, console)
    return 0


def _subject(options: argparse.Namespace, recipe: DataRecipe, data: Data) -> Subject:
    if not options.network:
        return Subject(data, options.seed)
    network = read_network(options.network)
    training = TrainingConfig(loss=loss_for(network, data))
    return Subject(data, options.seed, Experiment(network, recipe, training, options.seed))


def _list(console: Console) -> int:
    rows = []
    for kind in studies_in_order():
        console.event("study", kind=kind.__name__, title=kind.title, book=kind.book, help=kind.help)
        rows.append((kind.__name__, kind.book, kind.help))
    for line in table(rows):
        console.line(line)
    return 0


def _say(stage: Stage, console: Console) -> None:
    """Print the last stage of a study: its table, and a sentence for each finding."""
    if stage.table is not None:
        titles = [column.title for column in stage.table.columns]
        for row in stage.table.rows:
            console.event("row", **dict(zip(titles, row, strict=True)))
        for line in _lines(stage.table):
            console.line(line)
    for finding in stage.findings:
        sentence = MESSAGES[finding.code].format(**finding.details)
        console.event("finding", code=finding.code, tone=finding.tone, message=sentence, details=dict(finding.details))
        console.line(sentence)


def _lines(found: Table) -> Sequence[str]:
    numbers = [index for index, column in enumerate(found.columns) if column.kind != "text"]
    head = [column.title for column in found.columns]
    rows = [[_cell_text(cell, column) for cell, column in zip(row, found.columns, strict=True)] for row in found.rows]
    return table([head, *rows], right=numbers)


def _cell_text(cell: Cell, column: Column) -> str:
    if isinstance(cell, str):
        return cell
    match column.kind:
        case "share":
            return f"{100 * cell:.2f} %"
        case "count":
            return f"{int(cell):,}"
        case "seconds":
            return f"{cell:.3g} s"
        case _:
            return f"{cell:.4g}"
