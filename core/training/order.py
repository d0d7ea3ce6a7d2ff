"""In which order the samples of an epoch are learned from."""

from __future__ import annotations

import numpy as np

from core.arrays import Array


def epoch_order(seed: int, epoch: int, count: int) -> Array:
    """Return the places of all training samples in the order of an epoch, ``(count,)``; it depends on seed and epoch alone."""
    seeds = np.random.SeedSequence(seed, spawn_key=(3, epoch))
    return np.random.default_rng(seeds).permutation(count)


def coming_batch(seed: int, epoch: int, offset: int, count: int, batch_size: int) -> Array:
    """Return the places of the samples of the update that comes next.

    Parameters
    ----------
    epoch, offset
        Whole epochs done, and samples seen in the present one.
    count
        How many training samples there are; with fewer than were seen already the next epoch begins.
    """
    if offset >= count:
        epoch, offset = epoch + 1, 0
    return epoch_order(seed, epoch, count)[offset : offset + batch_size]
