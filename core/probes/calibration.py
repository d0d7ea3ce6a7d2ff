"""Whether a network knows how sure it may be: confidence beside accuracy (Guo et al. 2017)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.arrays import Array
from core.metrics import predicted_labels


@dataclass(frozen=True)
class Reliability:
    """Samples in bins of the probability that the network gives to its own answer.

    Parameters
    ----------
    counts
        How many samples fall into each of B equal bins between 0 and 1, ``(B,)``.
    confidence, accuracy
        The mean probability and the share of right answers in each bin, ``(B,)``; NaN where no sample is.
    """

    counts: Array
    confidence: Array
    accuracy: Array

    @property
    def total(self) -> int:
        """How many samples there are."""
        return int(self.counts.sum())

    @property
    def error(self) -> float:
        """The expected calibration error: ``Σ n_b/N · |accuracy_b − confidence_b|``; NaN without samples."""
        return self._mean(np.abs(self.accuracy - self.confidence))

    @property
    def mean_confidence(self) -> float:
        """How sure the network is on average."""
        return self._mean(self.confidence)

    @property
    def mean_accuracy(self) -> float:
        """How often it is right."""
        return self._mean(self.accuracy)

    def _mean(self, values: Array) -> float:
        filled = self.counts > 0
        return float(np.average(values[filled], weights=self.counts[filled])) if filled.any() else float("nan")


def reliability(probabilities: Array, labels: Array, bins: int = 10) -> Reliability:
    """Sort answers ``(N, K)`` to samples of known labels ``(N,)`` into bins of their highest probability.

    A bin holds its upper edge and not its lower one, as in the source; 0 belongs to the first.
    """
    confidence = probabilities.max(axis=1).astype(np.float64)
    known = np.isfinite(confidence)
    confidence, right = confidence[known], (predicted_labels(probabilities) == labels)[known]
    place = np.clip(np.ceil(confidence * bins).astype(np.intp) - 1, 0, bins - 1)
    counts = np.bincount(place, minlength=bins)

    def mean(values: Array) -> Array:
        sums = np.bincount(place, weights=values, minlength=bins)
        means: Array = np.divide(sums, counts, out=np.full(bins, np.nan), where=counts > 0)
        return means

    return Reliability(counts, mean(confidence), mean(right.astype(np.float64)))
