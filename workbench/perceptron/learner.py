"""Learning in the window: one sample per click, or a run at a chosen speed; undo and redo walk along it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from core.experiment import Experiment
from core.perceptron.bound import Bound, convergence_bound
from core.perceptron.progress import Progress
from core.perceptron.spec import Weights
from workbench.perceptron.track import Track

if TYPE_CHECKING:
    from workbench.perceptron.session import PerceptronSession

TICK: Final = 33
"""Milliseconds between two moves of the line, at speeds that need more than that."""
GOOD_LOSS: Final = 0.005
"""Where a run of gradient descent has nothing more to show."""


class Learner(QObject):
    """The learning of the document's perceptron.

    It belongs to the line that it moved: once the person moves the line, or changes target, rate or order, it begins
    anew from there. The other rule learns from the same start and samples at the same time, without moving the line: what
    a smooth activation buys is seen by comparing.

    Attributes
    ----------
    running
        Whether it goes on by itself.
    speed
        Samples per second of a run.
    changed
        Emitted after every move, when it begins anew, and when a run begins or ends.
    """

    changed = Signal()

    def __init__(self, session: PerceptronSession) -> None:
        super().__init__(session)
        self._session = session
        self.speed = 8.0
        self._due = 0.0
        self._moving = False
        self._stale = False
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._tick)
        self._begin(session.workspace.experiment)
        session.workspace.experiment_changed.connect(self._follow)
        session.gesture_changed.connect(self._settle)

    @property
    def running(self) -> bool:
        """Whether it goes on by itself."""
        return self._clock.isActive()

    @property
    def bound(self) -> Bound | None:
        """The most updates that the perceptron rule can need from the start, or None if it need not end."""
        spec = self._session.spec
        return convergence_bound(spec.target, self.progress.path[0], spec.eta)

    @property
    def progress(self) -> Progress:
        """The learning of the rule that moves the line."""
        return self._track.progress

    @property
    def beside(self) -> Progress:
        """What the other rule makes of the same start and the same samples."""
        return self._other.progress

    @property
    def beside_weights(self) -> Weights:
        """Where the other rule is now."""
        w1, w2, b = self._other.weights
        return (w1, w2, b)

    def _begin(self, experiment: Experiment) -> None:
        rule = experiment.perceptron.rule
        self._setting = _setting(experiment)
        self._track = Track(experiment, rule)
        self._other = Track(experiment, "descent" if rule == "perceptron" else "perceptron")

    def _follow(self, experiment: Experiment) -> None:
        """Stay, go back or forth along the trail after undo or redo, or begin anew where the person put the line."""
        if self._moving or (self._stale and self._session.before is not None):
            return
        weights = experiment.perceptron.weights
        if _setting(experiment) != self._setting:
            self._begin(experiment)
        elif weights == self._track.weights:
            return
        elif not self._walk_to(weights):
            self._begin(experiment)
            # The rest of a drag need not be followed; where it ends does.
            self._stale = self._session.before is not None
        self.pause()
        self.changed.emit()

    def _settle(self) -> None:
        if self._stale and self._session.before is None:
            self._stale = False
            self._follow(self._session.workspace.experiment)

    def _walk_to(self, weights: Weights) -> bool:
        samples = self._track.place_of(weights)
        if samples is None:
            return False
        self._track.walk_to(samples)
        self._other.walk_to(samples)
        return True

    def go_back(self) -> None:
        """Forget what was learned since the start, also where the line happens to have come back to it."""
        if self.progress.samples:
            self._track.walk_to(0)
            self._other.walk_to(0)
            self.changed.emit()

    def step(self, samples: int, text: str) -> None:
        """Learn from the next samples; the line moves once, as one step of undo."""
        for _ in range(samples):
            self._take()
        self._show(text)

    def _take(self) -> None:
        self._track.take()
        self._other.take()

    def _show(self, text: str) -> None:
        last = self.progress.last
        if last is None:
            return
        self._moving = True
        w1, w2, b = last.after
        self._session.look_at(last.row)
        self._session.set_weights((w1, w2, b), text)
        self._moving = False
        self.changed.emit()

    def run(self) -> None:
        """Go on by itself, as one step of undo, until every row is right, a circle closes, or `pause`."""
        if not self.running:
            self._due = 0.0
            self._session.begin_gesture()
            self._clock.start(self._interval())
            self.changed.emit()

    def pause(self) -> None:
        """Stand still."""
        if self.running:
            self._clock.stop()
            self._session.end_gesture()
            self.changed.emit()

    def set_speed(self, samples_per_second: float) -> None:
        """Set how many samples a run takes in a second."""
        self.speed = samples_per_second
        if self.running:
            self._clock.start(self._interval())

    def _interval(self) -> int:
        return max(TICK, round(1000 / self.speed))

    def _tick(self) -> None:
        self._due += self.speed * self._clock.interval() / 1000
        circling = self.progress.cycle is not None
        while self._due >= 1 - 1e-6:
            self._due -= 1
            self._take()
            if self._done or (self.progress.cycle is not None and not circling):
                self._show(self.tr("Learn"))
                self.pause()
                return
        self._show(self.tr("Learn"))

    @property
    def _done(self) -> bool:
        progress = self.progress
        return progress.finished and (progress.rule == "perceptron" or progress.losses[-1] < GOOD_LOSS)


def _setting(experiment: Experiment) -> tuple[object, ...]:
    spec = experiment.perceptron
    return (spec.rule, spec.target, spec.eta, spec.order, experiment.seed)
