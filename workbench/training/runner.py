"""The worker thread: it iterates the training generator and obeys play, pause, step and change.

It is a daemon `threading.Thread` and not a `QThread`, because a QThread that still runs at exit aborts the process.
Waiting is done on a condition, never by sleeping and looking again. While the window repaints, the gate is closed and
training waits: painting holds the interpreter lock anyway, and what makes a window stutter is the hand-over of that
lock at each of Qt's many short calls.
"""

from __future__ import annotations

import math
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from core.datasets.base import Cancelled
from core.datasets.base import Progress as LoadProgress
from core.datasets.recipe import Data, DataRecipe, prepare
from core.experiment import Experiment, TrainingConfig, with_engine
from core.spec import NetworkSpec
from core.training.duel import Turn, in_step
from core.training.events import Changed, Diverged, Evaluated, Event, Finished, Improved, Measured
from core.training.replay import session_at
from core.training.session import Session
from core.training.snapshot import Snapshot
from core.training.trainer import evaluated
from workbench.training.inbox import (
    DataChanged,
    Failed,
    Inbox,
    Loaded,
    Prepared,
    Preparing,
    Rested,
    Rewound,
)
from workbench.training.lane import Lane
from workbench.training.speed_meter import SpeedMeter

SLICE_SECONDS = 0.008
"""How long the thread trains before it looks at its commands and hands over what happened."""

GATE_SECONDS = 0.05
"""The longest that a repaint may hold up training; a window that hangs must not stop the run."""

MANY_LAYERS = 100
PATIENCE_SECONDS = 0.4
"""So long a network of many layers is not built: while a person edits it, each edit would build it in vain."""

PORTION_SECONDS = 0.0005
"""How long a run trains before the thread looks whether the window repaints: to look at each update of a tiny network
would cost a tenth of its speed."""

KEEP_SECONDS = 0.25
"""At most so often is a state kept that a run can go on from; others are for looking only."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A run that is to be made ready.

    Parameters
    ----------
    run
        The number under which the window knows it.
    snapshot
        Where it goes on; None for the initial values.
    """

    run: int
    experiment: Experiment
    snapshot: Snapshot | None = None


