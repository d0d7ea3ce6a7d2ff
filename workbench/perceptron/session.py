"""The perceptron lab of one workspace: edits as gestures, and the row of the truth table that is looked at."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject, Qt, Signal

from core.perceptron.functions import Target
from core.perceptron.spec import LARGEST, PerceptronSpec, Weights
from workbench.perceptron.learner import Learner
from workbench.workspace import Workspace


class PerceptronSession(QObject):
    """What the panels of the lab share beside the document.

    Attributes
    ----------
    row
        The row of the truth table that is looked at, 0 to 3.
    before
        The weights before the gesture under way, or None.
    learner
        Learns, sample by sample.
    row_changed, gesture_changed
        Emitted when they change.
    """

    row_changed = Signal(int)
    gesture_changed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.workspace = workspace
        self.row = 3
        self.before: Weights | None = None
        self._spec_before: PerceptronSpec | None = None
        self._merge_id = workspace.document.new_merge_id()
        self.learner = Learner(self)

    @property
    def spec(self) -> PerceptronSpec:
        """The perceptron of the document."""
        return self.workspace.experiment.perceptron

    def look_at(self, row: int) -> None:
        """Light a row in every panel."""
        if row != self.row:
            self.row = row
            self.row_changed.emit(row)

    def begin_gesture(self) -> None:
        """Begin what will be one step of undo, such as a drag."""
        self.learner.pause()
        self._merge_id = self.workspace.document.new_merge_id()
        self.before = self.spec.weights
        self._spec_before = self.spec
        self.gesture_changed.emit()

    def end_gesture(self) -> None:
        """End the gesture; what follows is another step of undo."""
        self.before = None
        self._spec_before = None
        self.gesture_changed.emit()

    def cancel_gesture(self, text: str) -> None:
        """Bring back what was before the gesture."""
        if self._spec_before is not None:
            self.edit(self._spec_before, text)
        self.end_gesture()

    def edit(self, spec: PerceptronSpec, text: str) -> None:
        """Change the perceptron of the document; within a gesture all edits are one step of undo."""
        if self.before is None:
            self._merge_id = self.workspace.document.new_merge_id()
        self.workspace.apply(replace(self.workspace.experiment, perceptron=spec), text, self._merge_id)

    def set_weights(self, weights: Weights, text: str) -> None:
        """Change w1, w2 and b; a drag beyond the largest weight stops there."""
        w1, w2, b = (min(LARGEST, max(-LARGEST, w)) for w in weights)
        self.edit(self.spec.with_weights((w1, w2, b)), text)

    def begin_at(self, start: Weights, text: str) -> None:
        """Take weights as the start of the learning, and go there."""
        self.learner.pause()
        self.edit(replace(self.spec.with_weights(start), start=start), text)
        if self.learner.progress.path[0] == start:
            self.learner.go_back()

    def random_start(self, text: str) -> None:
        """Begin at other weights, drawn from the present start: the same document and clicks give the same starts."""
        spread = [abs(round(1000 * w)) for w in self.spec.start]
        rng = np.random.default_rng([self.workspace.experiment.seed, *spread])
        w1, w2, b = (float(round(w, 2)) for w in rng.uniform(-1, 1, 3))
        self.begin_at((w1, w2, b), text)

    def set_target(self, target: Target, text: str, weights: Weights | None = None) -> None:
        """Change what the unit is meant to be, and its weights where they are given."""
        a, b, c, d = target
        spec = replace(self.spec, target=(a, b, c, d))
        self.edit(spec if weights is None else spec.with_weights(weights), text)


def perceptron_session(workspace: Workspace) -> PerceptronSession:
    """Return the session of a workspace, the same for every panel; made at first use."""
    found = workspace.findChild(PerceptronSession, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, PerceptronSession) else PerceptronSession(workspace)
