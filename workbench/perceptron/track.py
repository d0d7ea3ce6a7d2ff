"""What one of the two rules did so far, kept so that undo and redo can walk along it."""

from __future__ import annotations

from typing import Final

import numpy as np

from core.experiment import Experiment
from core.perceptron.learning import Update, learn
from core.perceptron.progress import Progress
from core.perceptron.spec import Rule, Weights

LONGEST_TRAIL: Final = 20_000


class Track:
    """The learning of one rule from the weights, order and rate of an experiment.

    Two tracks of one experiment see the same samples: each draws its order anew from the experiment's seed.

    Parameters
    ----------
    experiment
        Where it begins.
    rule
        How it learns.

    Attributes
    ----------
    progress
        The learning so far.
    """

    def __init__(self, experiment: Experiment, rule: Rule) -> None:
        spec = experiment.perceptron
        self.progress: Progress = Progress(rule, spec.target, spec.weights, spec.order)
        rng = np.random.default_rng(experiment.seed)
        self._updates = learn(rule, spec.target, spec.weights, spec.eta, order=spec.order, rng=rng)
        self._trail: list[Update] = []

    @property
    def weights(self) -> tuple[float, ...]:
        """Where it is now."""
        last = self.progress.last
        return last.after if last else self.progress.path[0]

    def take(self) -> None:
        """Learn from the next sample."""
        here = self.progress.samples
        if here < len(self._trail):
            self.progress.add(self._trail[here])
            return
        update = next(self._updates)
        if here < LONGEST_TRAIL:
            self._trail.append(update)
        self.progress.add(update)

    def place_of(self, weights: Weights) -> int | None:
        """Return after how many samples it had these weights, the latest before now first, or None."""
        here = self.progress.samples
        places: list[int] = [*range(here - 1, -1, -1), *range(here + 1, len(self._trail) + 1)]
        for samples in places:
            if weights == (self._trail[samples - 1].after if samples else self.progress.path[0]):
                return samples
        return None

    def walk_to(self, samples: int) -> None:
        """Go back or forth to where it was after so many samples."""
        old = self.progress
        self.progress = Progress(old.rule, old.target, old.path[0], old.order)
        for update in self._trail[:samples]:
            self.progress.add(update)
