"""What a person does to the list of runs, undoably."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

from core.training.kept_run import KeptRun, RunAbout

if TYPE_CHECKING:
    from workbench.runs.room import RunsRoom


class EditAbout(QUndoCommand):
    """Another name, star or note of a run. Only what the person changed is put back, for pauses and ends are facts."""

    def __init__(self, room: RunsRoom, place: int, before: RunAbout, after: RunAbout, text: str) -> None:
        super().__init__(text)
        self._room, self._place, self._before, self._after = room, place, before, after

    def redo(self) -> None:
        self._room.take_words(self._place, self._after)

    def undo(self) -> None:
        self._room.take_words(self._place, self._before)


class DeleteRuns(QUndoCommand):
    """Kept runs that leave the list; undo brings them back as they were."""

    def __init__(self, room: RunsRoom, runs: tuple[KeptRun, ...], text: str) -> None:
        super().__init__(text)
        self._room, self._runs = room, runs

    def redo(self) -> None:
        self._room.remove({run.about.place for run in self._runs})

    def undo(self) -> None:
        self._room.put_back(self._runs)
