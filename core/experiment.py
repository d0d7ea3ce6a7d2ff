"""An experiment as a value: network, data, training and seed. It is what a document holds and undo restores."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from core.datasets.recipe import DataRecipe
from core.fields import ComponentSpec
from core.perceptron.spec import PerceptronSpec
from core.spec import NetworkSpec

Change = Literal["none", "live", "restart"]


@dataclass(frozen=True, slots=True)
class TrainingConfig:
    """How a network is trained. Everything but the loss may change while a run is under way.

    Parameters
    ----------
    optimizer, schedule, loss
        Registered things with their settings; the learning rate is the optimizer's ``lr``.
    batch_size
        Samples per update; the last batch of an epoch may be smaller.
    epochs
        How many times all training data is seen.
    evaluate_every
        Iterations between two looks at the validation data.
    """

    optimizer: ComponentSpec = field(default_factory=lambda: ComponentSpec("Adam"))
    schedule: ComponentSpec = field(default_factory=lambda: ComponentSpec("Constant"))
    loss: ComponentSpec = field(default_factory=lambda: ComponentSpec("SoftmaxCrossEntropy"))
    batch_size: int = 100
    epochs: int = 10
    evaluate_every: int = 20


@dataclass(frozen=True, slots=True)
class Experiment:
    """Everything that decides a run: the same experiment gives the same numbers.

    Parameters
    ----------
    seed
        Decides the split, the initial values, the order of samples and all randomness of layers.
    name
        What the person calls it; it decides nothing.
    perceptron
        The unit of the perceptron lab; it decides nothing of the run.
    """

    network: NetworkSpec = field(default_factory=NetworkSpec)
    data: DataRecipe = field(default_factory=DataRecipe)
    training: TrainingConfig = field(default_factory=TrainingConfig)
    seed: int = 0
    name: str = ""
    perceptron: PerceptronSpec = field(default_factory=PerceptronSpec)


def change_between(run: Experiment, wanted: Experiment) -> Change:
    """Say whether a run of one experiment can go on as another: at once, from the next batch, or only anew."""
    if (run.network, run.data, run.seed, run.training.loss) != (
        wanted.network,
        wanted.data,
        wanted.seed,
        wanted.training.loss,
    ):
        return "restart"
    return "none" if run.training == wanted.training else "live"
