"""Points that are painted while a network learns: it goes on with them, undo takes them back, nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.datasets.painted import write_points
from core.datasets.recipe import DataRecipe
from core.experiment import Experiment, TrainingConfig
from core.fields import ComponentSpec
from core.text import parse_network
from workbench.status import RunState
from workbench.workspace import Workspace


def painted(points: int, classes: int = 2) -> DataRecipe:
    rng = np.random.default_rng(1)
    text = write_points(rng.uniform(-5, 5, (points, 2)), np.arange(points) % classes)
    return DataRecipe(ComponentSpec.of("Painted", points=text, class_count=classes), scaling="none")


START = Experiment(
    network=parse_network("Affine(4) Tanh Affine(2)"),
    data=painted(60),
    training=TrainingConfig(optimizer=ComponentSpec.of("Adam", lr=0.01), batch_size=10, epochs=5000),
)


@pytest.fixture
def workspace(qtbot: QtBot) -> Iterator[Workspace]:
    made = Workspace(START)
    made.restart(play=False)
    qtbot.waitUntil(lambda: made.status.state is RunState.PAUSED, timeout=10_000)
    yield made
    assert made.close()


def samples(workspace: Workspace) -> int:
    data = workspace.data
    assert data is not None
    return len(data.train) + len(data.validation) + len(data.test)


def paint(workspace: Workspace, points: int, classes: int = 2) -> None:
    workspace.apply(replace(workspace.experiment, data=painted(points, classes)), "Paint points")


def test_that_training_goes_on_with_the_points_that_are_painted(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.play()
    qtbot.waitUntil(lambda: workspace.run.iteration > 5, timeout=10_000)
    run = workspace.run.number
    paint(workspace, 90)
    qtbot.waitUntil(lambda: samples(workspace) == 90, timeout=10_000)
    here = workspace.run.iteration
    qtbot.waitUntil(lambda: workspace.run.iteration > here + 20, timeout=10_000)
    assert workspace.run.number == run
    assert workspace.status.state is RunState.RUNNING
    workspace.pause()
    qtbot.waitUntil(lambda: workspace.status.state is RunState.PAUSED, timeout=10_000)


def test_that_undo_takes_the_points_back_and_keeps_what_was_learned(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.step_epoch()
    qtbot.waitUntil(lambda: workspace.status.state is RunState.PAUSED and workspace.run.iteration > 0, timeout=10_000)
    learned = workspace.run.iteration
    paint(workspace, 90)
    qtbot.waitUntil(lambda: samples(workspace) == 90, timeout=10_000)
    workspace.document.undo_stack.undo()
    qtbot.waitUntil(lambda: samples(workspace) == 60, timeout=10_000)
    assert workspace.run.iteration == learned
    assert workspace.status.state is RunState.PAUSED


def test_that_fewer_points_end_the_epoch_and_training_goes_on(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.step_batch()
    qtbot.waitUntil(lambda: workspace.run.iteration == 1, timeout=10_000)
    for _ in range(2):
        before = workspace.run.iteration
        workspace.step_batch()
        qtbot.waitUntil(lambda before=before: workspace.run.iteration > before, timeout=10_000)
    paint(workspace, 24)
    qtbot.waitUntil(lambda: samples(workspace) == 24, timeout=10_000)
    before = workspace.run.iteration
    workspace.step_batch()
    qtbot.waitUntil(lambda: workspace.run.iteration > before, timeout=10_000)
    assert np.isfinite(workspace.run.newest.theta).all()


def test_that_moments_before_other_points_are_shown_as_they_were_kept_and_not_computed_anew(
    qtbot: QtBot, workspace: Workspace
) -> None:
    workspace.step_epoch()
    qtbot.waitUntil(lambda: workspace.status.state is RunState.PAUSED and workspace.run.iteration > 2, timeout=10_000)
    here = workspace.run.iteration
    paint(workspace, 90)
    qtbot.waitUntil(lambda: samples(workspace) == 90, timeout=10_000)
    assert workspace.run.about.data_since == here
    kept = [each for each in workspace.run.timeline.iterations if each < here]
    workspace.time.step_back()
    assert workspace.frame.iteration == kept[-1]


def test_that_points_of_more_classes_than_the_network_has_outputs_stop_the_run_and_say_so(
    qtbot: QtBot, workspace: Workspace
) -> None:
    paint(workspace, 60, classes=3)
    qtbot.waitUntil(lambda: workspace.status.state is RunState.BLOCKED, timeout=10_000)
    workspace.document.undo_stack.undo()
    qtbot.waitUntil(lambda: workspace.status.state is RunState.PAUSED, timeout=10_000)
