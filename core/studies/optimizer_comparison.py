"""Four optimizers on one network (book, section 6.1.8)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from core.fields import ComponentSpec, IntField
from core.studies.base import STUDIES, Study, Subject
from core.studies.findings import Column, Finding, Stage, Table
from core.studies.training import LAST, Learner, hidden_layers, learn_together, learner

BOOK: Final = {"SGD": 0.01, "Momentum": 0.01, "AdaGrad": 0.01, "Adam": 0.001}
"""The book's learning rates."""


@STUDIES.register
class OptimizerComparison(Study):
    """The loss of four optimizers from the same initial weights and on the same batches.

    Four hidden layers of 100 units with ReLU and He's initial values.
    """

    title = "Optimizer comparison"
    help = "SGD, Momentum, AdaGrad and Adam from the same weights, on the same batches, with the book's learning rates."
    book = "6.1.8"
    order = 1
    words = ("Loss", "iteration", "optimizer", "learning rate", "mean loss at the end", "test accuracy")

    iterations = IntField(2000, minimum=10, maximum=100_000, soft_maximum=5000, help="How many updates each network makes.")
    batch_size = IntField(128, minimum=1, maximum=10_000, soft_maximum=500, help="Samples per update.")

    def run(self, subject: Subject) -> Iterator[Stage]:
        network = hidden_layers(4, 100, subject.data.outputs, "He")
        runs = [
            learner(kind, network, subject.data, ComponentSpec.of(kind, lr=rate), batch=self.batch_size, seed=subject.seed)
            for kind, rate in BOOK.items()
        ]
        charts = yield from learn_together(runs, self.iterations)
        yield Stage(1.0, charts, table=_table(runs), findings=_findings(runs))


def _table(runs: list[Learner]) -> Table:
    columns = (
        Column("optimizer", "text"),
        Column("learning rate"),
        Column("mean loss at the end"),
        Column("test accuracy", "share"),
    )
    rows = []
    for one in runs:
        one.look()
        rows.append((one.name, BOOK[one.name], one.last_loss, one.held_out[-1]))
    return Table(columns, tuple(rows))


def _findings(runs: list[Learner]) -> tuple[Finding, ...]:
    by_loss = sorted(runs, key=lambda one: one.last_loss)
    slow = by_loss[-1].name == "SGD"
    details = {
        "count": LAST,
        "best": by_loss[0].name,
        "low": by_loss[0].last_loss,
        "worst": by_loss[-1].name,
        "high": by_loss[-1].last_loss,
    }
    return (Finding("study_optimizers", details), *([Finding("study_optimizers_sgd", {})] if slow else []))
