"""The states of the training lab that are worth a picture of their own."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from core.training.variations import variations
from workbench.lab import LabView
from workbench.panels.confusion.matrix import ConfusionMatrix
from workbench.status import RunState
from workbench.verdicts import Cell
from workbench.workspace import Workspace

LAB: Final = "train"
DUEL_UPDATES: Final = 60
LONGEST_SECONDS: Final = 60.0
POLL_MILLISECONDS: Final = 50


def photograph_train(view: LabView, workspace: Workspace, take: Callable[[str], None]) -> None:
    """Bring about one state after the other and take each; runs and document are as before at the end.

    Parameters
    ----------
    view
        The lab, open.
    take
        Takes a picture with a name once everything has settled.
    """
    _photograph_confusion(view, take)
    first, known = workspace.run.about.place, {run.place for run in workspace.runs.listed()}
    workspace.look_at(workspace.run.iteration // 2)
    take("half-way-back")
    workspace.follow()
    rates = [variation.experiment for variation in variations(workspace.experiment, "learning rate")]
    workspace.starts.duel([rates[1], rates[4]])
    _wait(lambda: workspace.run.iteration >= DUEL_UPDATES)
    take("in-flight")
    _stand_still(workspace)
    take("duel")
    optimizers = [variation.experiment for variation in variations(workspace.experiment, "optimizer")]
    workspace.starts.duel((optimizers + rates)[:7])
    _wait(lambda: workspace.run.iteration >= DUEL_UPDATES)
    _stand_still(workspace)
    take("eight-runs")
    line = view.findChild(QLineEdit, "runs.filter")
    if line is not None:
        line.setText("acc>0.5")
        take("eight-runs-filtered")
        line.clear()
    workspace.starts.take_up(first)
    _wait(lambda: workspace.status.state is not RunState.PREPARING)
    workspace.runs.remove({run.place for run in workspace.runs.listed()} - known)


def _photograph_confusion(view: LabView, take: Callable[[str], None]) -> None:
    """Take the confusion matrix with the samples of its worst cell in the gallery."""
    matrix = view.findChild(ConfusionMatrix)
    if matrix is None:
        return
    fronts = [dock for dock in view.docks.values() if view.tabifiedDockWidgets(dock) and dock.panel.is_seen]
    view.docks["confusion"].raise_()
    _wait(lambda: bool(matrix.counts.any()))
    wrong = matrix.counts * (1 - np.eye(len(matrix.counts), dtype=int))
    true, said = np.unravel_index(int(wrong.argmax()), wrong.shape)
    QTest.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=matrix.centre_of(Cell(int(true), int(said))).toPoint())
    take("confusion-with-gallery")
    QTest.keyClick(matrix, Qt.Key.Key_Escape)
    for dock in fronts:
        dock.raise_()


def _stand_still(workspace: Workspace) -> None:
    workspace.pause()
    _wait(lambda: workspace.status.state is not RunState.RUNNING)


def _wait(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + LONGEST_SECONDS
    while not condition() and time.monotonic() < deadline:
        QTest.qWait(POLL_MILLISECONDS)
