"""A frame: everything that can be known at one moment of a run. Panels draw frames and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from core.arrays import Array
from core.datasets.recipe import Data
from core.experiment import Experiment
from core.network import Network, Slot
from core.training.history import Curves
from core.training.snapshot import Snapshot


@dataclass(frozen=True)
class Frame:
    """One moment of a run, never changed once made.

    Parameters
    ----------
    run
        Counts the runs of this window; frames of one run share experiment, data and layout.
    experiment
        What is being run, as it was at its start.
    data
        The prepared data.
    snapshot, initial
        The state at this moment, and that before the first update.
    curves
        The numbers up to this moment.
    all_curves
        The numbers up to the newest moment, for plots that show where this moment lies.
    total_iterations
        How many updates the whole training has.
    live
        True for the newest moment, False when the person looks back.
    """

    run: int
    experiment: Experiment
    data: Data
    snapshot: Snapshot
    initial: Snapshot
    curves: Curves
    all_curves: Curves
    layout: tuple[Slot, ...]
    total_iterations: int
    live: bool = True

    @property
    def iteration(self) -> int:
        """Updates made so far."""
        return self.snapshot.iteration

    @property
    def aside(self) -> bool:
        """Whether the parameters are only tried for a while: the run was never there, and its numbers are not theirs."""
        return self.snapshot.aside

    @property
    def epoch(self) -> float:
        """How often the training data has been seen."""
        return self.snapshot.epoch + self.snapshot.offset / len(self.data.train)

    def parameters(self, *, initial: bool = False) -> Mapping[str, Array]:
        """Return views of the parameters by name, such as ``"conv1.W"``, now or before the first update."""
        theta = self.initial.theta if initial else self.snapshot.theta
        return {slot.name: slot.view(theta) for slot in self.layout}

    def load_into(self, network: Network) -> None:
        """Write this moment's parameters and statistics into a network of the same spec, for asking it things."""
        network.theta[...] = self.snapshot.theta
        network.buffers[...] = self.snapshot.buffers
