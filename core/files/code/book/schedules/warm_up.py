"""The page of the gentle start."""

from __future__ import annotations

from core.schedules.base import progress
from core.schedules.cosine import half_wave


class WarmUp:
    """The learning rate grows over a share of the training, then holds, or falls along half a cosine wave."""

    def __init__(self, share: float = 0.1, then: str = "constant") -> None:
        self.share, self.then = share, then

    def factor(self, iteration: int, total: int) -> float:
        warm = round(self.share * total)
        if iteration < warm:
            return (iteration + 1) / warm
        return 1.0 if self.then == "constant" else half_wave(progress(iteration - warm, total - warm), 0.0)
