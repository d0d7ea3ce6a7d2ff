"""What the run is doing, in one word and its numbers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from core.training.stopping import StopReason


class RunState(Enum):
    """The states of a run, as the lamp shows them."""

    PREPARING = auto()
    PAUSED = auto()
    RUNNING = auto()
    FINISHED = auto()
    DIVERGED = auto()
    EDITED = auto()
    """The document differs from the run in something that needs a new start; the run's state is kept."""
    BLOCKED = auto()
    """The network cannot be trained as it is."""
    FAILED = auto()
    """The data could not be loaded, or training stopped with an error."""


@dataclass(frozen=True, slots=True)
class Status:
    """What the run is doing.

    Parameters
    ----------
    share
        How much of the data is loaded, while preparing.
    iteration
        Where it diverged.
    layer
        The first layer with numbers that are not finite, after it diverged.
    problems
        How many errors the network has, when blocked.
    error
        What went wrong, when failed.
    reason
        What ended it, when finished.
    """

    state: RunState = RunState.PREPARING
    share: float = 0.0
    iteration: int = 0
    layer: str = ""
    problems: int = 0
    error: Exception | None = None
    reason: StopReason = "epochs"
