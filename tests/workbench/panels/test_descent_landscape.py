"""A person sees where the network stands on its own surface, and goes back along its path."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from core.datasets.recipe import DataRecipe
from core.descent.landscape import plane_losses, random_axes
from core.experiment import Experiment, TrainingConfig
from core.fields import ComponentSpec
from core.probes.frame_network import FrameNetwork
from core.text import parse_network
from tests.workbench.panels.acting import Make
from workbench.panels.descent_landscape.panel import DescentLandscapePanel
from workbench.status import RunState
from workbench.transport.aside_note import AsideNote
from workbench.widgets.buttons import IconButton
from workbench.widgets.segmented import Segmented

MOONS = Experiment(
    network=parse_network("Affine(6) Tanh Affine(2)"),
    data=DataRecipe(ComponentSpec.of("Moons", samples=200)),
    training=TrainingConfig(batch_size=20, epochs=2),
)


def opened(qtbot: QtBot, make: Make, experiment: Experiment = MOONS, *, trained: bool = False) -> DescentLandscapePanel:
    workspace = make(experiment)
    if trained:
        for step in range(1, 5):
            workspace.step_batch()
            qtbot.waitUntil(lambda s=step: workspace.frame is not None and workspace.frame.iteration == s, timeout=20_000)
    panel = DescentLandscapePanel(workspace)
    panel.resize(420, 420)
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitExposed(panel)
    for control in panel.head_controls():
        control.setParent(panel)
    return panel


def words(panel: DescentLandscapePanel) -> str:
    label = panel.findChild(QLabel, "descent.landscape.words")
    assert label is not None
    return label.text()


def take(panel: DescentLandscapePanel, name: str, key: str) -> None:
    choice = panel.findChild(Segmented, name)
    assert choice is not None
    choice.take(key)


def test_that_the_picture_becomes_finer_by_itself(qtbot: QtBot, make: Make) -> None:
    panel = opened(qtbot, make)
    qtbot.waitUntil(lambda: "25 × 25" in panel.note, timeout=20_000)
    assert "The ring is the network now" in words(panel)


def test_that_the_plane_of_the_path_needs_a_path(qtbot: QtBot, make: Make) -> None:
    panel = opened(qtbot, make)
    take(panel, "descent.landscape.plane", "path")
    assert "Train a little first" in words(panel)


def test_that_a_click_on_the_path_looks_at_that_moment(qtbot: QtBot, make: Make) -> None:
    panel = opened(qtbot, make, trained=True)
    take(panel, "descent.landscape.plane", "path")
    qtbot.waitUntil(lambda: "The line is the training" in words(panel), timeout=20_000)
    assert panel._shown is not None
    begin = panel._shown[0].path[0]
    at = panel.canvas.pixel_of(float(begin[0]), float(begin[1])).toPoint()
    QTest.mouseClick(panel.canvas, Qt.MouseButton.LeftButton, pos=at)
    assert panel.workspace.frame is not None
    assert panel.workspace.frame.iteration < 3


def test_that_a_click_beside_the_path_shows_the_network_there_for_a_while_in_every_panel(qtbot: QtBot, make: Make) -> None:
    panel = opened(qtbot, make, trained=True)
    workspace = panel.workspace
    note = AsideNote(workspace)
    qtbot.addWidget(note)
    qtbot.waitUntil(lambda: "25 × 25" in panel.note, timeout=20_000)
    assert workspace.frame is not None
    assert panel._shown is not None
    before, kept = workspace.frame, list(workspace.run.timeline.iterations)
    axes, table, _ = panel._shown
    a, b = panel.canvas.place_of(3, 20)
    QTest.mouseClick(panel.canvas, Qt.MouseButton.LeftButton, pos=panel.canvas.pixel_of(a, b).toPoint())
    there = workspace.frame
    assert there.aside
    assert not there.live
    assert np.allclose(there.snapshot.theta, axes.centre + a * axes.first + b * axes.second, atol=1e-6)
    alone = plane_losses(FrameNetwork(), there, random_axes(there, (), 0), np.zeros(1), np.zeros(1))
    assert alone[0, 0] == pytest.approx(table[24 - 3, 20], rel=1e-4)
    assert not note.isHidden()
    assert "Every panel shows the network at" in words(panel)
    back = note.findChild(QPushButton, "aside.back")
    assert back is not None
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert workspace.frame.snapshot is before.snapshot
    assert workspace.frame.live
    assert note.isHidden()
    assert "Click anywhere" in words(panel)
    assert list(workspace.run.timeline.iterations) == kept


def test_that_training_goes_on_from_where_it_was_after_a_look_aside(qtbot: QtBot, make: Make) -> None:
    straight, aside = opened(qtbot, make, trained=True), opened(qtbot, make, trained=True)
    aside.workspace.time.look_aside(np.zeros(len(aside.workspace.run.newest.theta)))
    for panel in (straight, aside):
        panel.workspace.step_epoch()
        qtbot.waitUntil(lambda p=panel: p.workspace.status.state is RunState.PAUSED, timeout=20_000)
    first, second = (panel.workspace.run.newest.theta for panel in (straight, aside))
    assert np.array_equal(first, second)


def test_that_the_dice_and_the_test_data_give_other_pictures(qtbot: QtBot, make: Make) -> None:
    panel = opened(qtbot, make)
    qtbot.waitUntil(lambda: "25 × 25" in panel.note, timeout=20_000)
    first = panel._shown
    dice = panel.findChild(IconButton, "descent.landscape.dice")
    assert dice is not None
    dice.click()
    qtbot.waitUntil(lambda: panel._shown is not first and "25 × 25" in panel.note, timeout=20_000)
    second = panel._shown
    take(panel, "descent.landscape.data", "test")
    qtbot.waitUntil(lambda: panel._shown is not second and "25 × 25" in panel.note, timeout=20_000)


def test_that_it_follows_the_training(qtbot: QtBot, make: Make) -> None:
    panel = opened(qtbot, make)
    qtbot.waitUntil(lambda: "25 × 25" in panel.note, timeout=20_000)
    panel.workspace.step_batch()
    qtbot.waitUntil(lambda: panel.note.startswith("iteration 1,"), timeout=20_000)


def test_that_a_network_without_weights_says_so(qtbot: QtBot, make: Make) -> None:
    panel = opened(qtbot, make, Experiment(network=parse_network("Tanh"), data=MOONS.data, training=MOONS.training))
    assert words(panel) == "The network has no weight yet."
