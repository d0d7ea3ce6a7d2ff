"""A person moves one weight of the network and sees why the loss is descended."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.datasets.recipe import DataRecipe
from core.experiment import Experiment, TrainingConfig
from core.fields import ComponentSpec
from core.text import parse_network
from tests.workbench.panels.acting import Make
from tests.workbench.panels.descent_lab import picture
from workbench.panels.descent_weight.panel import DescentWeightPanel
from workbench.theme.theme import Theme
from workbench.widgets.buttons import IconButton
from workbench.widgets.combo_box import ComboBox
from workbench.widgets.number_field import NumberField
from workbench.widgets.slider import Slider

MOONS = Experiment(
    network=parse_network("Affine(6) Tanh Affine(2)"),
    data=DataRecipe(ComponentSpec.of("Moons", samples=200)),
    training=TrainingConfig(batch_size=20, epochs=2),
)


@pytest.fixture
def panel(qtbot: QtBot, make: Make) -> DescentWeightPanel:
    made = DescentWeightPanel(make(MOONS))
    made.resize(520, 320)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    wait(made, qtbot)
    return made


def words(panel: DescentWeightPanel) -> str:
    label = panel.findChild(QLabel, "descent.weight.words")
    assert label is not None
    return label.text()


def wait(panel: DescentWeightPanel, qtbot: QtBot, note: str = "[") -> None:
    qtbot.waitUntil(lambda: note in panel.note and "derivative" in words(panel), timeout=20_000)


def test_that_the_last_weights_are_shown_at_first_with_their_flat_shares(panel: DescentWeightPanel) -> None:
    assert panel.note.startswith("affine2.W[0] = ")
    assert "only the loss says which way to go" in words(panel)


def test_that_another_array_and_number_are_chosen(panel: DescentWeightPanel, qtbot: QtBot) -> None:
    box = panel.findChild(ComboBox, "descent.weight.array")
    assert box is not None
    index = box.findData("affine1.W")
    box.setCurrentIndex(index)
    box.activated.emit(index)
    wait(panel, qtbot, "affine1.W[0]")
    field = panel.findChild(NumberField, "descent.weight.index")
    assert field is not None
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "7")
    QTest.keyClick(field, Qt.Key.Key_Return)
    wait(panel, qtbot, "affine1.W[7]")
    field.selectAll()
    QTest.keyClicks(field, "12")
    assert field.message, "the array has 12 numbers"


def test_that_the_dice_goes_to_another_weight(panel: DescentWeightPanel, qtbot: QtBot) -> None:
    dice = panel.findChild(IconButton, "descent.weight.next")
    assert dice is not None
    QTest.mouseClick(dice, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not panel.note.startswith("affine2.W[0]"), timeout=20_000)


def test_that_the_reach_widens_the_picture(panel: DescentWeightPanel, qtbot: QtBot) -> None:
    before = picture(panel.plot)
    slider = panel.findChild(Slider, "descent.weight.reach")
    assert slider is not None
    QTest.keyClick(slider, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: picture(panel.plot) != before, timeout=20_000)


def test_that_it_follows_the_training(panel: DescentWeightPanel, qtbot: QtBot) -> None:
    panel.workspace.step_batch()
    wait(panel, qtbot, "iteration 1")


def test_that_both_curves_are_seen_in_their_colours(panel: DescentWeightPanel, theme: Theme) -> None:
    image = panel.plot.grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(image.height())}
    assert theme.run(1).name() in seen
    assert theme.run(0).name() in seen


def test_that_values_instead_of_classes_have_no_accuracy(qtbot: QtBot, make: Make) -> None:
    sine = Experiment(
        network=parse_network("Affine(6) Tanh Affine(1)"),
        data=DataRecipe(ComponentSpec.of("Sine")),
        training=TrainingConfig(loss=ComponentSpec("MeanSquared"), batch_size=20, epochs=2),
    )
    made = DescentWeightPanel(make(sine))
    qtbot.addWidget(made)
    made.show()
    wait(made, qtbot)
    assert "accuracy" not in words(made)
    assert np.isnan(made._found.accuracy).all()
