"""How panels share the window's time while a network trains.

Painting holds the interpreter lock, so whatever the window draws the network does not learn. The window therefore
lives on an allowance: each tick of the clock adds to it a share of the time that passed, each redraw is paid from it.
Panels that wait are drawn in turn, a few at a tick, so that no single tick makes the event loop late, and the next
frame is made when all have drawn the last one. Cheap panels are redrawn at every tick, expensive ones less often, and
training keeps its speed either way.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from typing import Final

SHARE: Final = 0.06
"""How much of the time the window may spend on drawing while a network trains."""

LONGEST_TICK: Final = 0.007
"""Seconds of drawing after which a tick takes on no further panel."""

LARGEST_CREDIT: Final = 0.015
"""Seconds of allowance that can be saved up."""

LARGEST_DEBT: Final = 0.2
"""Seconds beyond which no debt is noted: what a hand keeps asking while it draws must not stop the frames afterwards."""

FIRST_GUESS: Final = 0.003
"""Seconds that a panel is thought to take before it was measured."""

LEARNING: Final = 0.3


class FramePacer:
    """Decides at each tick which of the waiting panels are drawn.

    Parameters
    ----------
    clock
        Returns the seconds of the day; for tests.
    work
        Returns the seconds that this thread has worked, without those it waited for a processor.
    """

    def __init__(self, clock: Callable[[], float] = time.perf_counter, work: Callable[[], float] = time.thread_time) -> None:
        self._clock, self._work = clock, work
        self._waiting: dict[Hashable, Callable[[], None]] = {}
        self._costs: dict[Hashable, float] = {}
        self._drawn: list[Hashable] = []
        self._credit = LARGEST_CREDIT
        self._last, self._started = clock(), work()

    def offer(self, panel: Hashable, draw: Callable[[], None]) -> None:
        """Let a panel wait for its turn; a later offer takes the place of the earlier one in the queue."""
        self._waiting[panel] = draw

    @property
    def is_owing(self) -> bool:
        """Whether any panel waits."""
        return bool(self._waiting)

    @property
    def can_pay(self) -> bool:
        """Whether there is anything left of the allowance."""
        return self._credit > 0

    def begin_tick(self) -> None:
        """Start to count the time of a tick."""
        now = self._clock()
        self._credit = min(self._credit + SHARE * (now - self._last), LARGEST_CREDIT)
        self._last, self._started = now, self._work()

    def draw_some(self) -> None:
        """Draw the panels that wait longest, as many as the allowance and one tick bear, at least one if it bears any."""
        planned = 0.0
        while self._waiting and planned < self._credit:
            panel = next(iter(self._waiting))
            cost = self._costs.get(panel, FIRST_GUESS)
            if self._drawn and planned + cost > min(self._credit, LONGEST_TICK):
                return
            planned += cost
            self._drawn.append(panel)
            self._waiting.pop(panel)()

    def end_tick(self) -> None:
        """Pay for what was drawn since the tick began, and learn what each panel costs."""
        spent = self._work() - self._started
        self._credit = max(self._credit - spent, -LARGEST_DEBT)
        for panel in self._drawn:
            known = self._costs.get(panel, FIRST_GUESS)
            self._costs[panel] = known + LEARNING * (spent / len(self._drawn) - known)
        self._drawn.clear()

    def draw_all(self) -> None:
        """Draw everything that waits, at once: the run stands still and what is shown has to be its last moment."""
        while self._waiting:
            self._waiting.pop(next(iter(self._waiting)))()
