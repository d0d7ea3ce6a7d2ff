"""What there is to know about prepared data at a glance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from core.arrays import Array
from core.datasets.base import Samples, Task
from core.datasets.recipe import Data

EXAMPLES: Final = 12
"""How many training samples are named for each class."""


@dataclass(frozen=True, slots=True)
class PartSummary:
    """One part of the data.

    Parameters
    ----------
    name
        ``"train"``, ``"validation"`` or ``"test"``.
    count
        Of samples.
    per_class
        How many samples each class has; empty for regression.
    """

    name: str
    count: int
    per_class: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Range:
    """Figures of many numbers."""

    minimum: float
    maximum: float
    mean: float
    std: float


@dataclass(frozen=True, slots=True)
class DataSummary:
    """What a panel says of data.

    Parameters
    ----------
    parts
        Training, validation and test.
    inputs, targets
        Figures of the prepared training inputs, and of the values to predict; None for classes.
    raw
        Figures of the training inputs before they were scaled.
    examples
        For each class the rows of its first training samples, at most `EXAMPLES`; for regression one entry with
        rows spread evenly from the smallest to the largest value.
    """

    task: Task
    classes: tuple[str, ...]
    source: str
    input_shape: tuple[int, ...]
    parts: tuple[PartSummary, ...]
    inputs: Range
    raw: Range
    targets: Range | None
    examples: tuple[tuple[int, ...], ...]


def summarise(data: Data) -> DataSummary:
    """Count and measure prepared data."""
    inputs = _range(data.train.x)
    raw = Range(
        inputs.minimum * data.scale + data.offset,
        inputs.maximum * data.scale + data.offset,
        inputs.mean * data.scale + data.offset,
        inputs.std * data.scale,
    )
    parts = (("train", data.train), ("validation", data.validation), ("test", data.test))
    return DataSummary(
        task=data.task,
        classes=data.classes,
        source=data.source,
        input_shape=data.input_shape,
        parts=tuple(_part(name, samples, len(data.classes)) for name, samples in parts),
        inputs=inputs,
        raw=raw,
        targets=None if data.task == "classification" else _range(data.train.t),
        examples=_examples(data),
    )


def _part(name: str, samples: Samples, classes: int) -> PartSummary:
    per_class = np.bincount(samples.t, minlength=classes).tolist() if classes else []
    return PartSummary(name, len(samples), tuple(per_class))


def _range(values: Array) -> Range:
    if values.size == 0:
        return Range(0.0, 0.0, 0.0, 0.0)
    mean, std = values.mean(dtype=np.float64), values.std(dtype=np.float64)
    return Range(float(values.min()), float(values.max()), float(mean), float(std))


def _examples(data: Data) -> tuple[tuple[int, ...], ...]:
    if data.task == "classification":
        return tuple(tuple(np.flatnonzero(data.train.t == label)[:EXAMPLES].tolist()) for label in range(len(data.classes)))
    order = np.argsort(data.train.t[:, 0], kind="stable")
    spread = np.unique(np.linspace(0, len(order) - 1, min(EXAMPLES, len(order))).round().astype(int))
    return (tuple(order[spread].tolist()),)
