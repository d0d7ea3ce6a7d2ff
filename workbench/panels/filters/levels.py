"""Which weight gets the strongest colour: round numbers that change rarely, so that colours keep their meaning."""

from __future__ import annotations

import math
from typing import Final

STEPS: Final = (1.0, 1.5, 2.0, 3.0, 5.0, 7.0, 10.0)


def round_up(largest: float) -> float:
    """Return the next round number that is not below a positive one; 1 for 0 and for what is not finite."""
    if not (math.isfinite(largest) and largest > 0):
        return 1.0
    power = 10.0 ** math.floor(math.log10(largest))
    return next(power * step for step in STEPS if largest <= power * step * (1 + 1e-9))


class Level:
    """A limit that follows the largest weight in steps, up at once and down only when much is to spare."""

    def __init__(self) -> None:
        self.limit = 0.0

    def follow(self, largest: float) -> float:
        """Return the limit after another largest weight."""
        wanted = round_up(largest)
        if wanted > self.limit or wanted < 0.55 * self.limit:
            self.limit = wanted
        return self.limit
