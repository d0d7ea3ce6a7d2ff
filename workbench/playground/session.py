"""The playground of one workspace: the tool in hand and what it does to the points of the document."""

from __future__ import annotations

from typing import Final, Literal

import numpy as np
from PySide6.QtCore import QObject, Qt, Signal

from core.arrays import Array
from core.datasets.painted import MOST_CLASSES, MOST_POINTS
from core.datasets.recipe import LEAST_SAMPLES, prepare
from core.errors import CoreError
from core.experiment import PAINTED, Experiment
from core.playground.brush import dab, shaken, within
from core.playground.experiment import points_of, with_points
from core.playground.settings import BrushSettings
from workbench.document import NEVER_MERGED
from workbench.status import RunState
from workbench.translation.core_text import error_text
from workbench.workspace import Workspace

Tool = Literal["look", "brush", "point", "erase", "shake"]
TOOLS: Final[tuple[Tool, ...]] = ("look", "brush", "point", "erase", "shake")


class PlaygroundSession(QObject):
    """What the panels of the playground share beside the document.

    Attributes
    ----------
    tool
        What the mouse does on the boundary.
    label
        The class that is painted.
    brush
        Radius, density and jitter.
    changed
        When any of them changed.
    refused
        With a sentence why something was not done.
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.workspace = workspace
        self.tool: Tool = "look"
        self.label = 1
        self.brush = BrushSettings()
        self._merge_id = workspace.document.new_merge_id()
        self._strokes = 0
        self._held: int | None = None
        self._rng = np.random.default_rng(0)

    def take(self, tool: Tool) -> None:
        """Take another tool in hand."""
        self.tool = tool
        self.changed.emit()

    def set_label(self, label: int) -> None:
        """Paint another class; the brush comes to hand with it."""
        self.label = min(label, self.classes - 1)
        if self.tool not in {"brush", "point"}:
            self.tool = "brush"
        self.changed.emit()

    def set_brush(self, **settings: float) -> None:
        """Change radius, density or jitter."""
        self.brush = BrushSettings(**{**self.brush.settings, **settings})
        self.changed.emit()

    # -- points -------------------------------------------------------------------------------------------------

    @property
    def paintable(self) -> bool:
        """Whether the document's data are points of the plane in classes."""
        data = self.workspace.data
        painted = self.workspace.experiment.data.source.kind == PAINTED
        return painted or (data is not None and data.input_shape == (2,) and 2 <= len(data.classes) <= MOST_CLASSES)

    @property
    def classes(self) -> int:
        """How many classes can be painted; 2 where the data has none to paint."""
        source, data = self.workspace.experiment.data.source, self.workspace.data
        if source.kind == PAINTED:
            return int(dict(source.settings).get("class_count", 2))  # type: ignore[arg-type]
        return len(data.classes) if data is not None and self.paintable else 2

    def points(self) -> tuple[Array, Array]:
        """Return places ``(N, 2)`` and classes ``(N,)`` of all points of the document."""
        return points_of(self.workspace.experiment.data, self.workspace.data)

    def begin_stroke(self) -> None:
        """Begin what will be one step of undo."""
        self._merge_id = self.workspace.document.new_merge_id()
        self._strokes += 1
        self._rng = np.random.default_rng(np.random.SeedSequence(self.workspace.experiment.seed, spawn_key=(14, self._strokes)))

    def touch(self, at: tuple[float, float], *, other: bool = False, tool: Tool | None = None) -> None:
        """Do at a place what the tool does.

        Parameters
        ----------
        other
            True to paint the next class instead of the chosen one.
        tool
            Another tool than that in hand.
        """
        if not self.paintable:
            self.refused.emit(
                self.tr("Points can be painted where the data are points of the plane in classes. Choose such data.")
            )
            return
        x, t = self.points()
        radius = float(self.brush.radius)
        match tool or self.tool:
            case "brush" | "point" as with_tool:
                count = int(self.brush.density) if with_tool == "brush" else 1
                label = (self.label + other) % self.classes
                new = dab(at, radius, count, self._rng)
                self._paint(np.concatenate([x, new]), np.concatenate([t, np.full(count, label)]), self.tr("Paint points"))
            case "erase":
                self._erase(x, t, within(x, at, radius))
            case "shake":
                self._paint(shaken(x, within(x, at, radius), float(self.brush.jitter), self._rng), t, self.tr("Shake points"))

    def erase_nearest(self, at: tuple[float, float]) -> None:
        """Take away the point nearest to a place."""
        x, t = self.points()
        if len(x):
            nearest = np.zeros(len(x), bool)
            nearest[int(np.hypot(x[:, 0] - at[0], x[:, 1] - at[1]).argmin())] = True
            self._erase(x, t, nearest)

    def nearest(self, at: tuple[float, float], reach: float) -> tuple[float, float] | None:
        """Return the place of the point nearest to another, or None where there is none within reach that can be moved."""
        place = self._nearest(at, reach)
        if place is None:
            return None
        x, _ = self.points()
        return float(x[place, 0]), float(x[place, 1])

    def _nearest(self, at: tuple[float, float], reach: float) -> int | None:
        x, _ = self.points() if self.paintable else (np.empty((0, 2)), None)
        if not len(x):
            return None
        far = np.hypot(x[:, 0] - at[0], x[:, 1] - at[1])
        place = int(far.argmin())
        return place if far[place] <= reach else None

    @property
    def holds(self) -> bool:
        """Whether a point is held, to be moved."""
        return self._held is not None

    def take_hold(self, at: tuple[float, float], reach: float) -> bool:
        """Hold the nearest point within reach, and say whether there is one; all its moves are one step of undo."""
        self._held = self._nearest(at, reach)
        if self.holds:
            self.begin_stroke()
        return self.holds

    def move_held(self, at: tuple[float, float]) -> None:
        """Move the point that is held."""
        x, t = self.points()
        if self._held is None or self._held >= len(x):
            self._held = None
            return
        moved = x.copy()
        moved[self._held] = at
        self._paint(moved, t, self.tr("Move a point"))

    def let_go(self) -> None:
        """Leave the point where it is."""
        self._held = None

    def _erase(self, x: Array, t: Array, gone: Array) -> None:
        if not gone.any():
            return
        if len(x) - int(gone.sum()) < LEAST_SAMPLES:
            self.refused.emit(self.tr("{n} points have to stay, or there is nothing to learn from.").format(n=LEAST_SAMPLES))
            return
        self._paint(x[~gone], t[~gone], self.tr("Erase points"))

    def _paint(self, x: Array, t: Array, text: str) -> None:
        if len(x) > MOST_POINTS:
            self.refused.emit(self.tr("There are {n:,} points; more are not taken.").format(n=MOST_POINTS))
            return
        before = self.workspace.experiment
        self.workspace.apply(with_points(before, x, t, self.classes), text, self._merge_id)

    def set_classes(self, count: int) -> None:
        """Have more or fewer classes; points of those that go are taken away, the outputs of the network follow."""
        x, t = self.points()
        kept = t < count
        if int(kept.sum()) < LEAST_SAMPLES:
            self.refused.emit(self.tr("{n} points have to stay, or there is nothing to learn from.").format(n=LEAST_SAMPLES))
            return
        self.label = min(self.label, count - 1)
        self.apply(with_points(self.workspace.experiment, x[kept], t[kept], count), self.tr("Change the number of classes"))
        self.changed.emit()

    def apply(self, experiment: Experiment, text: str, merge_id: int = NEVER_MERGED) -> None:
        """Edit the document; what needs a restart begins anew, and plays on if it played. The former run stays listed."""
        workspace = self.workspace
        playing = workspace.status.state is RunState.RUNNING
        if experiment.data != workspace.experiment.data:
            try:  # a few thousand points at most, so at once
                data = prepare(experiment.data, experiment.seed)
            except CoreError as error:
                self.refused.emit(error_text(error))
                return
            workspace.apply_data(experiment, data, text, merge_id)
        else:
            workspace.apply(experiment, text, merge_id)
        if workspace.status.state is RunState.EDITED:
            workspace.starts.again(play=playing)
        elif playing and workspace.status.state is RunState.PREPARING:
            workspace.play()


def playground_session(workspace: Workspace) -> PlaygroundSession:
    """Return the session of a workspace, the same for every panel; made at first use."""
    found = workspace.findChild(PlaygroundSession, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, PlaygroundSession) else PlaygroundSession(workspace)
