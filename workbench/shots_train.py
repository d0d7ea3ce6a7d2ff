"""The states of the training lab that are worth a picture of their own."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from core.training.variations import variations
from workbench.lab import LabView
from workbench.status import RunState
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


def _stand_still(workspace: Workspace) -> None:
    workspace.pause()
    _wait(lambda: workspace.status.state is not RunState.RUNNING)


def _wait(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + LONGEST_SECONDS
    while not condition() and time.monotonic() < deadline:
        QTest.qWait(POLL_MILLISECONDS)
