"""Gradient clipping (Pascanu et al. 2012, arXiv 1211.5063)."""

from __future__ import annotations

import numpy as np

from core.arrays import Array


def clipped(grads: dict[str, Array], longest: float) -> dict[str, Array]:
    """Return the gradients, all shortened alike where together they are longer than that."""
    length = np.sqrt(sum(np.sum(g * g) for g in grads.values()))
    return {key: g * (longest / length) for key, g in grads.items()} if length > longest else grads
