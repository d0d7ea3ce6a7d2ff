"""Why weights must not begin equal (book, section 6.2.1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np

from core.arrays import Array
from core.fields import ComponentSpec, FloatField, IntField
from core.studies.base import STUDIES, Study, Subject
from core.studies.findings import Chart, Column, Finding, Line, Stage, Table
from core.studies.training import Learner, in_portions, learner, loss_chart

FIRST: Final = "affine1.W"
SAME: Final = 1e-4
"""Units whose weights differ by less than this share of the largest weight are one and the same."""


@STUDIES.register
class EqualValues(Study):
    """A network of one hidden layer that begins with zeros, with one constant, and with random values.

    It learns in double precision and with a small rate: otherwise rounding, which every update enlarges, tells equal
    units apart after some hundred updates.
    """

    title = "Zero and constant weights"
    help = "How many different hidden units a network has whose weights began equal, and what it can learn with them."
    book = "6.2.1"
    order = 7
    words = (
        "Loss",
        "iteration",
        "Different hidden units",
        "zeros",
        "constant",
        "random",
        "initial weights",
        "different units",
        "first layer has moved by",
        "test accuracy",
    )

    iterations = IntField(1000, minimum=1, maximum=100_000, soft_maximum=5000, help="How many updates each network makes.")
    units = IntField(50, minimum=2, maximum=1000, soft_maximum=200, title="Hidden units", help="Units of the hidden layer.")
    value = FloatField(0.05, minimum=-10, maximum=10, soft_minimum=-1, soft_maximum=1, title="Constant", help="The constant.")

    def run(self, subject: Subject) -> Iterator[Stage]:
        inits = {"zeros": "Constant(value=0.0)", "constant": f"Constant(value={self.value!r})", "random": "He"}
        optimizer = ComponentSpec.of("SGD", lr=0.01)
        runs = [
            learner(
                name,
                f"Flatten Affine({self.units}, init={init}) ReLU Affine({subject.data.outputs}, init={init})",
                subject.data,
                optimizer,
                batch=100,
                seed=subject.seed,
                dtype=np.float64,
            )
            for name, init in inits.items()
        ]
        before = [one.weights(FIRST).copy() for one in runs]
        counted: list[tuple[int, ...]] = [(0, *(distinct_units(w) for w in before))]
        for due in in_portions(self.iterations):
            for one in runs:
                one.step()
            if due:
                done = len(runs[0].losses)
                counted.append((done, *(distinct_units(one.weights(FIRST)) for one in runs)))
                charts = (loss_chart("Loss", runs, self.iterations), self._units(runs, counted))
                if due < self.iterations:
                    yield Stage(due / self.iterations, charts)
        moved = [float(np.abs(one.weights(FIRST) - w).max()) for one, w in zip(runs, before, strict=True)]
        for one in runs:
            one.look()
        yield Stage(1.0, charts, table=_table(runs, counted[-1][1:], moved), findings=_findings(runs, counted[-1][1:], moved))

    def _units(self, runs: list[Learner], counted: list[tuple[int, ...]]) -> Chart:
        table = np.array(counted, np.float64)
        lines = tuple(Line(table[:, 0], table[:, n + 1], one.name, n) for n, one in enumerate(runs))
        return Chart("Different hidden units", "iteration", lines, float(self.iterations))


def distinct_units(weights: Array) -> int:
    """Return how many columns of ``(D, U)`` differ from one another, apart from rounding."""
    step = SAME * (float(np.abs(weights).max()) or 1.0)
    return len(np.unique(np.round(weights / step), axis=1).T)


def _table(runs: list[Learner], units: tuple[int, ...], moved: list[float]) -> Table:
    columns = (
        Column("initial weights", "text"),
        Column("different units", "count"),
        Column("first layer has moved by"),
        Column("test accuracy", "share"),
    )
    rows = zip(runs, units, moved, strict=True)
    return Table(columns, tuple((one.name, count, way, one.held_out[-1]) for one, count, way in rows))


def _findings(runs: list[Learner], units: tuple[int, ...], moved: list[float]) -> tuple[Finding, ...]:
    found = []
    for one, count, way in zip(runs, units, moved, strict=True):
        details = {"name": one.name, "units": count, "accuracy": 100 * one.held_out[-1]}
        if way == 0:
            found.append(Finding("study_units_still", details, "warn"))
        elif count == 1:
            found.append(Finding("study_units_equal", details, "warn"))
        else:
            found.append(Finding("study_units_differ", details))
    return tuple(found)
