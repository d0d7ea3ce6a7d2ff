"""The ways in which a run begins beside the plain one: as a duel, as a branch, from the list, and once more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.by_hand import initial_only
from core.experiment import Experiment, change_between
from core.training.duel import check_duel
from core.training.history import History
from core.training.kept_run import RunAbout
from core.training.replay import network_in_force
from core.training.snapshot import Snapshot
from core.training.timeline import Timeline
from workbench.training.active_run import ActiveRun

if TYPE_CHECKING:
    from workbench.workspace import Workspace


class RunStarts(QObject):
    """Begins runs of a workspace. Whatever the present run has learned stays in the list."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._last_number = 0

    def leave(self) -> None:
        """Put the present runs into the list before others begin."""
        self._workspace.time.stop_film()
        self._workspace.runs.leave(self._workspace.budget)

    def new_run(self, experiment: Experiment, timeline: Timeline, about: RunAbout | None = None) -> ActiveRun:
        """Return a run that goes on from the newest moment of its timeline, once it begins."""
        self._last_number += 1
        return ActiveRun(self._last_number, experiment, timeline, about or RunAbout(self._workspace.runs.next_place()))

    def timeline_of(self, snapshots: Iterable[Snapshot], history: History | None) -> Timeline:
        """Return a timeline under the budget of this window."""
        timeline = Timeline(self._workspace.budget, history)
        for snapshot in snapshots:
            timeline.keep(snapshot)
        return timeline

    def duel(self, rivals: Sequence[Experiment], *, play: bool = True) -> None:
        """Train the document's experiment and others in step, from the same initial weights and on the same batches.

        Raises
        ------
        SpecError
            If there are too many of them, or their data or seeds differ.
        """
        workspace = self._workspace
        experiments = (workspace.experiment, *rivals)
        check_duel(experiments)
        self.leave()
        first, share = workspace.runs.next_place(), workspace.budget // len(experiments)
        runs = [
            self.new_run(experiment, Timeline(share), RunAbout(first + index, duel=first))
            for index, experiment in enumerate(experiments)
        ]
        workspace.begin(runs, play=play)

    def branch(self) -> None:
        """Begin a new run at the moment that is shown, with the settings that were in force; the old one stays as it is."""
        workspace = self._workspace
        frame, run = workspace.frame, workspace.shown
        start = run.timeline.at(frame.iteration) if frame is not None else None
        if start is None:
            return
        history = History(run.timeline.history.curves().until(start.iteration).copied())
        moments = (snapshot for snapshot in run.timeline.snapshots if snapshot.iteration <= start.iteration)
        timeline = self.timeline_of(moments, history)
        by_hand = tuple(hand for hand in run.experiment.by_hand if hand.iteration <= start.iteration)
        network = network_in_force(run.experiment, run.timeline.history.curves().changes, start.iteration)
        experiment = replace(run.experiment, network=network, training=start.training, by_hand=by_hand)
        about = RunAbout(workspace.runs.next_place(), parent=run.about.place, branched_at=start.iteration)
        self.leave()
        workspace.use(experiment, self.tr("Branch at iteration {0}").format(f"{start.iteration:,}"))
        workspace.begin([self.new_run(experiment, timeline, about)])

    def take_up(self, place: int) -> None:
        """Go on with a run of the list: show it, at its last moment and ready to be trained on."""
        workspace = self._workspace
        if workspace.time.show_run(place):
            return
        self.leave()
        kept = workspace.runs.pull(place)
        if kept is None:
            workspace.restart(play=False)
            return
        workspace.use(kept.experiment, self.tr("Take up run {0}").format(place))
        timeline = self.timeline_of(kept.snapshots, History(kept.curves))
        workspace.begin([self.new_run(kept.experiment, timeline, kept.about)])

    def again(self, *, play: bool) -> None:
        """Begin once more with the document's settings; a duel as a duel, with its seed.

        What was set by hand in the course of the run that ends is left out; undo brings it back.
        """
        workspace = self._workspace
        initial = initial_only(workspace.experiment.by_hand)
        workspace.use(replace(workspace.experiment, by_hand=initial), self.tr("Reset"))
        wanted, run = workspace.experiment, workspace.run
        rivals = [replace(rival.experiment, seed=wanted.seed) for rival in workspace.runs.active[1:]]
        if rivals and change_between(run.experiment, replace(wanted, seed=run.experiment.seed)) != "restart":
            self.duel(rivals, play=play)
        else:
            workspace.restart(play=play)
