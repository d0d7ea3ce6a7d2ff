"""The learning rate as it is."""

from __future__ import annotations

from core.schedules.base import SCHEDULES, Schedule


@SCHEDULES.register
class Constant(Schedule):
    """Always 1."""

    help = "The learning rate stays as it is."

    def factor(self, iteration: int, total: int) -> float:
        return 1.0
