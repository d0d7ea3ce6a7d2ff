"""The page of the schedule in steps."""

from __future__ import annotations


class StepDecay:
    """The learning rate is multiplied by `ratio` after each part of the training."""

    def __init__(self, every: float = 0.25, ratio: float = 0.1) -> None:
        self.every, self.ratio = every, ratio

    def factor(self, iteration: int, total: int) -> float:
        parts = int(iteration / (self.every * total) + 1e-9)
        return float(self.ratio ** min(parts, 1000))
