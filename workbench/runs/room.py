"""Which runs there are, which of them the plots show, and what a person does to the list."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from core.arrays import Shape
from core.experiment import Experiment
from core.training.history import Curves
from core.training.kept_run import KeptRun, Note, Outcome, RunAbout, thinned
from workbench.runs.edits import DeleteRuns, EditAbout
from workbench.training.active_run import ActiveRun


@dataclass(frozen=True)
class ListedRun:
    """A run as the list and the plots see it.

    Parameters
    ----------
    active
        Whether it is trained now, or stands where it could be: the present run or one in step with it.
    input_shape
        The shape of one sample; empty when not known.
    """

    about: RunAbout
    experiment: Experiment
    curves: Curves
    active: bool
    input_shape: Shape = ()

    @property
    def place(self) -> int:
        """Its number in the list, from 1, which also gives its colour."""
        return self.about.place

    @property
    def colour(self) -> int:
        """The index of its colour."""
        return self.about.place - 1


class RunsRoom(QObject):
    """The runs of a document beside the present one.

    Attributes
    ----------
    changed
        After a run came or went, or something of one changed; not when a run only went on.
    kept
        Runs that are over or were left, in order of their place.
    active
        The present run first, then those in step with it.
    """

    changed = Signal()

    def __init__(self, undo_stack: QUndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._undo_stack = undo_stack
        self.kept: tuple[KeptRun, ...] = ()
        self.active: tuple[ActiveRun, ...] = ()
        self._filter: Callable[[ListedRun], bool] | None = None
        self.filter_text = ""

    # -- coming and going ---------------------------------------------------------------------------------------

    def next_place(self) -> int:
        """Return the number that the next new run gets."""
        return max([0, *(about.place for about in self._abouts())]) + 1

    def take(self, active: Sequence[ActiveRun]) -> None:
        """Note which runs are trained now."""
        self.active = tuple(active)
        self.changed.emit()

    def leave(self, budget: int) -> None:
        """Keep the active runs that learned something; all kept states share so many bytes."""
        left = tuple(run.kept() for run in self.active if run.iteration > 0)
        self.active = ()
        if left:
            places = {run.about.place for run in left}
            self.kept = tuple(sorted((*(r for r in self.kept if r.about.place not in places), *left), key=_place))
            self._thin(budget)

    def _thin(self, budget: int) -> None:
        share = budget // max(1, len(self.kept))
        self.kept = tuple(
            run if run.nbytes <= share else replace(run, snapshots=tuple(thinned(run.snapshots, share))) for run in self.kept
        )

    def replace(self, kept: Sequence[KeptRun]) -> None:
        """Hold the runs of another document."""
        self.kept, self.active = tuple(sorted(kept, key=_place)), ()
        self.filter_text, self._filter = "", None

    def pull(self, place: int) -> KeptRun | None:
        """Take a kept run out of the list, to go on with it."""
        found = next((run for run in self.kept if run.about.place == place), None)
        self.kept = tuple(run for run in self.kept if run is not found)
        return found

    # -- looking ------------------------------------------------------------------------------------------------

    def listed(self) -> list[ListedRun]:
        """Return all runs in order of their place."""
        kept = [ListedRun(run.about, run.experiment, run.curves, active=False, input_shape=run.input_shape) for run in self.kept]
        active = [
            ListedRun(
                run.about,
                run.experiment,
                run.timeline.history.curves(),
                active=True,
                input_shape=run.data.input_shape if run.data is not None else (),
            )
            for run in self.active
        ]
        return sorted((*kept, *active), key=lambda run: run.place)

    def shown(self) -> list[ListedRun]:
        """Return the runs that plots show: visible ones that pass the filter."""
        return [run for run in self.listed() if run.about.visible and self.passes(run)]

    @property
    def seconds(self) -> float:
        """How long all runs were trained together."""
        ends = [run.curves.steps[-1, 5] for run in self.listed() if len(run.curves.steps)]
        return float(sum(end for end in ends if math.isfinite(end)))

    def passes(self, run: ListedRun) -> bool:
        """Whether the filter lets a run through."""
        return self._filter is None or self._filter(run)

    def set_filter(self, text: str, passes: Callable[[ListedRun], bool] | None) -> None:
        """Show only some runs, in the list and in all plots; None for all."""
        self.filter_text, self._filter = text, passes
        self.changed.emit()

    def about(self, place: int) -> RunAbout | None:
        """Return what is known of a run beside its numbers."""
        return next((about for about in self._abouts() if about.place == place), None)

    def _abouts(self) -> list[RunAbout]:
        return [*(run.about for run in self.active), *(run.about for run in self.kept)]

    # -- what a person does -------------------------------------------------------------------------------------

    def show(self, place: int, *, visible: bool) -> None:
        """Show a run in the plots, or hide it; a way of looking, so nothing to undo."""
        self._change(place, visible=visible)

    def edit(self, place: int, text: str, **changes: Any) -> None:
        """Change name, star or notes of a run, undoably; `text` says what was done, translated."""
        before = self.about(place)
        if before is not None and (after := replace(before, **changes)) != before:
            self._undo_stack.push(EditAbout(self, place, before, after, text))

    def add_note(self, place: int, note: Note, text: str) -> None:
        """Write a note at a moment of a run, undoably; one at the same moment is replaced, and an empty one removed."""
        about = self.about(place)
        if about is not None:
            others = [n for n in about.notes if n.iteration != note.iteration]
            notes = sorted((*others, note) if note.text else others, key=lambda n: n.iteration)
            self.edit(place, text, notes=tuple(notes))

    def delete(self, places: Sequence[int], text: str) -> None:
        """Delete kept runs, undoably; an active one stays."""
        gone = tuple(run for run in self.kept if run.about.place in places)
        if gone:
            self._undo_stack.push(DeleteRuns(self, gone, text))

    # -- for the undo commands and the workspace ----------------------------------------------------------------

    def take_words(self, place: int, about: RunAbout) -> None:
        """Put name, star and notes of a run in place."""
        self._change(place, name=about.name, starred=about.starred, notes=about.notes)

    def remove(self, places: set[int]) -> None:
        """Let kept runs go."""
        self.kept = tuple(run for run in self.kept if run.about.place not in places)
        self.changed.emit()

    def put_back(self, runs: tuple[KeptRun, ...]) -> None:
        """Let kept runs return, unless their place was taken meanwhile."""
        taken = {about.place for about in self._abouts()}
        self.kept = tuple(sorted((*self.kept, *(run for run in runs if run.about.place not in taken)), key=_place))
        self.changed.emit()

    def note_pause(self) -> None:
        """Note that the active runs were paused here."""
        for run in self.active:
            if run.iteration and run.iteration not in run.about.pauses[-1:]:
                run.about = replace(run.about, pauses=(*run.about.pauses, run.iteration))
        self.changed.emit()

    def set_outcome(self, outcome: Outcome) -> None:
        """Note how the present run stands."""
        if self.active and self.active[0].about.outcome != outcome:
            self.active[0].about = replace(self.active[0].about, outcome=outcome)
            self.changed.emit()

    def _change(self, place: int, **changes: Any) -> None:
        for run in self.active:
            if run.about.place == place:
                run.about = replace(run.about, **changes)
        self.kept = tuple(
            replace(run, about=replace(run.about, **changes)) if run.about.place == place else run for run in self.kept
        )
        self.changed.emit()


def _place(run: KeptRun) -> int:
    return run.about.place
