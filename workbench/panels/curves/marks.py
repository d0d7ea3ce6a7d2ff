"""What happened on the way of a run, as marks on its curves: changed settings, pauses, notes, where it branched."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QCoreApplication

from core.arrays import Array
from core.training.frame import Frame
from core.training.kept_run import RunAbout
from workbench.panels.curves.run_lines import STEP_X, Axis
from workbench.plots.curve import Mark
from workbench.runs.wording import network_words, training_words

translate = QCoreApplication.translate


def run_marks(frame: Frame, about: RunAbout, axis: Axis) -> Iterator[Mark]:
    """Yield the marks of the run that is shown."""
    steps = frame.all_curves.steps
    for pause in about.pauses:
        yield Mark(place_of(steps, pause, axis), translate("Marks", "paused"), tone="line2", flag=False)
    if about.parent:
        words = translate("Marks", "branch of {0}").format(about.parent)
        yield Mark(place_of(steps, about.branched_at, axis), words, tone="ok")
    before = frame.initial.training
    for change in frame.all_curves.changes:
        layers = network_words(change.before, change.network) if change.before and change.network else ()
        words = ", ".join([*training_words(before, change.training), *layers])
        before = change.training
        if words:
            yield Mark(place_of(steps, change.iteration, axis), words)
    for note in about.notes:
        yield Mark(place_of(steps, note.iteration, axis), note.text, tone="warn")


def place_of(steps: Array, iteration: int, axis: Axis) -> float:
    """Return where an iteration lies on x."""
    row = int(np.searchsorted(steps[:, 0], iteration, side="right")) - 1
    return float(steps[row, STEP_X[axis]]) if row >= 0 else 0.0
