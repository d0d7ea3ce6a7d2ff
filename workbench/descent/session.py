"""The descent lab of one workspace: the race of the document, the moment that is looked at, and gestures as edits."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal

from core.descent.race import Race, run_race, unknown_paths
from core.descent.spec import DescentSpec
from core.experiment import Experiment
from core.surfaces.base import Point
from workbench.descent.player import Player
from workbench.training.probe_worker import Probe
from workbench.workspace import Workspace

FIRST_MERGE_ID: Final = 40_000
TIME_MERGE_ID: Final = 39_999
"""Looking at another step, one time after the other, is one step of undo."""

AT_ONCE: Final = 0.03


class DescentSession(QObject):
    """What the panels of the lab share beside the document.

    Attributes
    ----------
    race
        The paths of the document's race; of the one before while a long one is computed.
    player
        Plays the race, and knows which moment is shown.
    spec_changed
        After an edit, before its paths are known.
    race_changed
        After the paths are those of the document.
    at_once
        Seconds that an edit may compute for before it is answered; what takes longer comes from the probe thread.
    pointer
        The place under the mouse on any view of the plane, or None.
    pointed
        When the pointer is elsewhere.
    start
        The number of the start whose numbers are shown, where the race has so many.
    start_chosen
        When another of several starts is the one whose numbers are shown.
    gesture_changed
        When a drag begins or ends.
    """

    spec_changed = Signal()
    pointed = Signal()
    start_chosen = Signal()
    race_changed = Signal()
    gesture_changed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.workspace = workspace
        self._merge_id = FIRST_MERGE_ID
        self._before: DescentSpec | None = None
        self.pointer: Point | None = None
        self.start = 0
        self.at_once = AT_ONCE
        self._probe = Probe(workspace.probes, self)
        self._probe.answered.connect(self._take_race)
        began = time.perf_counter()
        self.race = run_race(self.spec)
        self._path_seconds = (time.perf_counter() - began) / max(1, len(self.race.paths)) / self.spec.steps
        self._shown = self.spec
        self.player = Player(self)
        self.player.show_step(self.spec.step)
        self.player.rested.connect(self._keep_step)
        workspace.experiment_changed.connect(self._follow)

    @property
    def spec(self) -> DescentSpec:
        """The race of the document."""
        return self.workspace.experiment.descent

    @property
    def computing(self) -> bool:
        """Whether the paths are still those of an earlier race."""
        return self.race.spec is not self.spec and self.race.spec != self.spec

    def point_at(self, place: Point | None) -> None:
        """Show a place on all views."""
        if place != self.pointer:
            self.pointer = place
            self.pointed.emit()

    def start_of(self, race: Race) -> int:
        """Return the number of the start whose numbers are shown, of those that a race has."""
        return min(self.start, len(race.spec.starts) - 1)

    def choose_start(self, number: int) -> None:
        """Show the numbers of another start."""
        if number != self.start:
            self.start = number
            self.start_chosen.emit()

    # -- edits --------------------------------------------------------------------------------------------------

    @property
    def in_gesture(self) -> bool:
        """Whether a drag is under way."""
        return self._before is not None

    def begin_gesture(self) -> None:
        """Begin what will be one step of undo, such as a drag."""
        self._merge_id += 1
        self._before = self.spec
        self.gesture_changed.emit()

    def end_gesture(self) -> None:
        """End the gesture; what follows is another step of undo."""
        self._merge_id += 1
        self._before = None
        self.gesture_changed.emit()

    def cancel_gesture(self, text: str) -> None:
        """Bring back what was before the gesture."""
        if self._before is not None:
            self.edit(self._before, text)
        self.end_gesture()

    def edit(self, spec: DescentSpec, text: str) -> None:
        """Change the race of the document; within a gesture all edits are one step of undo."""
        if not self.in_gesture:
            self._merge_id += 1
        self.workspace.apply(replace(self.workspace.experiment, descent=spec), text, self._merge_id)

    def _keep_step(self, step: int) -> None:
        """Note the step that is looked at in the document."""
        spec = replace(self.spec, step=min(step, self.spec.steps))
        text = self.tr("Look at another step")
        self.workspace.apply(replace(self.workspace.experiment, descent=spec), text, TIME_MERGE_ID)

    # -- following the document ---------------------------------------------------------------------------------

    def _follow(self, experiment: Experiment) -> None:
        spec = experiment.descent
        if spec == self._shown:
            return
        before, self._shown = self._shown, spec
        if not self.player.playing or spec.step != before.step:
            self.player.pause()
            self.player.show_step(spec.step)
        self.spec_changed.emit()
        known = self.race.known()
        if unknown_paths(spec, known) * self._path_seconds * spec.steps <= self.at_once:
            began = time.perf_counter()
            count = max(1, unknown_paths(spec, known))
            race = run_race(spec, known)
            if race.paths:
                self._path_seconds = max(0.5 * self._path_seconds, (time.perf_counter() - began) / count / spec.steps)
            self._take_race(race)
        else:
            self._probe.ask(lambda _networks: run_race(spec, known))

    def _take_race(self, race: Race) -> None:
        """Take computed paths; of an edit that others followed, only until theirs are there."""
        if race.spec.text == self.spec.text:
            self.race = race
            self.player.set_steps(race.spec.steps)
            self.race_changed.emit()


def descent_session(workspace: Workspace) -> DescentSession:
    """Return the session of a workspace, the same for every panel; made at first use."""
    found = workspace.findChild(DescentSession, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, DescentSession) else DescentSession(workspace)
