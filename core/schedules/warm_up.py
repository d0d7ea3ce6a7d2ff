"""A gentle start (Goyal et al. 2017, arXiv 1706.02677)."""

from __future__ import annotations

from core.fields import ChoiceField, FloatField
from core.schedules.base import SCHEDULES, Schedule, progress
from core.schedules.cosine import half_wave


@SCHEDULES.register
class WarmUp(Schedule):
    """From near 0 to 1 in equal steps over a share of the training, then constant or along a half wave to 0."""

    title = "Warm-up"
    help = "Begins with small steps and lets the learning rate grow, then holds or lowers it."

    share = FloatField(0.1, minimum=0, maximum=1, soft_maximum=0.5, help="How much of the training is for warming up.")
    then = ChoiceField("constant", choices=("constant", "cosine"), help="What follows.")

    def factor(self, iteration: int, total: int) -> float:
        warm = round(self.share * total)
        if iteration < warm:
            return (iteration + 1) / warm
        return 1.0 if self.then == "constant" else half_wave(progress(iteration - warm, total - warm), 0.0)
