"""Playing a race: which moment is shown, and how it moves on."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from workbench.theme.theme import current_theme

if TYPE_CHECKING:
    from workbench.descent.session import DescentSession

FRAME_MILLISECONDS: Final = 16
STEPS_PER_SECOND: Final = 4.0
LONGEST: Final = 15.0
"""At speed 1 a race takes at most so many seconds, however many steps it has."""

LONGEST_FRAME: Final = 0.1
"""After a pause of the computer the race goes on from where it was, and does not jump."""


class Player(QObject):
    """The moment of the race.

    Attributes
    ----------
    position
        How many updates are behind; between two steps while it plays.
    playing
        Whether it moves on by itself.
    speed
        1 for the pace at which each step can be followed.
    moved
        When another moment is shown.
    playing_changed
        When it begins or stops to play.
    rested
        With the step at which it came to rest by the person's wish or at the end.
    """

    moved = Signal()
    playing_changed = Signal()
    rested = Signal(int)

    def __init__(self, session: DescentSession) -> None:
        super().__init__(session)
        self.position = 0.0
        self.speed = 1.0
        self._steps = session.spec.steps
        self._last = self._due = 0.0
        self._clock = QTimer(self)
        self._clock.setTimerType(Qt.TimerType.PreciseTimer)
        self._clock.setInterval(FRAME_MILLISECONDS)
        self._clock.timeout.connect(self._tick)

    @property
    def playing(self) -> bool:
        """Whether it moves on by itself."""
        return self._clock.isActive()

    @property
    def step(self) -> int:
        """The last step that is wholly behind."""
        return int(self.position + 1e-9)

    @property
    def pace(self) -> float:
        """Steps per second."""
        return self.speed * max(STEPS_PER_SECOND, self._steps / LONGEST)

    def set_steps(self, steps: int) -> None:
        """Tell how many steps the race has."""
        self._steps = steps
        if self.position > steps:
            self.show_step(steps)

    def show_step(self, step: float) -> None:
        """Show a moment; for those who follow the document."""
        position = min(max(0.0, float(step)), float(self._steps))
        if position != self.position:
            self.position = position
            self.moved.emit()

    def look_at(self, step: float, *, settled: bool = True) -> None:
        """Show a moment as the person wishes; unless `settled`, more of it follows, as when a slider is dragged."""
        self.pause()
        self.show_step(step)
        if settled:
            self.rested.emit(self.step)

    def play(self) -> None:
        """Go on, from the end from the start."""
        if not self.playing:
            if self.position >= self._steps:
                self.show_step(0)
            self._last, self._due = time.perf_counter(), self.position
            self._clock.start()
            self.playing_changed.emit()

    def pause(self) -> None:
        """Stand still, at a whole step."""
        if self.playing:
            self._clock.stop()
            self.show_step(self.step)
            self.playing_changed.emit()
            self.rested.emit(self.step)

    def toggle(self) -> None:
        """Play or pause."""
        if self.playing:
            self.pause()
        else:
            self.play()

    def _tick(self) -> None:
        now = time.perf_counter()
        passed = min(now - self._last, LONGEST_FRAME)
        self._last = now
        self._due += passed * self.pace
        self.show_step(int(self._due) if current_theme().reduce_motion else self._due)
        if self.position >= self._steps:
            self.pause()
