"""Batches drawn with and without replacement: how much of the data an epoch sees (book, section 4.5.2)."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from core.arrays import Array
from core.fields import IntField
from core.studies.base import STUDIES, Study, Subject
from core.studies.findings import Chart, Column, Finding, Line, Stage, Table


@STUDIES.register
class Sampling(Study):
    """The share of different samples seen, batch by batch.

    The book draws each batch anew from all samples, so that a sample is missed in an epoch with probability
    ``(1 − 1/N)ᴺ``, nearly 1/e; shuffling sees each exactly once.
    """

    title = "Sampling with replacement"
    help = "What share of the samples an epoch really sees when batches are drawn anew each time, as the book does, or shuffled."
    book = "4.5.2"
    needs = "nothing"
    order = 9
    words = ("Samples seen", "epoch", "drawn anew", "shuffled", "expected", "after epochs")

    samples = IntField(6000, minimum=10, maximum=1_000_000, soft_maximum=60_000, help="How many samples there are.")
    batch_size = IntField(100, minimum=1, maximum=100_000, soft_maximum=1000, help="Samples per batch.")
    epochs = IntField(3, minimum=1, maximum=100, soft_maximum=10, help="How many epochs.")

    def run(self, subject: Subject) -> Iterator[Stage]:
        rng = np.random.default_rng(np.random.SeedSequence(subject.seed, spawn_key=(4, 5)))
        size = min(self.batch_size, self.samples)
        anew, shuffled = np.zeros(self.samples, bool), np.zeros(self.samples, bool)
        per_epoch = -(-self.samples // size)
        shares: list[tuple[float, float, float, float]] = [(0.0, 0.0, 0.0, 0.0)]
        for epoch in range(self.epochs):
            order = rng.permutation(self.samples)
            for start in range(0, self.samples, size):
                rows = order[start : start + size]
                shuffled[rows] = True
                anew[rng.integers(self.samples, size=len(rows))] = True
                drawn = epoch * self.samples + start + len(rows)
                expected = -math.expm1(drawn * math.log1p(-1 / self.samples))
                shares.append((drawn / self.samples, float(anew.mean()), float(shuffled.mean()), expected))
            table = np.array(shares)
            charts = (self._chart(table),)
            if epoch + 1 < self.epochs:
                yield Stage((epoch + 1) / self.epochs, charts)
        ends = table[per_epoch::per_epoch]
        columns = (
            Column("after epochs", "count"),
            Column("drawn anew", "share"),
            Column("expected", "share"),
            Column("shuffled", "share"),
        )
        rows_ = tuple((n, float(e[1]), float(e[3]), float(e[2])) for n, e in enumerate(ends, start=1))
        details = {"anew": 100 * ends[0][1], "expected": 100 * ends[0][3], "shuffled": 100 * ends[0][2]}
        yield Stage(1.0, charts, table=Table(columns, rows_), findings=(Finding("study_sampling", details),))

    def _chart(self, table: Array) -> Chart:
        x = table[:, 0]
        lines = (
            Line(x, table[:, 1], "drawn anew", 0),
            Line(x, table[:, 3], "expected", 0, held_out=True),
            Line(x, table[:, 2], "shuffled", 1),
        )
        return Chart("Samples seen", "epoch", lines, float(self.epochs), shares=True)
