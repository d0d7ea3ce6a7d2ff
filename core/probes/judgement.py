"""What a network says to many samples, and how good each answer is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from core.arrays import Array
from core.datasets.base import Samples
from core.losses.base import LOSSES, Loss
from core.metrics import confusion_matrix, predicted_labels
from core.probes.frame_network import FrameNetwork
from core.training.frame import Frame

Ranking = Literal["worst", "best", "unsure"]


@dataclass(frozen=True)
class Judgement:
    """Answers to samples at one moment, beside the truth.

    Parameters
    ----------
    rows
        Which samples of their part of the data, ``(N,)``.
    targets
        What is true: labels ``(N,)`` for classification, values ``(N, K)`` for regression.
    answers
        What a person reads: a number for each class or value, ``(N, K)``.
    losses
        The loss of each sample alone, ``(N,)``; their mean is the loss of all.
    iteration
        The moment.
    """

    rows: Array
    targets: Array
    answers: Array
    losses: Array
    iteration: int

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def guesses(self) -> Array:
        """The likeliest class of each sample, ``(N,)``."""
        return predicted_labels(self.answers)

    @property
    def leads(self) -> Array:
        """How far the likeliest class lies before the second, ``(N,)``: near 0 where the network cannot decide."""
        two = np.partition(self.answers, -2, axis=1)[:, -2:]
        leads: Array = two[:, 1] - two[:, 0]
        return leads

    @property
    def residuals(self) -> Array:
        """What is said minus what is true, for regression, ``(N, K)``."""
        difference: Array = self.answers - self.targets
        return difference

    def confusion(self, classes: int) -> Array:
        """Return how often each class (row) was taken for each class (column), ``(classes, classes)``."""
        return confusion_matrix(self.answers, self.targets, classes)

    def ranked(self, by: Ranking, among: Array | None = None) -> Array:
        """Return places in this judgement, the most telling first; equal ones stay in their order.

        Parameters
        ----------
        by
            ``"worst"`` for the highest loss, ``"best"`` for the lowest, ``"unsure"`` for the smallest lead.
        among
            The places to rank; None for all.
        """
        places = np.arange(len(self)) if among is None else among
        keys = {"worst": -self.losses, "best": self.losses}.get(by)
        order: Array = np.argsort((self.leads if keys is None else keys)[places], kind="stable")
        return places[order]


def judge(networks: FrameNetwork, frame: Frame, samples: Samples, rows: Array) -> Judgement:
    """Judge some rows of prepared samples by the network of a frame."""
    part = samples.take(rows)
    scores = networks.at(frame).forward(part.x)
    loss = LOSSES.build(frame.experiment.training.loss)
    with np.errstate(over="ignore", invalid="ignore"):
        return Judgement(rows, part.t, loss.predict(scores), loss.each(scores, part.t), frame.iteration)


def joined(parts: Sequence[Judgement]) -> Judgement:
    """Return judgements of the same moment as one."""
    return Judgement(
        rows=np.concatenate([part.rows for part in parts]),
        targets=np.concatenate([part.targets for part in parts]),
        answers=np.concatenate([part.answers for part in parts]),
        losses=np.concatenate([part.losses for part in parts]),
        iteration=parts[-1].iteration,
    )


def gives_probabilities(loss: Loss) -> bool:
    """Whether what the loss predicts are probabilities, not scores that may lie anywhere."""
    return type(loss).predict is not Loss.predict
