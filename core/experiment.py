"""An experiment as a value: network, data, training and seed. It is what a document holds and undo restores."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final, Literal

from core.by_hand import HandSets
from core.datasets.recipe import DataRecipe
from core.descent.spec import DescentSpec
from core.fields import ComponentSpec, require_range
from core.kernels.engine import EngineChoice
from core.live_settings import differ_live_only
from core.perceptron.board import CircuitBoard
from core.perceptron.board_presets import xor_two_ways
from core.perceptron.spec import PerceptronSpec
from core.spec import NetworkSpec

LARGEST_COUNT: Final = 10**9
LARGEST_SEED: Final = 2**63

PAINTED: Final = "Painted"
"""The source whose points may change while a network learns them."""

Change = Literal["none", "live", "by_hand", "data", "restart"]


@dataclass(frozen=True, slots=True)
class StopRules:
    """When training ends before all epochs are done; 0 is no rule. They are judged at each look at the validation data.

    Parameters
    ----------
    seconds
        Training time, pauses not counted.
    accuracy
        For classification: the share of the validation data that has to be right.
    loss
        For regression: the validation loss that has to be reached.
    patience
        Looks at the validation data in a row without a better one (early stopping, Prechelt 1998).
    """

    seconds: float = 0.0
    accuracy: float = 0.0
    loss: float = 0.0
    patience: int = 0

    def __post_init__(self) -> None:
        for field_name, most in (("seconds", 1e9), ("accuracy", 1.0), ("loss", 1e9), ("patience", LARGEST_COUNT)):
            require_range("StopRules", field_name, getattr(self, field_name), 0, most)


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
    stop
        What ends it before all epochs are done.
    engine
        How the kernels compute. None until a run begins: then it is what suits the machine, and stays with the run.
    """

    optimizer: ComponentSpec = field(default_factory=lambda: ComponentSpec("Adam"))
    schedule: ComponentSpec = field(default_factory=lambda: ComponentSpec("Constant"))
    loss: ComponentSpec = field(default_factory=lambda: ComponentSpec("SoftmaxCrossEntropy"))
    batch_size: int = 100
    epochs: int = 10
    evaluate_every: int = 20
    stop: StopRules = field(default_factory=StopRules)
    engine: EngineChoice | None = None

    def __post_init__(self) -> None:
        for field_name in ("batch_size", "epochs", "evaluate_every"):
            require_range("Training", field_name, getattr(self, field_name), 1, LARGEST_COUNT)


@dataclass(frozen=True, slots=True)
class Experiment:
    """Everything that decides a run: the same experiment gives the same numbers.

    Parameters
    ----------
    seed
        Decides the split, the initial values, the order of samples and all randomness of layers.
    by_hand
        The parameters that the person set, and when.
    name
        What the person calls it; it decides nothing.
    perceptron
        The unit of the perceptron lab; it decides nothing of the run.
    circuit
        The circuit of the perceptron lab; it decides nothing of the run.
    descent
        The race of the descent lab; it decides nothing of the run.
    """

    network: NetworkSpec = field(default_factory=NetworkSpec)
    data: DataRecipe = field(default_factory=DataRecipe)
    training: TrainingConfig = field(default_factory=TrainingConfig)
    seed: int = 0
    name: str = ""
    perceptron: PerceptronSpec = field(default_factory=PerceptronSpec)
    circuit: CircuitBoard = field(default_factory=xor_two_ways)
    descent: DescentSpec = field(default_factory=DescentSpec)
    by_hand: HandSets = ()

    def __post_init__(self) -> None:
        require_range("Experiment", "seed", self.seed, 0, LARGEST_SEED)


def change_between(run: Experiment, wanted: Experiment) -> Change:
    """Say whether a run of one experiment can go on as another: at once, from the next batch, or only anew.

    With other parameters set by hand it goes on from the moment at which they were; with points that were painted, or
    points painted onto others, it goes on with those, as it does with drawings added to images. Names and notes of layers
    decide nothing.
    """
    same_run = (run.seed, run.training.loss) == (wanted.seed, wanted.training.loss)
    alike = run.network.computes_as(wanted.network)
    if not (same_run and (alike or differ_live_only(run.network, wanted.network))):
        return "restart"
    if run.data != wanted.data:
        painted = PAINTED in {run.data.source.kind, wanted.data.source.kind}
        drawn = replace(run.data, drawings=()) == replace(wanted.data, drawings=())
        return "data" if painted or drawn else "restart"
    if run.by_hand != wanted.by_hand:
        return "by_hand"
    return "none" if alike and run.training == with_engine(wanted.training, run.training.engine) else "live"


def with_engine(training: TrainingConfig, engine: EngineChoice | None) -> TrainingConfig:
    """Return settings that compute in this way unless they say themselves how."""
    return training if training.engine is not None or engine is None else replace(training, engine=engine)
