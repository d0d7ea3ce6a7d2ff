"""The page of the exponential schedule."""

from __future__ import annotations

from core.schedules.base import progress


class Exponential:
    """The learning rate falls by the same share at every update, down to the share `end` of it."""

    def __init__(self, end: float = 0.01) -> None:
        self.end = end

    def factor(self, iteration: int, total: int) -> float:
        return float(self.end ** progress(iteration, total))
