"""The last hidden layer laid out on a plane, by principal components or by what keeps neighbours together."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from typing import Final, Literal, get_args

import numpy as np

from core.arrays import Array
from core.errors import DataError

Method = Literal["pca", "tsne", "umap"]
METHODS: Final[tuple[Method, ...]] = get_args(Method)
LIBRARIES: Final[dict[Method, tuple[str, str]]] = {"tsne": ("sklearn", "scikit-learn"), "umap": ("umap", "umap-learn")}
"""What a method needs beyond NumPy: the module, and the name under which it is installed."""

FEWEST: Final = 6
"""Samples that can be sorted by their neighbours; the libraries fail for less."""


@dataclass(frozen=True, slots=True)
class Principal:
    """The two directions along which points differ most.

    Parameters
    ----------
    mean
        ``(D,)``
    axes
        ``(2, D)``, of length 1; their signs are chosen so that their largest part is positive.
    explained
        Shares of the variance along them, ``(2,)``.
    """

    mean: Array
    axes: Array
    explained: Array

    def place(self, features: Array) -> Array:
        """Return features ``(N, D)`` on the plane, ``(N, 2)``."""
        placed: Array = (features - self.mean) @ self.axes.T
        return placed


def principal(features: Array) -> Principal:
    """Return the first two principal components of features ``(N, D)``, by singular values; of one number the second is 0."""
    features = features.astype(np.float64)
    mean = features.mean(axis=0)
    _, sigma, axes = np.linalg.svd(features - mean, full_matrices=False)
    axes, variance = axes[:2], np.square(sigma)
    strongest = np.abs(axes).argmax(axis=1)
    axes = axes * np.where(axes[np.arange(len(axes)), strongest] < 0, -1, 1)[:, np.newaxis]
    share = variance[:2] / (variance.sum() or 1)
    if len(axes) < 2:
        axes, share = np.vstack([axes, np.zeros((2 - len(axes), features.shape[1]))]), np.append(share, np.zeros(2 - len(share)))
    return Principal(mean, axes, share)


def turned_like(points: Array, earlier: Array) -> Array:
    """Return points ``(N, 2)`` turned and mirrored so that they lie as near as can be to where they were (Procrustes).

    Directions and signs of components are arbitrary; without this a film of them would tumble.
    """
    if earlier.shape != points.shape:
        return points
    u, _, vt = np.linalg.svd((points - points.mean(axis=0)).T @ (earlier - earlier.mean(axis=0)))
    turned: Array = (points - points.mean(axis=0)) @ (u @ vt)
    return turned


def is_installed(method: Method) -> bool:
    """Whether what a method needs is there."""
    return method not in LIBRARIES or importlib.util.find_spec(LIBRARIES[method][0]) is not None


def neighbours_kept(features: Array, method: Method, seed: int) -> Array:
    """Return features ``(N, D)`` on a plane on which near ones stay near, ``(N, 2)``; takes seconds.

    The same seed gives the same plane. It is turned so that its longer side lies level.

    Raises
    ------
    DataError
        If the library is not installed, or there are too few samples to have neighbours.
    """
    if not is_installed(method):
        raise DataError("needs_library", method=method, library=LIBRARIES[method][1])
    count = len(features)
    if count < FEWEST:
        raise DataError("too_few_neighbours", received=count, least=FEWEST)
    if method == "tsne":
        from sklearn.manifold import TSNE

        perplexity = min(30.0, max(2.0, (count - 1) / 3))
        spread = features.shape[1] > 1 and bool(np.ptp(features, axis=0).any())  # otherwise there are no two directions
        settings = {"perplexity": perplexity, "init": "pca" if spread else "random", "random_state": seed}
        found = TSNE(**settings).fit_transform(features)
    else:
        from umap import UMAP

        found = UMAP(n_neighbors=min(15, count - 1), random_state=seed, n_jobs=1).fit_transform(features)
    placed = np.asarray(found, np.float64)
    return principal(placed).place(placed)
