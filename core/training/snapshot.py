"""The state of a run at one moment: enough to go on from it bit for bit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from core.arrays import Array
from core.experiment import TrainingConfig
from core.training.stopping import Standing


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Read-only copies of all that training changes.

    Parameters
    ----------
    iteration
        Updates made so far.
    epoch, offset
        Whole epochs done, and samples seen in the present one.
    updates
        Updates made by the present optimizer, for its bias correction.
    theta, buffers
        The network's flat vectors.
    memory
        The optimizer's vectors by name.
    training
        The settings in force.
    resumable
        False when the optimizer's memory was left out, for a state that is only looked at.
    seconds
        Training time so far.
    standing
        How the run stands on the validation data.
    aside
        True for parameters at which no training was, such as another place on the loss surface; never kept.
    """

    iteration: int
    epoch: int
    offset: int
    updates: int
    theta: Array
    buffers: Array
    memory: Mapping[str, Array]
    training: TrainingConfig
    resumable: bool = True
    seconds: float = 0.0
    standing: Standing = field(default_factory=Standing)
    aside: bool = False

    @property
    def nbytes(self) -> int:
        """Memory that the arrays take."""
        return self.theta.nbytes + self.buffers.nbytes + sum(a.nbytes for a in self.memory.values())

    @property
    def finite(self) -> bool:
        """Whether every parameter is a finite number."""
        return bool(np.isfinite(self.theta).all())
