"""The page of the learning rate that stays."""

from __future__ import annotations


class Constant:
    """The learning rate stays as it is."""

    def factor(self, iteration: int, total: int) -> float:
        return 1.0
