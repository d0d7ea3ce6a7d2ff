"""The network as neurons and links: what can be seen, and what mouse and keys set."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from core.experiment import Experiment
from core.text import parse_network
from tests.workbench.panels.acting import Make
from tests.workbench.panels.running import experiment, shown, train_to
from workbench.panels.neurons.drawing import signed_figure
from workbench.panels.neurons.geometry import Spot
from workbench.panels.neurons.panel import NeuronsPanel
from workbench.panels.neurons.picture import round_limit
from workbench.workspace import Workspace

LINK = Spot("weight", 1, 2, 1)
BIAS = Spot("bias", 2, 0)
NAME = "affine1.W"


def small() -> Experiment:
    return experiment("Affine(4) Tanh Affine(2)", "Spiral", samples=100)


@pytest.fixture
def panel(make: Make, qtbot: QtBot) -> NeuronsPanel:
    made = shown(qtbot, NeuronsPanel(make(small())), 640, 560)
    qtbot.waitUntil(lambda: len(made.canvas.picture.images) == 3, timeout=5000)
    return made


def middle_of(panel: NeuronsPanel, spot: Spot) -> QPoint:
    geometry = panel.canvas.geometry_now
    assert geometry is not None
    if spot.what == "weight":
        return geometry.paths[spot].pointAtPercent(0.8).toPoint()
    area = geometry.figure(spot.column, spot.unit) if spot.what == "bias" else geometry.box(spot.column, spot.unit)
    return area.center().toPoint()


def drag(panel: NeuronsPanel, spot: Spot, up: int) -> None:
    start = middle_of(panel, spot)
    QTest.mouseMove(panel.canvas, start)
    QTest.mousePress(panel.canvas, Qt.MouseButton.LeftButton, pos=start)
    for way in range(4, up + 1, 4):
        QTest.mouseMove(panel.canvas, start - QPoint(0, way))
    QTest.mouseRelease(panel.canvas, Qt.MouseButton.LeftButton, pos=start - QPoint(0, up))


def weight(panel: NeuronsPanel, spot: Spot = LINK) -> float:
    return panel.canvas.picture.value(spot)


def test_that_every_bias_is_shown_the_output_included(panel: NeuronsPanel) -> None:
    assert panel.canvas.picture.biased == (False, True, True)
    for column, units in ((1, 4), (2, 2)):
        for unit in range(units):
            assert panel.canvas.spot_at(panel.canvas.geometry_now.figure(column, unit).center()) == Spot("bias", column, unit)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0.0, "+0.00"),
        (-0.004, "−0.0040"),
        (0.0003, "+0.0003"),
        (-2e-5, "−2.00e−5"),
        (0.5, "+0.50"),
        (-123.4, "−123"),
        (1e5, "+1.0e+05"),
    ],
)
def test_that_only_zero_is_written_as_zero(value: float, words: str) -> None:
    assert signed_figure(value) == words


def test_that_dragging_a_link_up_makes_its_weight_larger_in_one_step_of_undo(panel: NeuronsPanel, qtbot: QtBot) -> None:
    before, loss = weight(panel), panel.losses.whole
    drag(panel, LINK, 40)
    qtbot.waitUntil(lambda: weight(panel) == pytest.approx(before + 40 / 160 * panel.canvas.limit, abs=0.01))
    qtbot.waitUntil(lambda: panel.losses.whole != loss)
    stack = panel.workspace.document.undo_stack
    assert (stack.count(), stack.undoText()) == (1, "Set a weight by hand")
    stack.undo()
    qtbot.waitUntil(lambda: weight(panel) == before)


def test_that_the_maps_follow_a_weight_that_is_dragged(panel: NeuronsPanel, qtbot: QtBot) -> None:
    before = panel._state.maps["affine1"][2].copy()
    drag(panel, LINK, 80)
    qtbot.waitUntil(lambda: not np.array_equal(panel._state.maps["affine1"][2], before), timeout=5000)


def test_that_the_maps_can_show_how_the_answer_hangs_on_each_neuron(panel: NeuronsPanel, qtbot: QtBot) -> None:
    panel.stage.setParent(panel)
    qtbot.keyClick(panel.stage, Qt.Key.Key_Right)
    qtbot.keyClick(panel.stage, Qt.Key.Key_Right)
    assert panel.stage.key == "gradient"

    def flat() -> bool:
        return float(np.ptp(panel._state.maps["affine1"], axis=(1, 2)).max()) < 1e-6

    qtbot.waitUntil(flat, timeout=5000)  # behind the hidden neurons there are only weights
    assert panel._state.maps["affine1"].any()
    assert float(np.ptp(panel._state.maps[""], axis=(1, 2)).max()) > 1e-6


def test_that_a_click_on_a_bias_of_the_output_lets_a_number_be_typed(panel: NeuronsPanel, qtbot: QtBot) -> None:
    QTest.mouseClick(panel.canvas, Qt.MouseButton.LeftButton, pos=middle_of(panel, BIAS))
    field = panel.detail.fields[BIAS]
    field.selectAll()
    QTest.keyClicks(field, "1.25")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: weight(panel, BIAS) == 1.25)
    assert panel.workspace.document.undo_stack.undoText() == "Set a bias by hand"
    assert panel.forget.isVisibleTo(panel.forget.parentWidget())


def test_that_keys_go_from_neuron_to_neuron_and_change_what_is_selected(panel: NeuronsPanel, qtbot: QtBot) -> None:
    canvas = panel.canvas
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(canvas, key)
    assert canvas.selected == Spot("neuron", 2, 1)
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.selected == Spot("neuron", 1, 1)
    bias = Spot("bias", 1, 1)
    before = weight(panel, bias)
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: weight(panel, bias) > before)
    assert "Neuron 2, layer 1" in canvas.accessibleDescription()


@pytest.mark.parametrize(("column", "weights"), [(1, 0), (2, 2)])
def test_that_another_network_with_fewer_neurons_takes_the_place_of_the_shown_one(
    panel: NeuronsPanel, qtbot: QtBot, column: int, weights: int
) -> None:
    chosen = Spot("neuron", column, 3 if column == 1 else 0)
    QTest.mouseClick(panel.canvas, Qt.MouseButton.LeftButton, pos=middle_of(panel, chosen))
    assert panel.canvas.selected == chosen
    panel.workspace.open(experiment("Affine(2) Tanh Affine(2)", "Spiral", samples=100))
    qtbot.waitUntil(lambda: panel.canvas.picture.counts == (2, 2, 2), timeout=10_000)
    assert len([spot for spot in panel.detail.fields if spot.what == "weight"]) == weights


def test_that_a_number_stays_where_it_was_set_while_training_goes_on_elsewhere(panel: NeuronsPanel, qtbot: QtBot) -> None:
    train_to(qtbot, panel.workspace, 3)
    drag(panel, LINK, 60)
    qtbot.waitUntil(lambda: len(panel.workspace.experiment.by_hand) == 1)
    assert panel.workspace.experiment.by_hand[0].iteration == 3
    assert (panel.workspace.experiment.by_hand[0].name, panel.workspace.experiment.by_hand[0].index) == (NAME, (1, 2))


def test_that_the_past_is_only_looked_at(panel: NeuronsPanel, qtbot: QtBot) -> None:
    train_to(qtbot, panel.workspace, 3)
    panel.workspace.look_at(0)
    drag(panel, LINK, 40)
    assert panel.workspace.experiment.by_hand == ()
    assert "newest" in panel.detail.note.text()


def test_that_forgetting_gives_back_what_was_set(panel: NeuronsPanel, qtbot: QtBot) -> None:
    before = weight(panel)
    drag(panel, LINK, 40)
    qtbot.waitUntil(lambda: weight(panel) != before)
    QTest.mouseClick(panel.forget, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: weight(panel) == before)


def test_that_the_buttons_above_a_column_add_and_remove_neurons(panel: NeuronsPanel, qtbot: QtBot) -> None:
    QTest.mouseClick(panel._heads[1].more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.canvas.picture.counts == (2, 5, 2), timeout=5000)
    QTest.mouseClick(panel._heads[1].fewer, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.canvas.picture.counts == (2, 4, 2), timeout=5000)


def test_that_a_large_layer_says_how_many_neurons_it_shows(make: Make, qtbot: QtBot) -> None:
    made = shown(qtbot, NeuronsPanel(make(experiment("Affine(256) ReLU Affine(10)", flatten=True))), 640, 560)
    qtbot.waitUntil(lambda: made.canvas.geometry_now is not None)
    assert made.canvas.picture.counts == (64, 256, 10)
    shown_units = made.canvas.geometry_now.shown
    assert shown_units[1] < 20
    assert max(spot.unit for spot in made.canvas.geometry_now.links() if spot.column == 1) == shown_units[1] - 1


@pytest.mark.parametrize(
    ("network", "word"), [("Conv(4, 3) ReLU Flatten Affine(10)", "images"), ("Flatten Residual(Affine(64)) Affine(10)", "blocks")]
)
def test_that_a_network_without_neurons_says_why_and_where_to_look(make: Make, qtbot: QtBot, network: str, word: str) -> None:
    made = shown(qtbot, NeuronsPanel(make(experiment(network))), 640, 560)
    qtbot.waitUntil(lambda: made._stack.currentWidget() is made.empty)
    assert word in made.empty.findChildren(QLabel)[0].text()
    asked: list[str] = []
    made.workspace.lab_wanted.connect(asked.append)
    made.empty.asked.emit()
    assert asked == ["filters"]


def test_that_a_network_edited_since_is_drawn_after_a_restart_or_says_what_it_lacks(make: Make, qtbot: QtBot) -> None:
    made = shown(qtbot, NeuronsPanel(make(experiment())), 640, 560)
    train_to(qtbot, made.workspace, 1)
    sentence, button = made.empty.findChildren(QLabel)[0], made.empty.findChildren(QPushButton)[0]
    assert "slide over images" in sentence.text()
    use(made.workspace, "Affine(4) Affine(10)")
    assert "Mend it in the stack" in sentence.text()
    assert not button.isVisible()
    use(made.workspace, "Flatten Affine(4) ReLU Affine(10)")
    assert "earlier network" in sentence.text()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: made.canvas.isVisible() and made.canvas.picture.counts == (64, 4, 10), timeout=5000)


def use(workspace: Workspace, text: str) -> None:
    workspace.apply(replace(workspace.experiment, network=parse_network(text)), "another network")


@pytest.mark.parametrize(("largest", "limit"), [(0.0, 1.0), (0.7, 1.0), (1.0, 1.0), (1.2, 2.0), (4.9, 5.0), (61, 100)])
def test_that_the_scale_of_the_weights_is_a_round_number(largest: float, limit: float) -> None:
    assert round_limit(largest) == pytest.approx(limit)
