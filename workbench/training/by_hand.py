"""Setting parameters of the running network by hand: training waits while a person holds one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject

from core.by_hand import HandSet, with_values
from workbench.document import NEVER_MERGED
from workbench.status import RunState
from workbench.workspace import Workspace

Spot = tuple[str, tuple[int, ...]]
"""The name of an array, and the place of a number in it."""

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
        self._waiting: dict[Spot, float] = {}
        self._text = ""
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
        self.set_values({(name, index): value}, text)

    def set_values(self, values: Mapping[Spot, float], text: str) -> None:
        """Set several numbers at once, by array and place."""
        if not self.possible:
            return
        self._waiting |= values
        self._text = text
        self._go_on()

    def set_at_once(self, values: Mapping[Spot, float], text: str) -> None:
        """Set several numbers as one step of undo of their own."""
        self.take_hold()
        self.set_values(values, text)
        self.let_go()

    def let_go(self) -> None:
        """End the step of undo; what was played is played on."""
        self._held = False
        self._go_on()

    def _go_on(self) -> None:
        """Do what waits for the run to stand still."""
        if self._workspace.status.state not in _AT_REST:
            return
        if self._waiting:
            waiting, self._waiting = self._waiting, {}
            experiment, now = self._workspace.experiment, self._workspace.run.iteration
            new = [HandSet(now, name, index, value) for (name, index), value in waiting.items()]
            by_hand = with_values(experiment.by_hand, new)
            self._workspace.apply(replace(experiment, by_hand=by_hand), self._text, self._merge_id)
        if self._plays and not self._held:
            self._plays = False
            self._workspace.play()
