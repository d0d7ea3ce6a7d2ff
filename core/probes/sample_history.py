"""When a network learned each sample, and when it forgot it again (Toneva et al. 2019)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from core.arrays import Array
from core.datasets.base import Samples
from core.probes.frame_network import FrameNetwork
from core.probes.predictions import predict
from core.training.frame import Frame
from core.training.snapshot import Snapshot


def margins(networks: FrameNetwork, frame: Frame, snapshot: Snapshot, samples: Samples) -> Array:
    """Return how far the true class lies before the best of the others at a kept moment, ``(N,)``; below 0 it is wrong."""
    answers = predict(networks, replace(frame, snapshot=snapshot), samples.x).probabilities
    own = answers[np.arange(len(samples)), samples.t]
    others = answers.copy()
    others[np.arange(len(samples)), samples.t] = -np.inf
    lead: Array = own - others.max(axis=1)
    return lead


def spread(snapshots: Sequence[Snapshot], most: int) -> tuple[Snapshot, ...]:
    """Return at most so many moments, the first and the last among them, as evenly over the iterations as they were kept.

    Places lie on a raster of the whole run that doubles as it grows, so that most moments stay the same from one call
    to the next.
    """
    if len(snapshots) <= most:
        return tuple(snapshots)
    iterations = np.array([snapshot.iteration for snapshot in snapshots])
    step = 1
    while iterations[-1] // step >= most - 1:
        step *= 2
    wanted = np.arange(0, iterations[-1] + 1, step)
    places = np.unique(np.append(np.minimum(np.searchsorted(iterations, wanted), len(snapshots) - 1), len(snapshots) - 1))
    return tuple(snapshots[place] for place in places)


@dataclass(frozen=True)
class SampleHistory:
    """How samples fared at the kept moments of a run.

    Parameters
    ----------
    iterations
        The moments, ``(S,)``, in their order.
    margins
        ``(S, N)``, as `margins` returns them.
    """

    iterations: Array
    margins: Array

    @property
    def right(self) -> Array:
        """Whether each sample was right at each moment, ``(S, N)``."""
        right: Array = self.margins > 0
        return right

    @property
    def learned(self) -> Array:
        """The first moment at which each sample was right, ``(N,)``; −1 where there is none."""
        right = self.right
        first: Array = np.where(right.any(axis=0), self.iterations[right.argmax(axis=0)], -1)
        return first

    @property
    def settled(self) -> Array:
        """The moment since which each sample has been right without a break, ``(N,)``; −1 where it is wrong now."""
        wrong = ~self.right
        last_wrong = len(wrong) - 1 - wrong[::-1].argmax(axis=0)
        since = np.where(wrong.any(axis=0), np.minimum(last_wrong + 1, len(wrong) - 1), 0)
        settled: Array = np.where(wrong[-1], -1, self.iterations[since])
        return settled

    @property
    def forgotten(self) -> Array:
        """How often each sample was right at one moment and wrong at the next, ``(N,)``."""
        right = self.right
        times: Array = (right[:-1] & ~right[1:]).sum(axis=0)
        return times

    def until(self, iteration: int) -> SampleHistory:
        """Return what was known after that iteration; the first moment always is."""
        seen = max(1, int(np.searchsorted(self.iterations, iteration, side="right")))
        return SampleHistory(self.iterations[:seen], self.margins[:seen])
