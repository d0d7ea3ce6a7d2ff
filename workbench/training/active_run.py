"""The run that the window shows: what came through the inbox, made into frames."""

from __future__ import annotations

from dataclasses import replace

from core.datasets.recipe import Data
from core.experiment import Experiment
from core.network import Slot
from core.training.events import Changed, Diverged, Evaluated, Finished, Improved
from core.training.frame import Frame
from core.training.kept_run import KeptRun, RunAbout
from core.training.progress import Progress
from core.training.snapshot import Snapshot
from core.training.timeline import Timeline
from workbench.training.inbox import DataChanged, Message, Prepared, Rewound, Taken


class ActiveRun:
    """One run: its timeline, its newest state, and the moment that is looked at.

    Parameters
    ----------
    number
        Counts the runs of this window.
    experiment
        What is run, with the settings now in force.
    about
        What is known of it beside its numbers.
    """

    def __init__(self, number: int, experiment: Experiment, timeline: Timeline, about: RunAbout | None = None) -> None:
        self.number = number
        self.about = about or RunAbout()
        self.experiment = experiment
        self.timeline = timeline
        self.data: Data | None = None
        self.layout: tuple[Slot, ...] = ()
        self.initial: Snapshot | None = None
        self.newest: Snapshot | None = None
        self.looked_at: Snapshot | None = None
        self.total_iterations = 0

    @property
    def iteration(self) -> int:
        """Updates made so far, as far as the window knows."""
        return self.newest.iteration if self.newest else 0

    def prepared(self, message: Prepared) -> None:
        """Stand where the message says; a run that goes on keeps its timeline."""
        self.data, self.layout = message.data, message.layout
        self.initial, self.newest = message.initial, message.snapshot
        self.total_iterations = message.total_iterations
        self.timeline.keep(message.initial, pin=True)
        self.timeline.keep(message.snapshot)

    def taken(self, message: Taken) -> None:
        """Remember a newer state; those that a run can go on from are kept in the timeline."""
        self.newest, self.total_iterations = message.snapshot, message.total_iterations
        if message.snapshot.iteration == 0:
            self.initial = message.snapshot  # set by hand before the first update
        if message.snapshot.resumable:
            self.timeline.keep(message.snapshot)

    def rewound(self, message: Rewound) -> None:
        """Forget what came after a moment."""
        self.timeline.rewind(message.snapshot.iteration)
        self.looked_at = None
        self.taken(Taken(message.snapshot, message.total_iterations))

    def changed_data(self, message: DataChanged) -> None:
        """Take up other data, where it suits; what was seen before stays."""
        if message.suits:
            self.data, self.total_iterations = message.data, message.total_iterations
            self.about = replace(self.about, data_since=message.iteration)

    def absorb(self, message: Message) -> None:
        """Remember what the thread told of this run."""
        match message:
            case Progress():
                self.timeline.history.take(message)
            case Evaluated() | Changed():
                self.timeline.history.add(message)
            case Improved():
                self.timeline.keep_best(message.snapshot)
            case Taken():
                self.taken(message)
            case Rewound():
                self.rewound(message)
            case DataChanged():
                self.changed_data(message)
            case Prepared():
                self.prepared(message)
            case Finished():
                self.about = replace(self.about, outcome=message.reason)
            case Diverged():
                self.about = replace(self.about, outcome="diverged")

    def look_at(self, iteration: int) -> None:
        """Show the kept moment nearest to an iteration, or the present if that is the newest."""
        snapshot = self.timeline.nearest(iteration)
        if snapshot is not None and self.newest is not None:
            self.looked_at = None if snapshot.iteration >= self.newest.iteration else snapshot

    def kept(self) -> KeptRun:
        """Return the run as a value that never changes."""
        snapshots = tuple(s for s in self.timeline.snapshots if s.resumable)
        curves = self.timeline.history.curves()
        if snapshots:
            curves = curves.until(snapshots[-1].iteration)
        shape = self.data.input_shape if self.data is not None else ()
        return KeptRun(self.about, self.experiment, curves.copied(), snapshots, shape)

    def frame(self) -> Frame | None:
        """Return the moment to show, or None before the run is prepared."""
        if self.data is None or self.initial is None or self.newest is None:
            return None
        curves = self.timeline.history.curves()
        shown = self.looked_at or self.newest
        return Frame(
            run=self.number,
            experiment=self.experiment,
            data=self.data,
            snapshot=shown,
            initial=self.initial,
            curves=curves.until(shown.iteration) if self.looked_at else curves,
            all_curves=curves,
            layout=self.layout,
            total_iterations=self.total_iterations,
            live=self.looked_at is None,
        )
