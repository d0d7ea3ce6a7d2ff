"""Small experiments, panels on the screen, and runs that are brought to a moment."""

from __future__ import annotations

from typing import TypeVar

from pytestqt.qtbot import QtBot

from core.datasets.recipe import DataRecipe
from core.experiment import Experiment, TrainingConfig
from core.fields import ComponentSpec, Value
from core.text import parse_network
from workbench.panels.base import Panel
from workbench.status import RunState
from workbench.workspace import Workspace

P = TypeVar("P", bound=Panel)


def experiment(
    network: str = "Conv(4, 3) ReLU Flatten Affine(10)",
    source: str = "Digits",
    loss: str = "SoftmaxCrossEntropy",
    *,
    epochs: int = 2,
    flatten: bool = False,
    **settings: Value,
) -> Experiment:
    """Return something quick to train."""
    return Experiment(
        network=parse_network(network),
        data=DataRecipe(ComponentSpec.of(source, **settings), flatten=flatten),
        training=TrainingConfig(
            optimizer=ComponentSpec.of("Adam", lr=0.01), loss=ComponentSpec(loss), batch_size=50, epochs=epochs, evaluate_every=5
        ),
    )


def shown(qtbot: QtBot, panel: P, width: int = 400, height: int = 460) -> P:
    """Put a panel on the screen."""
    qtbot.addWidget(panel)
    panel.resize(width, height)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def train_to(qtbot: QtBot, workspace: Workspace, iteration: int) -> None:
    """Make single updates up to an iteration."""
    while workspace.run.iteration < iteration:
        before = workspace.run.iteration
        workspace.step_batch()
        qtbot.waitUntil(lambda before=before: workspace.run.iteration > before, timeout=10_000)


def train_all(qtbot: QtBot, workspace: Workspace) -> None:
    """Train to the end."""
    workspace.play()
    qtbot.waitUntil(lambda: workspace.status.state is RunState.FINISHED, timeout=30_000)
