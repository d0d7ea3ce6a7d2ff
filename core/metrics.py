"""How good a classifier is, beyond its loss."""

from __future__ import annotations

import numpy as np

from core.arrays import Array


def predicted_labels(scores: Array) -> Array:
    """Return the label of the highest score, ``(N,)``; a single score says 1 where it is positive."""
    labels: Array = (scores[:, 0] > 0).astype(np.int64) if scores.shape[1] == 1 else scores.argmax(axis=1)
    return labels


def accuracy(scores: Array, t: Array) -> float:
    """Return the share of samples whose label is predicted.

    Parameters
    ----------
    scores
        ``(N, K)``, or ``(N, 1)`` for two classes.
    t
        Labels, ``(N,)``.
    """
    return float(np.mean(predicted_labels(scores) == t))


def top_k_accuracy(scores: Array, t: Array, k: int) -> float:
    """Return the share of samples whose label is among the k highest scores; of equal scores the lower label counts first."""
    if k >= scores.shape[1]:
        return 1.0
    own = scores[np.arange(len(t)), t][:, np.newaxis]
    before = np.arange(scores.shape[1]) < t[:, np.newaxis]
    rank = np.sum((scores > own) | ((scores == own) & before), axis=1)
    return float(np.mean((rank < k) & ~np.isnan(own[:, 0])))


def confusion_matrix(scores: Array, t: Array, classes: int) -> Array:
    """Return how often each label (row) was taken for each label (column), ``(classes, classes)``."""
    pairs = t * classes + predicted_labels(scores)
    counts: Array = np.bincount(pairs, minlength=classes * classes).reshape(classes, classes)
    return counts


def per_class_accuracy(confusion: Array) -> Array:
    """Return the share of right answers for each label, ``(classes,)``; NaN where there is no sample."""
    seen = confusion.sum(axis=1)
    right: Array = np.full(len(confusion), np.nan)
    np.divide(np.diag(confusion), seen, out=right, where=seen > 0)
    return right


def per_class_precision(confusion: Array) -> Array:
    """Return the share of right answers among all that say each label, ``(classes,)``; NaN where none says it."""
    return per_class_accuracy(confusion.T)
