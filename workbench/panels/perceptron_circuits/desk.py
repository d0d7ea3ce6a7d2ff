"""The desk on which circuits are built: the board of the document, the lit row, what is selected, and the clock."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from core.errors import CoreError
from core.experiment import Experiment
from core.perceptron.board import CircuitBoard, Part, rows_of
from core.perceptron.board_values import values
from core.perceptron.challenges import Progress, check
from workbench.perceptron.session import perceptron_session
from workbench.translation.core_text import error_text
from workbench.workspace import Workspace

FIRST_MERGE_ID: Final = 40_000
CLOCK_MILLISECONDS: Final = 900
SHARED_INPUTS: Final = 2
"""With so many inputs the rows are those of the plane and of the weighted sum, and are lit together with them."""


class Desk(QObject):
    """What the widgets of the panel share.

    Attributes
    ----------
    row
        The lit row of the truth table.
    selected
        The ids of the selected parts.
    changed
        After an edit, undo or opening: another board, with other values.
    row_changed, selection_changed, clock_changed
        When they change.
    refused
        With a sentence, when an edit is not possible; "" when there is nothing to say any more.
    """

    changed = Signal()
    row_changed = Signal()
    selection_changed = Signal()
    clock_changed = Signal()
    refused = Signal(str)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.session = perceptron_session(workspace)
        self.row = 0
        self.selected: frozenset[str] = frozenset()
        self._merge_id = FIRST_MERGE_ID
        self._before: CircuitBoard | None = None
        self._board = workspace.experiment.circuit
        self._values = values(self._board)
        self.row = len(self._values) - 1
        self._clock = QTimer(self)
        self._clock.setInterval(CLOCK_MILLISECONDS)
        self._clock.timeout.connect(lambda: self.step(1))
        self.session.row_changed.connect(self._follow_row)

    # -- what there is ------------------------------------------------------------------------------------------

    @property
    def board(self) -> CircuitBoard:
        """The board of the document."""
        return self._board

    @property
    def values(self) -> tuple[Mapping[str, int], ...]:
        """What every pin gives in every row."""
        return self._values

    @property
    def now(self) -> Mapping[str, int]:
        """What every pin gives in the lit row."""
        return self._values[self.row]

    @property
    def progress(self) -> Progress | None:
        """How far the challenge is; None without one."""
        challenge = self._board.challenge
        return check(challenge, self._board) if challenge else None

    def selection(self) -> list[Part]:
        """Return the selected parts."""
        return [part for part in self._board.parts if part.id in self.selected]

    def show_experiment(self, experiment: Experiment) -> None:
        """Follow the document."""
        if experiment.circuit == self._board:
            return
        before = self._board.variables
        self._board = experiment.circuit
        self._values = values(self._board)
        row = self.row
        if self._board.variables != before or row >= len(self._values):
            self.row = min(self.session.row, len(self._values) - 1) if self._shares_rows else len(self._values) - 1
        kept = self.selected & {part.id for part in self._board.parts}
        if kept != self.selected:
            self.select(kept)
        self.changed.emit()
        if self.row != row:
            self.row_changed.emit()

    # -- edits --------------------------------------------------------------------------------------------------

    def begin_gesture(self) -> None:
        """Begin what will be one step of undo."""
        self._merge_id += 1
        self._before = self._board

    def end_gesture(self) -> None:
        """End it."""
        self._before = None

    def cancel_gesture(self, text: str) -> None:
        """Bring back what was before the gesture."""
        if self._before is not None:
            self.apply(self._before, text)
        self.end_gesture()

    def apply(self, board: CircuitBoard, text: str) -> None:
        """Change the board of the document; within a gesture all edits are one step of undo."""
        if self._before is None:
            self._merge_id += 1
        self.refused.emit("")
        self.workspace.apply(replace(self.workspace.experiment, circuit=board), text, self._merge_id)
        self.show_experiment(self.workspace.experiment)

    def refuse(self, error: CoreError) -> None:
        """Say why an edit is not possible."""
        self.refused.emit(error_text(error))

    # -- selection and row --------------------------------------------------------------------------------------

    def select(self, ids: Collection[str]) -> None:
        """Select some parts and no others."""
        if frozenset(ids) != self.selected:
            self.selected = frozenset(ids)
            self.selection_changed.emit()

    @property
    def _shares_rows(self) -> bool:
        return len(self._board.variables) == SHARED_INPUTS

    def look_at(self, row: int) -> None:
        """Light a row; with two inputs in every panel."""
        row = row % len(self._values)
        if row != self.row:
            self.row = row
            self.row_changed.emit()
            if self._shares_rows:
                self.session.look_at(row)

    def _follow_row(self, row: int) -> None:
        if self._shares_rows:
            self.look_at(row)

    def toggle(self, variable: str) -> None:
        """Turn one input over: another row is lit."""
        index = self._board.variables.index(variable)
        self.look_at(self.row ^ 1 << (len(self._board.variables) - 1 - index))

    # -- clock --------------------------------------------------------------------------------------------------

    @property
    def running(self) -> bool:
        """Whether the clock goes."""
        return self._clock.isActive()

    def step(self, rows: int) -> None:
        """Go some rows on; after the last comes the first."""
        self.look_at(self.row + rows)

    def run(self, on: bool) -> None:
        """Let the clock go, or stand still."""
        if on != self.running:
            if on:
                self._clock.start()
            else:
                self._clock.stop()
            self.clock_changed.emit()

    @property
    def row_count(self) -> int:
        """How many rows the truth table has."""
        return len(rows_of(self._board))
