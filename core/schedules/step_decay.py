"""The learning rate in steps."""

from __future__ import annotations

from core.fields import FloatField
from core.schedules.base import SCHEDULES, Schedule


@SCHEDULES.register
class StepDecay(Schedule):
    """``ratioⁿ`` after n parts of the training, each a share `every` of it."""

    title = "Step decay"
    help = "Lowers the learning rate at once, part by part of the training."

    every = FloatField(0.25, minimum=0.001, maximum=1, soft_minimum=0.1, help="How long one part is, as a share of the training.")
    ratio = FloatField(0.1, minimum=1e-6, maximum=1, help="What the learning rate is multiplied by after each part.")

    def factor(self, iteration: int, total: int) -> float:
        parts = int(iteration / (self.every * total) + 1e-9) if total > 0 else 0
        return float(self.ratio ** min(parts, 1000))
