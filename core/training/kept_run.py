"""A run that is over or was left, as a value: what it was, what it told, and the states that are kept of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

import numpy as np

from core.arrays import Shape
from core.experiment import Experiment
from core.training.history import Curves
from core.training.snapshot import Snapshot

Outcome = Literal["stopped", "epochs", "time", "target", "patience", "diverged"]

MOST_SNAPSHOTS: Final = 300


@dataclass(frozen=True, slots=True)
class Note:
    """What a person wrote at a moment of a run."""

    iteration: int
    text: str


@dataclass(frozen=True, slots=True)
class RunAbout:
    """What is known of a run beside its numbers; all of it is JSON.

    Parameters
    ----------
    place
        Its number in the list, from 1; it gives the colour and never changes.
    name
        What the person calls it; "" for the name that its settings give.
    visible
        Whether plots show it.
    outcome
        How it ended; "stopped" while it can go on.
    parent, branched_at
        The place of the run it branched from and after which iteration; 0 for a run of its own.
    duel
        The same for runs that were trained in step; 0 for none.
    pauses
        After which iterations it was paused.
    data_since
        After which iteration it took up its present data; moments before it cannot be computed again.
    """

    place: int = 1
    name: str = ""
    starred: bool = False
    visible: bool = True
    outcome: Outcome = "stopped"
    parent: int = 0
    branched_at: int = 0
    duel: int = 0
    pauses: tuple[int, ...] = ()
    data_since: int = 0
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class KeptRun:
    """A run of this document that is not the present one.

    Parameters
    ----------
    experiment
        With the settings that were last in force.
    snapshots
        In order of their iteration; the last can be gone on from.
    input_shape
        The shape of one sample; empty when not known.
    """

    about: RunAbout
    experiment: Experiment
    curves: Curves
    snapshots: tuple[Snapshot, ...] = ()
    input_shape: Shape = field(default=())

    @property
    def nbytes(self) -> int:
        """Memory that the snapshots take."""
        return sum(snapshot.nbytes for snapshot in self.snapshots)


def thinned(snapshots: Sequence[Snapshot], limit: int) -> list[Snapshot]:
    """Return the first, the newest, and as many others, spread evenly, as `limit` bytes allow."""
    inner = snapshots[1:-1]
    room = limit - sum(s.nbytes for s in (*snapshots[:1], *snapshots[-1:]))
    largest = max((s.nbytes for s in inner), default=0)
    fit = min(len(inner), MOST_SNAPSHOTS - 2, max(room, 0) // max(largest, 1))
    chosen = [round(index) for index in np.linspace(0, len(inner) - 1, fit)]
    return [*snapshots[:1], *(inner[i] for i in chosen), *snapshots[1:][-1:]]


def best_score(curves: Curves) -> tuple[float, float]:
    """Return the best validation accuracy and the lowest validation loss; NaN where there is none."""
    seen = curves.evaluations
    losses, accuracies = (column[np.isfinite(column)] for column in (seen[:, 2], seen[:, 3]))
    return (
        float(accuracies.max()) if len(accuracies) else float("nan"),
        float(losses.min()) if len(losses) else float("nan"),
    )