class Runner:
    """One thread for one run at a time, or for the runs of a duel in step.

    The first run leads: it is the document's, and changes of settings are for it.

    All public methods are for the window's thread and return at once; what they bring about comes through the inbox.

    Attributes
    ----------
    gate
        Open (set) unless the window repaints.
    asked
        How many commands were given so far. `Rested` says how many were obeyed, so that an answer to an earlier
        command is not taken for one to the latest.
    """

    def __init__(self, inbox: Inbox) -> None:
        self.gate = threading.Event()
        self.gate.set()
        self._inbox = inbox
        self._wake = threading.Condition()
        self._commands: deque[Callable[[], object]] = deque()
        self._closed = False
        self._run = 0
        self._asked_run = 0
        self.asked = 0
        self._obeyed = 0
        self._lanes: list[Lane] = []
        self._racing: list[Lane] = []
        self._left = 0
        self._events: Iterator[Turn] | None = None
        self._steps_left: float = 0
        self._until_epoch: int | None = None
        self._portion = 1
        self._pace = math.inf
        self._rate: float | None = None
        self._wants_snapshot = False
        self._kept_at = -math.inf
        self._loaded: tuple[DataRecipe, int, Data] | None = None
        self._meter = SpeedMeter()
        self._thread = threading.Thread(target=self._work, name="training", daemon=True)
        self._thread.start()

    # -- commands -----------------------------------------------------------------------------------------------

    def offer(self, experiment: Experiment, data: Data) -> None:
        """Take data that was loaded for an experiment elsewhere, so that it need not be loaded again."""
        self._command(lambda: self._take_data(experiment, data))

    def load_ahead(self, experiment: Experiment) -> None:
        """Load the data of an experiment before it is asked to run, and tell nothing of it."""
        self._command(lambda: self._load(experiment, self._unless_closed))

    def prepare(self, entries: Sequence[Entry]) -> None:
        """Load the data, build the networks, and stand ready at the snapshots or at the initial values."""
        wanted = tuple(entries)
        self._asked_run = wanted[0].run
        self._command(lambda: self._prepare(wanted))

    def play(self) -> None:
        """Train until paused or finished."""
        self._command(lambda: self._go(math.inf, None))

    def pause(self) -> None:
        """Stand still after the present step."""
        self._command(lambda: self._go(0, None))

    def step(self, count: int = 1) -> None:
        """Make so many updates and stand still."""
        self._command(lambda: self._go(count, None))

    def step_epoch(self) -> None:
        """Train to the end of the present epoch and stand still."""
        self._command(lambda: self._go(math.inf, 1))

    def change(self, training: TrainingConfig, network: NetworkSpec | None = None) -> None:
        """Apply settings from the next batch on; with the network, live settings of its layers as well."""
        self._command(lambda: self._change(training, network))

    def change_data(self, experiment: Experiment) -> None:
        """Go on with the data of an experiment that differs in its data alone, all runs in step with it too."""
        self._command(lambda: self._change_data(experiment))

    def change_by_hand(
        self, experiment: Experiment, iteration: int, start: Snapshot | None, changes: tuple[Changed, ...]
    ) -> None:
        """Set parameters by hand; where the run has left that moment, go back to it.

        Parameters
        ----------
        experiment
            With all that is set by hand from now on.
        iteration
            The earliest moment at which anything is set otherwise than before.
        start
            A kept state from before it, from which the run gets there again; None for the initial values.
        changes
            The settings that were changed on the way.
        """
        self._command(lambda: self._change_by_hand(experiment, iteration, start, changes))

    def set_rate(self, updates_per_second: float | None) -> None:
        """Limit the speed; None for as fast as it goes."""
        self._command(lambda: self._limit(updates_per_second))

    def request_snapshot(self) -> None:
        """Ask for the state after the present step; asking again before it comes changes nothing."""
        self._wants_snapshot = True

    def close(self, timeout: float = 3.0) -> bool:
        """End the thread and say whether it ended in time."""
        self._asked_run = -1
        with self._wake:
            self._closed = True
            self._wake.notify()
        self.gate.set()
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _command(self, command: Callable[[], object]) -> None:
        with self._wake:
            self.asked += 1
            self._commands.append(command)
            self._wake.notify()

    # -- the thread ---------------------------------------------------------------------------------------------

    def _work(self) -> None:
        while True:
            with self._wake:
                while not (self._commands or self._closed or self._moving):
                    self._wake.wait()
                if self._closed:
                    return
                commands = list(self._commands)
                self._commands.clear()
            for command in commands:
                self._obeyed += 1
                self._guarded(command)
            if self._moving:
                self._guarded(self._train_slice)

    def _guarded(self, work: Callable[[], object]) -> None:
        try:
            work()
        except Cancelled:
            self._steps_left = 0
        except Exception as error:  # noqa: BLE001 - whatever went wrong belongs to the person, in the window
            self._steps_left = 0
            self._inbox.put(self._run, Failed(error))

    @property
    def _moving(self) -> bool:
        return self._events is not None and self._steps_left > 0

    def _take_data(self, experiment: Experiment, data: Data) -> None:
        self._loaded = (experiment.data, experiment.seed, data)

    def _prepare(self, entries: Sequence[Entry]) -> None:
        run = self._run = entries[0].run
        self._lanes, self._events, self._steps_left = [], None, 0

        def unless_superseded() -> None:
            if self._closed or self._asked_run != run:
                raise Cancelled

        def progress(share: float) -> None:
            unless_superseded()
            self._inbox.put(run, Preparing(share))

        progress(0.0)
        first = entries[0].experiment
        data = self._load(first, progress)
        self._inbox.put(run, Loaded(data))
        if sum(1 for _ in first.network.walk()) > MANY_LAYERS:
            with self._wake:
                self._wake.wait_for(lambda: self._commands or self._closed, PATIENCE_SECONDS)
            unless_superseded()
        lanes = [Lane(entry.run, Session(entry.experiment, data), self._inbox) for entry in entries]
        for lane, entry in zip(lanes, entries, strict=True):
            self._place(lane, entry)
        self._lanes = lanes
        self._set_off()
        self._meter = SpeedMeter()

    def _load(self, experiment: Experiment, progress: LoadProgress | None = None) -> Data:
        """Return an experiment's data; what was loaded last is at hand."""
        key = experiment.data, experiment.seed
        if self._loaded is None or self._loaded[:2] != key:
            self._loaded = None
            self._loaded = (*key, prepare(*key, progress))
        return self._loaded[2]

    def _unless_closed(self, _share: float) -> None:
        if self._closed:
            raise Cancelled

    def _place(self, lane: Lane, entry: Entry) -> None:
        """Let a run stand where it goes on, with the settings that its experiment asks for."""
        session = lane.session
        initial = session.snapshot()
        if entry.snapshot is not None:
            session.restore(entry.snapshot)
        wanted = with_engine(entry.experiment.training, session.engine)
        changed = session.training != wanted
        if changed:
            session.change(wanted)
        lane.tell(Prepared(session.data, session.network.layout, session.snapshot(), initial, session.total_iterations))
        if changed:
            lane.tell(Changed(session.iteration, session.training))
        lane.tell(evaluated(session))

    def _set_off(self) -> None:
        """Begin to train every run that is not over."""
        self._racing = [lane for lane in self._lanes if not lane.session.finished]
        self._left = len(self._racing)
        self._events = in_step([lane.session for lane in self._racing], lambda: self._portion) if self._racing else None
        self._pace = math.inf

    def _limit(self, updates_per_second: float | None) -> None:
        self._rate = updates_per_second

    def _go(self, steps: float, epochs: int | None) -> None:
        was_moving = self._moving
        self._steps_left = steps
        if steps and self._events is None:
            self._set_off()
        self._until_epoch = self._lanes[0].session.epoch + epochs if epochs and self._lanes else None
        self._meter.pause()
        if not steps and was_moving:
            self._rest()

    def _change(self, training: TrainingConfig, network: NetworkSpec | None) -> None:
        if not self._lanes:
            return
        lead = self._lanes[0]
        finished = lead.session.finished
        before = lead.session.experiment.network if network is not None else None
        lead.session.change(training, network)
        lead.tell(Changed(lead.session.iteration, lead.session.training, before, network))
        if finished and not lead.session.finished:
            self._set_off()
        if not self._moving:
            self._rest()

    def _change_data(self, experiment: Experiment) -> None:
        if not self._lanes:
            return
        data = self._load(experiment)
        for lane in self._lanes:
            session = lane.session
            suits = session.change_data(experiment.data, data)
            lane.tell(DataChanged(session.iteration, data, suits, session.total_iterations))
            if suits:
                lane.tell(evaluated(session))
        if not self._moving:
            self._inbox.put(self._run, Rested(self._obeyed))

    def _change_by_hand(
        self, experiment: Experiment, iteration: int, start: Snapshot | None, changes: tuple[Changed, ...]
    ) -> None:
        if not self._lanes:
            return
        lead = self._lanes[0]
        experiment = replace(experiment, training=with_engine(experiment.training, lead.session.engine))
        if lead.session.change_by_hand(experiment.by_hand):
            self._take(resumable=True)
        else:
            lead.session = session = session_at(experiment, lead.session.data, start, iteration, changes)
            if session.training != experiment.training:
                session.change(experiment.training)
            self._set_off()
            lead.tell(Rewound(session.snapshot(), session.total_iterations))
        lead.tell(evaluated(lead.session))
        if not self._moving:
            self._inbox.put(self._run, Rested(self._obeyed))

    def _train_slice(self) -> None:
        """Train for a few milliseconds and hand over what happened."""
        events = self._events
        if events is None:
            return
        made, started = 0, time.perf_counter()
        is_open, racing = self.gate.is_set, self._racing
        while self._steps_left > 0:
            if not is_open():
                self.gate.wait(GATE_SECONDS)
            self._portion, begun = self._next_portion(), time.perf_counter()
            round_over = False
            while not round_over:
                index, steps, news, round_over = next(events)
                racing[index].told.steps.append_all(steps)
                for event in news:
                    self._note(racing[index], event)
            made += self._portion
            self._steps_left -= self._portion
            now = time.perf_counter()
            self._pace = (now - begun) / self._portion
            if self._until_epoch is not None and self._lanes[0].session.epoch >= self._until_epoch:
                self._steps_left = 0
            if self._rate is not None or self._commands or self._closed or now - started > SLICE_SECONDS:
                break
        for lane in self._lanes:
            lane.tell()
        self._meter.add(made, self._lanes[0].session.training.batch_size * len(self._lanes), time.perf_counter() - started)
        self._after_slice()

    def _next_portion(self) -> int:
        """Return how many updates to make before anything else is looked at: one by one where the speed is limited."""
        if self._rate is not None:
            return 1
        most = min(self._steps_left, PORTION_SECONDS / self._pace)
        if self._until_epoch is not None:
            most = min(most, self._lanes[0].session.updates_left_in_epoch)
        return max(1, int(most))

    def _note(self, lane: Lane, event: Event) -> None:
        """Take in what one of the runs told."""
        match event:
            case Measured() | Evaluated():
                lane.told.note(event)
            case Diverged() | Finished():
                self._end(lane, event)
            case Improved() | Changed():
                lane.tell(event)

    def _end(self, lane: Lane, event: Diverged | Finished) -> None:
        lane.tell()
        self._left -= 1
        if not self._left:
            self._steps_left, self._events = 0, None
        if isinstance(event, Diverged):
            lane.session.restore(event.last_finite)
        lane.take(resumable=True)
        lane.tell(event)

    def _after_slice(self) -> None:
        if (speed := self._meter.reading()) is not None:
            self._inbox.put(self._run, speed)
        if not self._moving:
            self._rest()
            return
        if self._wants_snapshot:
            self._take(resumable=time.perf_counter() - self._kept_at > KEEP_SECONDS)
        if self._rate is not None:
            with self._wake:
                if not self._commands and not self._closed:
                    self._wake.wait(1 / self._rate)

    def _take(self, *, resumable: bool) -> None:
        self._wants_snapshot = False
        if resumable:
            self._kept_at = time.perf_counter()
        for lane in self._lanes:
            lane.take(resumable=resumable)

    def _rest(self) -> None:
        self._steps_left = 0
        if self._events is not None:
            self._take(resumable=True)
        self._inbox.put(self._run, Rested(self._obeyed))
