"""The learning rate falling by the same share at every update."""

from __future__ import annotations

from core.fields import FloatField
from core.schedules.base import SCHEDULES, Schedule, progress


@SCHEDULES.register
class Exponential(Schedule):
    """``endᵖ`` with p the share of the training that is done: from 1 to `end`, a straight line on a logarithmic scale."""

    help = "Lowers the learning rate by the same share at every update."

    end = FloatField(0.01, minimum=1e-6, maximum=1, log=True, help="What is left of the learning rate at the end.")

    def factor(self, iteration: int, total: int) -> float:
        return float(self.end ** progress(iteration, total))
