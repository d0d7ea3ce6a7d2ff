"""Huber's loss (Huber 1964, "Robust estimation of a location parameter")."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.fields import FloatField
from core.losses.base import LOSSES, Loss, as_values


@LOSSES.register
class Huber(Loss):
    """``½·d²`` where ``|d| ≤ delta`` and ``delta·(|d| − ½·delta)`` beyond, ``d = y − t``; the mean over outputs and batch.

    The gradient is d held between −delta and delta, divided by ``N·K``.
    """

    title = "Huber"
    help = "Squares small differences and takes large ones as they are, so that outliers pull less."
    tasks = ("regression",)

    delta = FloatField(
        1.0, minimum=1e-6, maximum=1e6, soft_minimum=0.01, soft_maximum=10, log=True, help="Where small differences end."
    )

    def forward(self, scores: Array, t: Array) -> float:
        difference = scores - as_values(t, scores)
        held = np.clip(difference, -self.delta, self.delta)
        self._held = held
        return float(np.mean(held * (difference - held / 2)))

    def backward(self) -> Array:
        dscores: Array = self._held / self._held.size
        return dscores
