"""The small network as it learns: one start, forward step by step, or a run."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from core.perceptron.hidden import HiddenSpec, HiddenWeights, initial, losses, right, step

TICK: Final = 33
MOST_STEPS: Final = 20_000
GOOD_LOSS: Final = 0.02
MANY_STEPS: Final = 3000
HARDLY: Final = 0.01
KEPT: Final = 600
"""Points of the loss curve; when it has more, every second one is dropped."""


class HiddenTrainer(QObject):
    """One network from its start on.

    Attributes
    ----------
    weights
        The present weights, a batch of one.
    steps
        Steps made so far.
    curve
        Pairs of step and loss.
    changed
        After each move, and when a run begins or ends.
    """

    changed = Signal()

    def __init__(self, spec: HiddenSpec, parent: QObject) -> None:
        super().__init__(parent)
        self.per_tick = 10
        self._clock = QTimer(self)
        self._clock.setInterval(TICK)
        self._clock.timeout.connect(self._tick)
        self.begin(spec)

    def begin(self, spec: HiddenSpec) -> None:
        """Go to the start of a spec."""
        self._clock.stop()
        self.spec = spec
        self.weights: HiddenWeights = initial((spec.seed,))
        self.steps = 0
        self._every = 1
        self.curve = [(0, self.loss)]
        self.changed.emit()

    @property
    def loss(self) -> float:
        """The mean cross entropy now."""
        return float(losses(self.weights, self.spec.activation)[0])

    @property
    def right(self) -> int:
        """How many of the four rows are right now."""
        return int(right(self.weights, self.spec.activation)[0])

    @property
    def running(self) -> bool:
        """Whether it goes on by itself."""
        return self._clock.isActive()

    @property
    def finished(self) -> bool:
        """Whether there is nothing more to see."""
        return self.steps >= MOST_STEPS or self.loss < GOOD_LOSS

    @property
    def stuck(self) -> bool:
        """Whether some row is wrong after many steps and the last third of them hardly lowered the loss."""
        if self.right == 4 or self.steps < MANY_STEPS:
            return False
        before = next(loss for step, loss in self.curve if step >= self.steps * 2 // 3)
        return before - self.loss < HARDLY * before

    def advance(self, steps: int) -> None:
        """Make some steps."""
        for _ in range(steps):
            self.weights = step(self.weights, self.spec.activation, self.spec.eta)
            self.steps += 1
            if self.steps % self._every == 0:
                self.curve.append((self.steps, self.loss))
                if len(self.curve) > KEPT:
                    self.curve = self.curve[::2]
                    self._every *= 2
        self.changed.emit()

    def run(self, on: bool) -> None:
        """Go on by itself, or stand still."""
        if on and not self.finished:
            self._clock.start()
        else:
            self._clock.stop()
        self.changed.emit()

    def _tick(self) -> None:
        self.advance(self.per_tick)
        if self.finished:
            self.run(False)
