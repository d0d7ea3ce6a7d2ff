"""BatchNorm against none, over sixteen widths of the initial weights (book, section 6.3.2)."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from core.fields import ComponentSpec, IntField
from core.studies.base import STUDIES, Study, Subject
from core.studies.findings import Chart, Column, Finding, Line, Stage, Table
from core.studies.training import Learner, first_samples, hidden_layers, in_portions, learner


@STUDIES.register
class BatchNormScales(Study):
    """Training accuracy with and without BatchNorm for initial weights of std 1 down to 0.0001, SGD 0.01.

    Five hidden layers of 100 units; both networks of a pair begin with the same weights and see the same batches.
    """

    title = "BatchNorm over many scales"
    help = "Pairs of networks, one with BatchNorm, for initial weights from far too large to far too small."
    book = "6.3.2"
    order = 4
    words = ("std", "epoch", "with BatchNorm", "without")

    scales = IntField(16, minimum=1, maximum=32, help="How many widths between 1 and 0.0001.")
    samples = IntField(1000, minimum=50, maximum=100_000, soft_maximum=5000, help="How many samples are learned.")
    epochs = IntField(20, minimum=1, maximum=1000, soft_maximum=100, help="How often each is seen.")
    batch_size = IntField(100, minimum=2, maximum=10_000, soft_maximum=500, help="Samples per update.")

    def run(self, subject: Subject) -> Iterator[Stage]:
        data = first_samples(subject.data, self.samples)
        optimizer = ComponentSpec.of("SGD", lr=0.01)
        widths = np.logspace(0, -4, self.scales)
        pairs: list[tuple[float, Learner, Learner]] = []
        for width in widths:
            init = f"Normal(std={float(width)!r})"
            plain, normed = (
                learner(
                    name,
                    hidden_layers(5, 100, data.outputs, init, between=between),
                    data,
                    optimizer,
                    batch=self.batch_size,
                    seed=subject.seed,
                )
                for name, between in (("without", "ReLU"), ("with BatchNorm", "BatchNorm ReLU"))
            )
            same_weights(plain, normed)
            pairs.append((float(width), normed, plain))
        per_epoch = -(-len(data.train) // self.batch_size)
        steps = self.epochs * per_epoch
        waiting = False
        for number, due in enumerate(in_portions(steps), start=1):
            for _, *both in pairs:
                for one in both:
                    one.step()
                    if number % per_epoch == 0:
                        one.look(held_out=False)
            waiting = waiting or bool(due)
            if waiting and number < steps:
                waiting = False
                yield Stage(number / steps, self._charts(pairs))
        yield Stage(1.0, self._charts(pairs), table=_table(pairs), findings=_findings(pairs))

    def _charts(self, pairs: list[tuple[float, Learner, Learner]]) -> tuple[Chart, ...]:
        return tuple(
            Chart(
                "std",
                "epoch",
                tuple(
                    Line(np.array(one.epochs), np.array(one.seen), one.name, place) for place, one in enumerate((normed, plain))
                ),
                float(self.epochs),
                mark=f"{width:.2g}",
                shares=True,
            )
            for width, normed, plain in pairs
        )


def same_weights(plain: Learner, normed: Learner) -> None:
    """Give the network with BatchNorm the weights of the one without, layer for layer."""
    ours, theirs = plain.session.network.parameters, normed.session.network.parameters
    names = [name for name in ours if name.endswith((".W", ".b"))]
    others = [name for name in theirs if name.endswith((".W", ".b"))]
    for name, other in zip(names, others, strict=True):
        theirs[other][...] = ours[name]


def _table(pairs: list[tuple[float, Learner, Learner]]) -> Table:
    columns = (Column("std"), Column("with BatchNorm", "share"), Column("without", "share"))
    return Table(columns, tuple((width, normed.seen[-1], plain.seen[-1]) for width, normed, plain in pairs))


def _findings(pairs: list[tuple[float, Learner, Learner]]) -> tuple[Finding, ...]:
    better = sum(normed.seen[-1] > plain.seen[-1] for _, normed, plain in pairs)
    found = [Finding("study_batch_norm", {"better": better, "count": len(pairs)})]
    width, normed, plain = max(pairs, key=lambda pair: pair[2].seen[-1] - pair[1].seen[-1])
    if plain.seen[-1] > normed.seen[-1]:
        details = {"width": width, "plain": 100 * plain.seen[-1], "normed": 100 * normed.seen[-1]}
        found.append(Finding("study_batch_norm_not_always", details, "warn"))
    return tuple(found)
