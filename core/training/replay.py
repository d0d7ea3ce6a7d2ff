"""Any moment of a run again, bit for bit, from an earlier one that was kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from core.datasets.recipe import Data
from core.experiment import Experiment
from core.spec import NetworkSpec
from core.training.events import Changed
from core.training.session import Session
from core.training.snapshot import Snapshot


def network_in_force(experiment: Experiment, changes: Iterable[Changed], iteration: int) -> NetworkSpec:
    """Return the network with the settings that its layers had after so many updates; the experiment has those of now."""
    later = (change.before for change in changes if change.before is not None and change.iteration > iteration)
    return next(later, experiment.network)


def session_at(
    experiment: Experiment, data: Data, start: Snapshot | None, iteration: int, changes: Iterable[Changed] = ()
) -> Session:
    """Return a session after exactly `iteration` updates, ready to go on.

    Parameters
    ----------
    start
        A resumable snapshot of the same run, not after `iteration`; None for the beginning.
    changes
        The settings that were changed in that run; those between the two moments are applied where they were.
    """
    changes = tuple(changes)
    network = network_in_force(experiment, changes, start.iteration - 1 if start else -1)
    session = Session(replace(experiment, network=network), data, snapshot=start)
    coming = [change for change in changes if change.iteration >= session.iteration]
    while session.iteration < iteration:
        while coming and coming[0].iteration <= session.iteration:
            change = coming.pop(0)
            session.change(change.training, change.network)
        session.step()
    return session


def replay(experiment: Experiment, data: Data, start: Snapshot, iteration: int, changes: Iterable[Changed] = ()) -> Snapshot:
    """Return the state after exactly `iteration` updates, as `session_at` comes to it."""
    return session_at(experiment, data, start, iteration, changes).snapshot()
