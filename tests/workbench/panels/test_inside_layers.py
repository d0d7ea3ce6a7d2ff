from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.workbench.panels.acting import Make
from tests.workbench.panels.running import experiment, shown, train_to
from workbench.panels.inside_layers.diagnosis import Diagnosis
from workbench.panels.inside_layers.panel import InsideLayersPanel
from workbench.widgets.buttons import Button

DEAD = "Flatten Affine(10, init=Constant(value=-1.0)) ReLU Affine(10)"


def opened(make: Make, qtbot: QtBot, network: str, iteration: int = 0) -> InsideLayersPanel:
    workspace = make(experiment(network))
    train_to(qtbot, workspace, iteration)
    panel = shown(qtbot, InsideLayersPanel(workspace), 900, 640)
    qtbot.waitUntil(lambda: bool(panel.ridges) and workspace.probes.is_idle, timeout=10_000)
    return panel


def test_that_every_layer_with_weights_has_a_ridge_of_the_kept_moments(make: Make, qtbot: QtBot) -> None:
    panel = opened(make, qtbot, "Conv(4, 3) ReLU Flatten Affine(10)", 3)
    kept = len([s for s in panel.workspace.shown.timeline.snapshots if s.iteration < 3])
    qtbot.waitUntil(lambda: len(panel.ridges[0].rows) == kept + 1, timeout=10_000)
    assert [head.whole for head in panel.heads] == ["conv1  ReLU", "affine1"]
    assert abs(float(panel.ridges[0].rows.sum()) - (kept + 1)) < 1e-6


def test_that_weights_can_be_looked_at_instead_of_activations(make: Make, qtbot: QtBot) -> None:
    panel = opened(make, qtbot, "Flatten Affine(10)")
    before = panel.ridges[0].rows.copy()
    qtbot.keyClick(panel.what, Qt.Key.Key_Right)
    assert panel.what.key == "weights"
    assert (panel.ridges[0].rows != before).any()


def test_that_dead_units_are_named_and_a_button_starts_a_duel_with_a_cure(make: Make, qtbot: QtBot) -> None:
    panel = opened(make, qtbot, DEAD)
    workspace = panel.workspace
    assert panel.states[0].whole == "10 of 10 dead"
    assert any("10 of 10 ReLUs" in sentence.text() for sentence in panel.diagnosis.sentences)
    button = panel.diagnosis.findChild(Button, "inside.cure.initial")
    assert button is not None
    with qtbot.waitSignal(workspace.lab_wanted):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(workspace.runs.active) == 2
    assert next(layer.settings for layer in workspace.runs.active[1].experiment.network.walk() if layer.kind == "Affine") == (
        ("units", 10),
    )
    workspace.pause()


def test_that_a_healthy_network_is_called_so(make: Make, qtbot: QtBot) -> None:
    panel = opened(make, qtbot, "Flatten Affine(30) ReLU Affine(10)")
    assert "alive" in panel.diagnosis.sentences[0].text()


def test_that_a_few_dead_units_are_told_though_no_layer_is_in_trouble(qtbot: QtBot) -> None:
    diagnosis = Diagnosis()
    qtbot.addWidget(diagnosis)
    diagnosis.show_troubles((), (), dead=11, units=98)
    assert [sentence.text() for sentence in diagnosis.sentences] == ["Gradients reach every layer. Few units are dead: 11 of 98."]
    diagnosis.show_troubles((), (), dead=0, units=98)
    assert "alive" in diagnosis.sentences[0].text()


def test_that_looking_back_shows_the_earlier_moment(make: Make, qtbot: QtBot) -> None:
    panel = opened(make, qtbot, "Flatten Affine(10)", 4)
    qtbot.waitUntil(lambda: len(panel.ridges[0].rows) > 1, timeout=10_000)
    panel.workspace.look_at(0)
    qtbot.waitUntil(lambda: len(panel.ridges[0].rows) == 1, timeout=10_000)
    assert panel.note.endswith("iteration 0")


def test_that_gradient_and_update_of_each_layer_are_drawn_over_the_run(make: Make, qtbot: QtBot) -> None:
    panel = opened(make, qtbot, "Flatten Affine(20) ReLU Affine(10)", 12)
    for plots in (panel.gradients, panel.updates):
        assert [list(plot.curves[0].x) for plot in plots] == [[1.0, 11.0], [1.0, 11.0]]
