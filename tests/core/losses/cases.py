"""What the battery of losses runs: settings, scores and targets."""

from __future__ import annotations

import numpy as np

from core.arrays import Array

_RNG = np.random.default_rng(11)
SCORES: Array = _RNG.normal(0, 2, (6, 4))
VALUES: Array = SCORES + _RNG.normal(0, 1.5, (6, 4))
LABELS: Array = np.array([0, 3, 1, 1, 2, 0])
ANSWERS: Array = _RNG.integers(0, 2, (6, 4))
YES: Array = np.array([1, 0, 0, 1, 1, 0])

CASES: dict[str, tuple[str, Array, Array]] = {
    "softmax": ("SoftmaxCrossEntropy", SCORES, LABELS),
    "softmax large": ("SoftmaxCrossEntropy", SCORES * 300, LABELS),
    "binary one": ("BinaryCrossEntropy", SCORES[:, :1], YES),
    "binary one large": ("BinaryCrossEntropy", SCORES[:, :1] * 300, YES),
    "binary labels": ("BinaryCrossEntropy", SCORES, LABELS),
    "binary answers": ("BinaryCrossEntropy", SCORES, ANSWERS),
    "squares values": ("SumOfSquares", SCORES, VALUES),
    "squares labels": ("SumOfSquares", SCORES, LABELS),
    "squares signed": ("SumOfSquares(signed=True)", SCORES, LABELS),
    "squares one": ("SumOfSquares(signed=True)", SCORES[:, :1], YES),
    "mean values": ("MeanSquared", SCORES, VALUES),
    "mean labels": ("MeanSquared", SCORES, LABELS),
    "huber": ("Huber", SCORES, VALUES),
    "huber narrow": ("Huber(delta=0.3)", SCORES, VALUES),
}
"""Name, loss, scores ``(N, K)`` and targets. Scores of 600 overflow wherever a loss is written carelessly."""
