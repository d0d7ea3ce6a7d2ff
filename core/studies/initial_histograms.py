"""What initial values make of the signal, layer by layer (book, section 6.2.2)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final

import numpy as np

from core.arrays import Array
from core.fields import ChoiceField, ComponentSpec, FloatField, IntField
from core.initializers.base import INITIALIZERS
from core.studies.base import STUDIES, Study, Subject
from core.studies.findings import Column, Finding, Histogram, Stage, Table

BINS: Final = 30
FLAT_SLOPE: Final = 0.01
"""Sigmoid and tanh count as saturated within this of their ends."""

RANGES: Final = {"sigmoid": (0.0, 1.0), "tanh": (-1.0, 1.0), "ReLU": (0.0, 3.0)}
LIVING: Final = 0.05
"""A signal of less spread than this tells samples hardly apart."""

KEPT: Final = 0.4
"""A signal that keeps this share of its spread from the first to the last layer stays alive."""

SATURATED: Final = 0.3


@STUDIES.register
class InitialHistograms(Study):
    """1,000 samples of 100 normal numbers through layers of 100 units: how spread the activations are in each.

    No network learns; it is one forward pass, so the slider works while it moves.
    """

    title = "Initial values: activations"
    help = "How the activations of each layer are spread before anything is learned, for any width of the initial weights."
    book = "6.2.2"
    needs = "nothing"
    live = True
    order = 2
    words = ("Layer", "layer", "spread", "flat share", "zeros")

    activation = ChoiceField("sigmoid", choices=("sigmoid", "tanh", "ReLU"), help="What stands after each layer.")
    weights = ChoiceField(
        "std", choices=("std", "Xavier", "He"), title="Initial weights", help="A width of your own, √(1/n), or √(2/n)."
    )
    std = FloatField(
        1.0, minimum=0, maximum=100, soft_minimum=1e-4, soft_maximum=10, log=True,
        help="Standard deviation of the weights, where it is your own.",
    )  # fmt: skip
    depth = IntField(5, minimum=1, maximum=20, help="How many layers.")
    width = IntField(100, minimum=1, maximum=2000, soft_maximum=500, help="Units in each layer.")
    samples = IntField(1000, minimum=10, maximum=100_000, soft_maximum=2000, help="Normal samples that go in.")

    def run(self, subject: Subject) -> Iterator[Stage]:
        rng = np.random.default_rng(np.random.SeedSequence(subject.seed, spawn_key=(6, 2)))
        x = rng.standard_normal((self.samples, self.width))
        std = self._std()
        histograms: list[Histogram] = []
        with np.errstate(over="ignore"):
            for number in range(1, self.depth + 1):
                x = activate(self.activation, x @ (rng.standard_normal((self.width, self.width)) * std))
                histograms.append(_histogram(self.activation, number, x))
                if number < self.depth:
                    yield Stage(number / self.depth, histograms=tuple(histograms))
        columns = (Column("layer", "count"), Column("spread"), Column("flat share", "share"))
        rows = tuple((n, h.spread, h.flat) for n, h in enumerate(histograms, start=1))
        finding = self._finding(histograms)
        yield Stage(1.0, histograms=tuple(histograms), table=Table(columns, rows), findings=(finding,))

    def _std(self) -> float:
        kinds = {"std": ComponentSpec.of("Normal", std=self.std)}
        initializer = INITIALIZERS.build(kinds.get(self.weights, ComponentSpec(self.weights)))
        return initializer.scale(self.width, self.width)

    def _finding(self, histograms: list[Histogram]) -> Finding:
        first, last = histograms[0], histograms[-1]
        details = {"layer": len(histograms), "first": first.spread, "last": last.spread, "flat": 100 * last.flat}
        if self.activation != "ReLU" and last.flat > SATURATED:
            return Finding("study_saturated", details, "warn")
        if last.spread < LIVING:
            return Finding("study_signal_lost", details, "warn")
        if not math.isfinite(last.spread) or last.spread > first.spread / KEPT:
            return Finding("study_signal_grows", details, "warn")
        if last.spread < KEPT * first.spread:
            return Finding("study_signal_shrinks", details, "warn")
        return Finding("study_signal_kept", details)


def activate(kind: str, x: Array) -> Array:
    """Return sigmoid, tanh or ReLU of an array."""
    if kind == "sigmoid":
        y: Array = 1 / (1 + np.exp(-x))
    else:
        y = np.tanh(x) if kind == "tanh" else np.maximum(x, 0)
    return y


def flat_share(kind: str, y: Array) -> float:
    """Return the share of activations where the slope is nearly 0 (sigmoid, tanh) or exactly (ReLU)."""
    if kind == "ReLU":
        return float(np.mean(y <= 0))
    low, high = RANGES[kind]
    return float(np.mean((y < low + FLAT_SLOPE) | (y > high - FLAT_SLOPE)))


def _histogram(kind: str, number: int, y: Array) -> Histogram:
    low, high = RANGES[kind]
    counts, _ = np.histogram(np.clip(y, low, high), BINS, (low, high))
    return Histogram("Layer", str(number), counts, low, high, float(y.std()), flat_share(kind, y))
