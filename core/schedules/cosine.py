"""The learning rate along a half wave (Loshchilov and Hutter 2017, arXiv 1608.03983)."""

from __future__ import annotations

import math

from core.fields import FloatField
from core.schedules.base import SCHEDULES, Schedule, progress


@SCHEDULES.register
class Cosine(Schedule):
    """``end + (1 − end)·(1 + cos πp) / 2`` with p the share of the training that is done."""

    help = "Lowers the learning rate slowly at first and at last, faster in between."

    end = FloatField(0.0, minimum=0, maximum=1, help="What is left of the learning rate at the end.")

    def factor(self, iteration: int, total: int) -> float:
        return half_wave(progress(iteration, total), self.end)


def half_wave(share: float, end: float) -> float:
    """Return the way from 1 to `end` along half a cosine wave."""
    return end + (1 - end) * (1 + math.cos(math.pi * share)) / 2
