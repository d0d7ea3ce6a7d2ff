"""The lines of one run: smoothed numbers of the training and those of the validation, over a chosen x."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from core.arrays import Array
from core.training.history import EVALUATION_WIDTH, Curves
from core.training.long_curve import LongCurve
from workbench.plots.curve import Curve

Axis = Literal["iteration", "epoch", "time"]
Number = Literal["loss", "accuracy"]

STEP_X: Final[dict[str, int]] = {"iteration": 0, "epoch": 4, "time": 5}
SEEN_X: Final[dict[str, int]] = {"iteration": 0, "epoch": 1, "time": 4}
STEP_Y: Final[dict[str, int]] = {"loss": 1, "accuracy": 2}
SEEN_Y: Final[dict[str, int]] = {"loss": 2, "accuracy": 3}


def visible_rows(x: Array, zoomed: tuple[float, float]) -> tuple[int, int]:
    """Return the first row that is on the screen and the one after the last; NaN shows all."""
    low, high = zoomed
    if math.isnan(low):
        return 0, len(x)
    first, last = np.searchsorted(x, [low, high])
    return max(0, int(first) - 1), min(len(x), int(last) + 2)


@dataclass(frozen=True, slots=True)
class View:
    """How all lines are looked at.

    Parameters
    ----------
    zoomed
        The ends of x on the screen, NaN for all.
    until
        The iteration that is looked back at, NaN for none.
    words
        For training and validation.
    """

    axis: Axis
    zoomed: tuple[float, float]
    until: float
    words: tuple[str, str]


@dataclass(frozen=True, slots=True)
class RunLabel:
    """Colour and name of a run."""

    colour: int
    group: str


class RunLines:
    """Follows a run; what was computed of earlier numbers is kept, and a run that stands still costs nothing."""

    def __init__(self, weight: float) -> None:
        self.curves: Curves | None = None
        self.long: dict[str, LongCurve] = {"loss": LongCurve(weight), "accuracy": LongCurve(weight)}
        self._seen: dict[str, LongCurve] = {"loss": LongCurve(0.0), "accuracy": LongCurve(0.0)}
        self._drawn: dict[str, tuple[object, list[Curve]]] = {}

    def follow(self, curves: Curves) -> None:
        """Take in the numbers so far."""
        self.curves = curves
        for name, curve in self.long.items():
            curve.follow(curves.steps[:, STEP_Y[name]])
        for name, curve in self._seen.items():
            curve.follow(curves.evaluations[:, SEEN_Y[name]])

    def validation(self, number: Number, axis: Axis, start: int, stop: int) -> tuple[Array, Array]:
        """Return x and y of the looks at the validation data between two of them, of many only the extremes."""
        rows = self._seen[number].rows(start, stop)
        seen = self.curves.evaluations if self.curves is not None else np.empty((0, EVALUATION_WIDTH))
        return seen[rows, SEEN_X[axis]], seen[rows, SEEN_Y[number]]

    def smooth_by(self, weight: float) -> None:
        """Smooth by another weight."""
        for curve in self.long.values():
            curve.smooth_by(weight)

    def lines(self, number: Number, view: View, label: RunLabel) -> list[Curve]:
        """Return both lines of a run that is laid over another; the part after the view's moment is pale."""
        curves = self.curves
        if curves is None:
            return []
        key = (len(curves.steps), len(curves.evaluations), view, label, self.long[number].weight)
        known = self._drawn.get(number)
        if known is None or known[0] != key:
            known = self._drawn[number] = (key, self._made(curves, number, view, label))
        return known[1]

    def _made(self, curves: Curves, number: Number, view: View, label: RunLabel) -> list[Curve]:
        x, until, run, group = curves.steps[:, STEP_X[view.axis]], view.until, label.colour, label.group
        first, last = visible_rows(x, view.zoomed)
        now = last if math.isnan(until) else int(np.searchsorted(curves.steps[:, 0], until, side="right"))
        now = max(first, min(now, last))
        made = []
        if now < last:
            rows, values = self.long[number].line(max(now - 1, 0), last)
            made.append(Curve(x[rows], values, run=run, faint=True))
        rows, values = self.long[number].line(first, now)
        training, validation = view.words
        made.append(Curve(x[rows], values, label=training, run=run, group=group))
        seen = len(curves.evaluations if math.isnan(until) else curves.until(int(until)).evaluations)
        x, y = self.validation(number, view.axis, 0, seen)
        made.append(Curve(x, y, label=validation, run=run, validation=True, group=group))
        return made
