"""The page of the half wave."""

from __future__ import annotations

from core.schedules.base import progress
from core.schedules.cosine import half_wave


class Cosine:
    """The learning rate along half a cosine wave, down to the share `end` of it."""

    def __init__(self, end: float = 0.0) -> None:
        self.end = end

    def factor(self, iteration: int, total: int) -> float:
        return half_wave(progress(iteration, total), self.end)
