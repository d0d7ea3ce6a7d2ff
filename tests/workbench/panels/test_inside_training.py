from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from core.live_settings import write_live_settings
from core.network import Network
from core.probes.coming_update import Dropped
from tests.workbench.panels.acting import Make
from tests.workbench.panels.running import experiment, shown, train_to
from workbench.panels.inside_training.panel import InsideTrainingPanel
from workbench.widgets.buttons import Button

BOTH = "Flatten Affine(24) BatchNorm ReLU Dropout(0.5) Affine(10)"


def opened(make: Make, qtbot: QtBot, network: str = BOTH, iteration: int = 2) -> InsideTrainingPanel:
    workspace = make(experiment(network))
    train_to(qtbot, workspace, iteration)
    panel = shown(qtbot, InsideTrainingPanel(workspace), 1000, 560)
    panel.layer.setParent(panel)
    wait_for(qtbot, panel, iteration)
    return panel


def wait_for(qtbot: QtBot, panel: InsideTrainingPanel, iteration: int) -> None:
    def told() -> bool:
        return panel.update_told is not None and panel.update_told.iteration == iteration + 1

    qtbot.waitUntil(told, timeout=10_000)


def choose(qtbot: QtBot, panel: InsideTrainingPanel, key: Qt.Key) -> None:
    panel.layer.setFocus()
    qtbot.keyClick(panel.layer, key)
    panel.layer.activated.emit(panel.layer.currentIndex())


def test_that_the_dropped_units_are_those_of_the_update_that_comes_next(make: Make, qtbot: QtBot) -> None:
    panel = opened(make, qtbot)
    choose(qtbot, panel, Qt.Key.Key_Down)
    page, workspace = panel.dropout, panel.workspace
    assert page.isVisible()
    first = page.units.kept.copy()
    frame = workspace.frame
    assert frame is not None
    network = Network(frame.experiment.network, frame.data.input_shape, seed=frame.experiment.seed)
    write_live_settings(frame.experiment.network, network)
    network.begin_step(2)
    network.forward(frame.data.train.x[: panel.update_told.samples], training=True)  # type: ignore[union-attr]
    layer = next(visit.layer for visit in network.visits if visit.id == "dropout1")
    assert (layer.kept[0] == first).all()  # type: ignore[attr-defined]
    workspace.look_at(0)
    wait_for(qtbot, panel, 0)
    assert (page.units.kept != first).any()
    assert "Update 1 will drop" in page.sentence.text()


def test_that_a_row_of_the_batch_shows_what_that_sample_loses(make: Make, qtbot: QtBot) -> None:
    panel = opened(make, qtbot)
    choose(qtbot, panel, Qt.Key.Key_Down)
    page = panel.dropout
    layer = panel.update_told.layers[1]  # type: ignore[union-attr]
    assert isinstance(layer, Dropped)
    spot = page.batch.cell_area(3, 0).center().toPoint()
    qtbot.mouseClick(page.batch, Qt.MouseButton.LeftButton, pos=spot)
    assert (page.units.kept == layer.kept[3]).all()
    off = int((~layer.kept[3]).sum())
    assert page.findChild(type(page.sentence), "inside_training.dropped") is page.sentence
    assert any(f"{off} of 24 units off" == label.text() for label in page.findChildren(type(page.sentence)))


def test_that_a_unit_under_the_mouse_tells_its_value_before_and_after(make: Make, qtbot: QtBot) -> None:
    panel = opened(make, qtbot)
    choose(qtbot, panel, Qt.Key.Key_Down)
    page = panel.dropout
    area, places = page.units.tables()[0]
    unit = int(np.flatnonzero(~page.units.kept)[0])
    row, column = (int(n) for n in np.argwhere(places == unit)[0])
    side = area.width() / places.shape[1]
    qtbot.mouseMove(page.units, QPoint(round((column + 0.5) * side), round((row + 0.5) * side)))
    assert page.unit.whole.startswith(f"unit {unit + 1}: ")
    assert page.unit.whole.endswith("is dropped and becomes 0")


def test_that_batch_statistics_stand_beside_the_running_ones_and_one_sample_has_no_spread(make: Make, qtbot: QtBot) -> None:
    panel = opened(make, qtbot)
    page, frame = panel.batch_norm, panel.workspace.frame
    assert frame is not None
    assert page.isVisible()
    assert page.means.running.tobytes() == frame.snapshot.buffers[:24].tobytes()
    assert (page.spreads.batch > 0).any()
    assert "its own mean" in page.alone.text()
    qtbot.keyClick(page.whose, Qt.Key.Key_Right)
    assert page.whose.key == "single"
    assert not page.spreads.batch.any()
    qtbot.waitUntil(lambda: page.rights[2].text().endswith("%"), timeout=10_000)
    assert len({right.text() for right in page.rights}) > 1


def test_that_pointing_at_a_feature_reads_both_statistics(make: Make, qtbot: QtBot) -> None:
    panel = opened(make, qtbot)
    page = panel.batch_norm
    page.means.setFocus()
    qtbot.keyClick(page.means, Qt.Key.Key_Right)
    qtbot.keyClick(page.means, Qt.Key.Key_Right)
    assert page.feature.whole.startswith("feature 2: mean ")
    qtbot.keyClick(page.means, Qt.Key.Key_End)
    assert page.feature.whole.startswith("feature 24: mean ")


def test_that_a_network_with_neither_offers_batch_normalisation_in_a_duel(make: Make, qtbot: QtBot) -> None:
    workspace = make(experiment("Flatten Affine(12) ReLU Affine(10)"))
    train_to(qtbot, workspace, 0)
    panel = shown(qtbot, InsideTrainingPanel(workspace), 900, 560)
    button = panel.empty.findChild(Button, "inside_training.empty.button")
    assert button is not None
    assert button.isVisible()
    with qtbot.waitSignal(workspace.lab_wanted):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "BatchNorm" in [layer.kind for layer in workspace.runs.active[1].experiment.network.walk()]
    workspace.pause()
