"""The numbers of a run so far: appended by one writer, read as views that never change."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.arrays import Array
from core.training.events import Changed, Evaluated, StepDone


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
        ``(n, 5)``: iteration, loss, accuracy, learning rate, epoch of each update.
    evaluations
        ``(m, 4)``: iteration, epoch, loss, accuracy on the validation data.
    changes
        Settings that were changed on the way.
    """

    steps: Array
    evaluations: Array
    changes: tuple[Changed, ...] = ()

    def until(self, iteration: int) -> Curves:
        """Return what was known after that iteration."""
        return Curves(
            self.steps[: np.searchsorted(self.steps[:, 0], iteration, side="right")],
            self.evaluations[: np.searchsorted(self.evaluations[:, 0], iteration, side="right")],
            tuple(change for change in self.changes if change.iteration <= iteration),
        )


class History:
    """What a run has told so far."""

    def __init__(self, curves: Curves | None = None) -> None:
        self._steps = Columns(5)
        self._evaluations = Columns(4)
        self._changes: tuple[Changed, ...] = ()
        if curves is not None:
            self._steps.extend(curves.steps)
            self._evaluations.extend(curves.evaluations)
            self._changes = curves.changes

    def add_steps(self, steps: list[StepDone]) -> None:
        """Add updates in their order; going back in time first forgets what came after."""
        if not steps:
            return
        known = self._steps.view()
        if len(known) and steps[0].iteration <= known[-1, 0]:
            self.rewind(steps[0].iteration - 1)
        self._steps.extend(np.array(steps))

    def rewind(self, iteration: int) -> None:
        """Forget everything after that iteration."""
        before = self.curves().until(iteration)
        self._steps.cut(len(before.steps))
        self._evaluations.cut(len(before.evaluations))
        self._changes = before.changes

    def add(self, event: Evaluated | Changed) -> None:
        """Add what happened between updates."""
        match event:
            case Evaluated():
                known = self._evaluations.view()
                if len(known) and known[-1, 0] == event.iteration:  # judged again, after weights were set by hand
                    self._evaluations.cut(len(known) - 1)
                self._evaluations.append((event.iteration, event.epoch, event.loss, event.accuracy))
            case Changed():
                self._changes = (*self._changes, event)

    def curves(self) -> Curves:
        """Return everything so far."""
        return Curves(self._steps.view(), self._evaluations.view(), self._changes)
