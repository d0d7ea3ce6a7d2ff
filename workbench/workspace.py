"""Where document, run and panels meet. Panels know this and nothing else of the window.

Frames go out through `frame_changed`; what comes back are commands: `apply` for edits, `play` and its kin for the run,
`look_at` for time travel.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from core.by_hand import initial_only
from core.datasets.recipe import Data, DataRecipe
from core.experiment import Experiment, change_between, with_engine
from core.kernels.engine import EngineChoice
from core.shapes import Diagnosis
from core.spec import NetworkSpec
from core.training.events import Diverged, Evaluated, Finished
from core.training.frame import Frame
from core.training.history import History
from core.training.kept_run import KeptRun, RunAbout
from core.training.progress import Progress
from core.training.snapshot import Snapshot
from core.training.stopping import reason_to_stop, without_rule
from core.training.timeline import DEFAULT_BUDGET, Timeline
from workbench.document import NEVER_MERGED, Document
from workbench.judging import Judging
from workbench.pacing import FramePacer
from workbench.painting_gate import PaintingGate
from workbench.prompt_answers import PromptAnswers
from workbench.runs.room import RunsRoom
from workbench.runs.starts import RunStarts
from workbench.status import RunState, Status
from workbench.time_travel import TimeTravel
from workbench.training.active_run import ActiveRun
from workbench.training.going_on import go_on
from workbench.training.inbox import (
    DataChanged,
    Failed,
    Inbox,
    Loaded,
    Message,
    Prepared,
    Preparing,
    Rested,
    Rewound,
    Speed,
)
from workbench.training.probe_worker import ProbeWorker
from workbench.training.runner import Entry, Runner

FRAME_MILLISECONDS: Final = 33
MORE_EPOCHS: Final = 5
"""How many epochs are added when a finished run is played on."""


class Workspace(QObject):
    """The state of one window.

    Attributes
    ----------
    engine
        How new runs compute whose experiment does not say it; a run that was begun keeps its own way.
    frame_changed
        With the `Frame` to show, at most thirty times a second.
    experiment_changed
        With the document's `Experiment` after an edit, undo, redo or open.
    data_changed
        With the `Data` that was loaded.
    status_changed
        With the `Status` of the run.
    speed_changed
        With the `Speed` of the run.
    selection_changed
        With the id of the selected layer, or "".
    lab_wanted
        With the name of a lab that a panel asks the window to open.
    layer_sought
        With the letter with which somebody began to type the name of a layer outside the palette.
    source_wanted
        With the name of the data set that was dropped on the network.
    run, shown
        The document's run, and the one whose frames are shown: another only while several are trained in step.
    runs, starts, time
        The list of runs, the ways in which a run begins, and the way back in time.
    """

    frame_changed = Signal(object)
    experiment_changed = Signal(object)
    data_changed = Signal(object)
    status_changed = Signal(object)
    speed_changed = Signal(object)
    selection_changed = Signal(str)
    lab_wanted = Signal(str)
    layer_sought = Signal(str)
    source_wanted = Signal(str)

    def __init__(self, experiment: Experiment, *, budget: int = DEFAULT_BUDGET, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = Document(experiment, self)
        self.probes = ProbeWorker(self)
        self.frame: Frame | None = None
        self.data: Data | None = None
        self.status = Status()
        self.selection = ""
        self.budget = budget
        self.engine: EngineChoice | None = None
        self._judging = Judging()
        self._inbox = Inbox()
        self.runner = Runner(self._inbox)
        self.pacer = FramePacer()
        self._gate = PaintingGate(self.runner.gate, self.pacer.end_tick, self)
        PromptAnswers(self.probes, self.pacer, self._gate)
        self._unshown = False
        self.runs = RunsRoom(self.document.undo_stack, self)
        self.run = self.shown = ActiveRun(0, experiment, Timeline(budget))
        self.runs.take([self.run])
        self.time = TimeTravel(self, self._show_frame)
        self.starts = RunStarts(self)
        self._ended: dict[int, Finished | Diverged] = {}
        self._adopting = False
        self._play_when_ready = False
        self._tried: tuple[DataRecipe, Data] | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(FRAME_MILLISECONDS)
        self._clock.timeout.connect(self._tick)
        self.document.changed.connect(self._edited)

    # -- the document -------------------------------------------------------------------------------------------

    @property
    def experiment(self) -> Experiment:
        """The document's experiment; the run may still be of an earlier one."""
        return self.document.experiment

    def apply(self, experiment: Experiment, text: str, merge_id: int = NEVER_MERGED) -> None:
        """Edit the document, undoably; `text` says what was done, translated."""
        self.document.apply(experiment, text, merge_id)

    def apply_and_select(self, experiment: Experiment, text: str, layer_id: str) -> None:
        """Edit the document and select a layer of what it is then, so that panels show both at once."""
        before, self.selection = self.selection, layer_id
        self.apply(experiment, text)
        if self.selection != before:
            self.selection_changed.emit(self.selection)

    def apply_data(self, experiment: Experiment, data: Data, text: str, merge_id: int = NEVER_MERGED) -> None:
        """Edit the document with data that a panel has loaded already, so that the network is judged by it at once."""
        self._tried = (experiment.data, data)
        self.runner.offer(experiment, data)
        self.apply(experiment, text, merge_id)

    def _follow_data(self, recipe: DataRecipe) -> None:
        """Show the data of the document where it is at hand: the run's own, or what a panel loaded."""
        at_hand = self.run.data if recipe == self.run.experiment.data else None
        if at_hand is None and self._tried is not None and recipe == self._tried[0]:
            at_hand = self._tried[1]
        if at_hand is not None and at_hand is not self.data:
            self.data = at_hand
            self.data_changed.emit(at_hand)

    def select(self, layer_id: str) -> None:
        """Select a layer for the inspector and the views that follow it."""
        if layer_id != self.selection:
            self.selection = layer_id
            self.selection_changed.emit(layer_id)

    def diagnosis(self, network: NetworkSpec | None = None) -> Diagnosis | None:
        """Return what `diagnose` finds in a network, by default the document's, with the present data; None without data."""
        if self.data is None:
            return None
        wanted = self.experiment.network if network is None else network
        return self._judging.diagnosis(wanted, self.data, self.experiment.training.loss, keep=network is None)

    def open(
        self,
        experiment: Experiment,
        *,
        path: Path | None = None,
        snapshots: tuple[Snapshot, ...] = (),
        history: History | None = None,
        about: RunAbout | None = None,
        kept: tuple[KeptRun, ...] = (),
        play: bool = False,
    ) -> None:
        """Show another experiment, with the runs that were saved with it."""
        self.document.begin(experiment, path)
        self.select("")
        self.time.stop_film()
        self.runs.replace(kept)
        self.begin([self.starts.new_run(experiment, self.starts.timeline_of(snapshots, history), about)], play=play)
        self.experiment_changed.emit(experiment)

    def _edited(self, experiment: Experiment) -> None:
        change = change_between(self.run.experiment, experiment)
        self._follow_data(experiment.data)
        if self._adopting:
            pass
        elif change in {"live", "by_hand", "data"} and self._can_go_on:
            go_on(change, experiment, [self.run, *(run for run in self.runs.active if run is not self.run)], self.runner)
            self._wake()
        elif change in {"by_hand", "data"} or (change == "restart" and (self.run.iteration == 0 or not self._can_go_on)):
            self.restart(play=False)
        elif change == "restart":
            self._play_when_ready = False
            self.runner.pause()
            self._set_status(replace(self._judged(), iteration=self.run.iteration))
        elif self.status.state in {RunState.EDITED, RunState.BLOCKED}:
            self._set_status(Status(RunState.PAUSED))
        self.experiment_changed.emit(experiment)

    @property
    def _can_go_on(self) -> bool:
        return self.run.newest is not None and self.status.state not in {RunState.PREPARING, RunState.FAILED}

    def _judged(self) -> Status:
        diagnosis = self.diagnosis()
        errors = len(diagnosis.errors) if diagnosis else 0
        return Status(RunState.BLOCKED, problems=errors) if errors else Status(RunState.EDITED)

    # -- the run ------------------------------------------------------------------------------------------------

    def restart(self, *, play: bool) -> None:
        """Begin a new run of the document's experiment, from its initial values; what was learned stays in the list."""
        self.starts.leave()
        self.begin([self.starts.new_run(self.experiment, Timeline(self.budget))], play=play)

    def use(self, experiment: Experiment, text: str) -> None:
        """Make an experiment the document's, undoably, for a run that the caller begins."""
        self._adopting = True
        self.apply(experiment, text)
        self._adopting = False

    def begin(self, runs: Sequence[ActiveRun], *, play: bool = False) -> None:
        """Make runs ready to be trained in step; the first is the document's."""
        self._play_when_ready = play
        self._ended = {}
        self.run = self.shown = runs[0]
        self._set_status(Status(RunState.PREPARING))
        self.runs.take(runs)
        self.runner.prepare([self._entry(run) for run in runs])
        self._wake()

    def _entry(self, run: ActiveRun) -> Entry:
        """Return what the worker needs of a run, with its way of computing: that of its states, or the one in force."""
        newest = run.timeline.newest
        engine = newest.training.engine or EngineChoice() if newest else self.engine
        training = with_engine(run.experiment.training, engine)
        return Entry(run.number, replace(run.experiment, training=training), newest)

    def play(self) -> None:
        """Train on; from the past, go back to the present first; after an edit, begin anew."""
        self.follow()
        match self.status.state:
            case RunState.PREPARING:
                self._play_when_ready = True
            case RunState.EDITED | RunState.FAILED:
                self.starts.again(play=True)
            case RunState.FINISHED:
                self._extend()
            case RunState.PAUSED | RunState.DIVERGED:
                self._go()

    def _extend(self) -> None:
        training, reason = self.experiment.training, self.status.reason
        if reason == "epochs":
            more = replace(training, epochs=training.epochs + MORE_EPOCHS)
        else:
            more = replace(training, stop=without_rule(training.stop, reason))
        self.apply(replace(self.experiment, training=more), self.tr("Train for longer"))
        self._go()

    def _go(self) -> None:
        self._ended = {}
        self.runs.set_outcome("stopped")
        self._set_status(Status(RunState.RUNNING))
        self.runner.play()
        self._wake()

    def pause(self) -> None:
        """Stand still after the present step."""
        self._play_when_ready = False
        self.runner.pause()

    def toggle(self) -> None:
        """Play or pause."""
        if self.status.state is RunState.RUNNING:
            self.pause()
        else:
            self.play()

    def step_batch(self) -> None:
        """Make one update; while looking back, go one kept moment forward instead."""
        if self.frame is not None and not self.frame.live:
            self.time.step_forward()
        elif self._may_step():
            self.runner.step()
            self._wake()

    def step_epoch(self) -> None:
        """Train to the end of the present epoch."""
        self.follow()
        if self._may_step():
            self._set_status(Status(RunState.RUNNING))
            self.runner.step_epoch()
            self._wake()

    def _may_step(self) -> bool:
        if self.status.state is RunState.EDITED:
            self.starts.again(play=False)
        return self.status.state in {RunState.PAUSED, RunState.RUNNING, RunState.DIVERGED}

    def reset(self) -> None:
        """Go back to the same initial weights, those set by hand among them, and stand still; a duel begins again too."""
        self.starts.again(play=False)

    def new_seed(self) -> None:
        """Take other initial weights and another order of samples, and begin anew."""
        playing = self.status.state is RunState.RUNNING
        initial = initial_only(self.experiment.by_hand)
        self.use(replace(self.experiment, seed=self.experiment.seed + 1, by_hand=initial), self.tr("New seed"))
        self.starts.again(play=playing)

    def set_speed(self, updates_per_second: float | None) -> None:
        """Limit the speed of training; None for as fast as it goes."""
        self.runner.set_rate(updates_per_second)

    # -- time travel --------------------------------------------------------------------------------------------

    def look_at(self, iteration: int) -> None:
        """Show the kept moment nearest to an iteration; the run goes on as it was."""
        self.time.look_at(iteration)

    def follow(self) -> None:
        """Show the newest moment again."""
        self.time.follow()

    # -- the clock ----------------------------------------------------------------------------------------------

    def _wake(self) -> None:
        if not self._clock.isActive():
            self._clock.start()

    def _tick(self) -> None:
        """Take what the worker thread said, and show the newest frame."""
        self.pacer.begin_tick()
        if self.is_pacing and not self.pacer.can_pay and not self._inbox.is_urgent:
            return
        messages = self._inbox.drain({run.number: run for run in self.runs.active})
        if not (messages or self._unshown or self.pacer.is_owing or self.probes.has_answers):
            return
        before = self.shown.newest
        for number, message in messages:
            self._absorb(number, message)
        news = self.shown.newest is not before or any(
            isinstance(m, Evaluated) or (isinstance(m, Progress) and m.evaluations) for _, m in messages
        )
        if news or self._unshown or self.pacer.is_owing or self.probes.has_answers:
            self._draw(news=news)
        else:
            self.pacer.end_tick()
        if self.status.state is RunState.RUNNING and not self.pacer.is_owing:
            self.runner.request_snapshot()
        if self.status.state not in {RunState.PREPARING, RunState.RUNNING} and any(self._is_last(m) for _, m in messages):
            self._clock.stop()

    def _draw(self, *, news: bool) -> None:
        """Show what is new; training waits until it is painted."""
        self._gate.close()
        self.probes.deliver()
        if self.is_pacing:
            self._show_in_turn(news=news)
        elif news:
            self._show_frame()

    def _show_in_turn(self, *, news: bool) -> None:
        """Make the next frame once every panel has drawn the last one, and let those draw that wait longest."""
        self._unshown = self._unshown or news
        if self._unshown and self.pacer.can_pay and not self.pacer.is_owing:
            self._unshown = False
            self._show_frame()
        self.pacer.draw_some()

    def _is_last(self, message: Message) -> bool:
        """Whether the thread stands still and nothing more was asked of it."""
        return isinstance(message, Failed) or (isinstance(message, Rested) and message.obeyed == self.runner.asked)

    def _absorb(self, number: int, message: Message) -> None:
        run = next((run for run in self.runs.active if run.number == number), None)
        if run is None:  # another began while the messages were taken in
            return
        run.absorb(message)
        match message:
            case Finished() | Diverged():
                self._note_end(number, message)
            case _ if run is self.run:
                self._follow_lead(message)

    def _note_end(self, number: int, message: Finished | Diverged) -> None:
        """Note how a run ended; the state is that of the document's run once all in step with it are over."""
        self._ended[number] = message
        self.runs.changed.emit()
        if len(self._ended) < len(self.runs.active):
            return
        match self._ended.get(self.run.number, message):
            case Finished() as end:
                self._set_status(Status(RunState.FINISHED, reason=end.reason))
                if end.reason == "patience":
                    self.look_at(self.run.timeline.best_iteration)
            case Diverged() as end:
                self._set_status(Status(RunState.DIVERGED, iteration=end.iteration, layer=end.layer_id))

    def _follow_lead(self, message: Message) -> None:
        match message:
            case Rewound():
                if self.status.state in {RunState.FINISHED, RunState.DIVERGED}:
                    self._set_status(Status(RunState.PAUSED))
            case Speed():
                self.speed_changed.emit(message)
            case Preparing():
                self._set_status(Status(RunState.PREPARING, share=message.share))
            case Loaded() | DataChanged():
                if message.data is not self.data:
                    self.data = message.data
                    self.data_changed.emit(message.data)
                if isinstance(message, DataChanged) and not message.suits:
                    self.runner.pause()
                    self._set_status(self._judged())
                elif isinstance(message, DataChanged):
                    self._unshown = True
                    if self.status.state in {RunState.EDITED, RunState.BLOCKED}:
                        self._set_status(Status(RunState.PAUSED))
            case Prepared():
                self._prepared(message)
            case Rested():
                if self.status.state is RunState.RUNNING and self._is_last(message):
                    self._set_status(Status(RunState.PAUSED))
                    self.runs.note_pause()
            case Failed():
                judged = self._judged()
                blocked = judged.state is RunState.BLOCKED
                self._set_status(judged if blocked else Status(RunState.FAILED, error=message.error))

    def _prepared(self, message: Prepared) -> None:
        missed = change_between(self.run.experiment, self.experiment)
        if missed == "live":  # edited while the data was loaded
            go_on(missed, self.experiment, self.runs.active, self.runner)
        now = message.snapshot
        classes = message.data.task == "classification"
        reason = reason_to_stop(now.training, now.epoch, now.standing, now.seconds, classification=classes)
        if reason is not None:
            self._set_status(Status(RunState.FINISHED, reason=reason))
        elif self._play_when_ready:
            self._go()
        else:
            self._set_status(Status(RunState.PAUSED))

    def _show_frame(self) -> None:
        frame = self.shown.frame()
        if frame is not None:
            self.frame = frame
            self.frame_changed.emit(frame)

    def pace(self, who: Hashable, draw: Callable[[], None]) -> None:
        """Draw now, or in turn while a network trains."""
        if self.is_pacing:
            self.pacer.offer(who, draw)
        else:
            draw()

    @property
    def is_pacing(self) -> bool:
        """Whether panels wait for their turn, because a network trains; looking back shows everything at once."""
        return self.status.state is RunState.RUNNING and self.shown.looked_at is None

    def _set_status(self, status: Status) -> None:
        if status != self.status:
            self.status = status
            self.status_changed.emit(status)
            self.probes.held = status.state is RunState.RUNNING
            if not self.probes.held:
                if self._unshown:
                    self._unshown = False
                    self._show_frame()
                self.pacer.draw_all()
                self.probes.deliver()

    def close(self, timeout: float = 3.0) -> bool:
        """End both threads and say whether they ended in that many seconds; a question under way is not broken off."""
        self._clock.stop()
        self.document.close()
        return all((self.runner.close(timeout), self.probes.close(timeout)))
