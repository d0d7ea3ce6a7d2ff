"""A 2-2-1 network that learns XOR by gradient descent: many at once, from different seeds.

Two hidden units fold the plane so that one line separates the four points; not every start finds such a fold.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from core.fields import require_range

HiddenActivation = Literal["sigmoid", "tanh"]
X: Final = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=np.float64)
T: Final = np.array([0, 1, 1, 0], dtype=np.float64)
LARGEST_SEED: Final = 2**31
SPREAD: Final = 1.0
"""Initial weights are drawn evenly from −1 to 1."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class HiddenSpec:
    """How the network learns XOR.

    Parameters
    ----------
    seed
        Decides the initial weights.
    eta
        Learning rate of gradient descent on the mean cross entropy over the four rows.
    activation
        Of the two hidden units; the output is a sigmoid.
    """

    seed: int = 0
    eta: float = 2.0
    activation: HiddenActivation = "sigmoid"

    def __post_init__(self) -> None:
        require_range("Hidden units", "seed", self.seed, 0, LARGEST_SEED)
        require_range("Hidden units", "eta", self.eta, 1e-4, 100.0)


@dataclass(frozen=True, slots=True, eq=False)
class HiddenWeights:
    """The parameters of S networks.

    Parameters
    ----------
    W1, b1
        ``(S, 2, 2)`` from inputs to hidden units, ``(S, 2)``.
    W2, b2
        ``(S, 2)`` from hidden units to the output, ``(S,)``.
    """

    W1: Floats
    b1: Floats
    W2: Floats
    b2: Floats

    def one(self, index: int) -> HiddenWeights:
        """Return one of the networks, as a batch of one."""
        part = slice(index, index + 1)
        return HiddenWeights(self.W1[part], self.b1[part], self.W2[part], self.b2[part])


def initial(seeds: tuple[int, ...]) -> HiddenWeights:
    """Return the start of one network for each seed; a network starts alike whatever others start with it."""
    drawn = [np.random.default_rng(np.random.SeedSequence(seed, spawn_key=(21,))).uniform(-SPREAD, SPREAD, 9) for seed in seeds]
    flat = np.array(drawn).reshape(len(seeds), 9)
    return HiddenWeights(flat[:, :4].reshape(-1, 2, 2).copy(), flat[:, 4:6].copy(), flat[:, 6:8].copy(), flat[:, 8].copy())


def hidden(weights: HiddenWeights, activation: HiddenActivation, x: Floats) -> Floats:
    """Return what the hidden units give for inputs ``(N, 2)``: ``(S, N, 2)``."""
    z = x @ weights.W1 + weights.b1[:, None, :]
    return np.tanh(z) if activation == "tanh" else 0.5 + 0.5 * np.tanh(z / 2)


def output(weights: HiddenWeights, h: Floats) -> Floats:
    """Return the output for hidden values ``(S, N, 2)``: ``(S, N)``, between 0 and 1."""
    z = (h @ weights.W2[:, :, None])[..., 0] + weights.b2[:, None]
    return 0.5 + 0.5 * np.tanh(z / 2)


def losses(weights: HiddenWeights, activation: HiddenActivation) -> Floats:
    """Return the mean cross entropy of each network over the four rows."""
    y = np.clip(output(weights, hidden(weights, activation, X)), 1e-12, 1 - 1e-12)
    return np.asarray(-(T * np.log(y) + (1 - T) * np.log(1 - y)).mean(axis=1))


def right(weights: HiddenWeights, activation: HiddenActivation) -> NDArray[np.int64]:
    """Return how many of the four rows each network has on the right side."""
    return np.asarray(((output(weights, hidden(weights, activation, X)) > 0.5) == (T > 0.5)).sum(axis=1))


def step(weights: HiddenWeights, activation: HiddenActivation, eta: float) -> HiddenWeights:
    """Return the weights after one step of gradient descent on all four rows."""
    h = hidden(weights, activation, X)
    dz2 = (output(weights, h) - T) / len(T)
    dh = dz2[:, :, None] * weights.W2[:, None, :]
    dz1 = dh * (1 - h * h if activation == "tanh" else h * (1 - h))
    return HiddenWeights(
        weights.W1 - eta * (X.T @ dz1),
        weights.b1 - eta * dz1.sum(axis=1),
        weights.W2 - eta * (dz2[:, None, :] @ h)[:, 0],
        weights.b2 - eta * dz2.sum(axis=1),
    )


@dataclass(frozen=True, slots=True)
class SeedReport:
    """What became of many starts.

    Parameters
    ----------
    learned_after
        For each seed the steps after which all four rows were right for good, or None where they were not.
    """

    spec: HiddenSpec
    steps: int
    learned_after: tuple[int | None, ...]

    @property
    def successes(self) -> int:
        """How many starts learned XOR."""
        return sum(steps is not None for steps in self.learned_after)


def over_seeds(spec: HiddenSpec, count: int = 100, steps: int = 3000, every: int = 10) -> SeedReport:
    """Train one network from each of the seeds 0 to ``count − 1`` and return which learned XOR, and when.

    Parameters
    ----------
    every
        Steps between two looks at the four rows.
    """
    weights = initial(tuple(range(count)))
    since = np.full(count, -1)
    for done in range(steps + 1):
        if done % every == 0:
            good = right(weights, spec.activation) == len(T)
            since[good & (since < 0)] = done
            since[~good] = -1
        weights = step(weights, spec.activation, spec.eta)
    return SeedReport(replace(spec, seed=0), steps, tuple(int(s) if s >= 0 else None for s in since))
