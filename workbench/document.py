"""The document: one immutable experiment and the stack of what it was before."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from core.experiment import Experiment

NEVER_MERGED: Final = -1


class ReplaceExperiment(QUndoCommand):
    """The one undoable act: another experiment in place of the present one.

    Parameters
    ----------
    merge_id
        Acts with the same id of 0 or more, one right after the other, become one step of undo: a slider's drag.
    """

    def __init__(self, document: Document, after: Experiment, text: str, merge_id: int = NEVER_MERGED) -> None:
        super().__init__(text)
        self._document = document
        self.before = document.experiment
        self.after = after
        self._merge_id = merge_id

    def id(self) -> int:
        return self._merge_id

    def redo(self) -> None:
        self._document.show_experiment(self.after)

    def undo(self) -> None:
        self._document.show_experiment(self.before)

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, ReplaceExperiment):
            return False
        self.after = other.after
        self.setObsolete(self.after == self.before)
        return True


class Document(QObject):
    """An experiment that can be edited, undone, and belongs to a file.

    Attributes
    ----------
    changed
        Emitted with the new `Experiment` after every edit, undo and redo.
    path_changed
        Emitted when the document gets another file or becomes clean or dirty.
    """

    changed = Signal(object)
    path_changed = Signal()

    def __init__(self, experiment: Experiment, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.experiment = experiment
        self.path: Path | None = None
        self._last_merge_id = NEVER_MERGED
        self.undo_stack = QUndoStack(self)
        self.undo_stack.cleanChanged.connect(self._clean_changed)

    @property
    def is_dirty(self) -> bool:
        """Whether there are edits that the file does not have."""
        return not self.undo_stack.isClean()

    def states(self) -> list[tuple[str, Experiment]]:
        """Return what the document was before each act that can be undone, with the words of the act, oldest first."""
        acts = [self.undo_stack.command(index) for index in range(self.undo_stack.index())]
        return [(act.text(), act.before) for act in acts if isinstance(act, ReplaceExperiment)]

    def new_merge_id(self) -> int:
        """Return an id that no edit had yet: for the edits of one gesture, which become one step of undo."""
        self._last_merge_id += 1
        return self._last_merge_id

    def apply(self, experiment: Experiment, text: str, merge_id: int = NEVER_MERGED) -> None:
        """Replace the experiment, undoably; an equal one is no edit.

        Parameters
        ----------
        text
            What was done, for the Edit menu: already translated.
        """
        if experiment != self.experiment:
            self.undo_stack.push(ReplaceExperiment(self, experiment, text, merge_id))

    def show_experiment(self, experiment: Experiment) -> None:
        """Make an experiment the present one; for the undo command alone."""
        self.experiment = experiment
        self.changed.emit(experiment)

    def begin(self, experiment: Experiment, path: Path | None = None) -> None:
        """Start over with an experiment that was opened or newly made; there is nothing to undo."""
        self.undo_stack.clear()
        self.path = path
        self.experiment = experiment
        self.path_changed.emit()

    def close(self) -> None:
        """Forget what could be undone: acts and stack hold each other, and Qt must not delete them in an order of chance."""
        self.undo_stack.clear()

    def saved_as(self, path: Path, experiment: Experiment) -> None:
        """Note which experiment the file holds; with a later edit the document stays dirty."""
        self.path = path
        if experiment == self.experiment:
            self.undo_stack.setClean()
        else:
            self.undo_stack.resetClean()
        self.path_changed.emit()

    def _clean_changed(self, _clean: bool) -> None:
        self.path_changed.emit()
