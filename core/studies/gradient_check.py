"""Numerical gradients against backpropagation on the person's own network (book, section 5.7.3)."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Final

import numpy as np

from core.arrays import Array
from core.fields import FloatField, IntField
from core.losses.base import LOSSES
from core.network import Network, Slot
from core.studies.base import STUDIES, Study, Subject
from core.studies.findings import Cell, Column, Finding, Stage, Table

AGREES: Final = 1e-4
"""A relative difference below this is one of rounding and of kinks that the step crosses, not of a wrong formula."""

LEAST: Final = 1e-3
"""Gradients below this share of the network's largest are compared with that: a bias before BatchNorm has none at all."""


@STUDIES.register
class GradientCheck(Study):
    """Central differences at some parameters of each array, in double precision, beside what backpropagation says.

    Dropout drops the same values in every pass, and BatchNorm uses the statistics of the batch, as in training. A
    parameter costs two forward passes, so a whole network would take 2·P of them; backpropagation takes one and a half.
    """

    title = "Gradient check"
    help = "Numerical gradients against backpropagation on the present network: how well they agree and what each costs."
    book = "5.7.3"
    needs = "network"
    order = 10
    words = ("array", "parameters", "checked", "largest difference", "relative difference")

    checked = IntField(20, minimum=1, maximum=10_000, soft_maximum=200, help="Parameters that are checked of each array.")
    samples = IntField(20, minimum=2, maximum=10_000, soft_maximum=200, help="Samples in the batch.")
    h = FloatField(1e-5, minimum=1e-12, maximum=1, log=True, title="Step h", help="How far a parameter is moved to each side.")

    def run(self, subject: Subject) -> Iterator[Stage]:
        network, loss = _network(subject, self.samples)
        started = time.perf_counter()
        loss(True)
        back_seconds = time.perf_counter() - started
        gradient = network.grad.copy()
        least = LEAST * float(np.abs(gradient).max())
        rng = np.random.default_rng(np.random.SeedSequence(subject.seed, spawn_key=(5, 7)))
        rows: list[tuple[Cell, ...]] = []
        passes, started, total = 0, time.perf_counter(), max(1, len(network.layout))
        worst = 0.0
        for number, slot in enumerate(network.layout, start=1):
            chosen = rng.permutation(slot.stop - slot.start)[: self.checked] + slot.start
            numeric = np.empty(len(chosen))
            for index, place in enumerate(chosen):
                numeric[index] = self._slope(network, place, loss)
                if index % 5 == 4:
                    yield Stage((number - 1 + index / len(chosen)) / total, table=_table(rows))
            passes += 2 * len(chosen)
            rows.append(_row(slot, numeric, gradient[chosen], least))
            worst = max(worst, float(rows[-1][4]))
        each = (time.perf_counter() - started) / max(1, passes)
        details = {
            "passes": passes,
            "all_passes": 2 * network.theta.size,
            "seconds": each * 2 * network.theta.size,
            "back": 1000 * back_seconds,
            "ratio": each * 2 * network.theta.size / max(back_seconds, 1e-9),
            "worst": worst,
        }
        agrees = worst < AGREES
        first = Finding("study_gradients_agree" if agrees else "study_gradients_differ", details, "ok" if agrees else "warn")
        yield Stage(1.0, table=_table(rows), findings=(first, Finding("study_gradients_cost", details)))

    def _slope(self, network: Network, place: int, loss: Callable[[bool], float]) -> float:
        before = network.theta[place]
        network.theta[place] = before + self.h
        above = loss(False)
        network.theta[place] = before - self.h
        below = loss(False)
        network.theta[place] = before
        return (above - below) / (2 * self.h)


def _network(subject: Subject, samples: int) -> tuple[Network, Callable[[bool], float]]:
    """Return the network in double precision, and its loss on one batch, with backpropagation if asked."""
    if subject.experiment is None:
        raise TypeError("a gradient check needs a network")
    experiment = subject.experiment
    network = Network(experiment.network, subject.data.input_shape, seed=experiment.seed, dtype=np.float64)
    if subject.theta is not None:
        network.theta[...] = subject.theta
    judge = LOSSES.build(experiment.training.loss)
    batch = subject.data.train.take(slice(samples))
    x = batch.x.astype(np.float64)

    def loss(backward: bool) -> float:
        network.begin_step(0)
        value = judge.forward(network.forward(x, training=True), batch.t)
        if backward:
            network.backward_params(judge.backward())
        return float(value)

    return network, loss


def _row(slot: Slot, numeric: Array, exact: Array, least: float) -> tuple[Cell, ...]:
    largest = float(np.abs(numeric - exact).max())
    size = max(least, float(np.maximum(np.abs(numeric), np.abs(exact)).max()))
    return slot.name, slot.stop - slot.start, len(numeric), largest, largest / size if size > 0 else 0.0


def _table(rows: list[tuple[Cell, ...]]) -> Table:
    columns = (
        Column("array", "text"),
        Column("parameters", "count"),
        Column("checked", "count"),
        Column("largest difference"),
        Column("relative difference"),
    )
    return Table(columns, tuple(rows))
