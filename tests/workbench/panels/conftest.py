from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from core.experiment import Experiment
from core.perceptron.board import CircuitBoard
from tests.workbench.panels.acting import Make
from tests.workbench.panels.circuit_bench import Bench
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


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    """A canvas of circuits as it is at first."""
    made = Bench(qtbot)
    yield made
    made.workspace.close()


@pytest.fixture
def empty(qtbot: QtBot) -> Iterator[Bench]:
    """A canvas of circuits without a part."""
    made = Bench(qtbot, CircuitBoard())
    yield made
    made.workspace.close()
