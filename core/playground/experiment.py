"""Experiments of the playground: its beginning, other data, and other points."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np

from core.arrays import Array
from core.datasets.base import DATASETS
from core.datasets.painted import MOST_CLASSES, read_points, write_points
from core.datasets.recipe import Data, DataRecipe
from core.experiment import PAINTED, Experiment, TrainingConfig
from core.fields import ComponentSpec, Value
from core.playground.network import default_network, fitted, is_of_the_plane, loss_for, with_initial

KEPT: Final = ("samples", "noise")
"""Settings of the data that go along to another source."""

SHARE: Final = 0.5


def tensorflow_playground(before: Experiment) -> Experiment:
    """Return what TensorFlow Playground begins with: the circle, tanh, layers of 4 and 2, SGD with rate 0.03, batches of 10.

    Weights begin within ±0.5. Where that program has one tanh output and a squared error, there is softmax over two.
    """
    return replace(
        before,
        network=with_initial(default_network(2), ComponentSpec.of("Uniform", limit=0.5)),
        data=divided(DataRecipe(ComponentSpec.of("Circle", samples=500), scaling="none"), SHARE),
        training=TrainingConfig(
            optimizer=ComponentSpec.of("SGD", lr=0.03),
            loss=ComponentSpec("SoftmaxCrossEntropy"),
            batch_size=10,
            epochs=2000,
            evaluate_every=25,
        ),
        by_hand=(),
    )


def divided(recipe: DataRecipe, train: float) -> DataRecipe:
    """Return a recipe with so large a share for training, and half of the rest each for validation and test."""
    rest = round((1 - train) / 2, 4)
    return replace(recipe, validation=rest, test=rest)


def train_share(recipe: DataRecipe) -> float:
    """Return the share of the points that the network learns from."""
    return round(1 - recipe.validation - recipe.test, 4)


def with_source(before: Experiment, source: ComponentSpec, outputs: int, task: str) -> Experiment:
    """Return an experiment with other data; outputs and loss of the network follow.

    After data that are not of the plane, batches and epochs do not suit either, so all begins as the playground does.
    """
    if not _is_of_points(before):
        before = tensorflow_playground(before)
    network = fitted(before.network, outputs)
    training = replace(before.training, loss=loss_for(before.training.loss, task))
    return replace(before, network=network, training=training, data=replace(before.data, source=source, flatten=False))


def _is_of_points(experiment: Experiment) -> bool:
    kind = experiment.data.source.kind
    return DATASETS.get(kind).group == "plane" or (kind == "CsvFile" and is_of_the_plane(experiment.network))


def source_of(kind: str, before: ComponentSpec) -> ComponentSpec:
    """Return another source with the settings that both have, as they were."""
    fields = DATASETS.get(kind).fields
    if DATASETS.get(before.kind).group != "plane":
        return ComponentSpec(kind)
    given: dict[str, Value] = {name: value for name, value in before.settings if name in KEPT and name in fields}
    return ComponentSpec.of(kind, **given)


def points_of(recipe: DataRecipe, data: Data | None) -> tuple[Array, Array]:
    """Return all points ``(N, 2)`` and classes ``(N,)`` of an experiment, as a person knows them; none but of classes."""
    if recipe.source.kind == PAINTED:
        return read_points(DATASETS.build(recipe.source).settings["points"])  # type: ignore[arg-type]
    if data is None or data.input_shape != (2,) or data.task != "classification" or len(data.classes) > MOST_CLASSES:
        return np.empty((0, 2), np.float32), np.empty(0, np.int64)
    parts = (data.test, data.validation, data.train)
    return np.concatenate([p.x for p in parts]) * data.scale + data.offset, np.concatenate([p.t for p in parts])


def with_points(before: Experiment, x: Array, t: Array, classes: int) -> Experiment:
    """Return an experiment with these points, in the order in which they were painted."""
    source = ComponentSpec.of(PAINTED, points=write_points(x, t), class_count=classes)
    return with_source(before, source, classes, "classification")
