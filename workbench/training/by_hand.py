"""Setting parameters of the running network by hand: training waits while a person holds one."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject

from core.by_hand import HandSet, with_value
from workbench.document import NEVER_MERGED
from workbench.status import RunState
from workbench.workspace import Workspace

_AT_REST: Final = {RunState.PAUSED, RunState.FINISHED, RunState.DIVERGED}


class SettingByHand(QObject):
    """One person's hand on the parameters of a window's run.

    `take_hold`, any number of `set_value`, and `let_go` are one step of undo. A value belongs to one moment of the run,
    so a run that goes on is paused first and played again when the person lets go.
    """

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._merge_id = NEVER_MERGED
        self._plays = False
        self._held = False
        self._waiting: tuple[str, tuple[int, ...], float, str] | None = None
        workspace.status_changed.connect(self._go_on)

    @property
    def possible(self) -> bool:
        """Whether what is shown can be set: the newest moment of a run of the present network."""
        frame, state = self._workspace.frame, self._workspace.status.state
        return frame is not None and frame.live and state in {*_AT_REST, RunState.RUNNING}

    def begin_anew(self) -> None:
        """Let what is set from now on be another step of undo."""
        self._merge_id = self._workspace.document.new_merge_id()

    def take_hold(self, *, again: bool = False) -> None:
        """Let training wait, and begin one step of undo, or go on with the last one."""
        if not again:
            self.begin_anew()
        self._held = True
        if self._workspace.status.state is RunState.RUNNING:
            self._plays = True
            self._workspace.pause()

    def set_value(self, name: str, index: tuple[int, ...], value: float, text: str) -> None:
        """Set a number of the array with that name; `text` says what was done, for the Edit menu."""
        if not self.possible:
            return
        self._waiting = (name, index, value, text)
        self._go_on()

    def let_go(self) -> None:
        """End the step of undo; what was played is played on."""
        self._held = False
        self._go_on()

    def _go_on(self) -> None:
        """Do what waits for the run to stand still."""
        if self._workspace.status.state not in _AT_REST:
            return
        if self._waiting is not None:
            (name, index, value, text), self._waiting = self._waiting, None
            experiment = self._workspace.experiment
            new = HandSet(self._workspace.run.iteration, name, index, value)
            by_hand = with_value(experiment.by_hand, new)
            self._workspace.apply(replace(experiment, by_hand=by_hand), text, self._merge_id)
        if self._plays and not self._held:
            self._plays = False
            self._workspace.play()
