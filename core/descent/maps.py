"""Many races at once: which rates and momenta come to rest, where a rate begins to diverge, which start ends where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from core.arrays import Array, read_only
from core.descent.objective import Objective, newton_direction
from core.descent.path import clipped
from core.descent.spec import DescentSpec, Racer, View
from core.expressions.expression import QUIET
from core.optimizers.base import OPTIMIZERS
from core.schedules.base import SCHEDULES

NEAR: Final = 0.01
"""Come to rest means: nearer to a minimum than this share of the first distance, and staying so."""

EDGE_STEPS: Final = 250
LOWEST_RATE, HIGHEST_RATE = 1e-6, 1e6
COARSE, FINE = 49, 17
REFINEMENTS: Final = 3


def march(objective: Objective, spec: DescentSpec, racer: Racer, starts: Array, *, rates: Array, steps: int) -> Iterator[Array]:
    """Yield the places ``(2, n)`` after each step of n races, each from its own start at its own rate; without noise.

    Parameters
    ----------
    starts, rates
        ``(2, n)`` and ``(n,)``.
    """
    optimizer, schedule = OPTIMIZERS.build(racer.optimizer), SCHEDULES.build(spec.schedule)
    places = np.array(starts, dtype=np.float64)
    theta = places.reshape(-1)
    optimizer.bind(theta)
    rate: Any = np.tile(rates, 2)  # every optimizer multiplies by its rate, so each parameter may have its own
    for step in range(steps):
        with np.errstate(**QUIET):
            gradient = newton_direction(objective, places) if racer.newton else objective.gradient(places)
            seen = clipped(gradient, spec.clip)
            optimizer.update(theta, seen.reshape(-1), rate * schedule.factor(step, steps), step + 1)
        yield places


@dataclass(frozen=True, slots=True)
class RateMap:
    """How soon each rate and momentum comes to rest.

    Parameters
    ----------
    rates, momenta
        The columns and the rows.
    steps
        ``(rows, columns)``: the step at which it came near a minimum for good; NaN where it did not, inf where it was lost.
    most
        How many steps were made.
    """

    rates: Array
    momenta: Array
    steps: Array
    most: int


def rate_map(objective: Objective, spec: DescentSpec, racer: Racer, *, rates: Array, momenta: Array, most: int) -> RateMap:
    """Try every rate with every momentum from the first start."""
    start = np.array(spec.starts[0], dtype=np.float64)[:, None]
    starts = np.repeat(start, len(rates), axis=1)
    near = NEAR * float(objective.distance_to_minimum(start)[0])
    table = np.full((len(momenta), len(rates)), np.nan)
    for row, momentum in enumerate(momenta):
        one = racer.with_settings(momentum=float(momentum))
        since = np.full(len(rates), np.nan)
        for step, places in enumerate(march(objective, spec, one, starts, rates=rates, steps=most), start=1):
            with np.errstate(**QUIET):
                inside = objective.distance_to_minimum(places) <= near
            since = np.where(inside, np.where(np.isnan(since), step, since), np.nan)
        with np.errstate(**QUIET):
            worse = ~(objective.value(places) <= float(objective.value(start)[0]))
        table[row] = np.where(worse, np.inf, since)
    return RateMap(rates, momenta, read_only(table), most)


def edge_of_divergence(objective: Objective, spec: DescentSpec, racer: Racer) -> float | None:
    """Return the least rate at which the racer ends higher than it began, to three figures; None if no rate does that."""
    low, high = LOWEST_RATE, HIGHEST_RATE
    rates = np.geomspace(low, high, COARSE)
    for _ in range(REFINEMENTS):
        fails = _ends_higher(objective, spec, racer, rates)
        if not fails.any():
            return None if rates[-1] == HIGHEST_RATE else float(rates[-1])
        first = int(np.argmax(fails))
        if first == 0:
            return float(rates[0])
        rates = np.geomspace(rates[first - 1], rates[first], FINE)
    return float(rates[np.argmax(_ends_higher(objective, spec, racer, rates))])


def _ends_higher(objective: Objective, spec: DescentSpec, racer: Racer, rates: Array) -> Array:
    start = np.array(spec.starts[0], dtype=np.float64)[:, None]
    starts = np.repeat(start, len(rates), axis=1)
    *_, places = march(objective, spec, racer, starts, rates=rates, steps=max(EDGE_STEPS, spec.steps))
    with np.errstate(**QUIET):
        higher: Array = ~(objective.value(places) <= float(objective.value(start)[0]) * (1 + 1e-12))
    return higher


@dataclass(frozen=True, slots=True)
class BasinMap:
    """Where a descent from every place of a view ends.

    Parameters
    ----------
    ends
        ``(rows, columns)``, row 0 at the top: the number of the minimum, −1 for none.
    view
        Left, right, bottom, top.
    minima
        ``(n, 2)``.
    """

    ends: Array
    view: View
    minima: Array

    def shares(self) -> Array:
        """Return which share of the view ends in each minimum."""
        return np.bincount(self.ends[self.ends >= 0], minlength=len(self.minima)) / self.ends.size


def basin_map(objective: Objective, spec: DescentSpec, racer: Racer, view: View, *, columns: int, rows: int) -> BasinMap:
    """Let a racer descend from every cell of a view."""
    left, right, bottom, top = view
    xs = left + (np.arange(columns) + 0.5) * (right - left) / columns
    ys = top - (np.arange(rows) + 0.5) * (top - bottom) / rows
    starts = np.stack(np.meshgrid(xs, ys)).reshape(2, -1)
    rates = np.full(starts.shape[1], racer.rate)
    *_, places = march(objective, spec, racer, starts, rates=rates, steps=spec.steps)
    ends = np.full(starts.shape[1], -1)
    if len(objective.minima):
        apart = np.hypot(*(places[:, None, :] - objective.minima.T[:, :, None]))
        with np.errstate(**QUIET):
            nearest = np.nan_to_num(apart, nan=np.inf)
            reach = _reach(objective.minima, max(right - left, top - bottom))
            ends = np.where(nearest.min(axis=0) <= reach, nearest.argmin(axis=0), -1)
    return BasinMap(read_only(ends.reshape(rows, columns)), view, objective.minima)


def _reach(minima: Array, side: float) -> float:
    """Return how near to a minimum counts as there: half the way to the next one, at most a tenth of the view."""
    if len(minima) < 2:
        return side / 10
    apart = np.hypot(*(minima[:, None] - minima[None]).T)
    return float(min(side / 10, apart[apart > 0].min() / 2))
