"""When a run ends: how it stands on the validation data, and what the rules say to that."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Final, Literal

from core.experiment import StopRules, TrainingConfig

StopReason = Literal["epochs", "time", "target", "patience"]

WORST: Final = -1e300
"""The score of a run that was not looked at yet, or whose loss is not a finite number; JSON has no infinity."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a run stands on the validation data; it is part of a snapshot, so that patience survives pause and saving.

    Parameters
    ----------
    score
        At the last look: the accuracy, or for regression the negative loss. More is better.
    best, best_iteration
        The best score so far, and when it was reached.
    waited
        Looks since then.
    """

    score: float = WORST
    best: float = WORST
    best_iteration: int = 0
    waited: int = 0

    def after(self, iteration: int, loss: float, accuracy: float) -> Standing:
        """Return how the run stands after another look; for regression the accuracy is NaN."""
        score = -loss if math.isnan(accuracy) else accuracy
        score = score if math.isfinite(score) else WORST
        if score > self.best:
            return Standing(score, score, iteration, 0)
        return replace(self, score=score, waited=self.waited + 1)


def reason_to_stop(
    training: TrainingConfig, epoch: int, standing: Standing, seconds: float, *, classification: bool
) -> StopReason | None:
    """Return what ends a run that stands so after so many whole epochs and so much training time, or None."""
    rules = training.stop
    if epoch >= training.epochs:
        return "epochs"
    if standing.score > WORST and _reached(rules, standing.score, classification=classification):
        return "target"
    if 0 < rules.patience <= standing.waited:
        return "patience"
    if 0 < rules.seconds <= seconds:
        return "time"
    return None


def without_rule(rules: StopRules, reason: StopReason) -> StopRules:
    """Return the rules without the one that ended a run, so that it can go on."""
    match reason:
        case "time":
            return replace(rules, seconds=0.0)
        case "target":
            return replace(rules, accuracy=0.0, loss=0.0)
        case "patience":
            return replace(rules, patience=0)
        case "epochs":
            return rules


def _reached(rules: StopRules, score: float, *, classification: bool) -> bool:
    return 0 < rules.accuracy <= score if classification else rules.loss > 0 and -score <= rules.loss
