"""The way of one optimizer from its starts: every number that a picture or a sentence about it needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from core.arrays import Array, read_only
from core.descent.objective import Objective, newton_direction
from core.descent.spec import DescentSpec, Racer
from core.expressions.expression import QUIET
from core.optimizers.base import OPTIMIZERS
from core.schedules.base import SCHEDULES

FAR: Final = 1000.0
"""A path that ends so many times farther out than it began has diverged."""


@dataclass(frozen=True, slots=True)
class Path:
    """Where an optimizer was after each of T updates, from each of S starts.

    Parameters
    ----------
    at
        Places, ``(T + 1, 2, S)``; NaN once a number was too large for the computer.
    value
        f there, ``(T + 1, S)``.
    seen
        The gradient as the optimizer was given it, with noise, clipped; ``(T, 2, S)``.
    exact
        The gradient as it is, ``(T + 1, 2, S)``.
    state
        What the optimizer remembered after each update, by slot, ``(T + 1, 2, S)``.
    rate
        The learning rate of each update, ``(T,)``.
    diverged
        The first step from which on a path is lost, ``(S,)``; −1 where it is not.
    """

    racer: Racer
    at: Array
    value: Array
    seen: Array
    exact: Array
    state: dict[str, Array]
    rate: Array
    diverged: Array

    @property
    def steps(self) -> int:
        """How many updates were made."""
        return len(self.rate)

    def length(self, step: int, start: int = 0) -> float:
        """Return the length of the way to a step."""
        moves = np.diff(self.at[: step + 1, :, start], axis=0)
        with np.errstate(**QUIET):
            return float(np.nansum(np.hypot(moves[:, 0], moves[:, 1])))

    def last_finite(self, step: int, start: int = 0) -> int:
        """Return the last step up to one at which all numbers were finite."""
        finite = np.flatnonzero(np.isfinite(self.at[: step + 1, 0, start]) & np.isfinite(self.at[: step + 1, 1, start]))
        return int(finite[-1]) if len(finite) else 0


def run_path(objective: Objective, spec: DescentSpec, racer: Racer) -> Path:
    """Let one optimizer make all its updates from every start.

    All starts are one vector of parameters, because every optimizer treats its parameters alike; only clipping looks at
    a start as a whole.
    """
    optimizer = OPTIMIZERS.build(racer.optimizer)
    schedule = SCHEDULES.build(spec.schedule)
    places = np.array(spec.starts, dtype=np.float64).T.copy()
    theta = places.reshape(-1)
    optimizer.bind(theta)
    steps, starts = spec.steps, len(spec.starts)
    rates = np.array([racer.rate * schedule.factor(step, steps) for step in range(steps)])
    noise = _noise(spec, steps, starts)
    at, exact = np.empty((steps + 1, 2, starts)), np.empty((steps + 1, 2, starts))
    seen, value = np.empty((steps, 2, starts)), np.empty((steps + 1, starts))
    state = {slot: np.zeros((steps + 1, 2, starts)) for slot in optimizer.slots}
    f = objective.expression.value_and_gradient
    with np.errstate(**QUIET):
        for step in range(steps + 1):
            at[step] = places
            value[step], exact[step] = f(places[0], places[1])
            if step == steps:
                break
            gradient = _gradient(objective, spec, racer, places, exact[step])
            if noise is not None:
                gradient = gradient + noise[step]
            seen[step] = clipped(gradient, spec.clip)
            optimizer.update(theta, seen[step].reshape(-1), float(rates[step]), step + 1)
            for slot, kept in state.items():
                kept[step + 1] = optimizer.state[slot].reshape(2, starts)
        at = np.where(np.isfinite(at).all(axis=1, keepdims=True), at, np.nan)
        gone = lost(at, value)
    state = {slot: read_only(kept) for slot, kept in state.items()}
    return Path(racer, read_only(at), read_only(value), read_only(seen), read_only(exact), state, rates, gone)


def _gradient(objective: Objective, spec: DescentSpec, racer: Racer, places: Array, exact: Array) -> Array:
    if racer.newton:
        return newton_direction(objective, places)
    return objective.numerical_gradient(places) if spec.slope == "numerical" else exact


def _noise(spec: DescentSpec, steps: int, starts: int) -> Array | None:
    """Return the noise of every gradient; all racers meet the same, so that luck decides nothing between them."""
    if not spec.noise:
        return None
    rng = np.random.default_rng(spec.seed)
    return rng.normal(0.0, spec.noise / np.sqrt(spec.batch), (steps, 2, starts))


def clipped(gradient: Array, most: float) -> Array:
    """Return gradients ``(2, …)``, each no longer than `most`; 0 for no limit."""
    if not most:
        return gradient
    length = np.hypot(gradient[0], gradient[1])
    return np.where(length > most, gradient * (most / np.where(length > 0, length, 1.0)), gradient)


def lost(at: Array, value: Array) -> Array:
    """Return the first step from which on each path is far away or no number any more, −1 where it never is."""
    reach = FAR * max(1.0, float(np.abs(at[0]).max()))
    out = ~(np.abs(at).max(axis=1) <= reach) | ~np.isfinite(value)
    still_in = np.where(~out, np.arange(len(at))[:, None], -1).max(axis=0)
    return np.where(out[-1], still_in + 1, -1)
