"""Weights set by hand in the window: live, undoable, kept by reset and by files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.datasets.recipe import DataRecipe
from core.experiment import Experiment, TrainingConfig
from core.fields import ComponentSpec
from core.text import parse_network
from workbench.status import RunState
from workbench.training.by_hand import SettingByHand
from workbench.workspace import Workspace

SMALL = Experiment(
    network=parse_network("Affine(4) Tanh Affine(2)"),
    data=DataRecipe(ComponentSpec.of("Spiral", samples=100)),
    training=TrainingConfig(optimizer=ComponentSpec.of("Adam", lr=0.01), batch_size=10, epochs=1_000_000),
)
NAME, INDEX = "affine1.W", (1, 2)


@pytest.fixture
def workspace(qtbot: QtBot) -> Iterator[Workspace]:
    made = Workspace(SMALL)
    made.restart(play=False)
    qtbot.waitUntil(lambda: made.status.state is RunState.PAUSED, timeout=10_000)
    yield made
    assert made.close()


def value(workspace: Workspace) -> float:
    assert workspace.frame is not None
    return float(workspace.frame.parameters()[NAME][INDEX])


def step_to(qtbot: QtBot, workspace: Workspace, iteration: int) -> None:
    while workspace.run.iteration < iteration:
        before = workspace.run.iteration
        workspace.step_batch()
        qtbot.waitUntil(lambda before=before: workspace.run.iteration > before, timeout=10_000)


def set_by_hand(qtbot: QtBot, workspace: Workspace, to: float) -> None:
    hand = SettingByHand(workspace, workspace)
    hand.take_hold()
    hand.set_value(NAME, INDEX, to, "Set a weight")
    hand.let_go()
    qtbot.waitUntil(lambda: value(workspace) == pytest.approx(to), timeout=10_000)


def test_that_a_drag_is_one_step_of_undo_and_undo_brings_the_old_weight_back(qtbot: QtBot, workspace: Workspace) -> None:
    step_to(qtbot, workspace, 3)
    before = value(workspace)
    hand = SettingByHand(workspace, workspace)
    hand.take_hold()
    for to in (1.0, 2.0, 3.0):
        hand.set_value(NAME, INDEX, to, "Set a weight")
    hand.let_go()
    qtbot.waitUntil(lambda: value(workspace) == 3.0)
    assert workspace.run.iteration == 3
    assert workspace.document.undo_stack.count() == 1
    workspace.document.undo_stack.undo()
    qtbot.waitUntil(lambda: value(workspace) == before)
    workspace.document.undo_stack.redo()
    qtbot.waitUntil(lambda: value(workspace) == 3.0)


def test_that_undo_after_training_on_goes_back_to_the_moment_before_the_hand(qtbot: QtBot, workspace: Workspace) -> None:
    step_to(qtbot, workspace, 3)
    assert workspace.frame is not None
    before = workspace.frame.snapshot.theta
    set_by_hand(qtbot, workspace, 2.0)
    step_to(qtbot, workspace, 9)
    workspace.document.undo_stack.undo()
    qtbot.waitUntil(lambda: workspace.run.iteration == 3, timeout=10_000)
    assert np.array_equal(workspace.frame.snapshot.theta, before)
    assert workspace.frame.curves.steps[-1, 0] == 3
    assert max(workspace.run.timeline.iterations) == 3


def test_that_reset_keeps_an_initial_weight_set_by_hand_and_lets_go_of_a_later_one(qtbot: QtBot, workspace: Workspace) -> None:
    set_by_hand(qtbot, workspace, 1.5)
    assert workspace.frame is not None
    assert workspace.frame.initial is workspace.frame.snapshot
    step_to(qtbot, workspace, 4)
    set_by_hand(qtbot, workspace, -4.0)
    workspace.reset()
    qtbot.waitUntil(lambda: workspace.status.state is RunState.PAUSED and workspace.run.iteration == 0, timeout=10_000)
    assert value(workspace) == 1.5
    assert [each.value for each in workspace.experiment.by_hand] == [1.5]
    workspace.document.undo_stack.undo()
    assert [each.value for each in workspace.experiment.by_hand] == [1.5, -4.0]


def test_that_training_waits_while_a_weight_is_held_and_goes_on_from_it(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.play()
    qtbot.waitUntil(lambda: workspace.run.iteration > 3, timeout=10_000)
    hand = SettingByHand(workspace, workspace)
    hand.take_hold()
    hand.set_value(NAME, INDEX, 5.0, "Set a weight")
    qtbot.waitUntil(lambda: value(workspace) == 5.0, timeout=10_000)
    held_at = workspace.run.iteration
    qtbot.wait(60)
    assert workspace.run.iteration == held_at
    hand.let_go()
    qtbot.waitUntil(lambda: workspace.run.iteration > held_at, timeout=10_000)
    workspace.pause()
    qtbot.waitUntil(lambda: workspace.status.state is RunState.PAUSED, timeout=10_000)


def test_that_the_loss_follows_the_hand(qtbot: QtBot, workspace: Workspace) -> None:
    assert workspace.frame is not None
    before = workspace.frame.curves.evaluations[-1, 2]
    set_by_hand(qtbot, workspace, 8.0)
    qtbot.waitUntil(lambda: workspace.frame.curves.evaluations[-1, 2] != before, timeout=10_000)
    assert len(workspace.frame.curves.evaluations) == 1


def test_that_a_moment_of_the_past_cannot_be_set(qtbot: QtBot, workspace: Workspace) -> None:
    step_to(qtbot, workspace, 3)
    workspace.look_at(1)
    hand = SettingByHand(workspace, workspace)
    assert not hand.possible
    hand.set_value(NAME, INDEX, 5.0, "Set a weight")
    assert workspace.experiment.by_hand == ()


def test_that_an_edit_of_the_network_keeps_what_was_set_for_the_layers_that_stay(qtbot: QtBot, workspace: Workspace) -> None:
    set_by_hand(qtbot, workspace, 1.5)
    first = workspace.experiment.network.layers[0]
    network = workspace.experiment.network.replace(first.id, replace(first, settings=(("units", 6),)))
    workspace.apply(replace(workspace.experiment, network=network), "More units")
    qtbot.waitUntil(lambda: workspace.status.state is RunState.PAUSED and workspace.frame.parameters()[NAME].shape == (2, 6))
    assert value(workspace) == 1.5
