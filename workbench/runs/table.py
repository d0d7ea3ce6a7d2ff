"""All runs as a table of numbers, for other programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np

from core.files.archive import replacing
from core.text import component_text, network_text
from workbench.runs.room import ListedRun
from workbench.runs.wording import run_name

COLUMNS: Final = (
    "run", "name", "seed", "optimizer", "batch_size", "network",
    "iteration", "epoch", "seconds", "lr", "loss", "accuracy", "validation_loss", "validation_accuracy",
)  # fmt: skip


def save_table(path: Path, runs: Sequence[ListedRun]) -> None:
    """Write a line for each update of each run; where the validation data was looked at, its numbers stand beside it.

    Raises
    ------
    FileError
        If the place cannot be written.
    """
    with replacing(path) as stream:
        stream.write(_lines([COLUMNS]))
        for run in runs:
            stream.write(_lines(_rows(run)))


def _rows(run: ListedRun) -> list[tuple[object, ...]]:
    experiment, steps = run.experiment, run.curves.steps
    training = experiment.training
    about = (
        run.place,
        run_name(run.about, experiment),
        experiment.seed,
        component_text(training.optimizer),
        training.batch_size,
        network_text(experiment.network),
    )
    seen = {int(row[0]): (_plain(row[2]), _plain(row[3])) for row in run.curves.evaluations}
    return [
        (*about, int(i), _plain(epoch), _plain(seconds), _plain(lr), _plain(loss), _plain(right), *seen.get(int(i), ("", "")))
        for i, loss, right, lr, epoch, seconds in steps.tolist()
    ]


def _plain(value: float) -> str:
    return f"{value:.9g}" if np.isfinite(value) else ""


def _lines(rows: Sequence[Sequence[object]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()
