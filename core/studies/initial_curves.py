"""How initial values decide whether a network learns (book, section 6.2.4)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final

from core.fields import ComponentSpec, FloatField, IntField
from core.studies.base import STUDIES, Study, Subject
from core.studies.findings import Column, Finding, Stage, Table
from core.studies.training import Learner, hidden_layers, learn_together, learner

SMALL: Final = "std = 0.01"
BOOK: Final = {SMALL: "Normal(std=0.01)", "Xavier": "Xavier", "He": "He"}
STUCK: Final = 0.98
"""A network whose loss is still this share of that of guessing has not begun to learn."""


@STUDIES.register
class InitialCurves(Study):
    """The loss of one network with three kinds of initial values: four hidden layers of 100 units with ReLU, SGD."""

    title = "Initial values: learning"
    help = "The same network with small normal weights, Xavier's and He's: one does not learn at all."
    book = "6.2.4"
    order = 3
    words = ("Loss", "iteration", "initial values", "mean loss at the end", "test accuracy")

    iterations = IntField(2000, minimum=10, maximum=100_000, soft_maximum=5000, help="How many updates each network makes.")
    rate = FloatField(
        0.01, minimum=0, maximum=10, soft_minimum=1e-4, soft_maximum=1, log=True, title="Learning rate", help="Of SGD."
    )  # fmt: skip
    batch_size = IntField(128, minimum=1, maximum=10_000, soft_maximum=500, help="Samples per update.")

    def run(self, subject: Subject) -> Iterator[Stage]:
        data, optimizer = subject.data, ComponentSpec.of("SGD", lr=self.rate)
        runs = [
            learner(name, hidden_layers(4, 100, data.outputs, init), data, optimizer, batch=self.batch_size, seed=subject.seed)
            for name, init in BOOK.items()
        ]
        charts = yield from learn_together(runs, self.iterations)
        for one in runs:
            one.look()
        columns = (Column("initial values", "text"), Column("mean loss at the end"), Column("test accuracy", "share"))
        rows = tuple((one.name, one.last_loss, one.held_out[-1]) for one in runs)
        yield Stage(1.0, charts, table=Table(columns, rows), findings=_findings(runs, data.outputs))


def _findings(runs: list[Learner], classes: int) -> tuple[Finding, ...]:
    guessing = math.log(classes)
    stuck = [one for one in runs if one.last_loss > STUCK * guessing]
    learned = sorted((one for one in runs if one not in stuck), key=lambda one: one.last_loss)
    found = [
        Finding("study_stuck", {"name": one.name, "loss": one.last_loss, "guessing": guessing, "classes": classes}, "warn")
        for one in stuck
    ]
    if learned:
        best = learned[0]
        found.append(Finding("study_learned_best", {"name": best.name, "loss": best.last_loss}))
    return tuple(found)
