"""Initial values (book, section 6.2)."""

from __future__ import annotations

import numpy as np

from core.arrays import Array


def normal(rng: np.random.Generator, shape: tuple[int, ...], std: float) -> Array:
    """Return normal numbers with mean 0."""
    return (rng.standard_normal(shape) * std).astype(np.float32)


def uniform(rng: np.random.Generator, shape: tuple[int, ...], limit: float) -> Array:
    """Return numbers between −limit and limit, all equally likely."""
    return rng.uniform(-limit, limit, shape).astype(np.float32)


def filled(shape: tuple[int, ...], value: float = 0) -> Array:
    """Return the same number everywhere."""
    return np.full(shape, value, np.float32)
