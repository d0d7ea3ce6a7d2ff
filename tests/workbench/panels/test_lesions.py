"""What is lost without a unit: the table, its order, and silencing for good."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.workbench.panels.acting import Make
from tests.workbench.panels.running import experiment, shown, train_all
from workbench.panels.lesions.panel import LesionsPanel
from workbench.specimen import specimen_of

NETWORK = "Conv(4, 3) ReLU Flatten Affine(10)"


def opened(qtbot: QtBot, make: Make, *, trained: bool = True) -> LesionsPanel:
    panel = shown(qtbot, LesionsPanel(make(experiment(NETWORK))), 900, 330)
    if trained:
        train_all(qtbot, panel.workspace)
    wait_for(qtbot, panel)
    return panel


def wait_for(qtbot: QtBot, panel: LesionsPanel) -> None:
    def judged() -> bool:
        found = panel.table.found
        return found is not None and found.frame.snapshot is panel.workspace.frame.snapshot

    qtbot.waitUntil(judged, timeout=10_000)


def test_that_the_units_stand_in_the_order_of_what_they_are_worth(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    drops = panel.table.found.drops
    assert len(panel.table.order) == 4
    assert drops[panel.table.order].tolist() == sorted(drops.tolist(), reverse=True)
    tops = [panel.table.row_area(unit).top() for unit in panel.table.order]
    assert tops == sorted(tops)
    panel.order.take("number")
    assert panel.table.order == [0, 1, 2, 3]


def test_that_a_row_chooses_the_unit_for_the_whole_lab(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make, trained=False)
    unit = panel.table.order[2]
    qtbot.mouseClick(panel.table, Qt.MouseButton.LeftButton, pos=panel.table.row_area(unit).center().toPoint())
    specimen = specimen_of(panel.workspace)
    assert (specimen.layer, specimen.unit) == ("conv1", unit)
    assert f"unit {unit + 1}" in panel.verdict.whole
    qtbot.keyClick(panel.table, Qt.Key.Key_Down)
    assert specimen.unit == panel.table.order[3]


def test_that_silencing_sets_all_weights_of_the_unit_and_undo_brings_them_back(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    unit = panel.table.order[0]
    panel.table.picked.emit(unit)
    foretold = panel.table.found.whole.total - panel.table.found.drops[unit]
    before = panel.workspace.frame.parameters()["conv1.W"].copy()
    qtbot.mouseClick(panel.silence, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not panel.workspace.frame.parameters()["conv1.W"][unit].any(), timeout=5000)
    assert not panel.workspace.frame.parameters()["conv1.b"][unit]
    wait_for(qtbot, panel)
    assert panel.table.found.whole.total == foretold
    assert not panel.silence.isEnabled()  # nothing is left to silence
    assert "no class loses anything" in panel.verdict.whole
    qtbot.mouseClick(panel.undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: np.array_equal(panel.workspace.frame.parameters()["conv1.W"], before), timeout=5000)


def test_that_a_score_of_the_last_layer_is_silenced_as_well(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    specimen_of(panel.workspace).take_map("affine1", 4)
    qtbot.waitUntil(lambda: panel.table.found is not None and panel.table.found.layer == "affine1", timeout=10_000)
    assert np.nanargmax(panel.table.found.class_drops[4]) == 4
    panel.silence_unit()
    qtbot.waitUntil(lambda: not panel.workspace.frame.parameters()["affine1.W"][:, 4].any(), timeout=5000)


def test_that_a_unit_of_a_layer_without_weights_is_silenced_by_those_that_feed_it(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    specimen_of(panel.workspace).take_map("relu1", 2)
    qtbot.waitUntil(lambda: panel.table.found is not None and panel.table.found.layer == "relu1", timeout=10_000)
    foretold = panel.table.found.whole.total - panel.table.found.drops[2]
    assert "conv1" in panel.silence.toolTip()
    qtbot.mouseClick(panel.silence, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not panel.workspace.frame.parameters()["conv1.W"][2].any(), timeout=5000)
    wait_for(qtbot, panel)
    assert panel.table.found.whole.total == foretold


def test_that_what_no_weights_can_silence_is_judged_and_says_why_it_stays(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, LesionsPanel(make(experiment("Conv(4, 3) Sigmoid Flatten Affine(10)"))), 900, 330)
    specimen_of(panel.workspace).take_map("sigmoid1", 1)
    qtbot.waitUntil(lambda: panel.table.found is not None and panel.table.found.layer == "sigmoid1", timeout=10_000)
    assert len(panel.table.found.drops) == 4
    assert not panel.silence.isEnabled()
    assert panel.silence.toolTip().startswith("No weights")


def test_that_points_of_a_line_say_why_there_is_nothing(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, LesionsPanel(make(experiment("Affine(1)", "Sine", "MeanSquared", samples=60))))
    assert panel.empty.isVisible()
