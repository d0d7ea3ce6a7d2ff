"""How the kernels of a layer are: how long, how alike, how much used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from core.arrays import Array
from core.network import Network
from core.probes.kernels import norms
from core.probes.layer_outputs import layer_outputs

ALIKE: Final = 0.9
"""Two kernels whose cosine is beyond this, in either sign, are called redundant."""

NOTHING: Final = 0.01
"""A weight below this share of the largest is called nothing."""


@dataclass(frozen=True, slots=True)
class KernelStatistics:
    """A layer's weights in a few numbers.

    Parameters
    ----------
    mean, deviation, least, most
        Of all weights.
    shortest, longest
        Of the norms of the kernels.
    nothing
        Share of weights that are next to nothing.
    redundant
        How many kernels have another that points the same way, or the opposite.
    closeness
        Mean over the kernels of the cosine, without its sign, with the most similar other one.
    rank
        How many directions the kernels fill: (Σσ)²/Σσ² of their singular values.
    """

    mean: float
    deviation: float
    least: float
    most: float
    shortest: float
    longest: float
    nothing: float
    redundant: int
    closeness: float
    rank: float


def cosines(kernels: Array) -> Array:
    """Return the cosine between every two kernels ``(units, …)``, ``(units, units)``; 0 for a kernel of zeros."""
    flat = kernels.reshape(len(kernels), -1).astype(np.float64)
    lengths = norms(kernels)
    unit = flat / np.where(lengths > 0, lengths, 1)[:, np.newaxis]
    found: Array = unit @ unit.T
    return found


def kernel_statistics(kernels: Array) -> KernelStatistics:
    """Return the statistics of kernels ``(units, channels, height, width)``."""
    lengths, alike = norms(kernels), np.abs(cosines(kernels))
    np.fill_diagonal(alike, 0)
    nearest = alike.max(axis=1, initial=0.0)
    most = float(np.abs(kernels).max(initial=0.0))
    sigma = np.linalg.svd(kernels.reshape(len(kernels), -1).astype(np.float64), compute_uv=False)
    squares = float(np.square(sigma).sum())
    return KernelStatistics(
        mean=float(kernels.mean(dtype=np.float64)),
        deviation=float(kernels.std(dtype=np.float64)),
        least=float(kernels.min()),
        most=float(kernels.max()),
        shortest=float(lengths.min()),
        longest=float(lengths.max()),
        nothing=float(np.mean(np.abs(kernels) <= NOTHING * most)),
        redundant=int((nearest > ALIKE).sum()),
        closeness=float(nearest.mean()),
        rank=float(sigma.sum()) ** 2 / squares if squares > 0 else 0.0,
    )


def similarity_order(kernels: Array) -> Array:
    """Return the kernels in a row in which each stands beside the most similar one that was left, ``(units,)``.

    It begins with the longest.
    """
    alike = cosines(kernels)
    left = set(range(len(kernels)))
    row = [int(norms(kernels).argmax())] if left else []
    left -= set(row)
    while left:
        candidates = sorted(left)
        row.append(candidates[int(alike[row[-1], candidates].argmax())])
        left.remove(row[-1])
    return np.array(row, np.intp)


def unit_use(network: Network, x: Array, layer_id: str) -> Array:
    """Return how strong each unit of a layer is on a batch, ``(units,)``.

    That is its mean absolute value after the activation that follows at once, if one does.
    """
    found: Array | None = None
    for out in layer_outputs(network, x):
        if found is not None and layer_id in out.sources:
            found = out.y if out.layer.family == "activation" else found
            break
        if out.id == layer_id:
            found = out.y
    if found is None:
        raise KeyError(layer_id)
    use: Array = np.abs(found).mean(axis=(0, *range(2, found.ndim)), dtype=np.float64)
    return use
