"""What is trained while the window is watched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from core.datasets.recipe import DataRecipe
from core.experiment import Experiment, TrainingConfig
from core.fields import ComponentSpec
from core.text import parse_network
from workbench.starting_point import first_experiment

ENDLESS = 1_000_000


@dataclass(frozen=True)
class Case:
    """A name for the rows, and the experiment."""

    name: str
    title: str
    experiment: Callable[[], Experiment]


def cnn() -> Experiment:
    experiment = first_experiment()
    return replace(experiment, training=replace(experiment.training, epochs=ENDLESS))


def mlp() -> Experiment:
    return Experiment(
        network=parse_network("Affine(16) Tanh Affine(2)"),
        data=DataRecipe(ComponentSpec.of("Spiral"), scaling="standard"),
        training=TrainingConfig(optimizer=ComponentSpec.of("SGD", lr=0.1), batch_size=10, epochs=ENDLESS),
    )


CASES = (Case("cnn", "the first network on drawn digits", cnn), Case("mlp", "2-16-2 on two spirals", mlp))


def case(name: str) -> Case:
    """The case of that name."""
    return next(case for case in CASES if case.name == name)
