"""Small networks that learn side by side, and the lines that they draw."""

from __future__ import annotations

import math
import time
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
from numpy.typing import DTypeLike

from core.arrays import Array
from core.datasets.recipe import Data
from core.experiment import Experiment, TrainingConfig
from core.fields import ComponentSpec
from core.studies.findings import Chart, Line, Stage
from core.text import parse_network
from core.training.session import Session
from core.training.smoothing import Smoothing

ENDLESS: Final = 1_000_000
"""Epochs that no study ever makes: it counts its steps itself."""

SMOOTHING: Final = 0.9
LAST: Final = 20
"""A loss is told as the mean of so many last iterations."""

STAGE_SECONDS: Final = 0.15
"""A stage is made about so often: each is drawn."""


@dataclass
class Learner:
    """One network, with the losses it has seen and the accuracies that were asked for."""

    name: str
    session: Session
    losses: list[float] = field(default_factory=list)
    epochs: list[float] = field(default_factory=list)
    seen: list[float] = field(default_factory=list)
    held_out: list[float] = field(default_factory=list)
    diverged: bool = False

    def step(self) -> None:
        """Make one update; a network whose loss is no number any more stands still."""
        if self.diverged:
            return
        done = self.session.step()
        self.diverged = not math.isfinite(done.loss)
        self.losses.append(done.loss)

    def look(self, *, held_out: bool = True) -> None:
        """Note the accuracy on all samples that are learned and, unless only these count, on those that are not."""
        session = self.session
        self.epochs.append(len(self.losses) * session.training.batch_size / len(session.data.train))
        with np.errstate(over="ignore", invalid="ignore"):
            self.seen.append(session.evaluate(session.data.train)[1])
            if held_out:
                self.held_out.append(session.evaluate(session.data.test)[1])

    @property
    def last_loss(self) -> float:
        """The mean loss of the last iterations."""
        return float(np.mean(self.losses[-LAST:])) if self.losses else math.nan

    def weights(self, name: str) -> Array:
        """Return a parameter by its name."""
        return self.session.network.parameters[name]


def learner(
    name: str,
    network: str,
    data: Data,
    optimizer: ComponentSpec,
    *,
    batch: int,
    seed: int,
    dtype: DTypeLike = np.float32,
) -> Learner:
    """Return a network, given as text, that is ready to learn."""
    training = TrainingConfig(optimizer=optimizer, batch_size=batch, epochs=ENDLESS)
    return Learner(name, Session(Experiment(parse_network(network), training=training, seed=seed), data, dtype=dtype))


def hidden_layers(count: int, width: int, outputs: int, init: str, *, between: str = "ReLU") -> str:
    """Return the book's MultiLayerNet as text: so many hidden layers, all with the same initial values."""
    layer = f"Affine({width}, init={init}) {between}"
    return " ".join(["Flatten", *[layer] * count, f"Affine({outputs}, init={init})"])


def first_samples(data: Data, count: int) -> Data:
    """Return data with fewer samples to learn, the first ones."""
    return replace(data, train=data.train.take(slice(count)))


def in_portions(steps: int) -> Iterator[int]:
    """Yield the numbers of steps after which a stage is due: by the clock, and after the last.

    The clock decides when something is shown, never what.
    """
    started = time.perf_counter()
    for step in range(1, steps + 1):
        now = time.perf_counter()
        yield step if step == steps or now - started >= STAGE_SECONDS else 0
        if now - started >= STAGE_SECONDS:
            started = now


def learn_together(runs: Sequence[Learner], iterations: int) -> Generator[Stage, None, tuple[Chart, ...]]:
    """Let all learn in step, yield a stage with their losses when one is due, and return the losses at the end."""
    charts: tuple[Chart, ...] = ()
    for due in in_portions(iterations):
        for one in runs:
            one.step()
        if due:
            charts = (loss_chart("Loss", runs, iterations),)
            if due < iterations:
                yield Stage(due / iterations, charts)
    return charts


def loss_chart(title: str, learners: Sequence[Learner], iterations: int) -> Chart:
    """Return the losses of several networks, smoothed, over the raw numbers."""
    lines: list[Line] = []
    for place, one in enumerate(learners):
        x, raw = np.arange(1.0, len(one.losses) + 1), np.array(one.losses)
        lines.append(Line(x, raw, one.name, place, faint=True))
        lines.append(Line(x, Smoothing(SMOOTHING).extend(raw), one.name, place))
    return Chart(title, "iteration", tuple(lines), float(iterations), log=True)


def accuracy_chart(one: Learner, title: str, place: int, end: float, mark: str = "") -> Chart:
    """Return the accuracy on learned samples and on others, epoch by epoch."""
    x = np.array(one.epochs)
    lines = (
        Line(x, np.array(one.seen), "training", place),
        Line(x, np.array(one.held_out), "test", place, held_out=True),
    )
    return Chart(title, "epoch", lines, end, mark=mark, shares=True)
