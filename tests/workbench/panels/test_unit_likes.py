"""What a unit likes: the strongest places of the data, and the picture that is made for it."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.network import Network
from tests.workbench.panels.acting import Make
from tests.workbench.panels.running import experiment, shown
from workbench.panels.unit_likes.ascent_view import STEPS
from workbench.panels.unit_likes.panel import UnitLikesPanel
from workbench.specimen import specimen_of

NETWORK = "Conv(4, 3) ReLU MaxPool(2) Conv(6, 3) ReLU Flatten Affine(10)"


def opened(qtbot: QtBot, make: Make) -> UnitLikesPanel:
    panel = shown(qtbot, UnitLikesPanel(make(experiment(NETWORK))), 940, 400)
    qtbot.waitUntil(lambda: len(panel.patches.patches) == 9, timeout=10_000)
    return panel


def test_that_the_nine_strongest_places_are_shown_with_what_the_unit_sees(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    specimen_of(panel.workspace).take_map("conv2", 2)
    assert not panel.patches.patches
    qtbot.waitUntil(lambda: len(panel.patches.patches) == 9, timeout=10_000)
    frame = panel.workspace.frame
    network = Network(frame.experiment.network, frame.data.input_shape, seed=0)
    frame.load_into(network)
    maps = dict(network.outputs(frame.data.test.x[:1000]))["conv2"][:, 2]
    assert panel.patches.patches[0].value == pytest.approx(maps.max(), rel=1e-5)
    field, area = panel.patches.field_area(0), panel.patches.picture_area(0)
    assert area.adjusted(-1, -1, 1, 1).contains(field)
    assert field.width() == pytest.approx(area.width(), abs=1)  # three by three after pooling sees all of 8×8
    specimen_of(panel.workspace).take_map("conv1", 0)
    qtbot.waitUntil(lambda: len(panel.patches.patches) == 9, timeout=10_000)
    assert panel.patches.field_area(0).width() == pytest.approx(area.width() * 3 / 8, abs=1)


def test_that_a_place_that_is_clicked_becomes_the_sample_of_the_lab(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    qtbot.mouseClick(panel.patches, Qt.MouseButton.LeftButton, pos=panel.patches.picture_area(4).center().toPoint())
    specimen, patch = specimen_of(panel.workspace), panel.patches.patches[4]
    assert specimen.row == patch.sample
    assert specimen.place == patch.unit[1:]
    qtbot.keyClick(panel.patches, Qt.Key.Key_Left)
    assert specimen.row == panel.patches.patches[3].sample


def test_that_the_unit_can_be_typed(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    panel.choice.number.setFocus()
    panel.choice.number.selectAll()
    qtbot.keyClicks(panel.choice.number, "3")
    qtbot.keyClick(panel.choice.number, Qt.Key.Key_Return)
    assert (specimen_of(panel.workspace).layer, specimen_of(panel.workspace).unit) == ("conv1", 2)


def test_that_the_climb_makes_a_picture_that_the_unit_likes_better_and_ends(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    specimen_of(panel.workspace).take_map("affine1", 5)
    qtbot.mouseClick(panel.ascent.go, Qt.MouseButton.LeftButton)
    assert panel.ascent.go.text() == "Stop"
    qtbot.waitUntil(lambda: panel.ascent.go.text() == "Climb", timeout=20_000)
    ascent = panel.ascent.ascent
    assert ascent.steps == STEPS
    assert np.mean(ascent.activations[-20:]) > 5 * abs(ascent.activations[0])
    assert panel.ascent.plot.curves[0].y[-1] == ascent.activations[-1]


def test_that_the_climb_can_be_stopped_and_another_unit_begins_with_nothing(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    assert panel.ascent.hint.isVisible()
    qtbot.mouseClick(panel.ascent.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.ascent.ascent is not None, timeout=10_000)
    qtbot.mouseClick(panel.ascent.go, Qt.MouseButton.LeftButton)
    assert panel.ascent.go.text() == "Climb"
    assert panel.ascent.ascent is not None
    assert panel.ascent.picture.isVisible()
    specimen_of(panel.workspace).take_map("conv2", 1)
    assert panel.ascent.ascent is None
    assert panel.ascent.hint.isVisible()
