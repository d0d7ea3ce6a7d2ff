"""What a training run tells: frozen events, in the order in which they happen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from core.experiment import TrainingConfig
from core.spec import NetworkSpec
from core.training.snapshot import Snapshot
from core.training.stopping import StopReason


class StepDone(NamedTuple):
    """One update was made; a tuple, because tiny networks make twenty thousand a second.

    Parameters
    ----------
    iteration
        1 for the first update.
    loss
        Mean loss of the batch, before the update.
    accuracy
        Share of the batch that was right before the update; NaN for regression.
    lr
        The learning rate of this update.
    epoch
        How much of the training data has been seen, in epochs: 1.5 is half-way through the second.
    seconds
        Training time so far; pauses and whoever looks on do not count.
    """

    iteration: int
    loss: float
    accuracy: float
    lr: float
    epoch: float
    seconds: float = 0.0


class Measured(NamedTuple):
    """How strongly the update of that iteration pulled at each layer with parameters.

    Parameters
    ----------
    gradients
        The norm of each layer's gradient.
    updates
        The norm of each layer's change divided by the norm of its parameters before it.
    """

    iteration: int
    epoch: float
    seconds: float
    gradients: tuple[float, ...]
    updates: tuple[float, ...]

    @property
    def row(self) -> tuple[float, ...]:
        """All numbers side by side, as a history keeps them."""
        return (self.iteration, self.epoch, self.seconds, *self.gradients, *self.updates)


@dataclass(frozen=True, slots=True)
class Evaluated:
    """The validation data was looked at, after so many iterations."""

    iteration: int
    epoch: float
    loss: float
    accuracy: float
    seconds: float = 0.0

    @property
    def row(self) -> tuple[float, ...]:
        """All numbers side by side, as a history keeps them."""
        return (self.iteration, self.epoch, self.loss, self.accuracy, self.seconds)


@dataclass(frozen=True, slots=True)
class Improved:
    """Early stopping watches, and the validation data was never answered better than in this state."""

    snapshot: Snapshot


@dataclass(frozen=True, slots=True)
class Changed:
    """Settings changed while running; they apply after that iteration.

    Parameters
    ----------
    before, network
        The network before and after, where settings of its layers changed, such as the ratio of Dropout.
    """

    iteration: int
    training: TrainingConfig
    before: NetworkSpec | None = None
    network: NetworkSpec | None = None


@dataclass(frozen=True, slots=True)
class Diverged:
    """The loss is no longer a finite number, so the run stopped before the update.

    Parameters
    ----------
    iteration
        The last update that was made.
    layer_id
        The first layer, from the input, with numbers that are not finite.
    where
        ``"parameters"`` or ``"output"``.
    last_finite
        The last state with finite parameters.
    """

    iteration: int
    loss: float
    layer_id: str
    where: str
    last_finite: Snapshot


@dataclass(frozen=True, slots=True)
class Finished:
    """All epochs are done, or a rule says stop."""

    iteration: int
    epoch: float
    reason: StopReason = "epochs"


Event = StepDone | Measured | Evaluated | Improved | Changed | Diverged | Finished
