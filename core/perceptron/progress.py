"""What a person wants to know of the learning so far: updates, errors per pass, whether it is done or runs in a circle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from core.perceptron.learning import Update, cross_entropy
from core.perceptron.spec import Order, Rule

LONGEST_PATH: Final = 4000
"""How many positions the path keeps; a circle is found long before."""


@dataclass(frozen=True, slots=True)
class Cycle:
    """The weights came back to where they were at the start of an earlier pass.

    Parameters
    ----------
    first_pass, last_pass
        The passes, counted from 0, before which and after which the weights are the same.
    updates
        How many updates lie in the circle.
    weights
        The weights that the circle goes through, one per update, from where it began.
    """

    first_pass: int
    last_pass: int
    updates: int
    weights: tuple[tuple[float, ...], ...]


class Progress:
    """The learning so far.

    Parameters
    ----------
    rule, target, start, order
        What learns, and how.

    Attributes
    ----------
    samples, updates
        How many samples were looked at and how many of them changed the weights.
    last
        The latest update, or None at the start.
    errors
        Wrong rows of each pass, the present one last.
    losses
        Mean cross entropy at the start and after each whole pass.
    path
        The weights from the start on, one entry per update.
    finished
        Whether a whole pass went without an error. For gradient descent it means: every row is right.
    cycle
        Set as soon as a circle is closed.
    """

    def __init__(self, rule: Rule, target: Sequence[int], start: Sequence[float], order: Order = "in_turn") -> None:
        self.rule = rule
        self.target = tuple(target)
        self.order = order
        self.samples = 0
        self.updates = 0
        self.last: Update | None = None
        self.errors: list[int] = []
        self.losses: list[float] = [cross_entropy(self.target, start)]
        self.path: list[tuple[float, ...]] = [tuple(start)]
        self.finished = False
        self.cycle: Cycle | None = None
        self._pass_starts: dict[tuple[float, ...], tuple[int, int]] = {tuple(start): (0, 0)}

    @property
    def passes(self) -> int:
        """How many whole passes are done."""
        return self.samples // len(self.target)

    @property
    def within_pass(self) -> int:
        """How many samples of the present pass are done."""
        return self.samples % len(self.target)

    def add(self, update: Update) -> None:
        """Take the next update in."""
        if self.within_pass == 0:
            self.errors.append(0)
        self.errors[-1] += not update.right
        self.samples += 1
        self.last = update
        if update.changed:
            self.updates += 1
            if len(self.path) < LONGEST_PATH:
                self.path.append(update.after)
        if self.within_pass == 0:
            self._end_pass(update.after)

    def _end_pass(self, weights: tuple[float, ...]) -> None:
        self.losses.append(cross_entropy(self.target, weights))
        self.finished = self.errors[-1] == 0
        if self.finished or self.cycle or self.rule != "perceptron" or self.order != "in_turn":
            return
        before = self._pass_starts.get(weights)
        if before is None:
            self._pass_starts[weights] = (self.passes, self.updates)
            return
        first_pass, first_update = before
        self.cycle = Cycle(first_pass, self.passes, self.updates - first_update, tuple(self.path[first_update:]))
