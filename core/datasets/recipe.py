"""How a source becomes training, validation and test data: split, scale, flatten."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from core.arrays import Array, Shape
from core.datasets.added_drawings import AddedDrawing, with_drawings
from core.datasets.base import DATASETS, Progress, RawData, Samples, Task
from core.errors import DataError, SettingError
from core.fields import ComponentSpec, require_range

SCALINGS: Final = ("unit", "standard", "none")
"""``unit`` maps the training range to 0…1, ``standard`` to mean 0 and deviation 1, ``none`` leaves it."""

LEAST_SAMPLES: Final = 10
LARGEST_SHARE: Final = 0.8


@dataclass(frozen=True, slots=True)
class DataRecipe:
    """Which data and how it is prepared, as a value.

    Parameters
    ----------
    source
        A registered data set with its settings.
    scaling
        One of `SCALINGS`. The figures are taken from the training part alone.
    flatten
        True to lay each image out as one vector.
    validation, test
        Shares of all samples, 0 to 0.8. A source with a test part of its own ignores `test`.
    drawings
        Drawings of the person's own that are learned from as well.
    """

    source: ComponentSpec = ComponentSpec("Digits")
    scaling: str = "unit"
    flatten: bool = False
    validation: float = 0.1
    test: float = 0.2
    drawings: tuple[AddedDrawing, ...] = ()

    def __post_init__(self) -> None:
        if self.scaling not in SCALINGS:
            choices = ", ".join(SCALINGS)
            raise SettingError("setting_choice", owner="Data", field="scaling", received=repr(self.scaling), choices=choices)
        require_range("Data", "validation", self.validation, 0, LARGEST_SHARE)
        require_range("Data", "test", self.test, 0, LARGEST_SHARE)


@dataclass(frozen=True, slots=True)
class Data:
    """Prepared data.

    Parameters
    ----------
    offset, scale
        What was done to each input: ``x = (raw − offset) / scale``; to do the same to a drawing.
    """

    train: Samples
    validation: Samples
    test: Samples
    task: Task
    classes: tuple[str, ...]
    offset: float
    scale: float
    source: str = ""

    @property
    def input_shape(self) -> Shape:
        """The shape of one prepared sample."""
        return tuple(self.train.x.shape[1:])

    @property
    def outputs(self) -> int:
        """How many numbers the network has to give: one per class, or one per value."""
        return len(self.classes) if self.task == "classification" else self.train.t.shape[1]


def prepare(recipe: DataRecipe, seed: int, progress: Progress | None = None) -> Data:
    """Load the source and prepare it; the same recipe and seed give the same arrays."""
    return split(DATASETS.build(recipe.source).load(seed, progress), recipe, seed)


def split(raw: RawData, recipe: DataRecipe, seed: int) -> Data:
    """Split and scale data that is loaded already.

    Raises
    ------
    DataError
        If there are too few samples.
    """
    total = len(raw.train)
    if total < LEAST_SAMPLES:
        raise DataError("too_few_samples", received=total, expected=LEAST_SAMPLES)
    order = raw.order
    if order is None:
        order = np.random.default_rng(np.random.SeedSequence(seed, spawn_key=(2,))).permutation(total)
    validation = max(1, round(total * recipe.validation))
    test = 0 if raw.test is not None else max(1, round(total * recipe.test))
    if total - validation - test < 1:
        raise DataError("too_few_samples", received=total, expected=validation + test + 1)
    rows = order[validation + test :]
    x = raw.train.x[rows]
    offset, scale = scaling_of(x, recipe.scaling)

    def ready(x: Array, t: Array) -> Samples:
        # in place, because x is a copy of ours and a second one may not fit
        x -= np.float32(offset)
        x /= np.float32(scale)
        return Samples(x.reshape(len(t), -1) if recipe.flatten else x, t)

    held_out = order[test : test + validation]
    source, own = (raw.train, order[:test]) if raw.test is None else (raw.test, np.arange(len(raw.test)))
    train = ready(x, raw.train.t[rows])
    return Data(
        train=with_drawings(train, recipe.drawings, len(raw.classes)) if raw.task == "classification" else train,
        validation=ready(raw.train.x[held_out], raw.train.t[held_out]),
        test=ready(source.x[own], source.t[own]),
        task=raw.task,
        classes=raw.classes,
        offset=offset,
        scale=scale,
        source=raw.source,
    )


def scaling_of(x: Array, scaling: str) -> tuple[float, float]:
    """Return offset and scale for one of `SCALINGS`; a constant input gives scale 1."""
    if scaling == "unit":
        low, high = float(x.min()), float(x.max())
        return low, (high - low) or 1.0
    if scaling == "standard":
        return float(x.mean(dtype=np.float64)), float(x.std(dtype=np.float64)) or 1.0
    return 0.0, 1.0
