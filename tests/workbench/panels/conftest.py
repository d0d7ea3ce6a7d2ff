from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from core.experiment import Experiment
from tests.workbench.panels.acting import Make
from workbench.status import RunState
from workbench.workspace import Workspace


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Make]:
    """Make a workspace whose data is loaded; all are closed at the end."""
    made: list[Workspace] = []

    def workspace(experiment: Experiment) -> Workspace:
        made.append(Workspace(experiment))
        made[-1].restart(play=False)
        qtbot.waitUntil(lambda: made[-1].status.state is not RunState.PREPARING, timeout=10_000)
        return made[-1]

    yield workspace
    for each in made:
        assert each.close(20)
