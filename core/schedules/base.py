"""What every schedule promises."""

from __future__ import annotations

from core.fields import Configured
from core.registry import Registry


class Schedule(Configured):
    """A factor for the learning rate at every moment of the training."""

    def factor(self, iteration: int, total: int) -> float:
        """Return what the learning rate is multiplied by.

        Parameters
        ----------
        iteration
            0 for the first update.
        total
            How many updates the whole training has.
        """
        raise NotImplementedError


SCHEDULES: Registry[Schedule] = Registry("schedule", "core.schedules")


def progress(iteration: int, total: int) -> float:
    """Return the share of the training that is done, 0 to 1."""
    return min(max(iteration / total, 0.0), 1.0) if total > 0 else 0.0
