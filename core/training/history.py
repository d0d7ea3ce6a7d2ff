"""The numbers of a run so far: appended by one writer, read as views that never change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from core.arrays import Array
from core.training.events import Changed, Evaluated, StepDone
from core.training.progress import Progress

STEP_WIDTH: Final = 6
EVALUATION_WIDTH: Final = 5
MEASURE_HEAD: Final = 3
"""Iteration, epoch and seconds stand before the numbers of the layers."""

MOST_ROWS: Final = 2**20

NO_MEASURES: Final = np.empty((0, MEASURE_HEAD))


class Columns:
    """Rows of float64 numbers that grow at the end.

    A view given out earlier stays as it was: rows are only added, and growing moves to a new array.
    """

    def __init__(self, width: int) -> None:
        self._rows = np.empty((256, width))
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def append(self, row: tuple[float, ...]) -> None:
        """Add one row."""
        self.extend(np.array([row]))

    def extend(self, rows: Array) -> None:
        """Add rows, ``(n, width)``."""
        need = self._count + len(rows)
        if need > len(self._rows):
            grown = np.empty((max(need, 2 * len(self._rows)), self._rows.shape[1]))
            grown[: self._count] = self._rows[: self._count]
            self._rows = grown
        self._rows[self._count : need] = rows
        self._count = need

    def cut(self, count: int) -> None:
        """Forget all rows after the first `count`; views given out keep theirs."""
        self._rows = self._rows[:count].copy() if count else np.empty((256, self._rows.shape[1]))
        self._count = count

    def thin(self) -> None:
        """Forget every second row, not the last one; views given out keep theirs."""
        kept = self._rows[: self._count][::-1][::2][::-1]
        self._rows, self._count = kept.copy(), len(kept)

    def view(self) -> Array:
        """Return all rows, read-only, ``(n, width)``."""
        view = self._rows[: self._count]
        view.flags.writeable = False
        return view


@dataclass(frozen=True, slots=True)
class Curves:
    """The numbers of a run up to one moment, as read-only arrays.

    Parameters
    ----------
    steps
        ``(n, 6)``: iteration, loss, accuracy, learning rate, epoch, seconds of each update.
    evaluations
        ``(m, 5)``: iteration, epoch, loss, accuracy on the validation data, seconds.
    changes
        Settings that were changed on the way.
    measures
        ``(k, 3 + 2·L)``: iteration, epoch, seconds, then for each of L layers with parameters the norm of its gradient,
        then for each the size of the update beside that of the parameters.
    """

    steps: Array
    evaluations: Array
    changes: tuple[Changed, ...] = ()
    measures: Array = field(default_factory=lambda: NO_MEASURES)

    @property
    def gradients(self) -> Array:
        """The gradient norm of each layer, ``(k, L)``."""
        return self.measures[:, MEASURE_HEAD : MEASURE_HEAD + self._layers]

    @property
    def updates(self) -> Array:
        """The norm of each layer's update divided by that of its parameters, ``(k, L)``."""
        return self.measures[:, MEASURE_HEAD + self._layers :]

    @property
    def _layers(self) -> int:
        columns: int = self.measures.shape[1]
        return (columns - MEASURE_HEAD) // 2

    def until(self, iteration: int) -> Curves:
        """Return what was known after that iteration."""
        return Curves(
            self.steps[: np.searchsorted(self.steps[:, 0], iteration, side="right")],
            self.evaluations[: np.searchsorted(self.evaluations[:, 0], iteration, side="right")],
            tuple(change for change in self.changes if change.iteration <= iteration),
            self.measures[: np.searchsorted(self.measures[:, 0], iteration, side="right")],
        )

    def copied(self) -> Curves:
        """Return the same numbers in arrays of their own, without the room that a growing history keeps."""
        return Curves(self.steps.copy(), self.evaluations.copy(), self.changes, self.measures.copy())


class History:
    """What a run has told so far.

    A run of millions of updates keeps every second of its numbers each time there are `MOST_ROWS` of them, so that an
    hour of a tiny network fits into memory; every number that is kept is one that was.
    """

    def __init__(self, curves: Curves | None = None) -> None:
        self._steps = Columns(STEP_WIDTH)
        self._evaluations = Columns(EVALUATION_WIDTH)
        self._measures: Columns | None = None
        self._changes: tuple[Changed, ...] = ()
        if curves is not None:
            self._steps.extend(curves.steps)
            self._evaluations.extend(curves.evaluations)
            self._changes = curves.changes
            self._add_measures(curves.measures)

    def take(self, progress: Progress) -> None:
        """Add what a run told, in the order in which a history needs it."""
        self.add_steps(progress.steps.view(STEP_WIDTH))
        self._add_measures(progress.measures.view(MEASURE_HEAD + 2 * progress.layers))
        self._add_evaluations(progress.evaluations.view(EVALUATION_WIDTH))

    def add_steps(self, steps: Array | Sequence[StepDone]) -> None:
        """Add updates in their order, ``(n, 6)``; going back in time first forgets what came after."""
        rows = np.asarray(steps, np.float64)
        if not len(rows):
            return
        known = self._steps.view()
        if len(known) and rows[0, 0] <= known[-1, 0]:
            self.rewind(int(rows[0, 0]) - 1)
        self._steps.extend(rows)
        if len(self._steps) >= MOST_ROWS:
            self._steps.thin()

    def rewind(self, iteration: int) -> None:
        """Forget everything after that iteration."""
        before = self.curves().until(iteration)
        self._steps.cut(len(before.steps))
        self._evaluations.cut(len(before.evaluations))
        if self._measures is not None:
            self._measures.cut(len(before.measures))
        self._changes = before.changes

    def _add_measures(self, rows: Array) -> None:
        if not len(rows):
            return
        if self._measures is None:
            self._measures = Columns(rows.shape[1])
        self._measures.extend(rows)
        if len(self._measures) >= MOST_ROWS // rows.shape[1]:
            self._measures.thin()

    def _add_evaluations(self, rows: Array) -> None:
        if not len(rows):
            return
        known = self._evaluations.view()
        if len(known) and known[-1, 0] == rows[0, 0]:  # judged again, after weights were set by hand
            self._evaluations.cut(len(known) - 1)
        self._evaluations.extend(rows)
        if len(self._evaluations) >= MOST_ROWS:
            self._evaluations.thin()

    def add(self, event: Evaluated | Changed) -> None:
        """Add what happened between updates."""
        match event:
            case Evaluated():
                self._add_evaluations(np.array([event.row]))
            case Changed():
                self._changes = (*self._changes, event)

    def curves(self) -> Curves:
        """Return everything so far."""
        measures = NO_MEASURES if self._measures is None else self._measures.view()
        return Curves(self._steps.view(), self._evaluations.view(), self._changes, measures)
