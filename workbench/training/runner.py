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
from collections.abc import Callable, Iterator

import numpy as np

from core.datasets.base import Cancelled
from core.datasets.recipe import Data, DataRecipe, prepare
from core.experiment import Experiment, TrainingConfig
from core.training.events import Changed, Diverged, Evaluated, Event, Finished, StepDone
from core.training.replay import session_at
from core.training.session import Session
from core.training.snapshot import Snapshot
from core.training.trainer import evaluated, train
from workbench.training.inbox import Failed, Inbox, Loaded, Prepared, Preparing, Rested, Rewound, Speed, Steps, Taken

SLICE_SECONDS = 0.008
"""How long the thread trains before it looks at its commands and hands over what happened."""

GATE_SECONDS = 0.05
"""The longest that a repaint may hold up training; a window that hangs must not stop the run."""

KEEP_SECONDS = 0.25
"""At most so often is a state kept that a run can go on from; others are for looking only."""


class Runner:
    """One thread for one run at a time.

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
        self._commands: deque[Callable[[], None]] = deque()
        self._closed = False
        self._run = 0
        self._asked_run = 0
        self.asked = 0
        self._obeyed = 0
        self._session: Session | None = None
        self._events: Iterator[Event] | None = None
        self._steps_left: float = 0
        self._until_epoch: int | None = None
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

    def prepare(self, run: int, experiment: Experiment, snapshot: Snapshot | None = None) -> None:
        """Load the data, build the network, and stand ready at the snapshot or at the initial values."""
        self._asked_run = run
        self._command(lambda: self._prepare(run, experiment, snapshot))

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

    def change(self, training: TrainingConfig) -> None:
        """Apply settings from the next batch on."""
        self._command(lambda: self._change(training))

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

    def _command(self, command: Callable[[], None]) -> None:
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

    def _guarded(self, work: Callable[[], None]) -> None:
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

    def _prepare(self, run: int, experiment: Experiment, snapshot: Snapshot | None) -> None:
        self._run, self._session, self._events, self._steps_left = run, None, None, 0

        def progress(share: float) -> None:
            if self._closed or self._asked_run != run:
                raise Cancelled
            self._inbox.put(run, Preparing(share))

        progress(0.0)
        key = experiment.data, experiment.seed
        if self._loaded is None or self._loaded[:2] != key:
            self._loaded = None
            self._loaded = (*key, prepare(experiment.data, experiment.seed, progress))
        data = self._loaded[2]
        self._inbox.put(run, Loaded(data))
        session = Session(experiment, data)
        initial = session.snapshot()
        if snapshot is not None:
            session.restore(snapshot)
        self._session, self._events = session, train(session)
        self._meter = SpeedMeter()
        here = session.snapshot()
        self._inbox.put(run, Prepared(data, session.network.layout, here, initial, session.total_iterations))
        self._inbox.put(run, evaluated(session))

    def _limit(self, updates_per_second: float | None) -> None:
        self._rate = updates_per_second

    def _go(self, steps: float, epochs: int | None) -> None:
        was_moving = self._moving
        self._steps_left = steps
        session = self._session
        if steps and self._events is None and session is not None and not session.finished:
            self._events = train(session)
        self._until_epoch = session.epoch + epochs if epochs and session is not None else None
        self._meter.pause()
        if not steps and was_moving:
            self._rest()

    def _change(self, training: TrainingConfig) -> None:
        session = self._session
        if session is None:
            return
        finished = session.finished
        session.change(training)
        self._inbox.put(self._run, Changed(session.iteration, training))
        if finished and not session.finished:
            self._events = train(session)
        if not self._moving:
            self._rest()

    def _change_by_hand(
        self, experiment: Experiment, iteration: int, start: Snapshot | None, changes: tuple[Changed, ...]
    ) -> None:
        session = self._session
        if session is None:
            return
        if session.change_by_hand(experiment.by_hand):
            self._take(resumable=True)
        else:
            self._session = session = session_at(experiment, session.data, start, iteration, changes)
            if session.training != experiment.training:
                session.change(experiment.training)
            self._events = train(session)
            self._inbox.put(self._run, Rewound(session.snapshot(), session.total_iterations))
        self._inbox.put(self._run, evaluated(session))
        if not self._moving:
            self._inbox.put(self._run, Rested(self._obeyed))

    def _train_slice(self) -> None:
        """Train for a few milliseconds and hand over what happened."""
        session, events = self._session, self._events
        if session is None or events is None:
            return
        steps: list[StepDone] = []
        started = time.perf_counter()
        while self._steps_left > 0:
            if not self.gate.is_set():
                self.gate.wait(GATE_SECONDS)
            event = next(events)
            if not isinstance(event, StepDone):
                self._tell(steps)
                steps = []
                self._tell_event(event)
                continue
            steps.append(event)
            self._steps_left -= 1
            if self._until_epoch is not None and session.epoch >= self._until_epoch:
                self._steps_left = 0
            if self._rate is not None or self._commands or self._closed or time.perf_counter() - started > SLICE_SECONDS:
                break
        self._tell(steps)
        self._meter.add(len(steps), session.training.batch_size, time.perf_counter() - started)
        self._after_slice()

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

    def _tell(self, steps: list[StepDone]) -> None:
        if steps:
            self._inbox.put(self._run, Steps(steps))

    def _tell_event(self, event: Evaluated | Changed | Diverged | Finished) -> None:
        if isinstance(event, Diverged | Finished):
            self._steps_left, self._events = 0, None
            if isinstance(event, Diverged) and self._session is not None:
                self._session.restore(event.last_finite)
            self._take(resumable=True)
        self._inbox.put(self._run, event)

    def _take(self, *, resumable: bool) -> None:
        self._wants_snapshot = False
        if self._session is None:
            return
        snapshot = self._session.snapshot(resumable=resumable)
        if not np.isfinite(snapshot.theta).all():
            return
        if resumable:
            self._kept_at = time.perf_counter()
        self._inbox.put(self._run, Taken(snapshot, self._session.total_iterations))

    def _rest(self) -> None:
        self._steps_left = 0
        if self._events is not None:
            self._take(resumable=True)
        self._inbox.put(self._run, Rested(self._obeyed))


class SpeedMeter:
    """Samples and updates per second of the time spent training."""

    def __init__(self) -> None:
        self._samples = self._updates = 0
        self._seconds = 0.0

    def add(self, updates: int, batch_size: int, seconds: float) -> None:
        """Count updates that took so long."""
        self._updates += updates
        self._samples += updates * batch_size
        self._seconds += seconds

    def pause(self) -> None:
        """Forget the half-filled second."""
        self._samples = self._updates = 0
        self._seconds = 0.0

    def reading(self) -> Speed | None:
        """Return the speed each time about half a second of training has passed."""
        if self._seconds < 0.5:
            return None
        speed = Speed(self._samples / self._seconds, self._updates / self._seconds)
        self.pause()
        return speed
