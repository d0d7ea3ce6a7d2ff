"""Normal numbers of a chosen width (book, section 6.2.1)."""

from __future__ import annotations

from core.fields import FloatField
from core.initializers.base import INITIALIZERS, Initializer


@INITIALIZERS.register
class Normal(Initializer):
    """Normal with a chosen standard deviation."""

    help = "Normal with a standard deviation of your choice."
    book = "6.2.1"

    std = FloatField(0.01, minimum=0, maximum=100, soft_minimum=1e-4, soft_maximum=10, log=True, help="Standard deviation.")

    def scale(self, fan_in: int, fan_out: int) -> float:
        return self.std
