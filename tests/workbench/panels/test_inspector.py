"""The inspector: a layer's settings are read and changed, and what follows from them is seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from core.datasets.recipe import DataRecipe
from core.experiment import Experiment
from core.fields import ComponentSpec
from core.text import network_text, parse_network
from tests.workbench.panels.acting import Make
from workbench.network_text import TextForm
from workbench.panels.inspector.formula_card import FormulaCard
from workbench.panels.inspector.initial import beginning
from workbench.panels.inspector.panel import InspectorPanel
from workbench.panels.network_text.panel import NetworkTextPanel
from workbench.presets import PresetsButton
from workbench.widgets.number_field import NumberField
from workbench.workspace import Workspace

NETWORK = "Conv(4, 3, pad=1) ReLU MaxPool(2) Flatten Affine(10)"


def shown(qtbot: QtBot, make: Make, text: str = NETWORK) -> tuple[Workspace, InspectorPanel]:
    workspace = make(Experiment(network=parse_network(text), data=DataRecipe(ComponentSpec("Digits"))))
    panel = InspectorPanel(workspace)
    qtbot.addWidget(panel)
    panel.resize(294, 900)
    panel.show()
    qtbot.waitExposed(panel)
    return workspace, panel


def reads(workspace: Workspace) -> str:
    return network_text(workspace.experiment.network)


def said(panel: QWidget) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisibleTo(panel)]


def cards(panel: QWidget) -> dict[str, str]:
    visible = [card.formula for card in panel.findChildren(FormulaCard) if card.isVisibleTo(panel) and card.formula]
    return {formula.name: f"{formula.numeric} = {formula.result}" for formula in visible}


def field(panel: QWidget, name: str) -> NumberField:
    found = panel.findChild(NumberField, f"inspector.form.{name}.field")
    assert found is not None
    return found


def type_into(qtbot: QtBot, edit: QLineEdit, text: str) -> None:
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, text)
    qtbot.keyClick(edit, Qt.Key.Key_Return)


def test_that_a_typed_setting_changes_the_network_and_its_formula(make: Make, qtbot: QtBot) -> None:
    workspace, panel = shown(qtbot, make)
    workspace.select("conv1")
    assert cards(panel)["Output size"] == "(8 + 2·1 − 3) / 1 + 1 = 8"
    type_into(qtbot, field(panel, "kernel"), "5")
    assert reads(workspace) == "Conv(4, 5, pad=1) ReLU MaxPool(2) Flatten Affine(10)"
    assert cards(panel)["Output size"] == "(8 + 2·1 − 5) / 1 + 1 = 6"
    assert cards(panel)["Parameters"] == "4·1·25 + 4 = 104"
    workspace.document.undo_stack.undo()
    assert reads(workspace) == NETWORK
    assert field(panel, "kernel").text() == "3"


def test_that_a_drag_of_a_slider_is_one_step_of_undo(make: Make, qtbot: QtBot) -> None:
    workspace, panel = shown(qtbot, make)
    workspace.select("conv1")
    for filters in (5, 9, 14):
        panel.layer_page.set.emit("filters", filters)
    panel.layer_page.set.emit("pad", 2)
    stack = workspace.document.undo_stack
    assert stack.count() == 2
    stack.undo()
    stack.undo()
    assert reads(workspace) == NETWORK


def test_that_a_value_outside_its_range_is_refused_beside_the_field(make: Make, qtbot: QtBot) -> None:
    workspace, panel = shown(qtbot, make)
    workspace.select("conv1")
    type_into(qtbot, field(panel, "kernel"), "0")
    assert "The least is 1." in said(panel)
    assert reads(workspace) == NETWORK


def test_that_initial_values_say_what_they_come_to(make: Make, qtbot: QtBot) -> None:
    workspace, panel = shown(qtbot, make)
    workspace.select("conv1")
    assert "He (suits ReLU), std = √(2 / 9) = 0.4714".replace(" ", "\xa0") in [text.replace(" ", "\xa0") for text in said(panel)]
    kind = panel.findChild(QComboBox, "inspector.form.init.kind")
    assert kind is not None
    kind.setCurrentIndex(kind.findData("Xavier"))
    kind.activated.emit(kind.currentIndex())
    assert reads(workspace).startswith("Conv(4, 3, pad=1, init=Xavier)")


@pytest.mark.parametrize(
    ("text", "layer", "kind", "suits"),
    [
        ("Affine(4) Tanh", "affine1", "Xavier", "Tanh"),
        ("Affine(4)", "affine1", "Xavier", ""),
        ("Residual(Affine(4)) ReLU", "affine1", "He", "ReLU"),
        ("Affine(4) Residual(ReLU Affine(4))", "affine1", "He", "ReLU"),
        ("Parallel([Affine(4)] [Affine(4) ReLU]) Tanh", "affine1", "Xavier", "Tanh"),
    ],
)
def test_that_initial_values_suit_the_activation_that_follows(text: str, layer: str, kind: str, suits: str) -> None:
    found = beginning(parse_network(text), layer, (4,))
    assert found is not None
    assert (found.kind, found.suits) == (kind, suits)


def test_that_name_notes_and_freezing_are_kept_in_the_document(make: Make, qtbot: QtBot) -> None:
    workspace, panel = shown(qtbot, make)
    workspace.select("conv1")
    name = panel.findChild(QLineEdit, "inspector.name")
    assert name is not None
    type_into(qtbot, name, "edges")
    freeze = panel.findChild(QWidget, "inspector.freeze")
    assert freeze is not None
    qtbot.mouseClick(freeze, Qt.MouseButton.LeftButton)
    layer = workspace.experiment.network.find("conv1")
    assert (layer.name, layer.frozen) == ("edges", True)
    assert workspace.selection == "conv1"


def test_that_the_chip_says_when_the_run_is_of_an_earlier_network(make: Make, qtbot: QtBot) -> None:
    workspace, panel = shown(qtbot, make)
    (chip,) = panel.head_controls()
    workspace.step_batch()
    qtbot.waitUntil(lambda: workspace.run.iteration > 0)
    workspace.select("conv1")
    assert chip.accessibleName() == ""
    type_into(qtbot, field(panel, "filters"), "6")
    assert chip.accessibleName() == "needs a restart"


def test_that_without_a_selection_the_network_is_shown_as_text(make: Make, qtbot: QtBot) -> None:
    _, panel = shown(qtbot, make)
    assert panel.network_page.isVisible()
    assert panel.network_page.text.editor.toPlainText() == "Conv(4, 3, pad=1)\nReLU\nMaxPool(2)\nFlatten\nAffine(10)"


def test_that_typed_text_becomes_the_network_and_layers_keep_their_ids(make: Make, qtbot: QtBot) -> None:
    workspace, panel = shown(qtbot, make)
    editor = panel.network_page.text.editor
    editor.setPlainText("Conv(8, 3, pad=1) BatchNorm ReLU MaxPool(2) Flatten Affine(10)")
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert reads(workspace) == "Conv(8, 3, pad=1) BatchNorm ReLU MaxPool(2) Flatten Affine(10)"
    assert [layer.id for layer in workspace.experiment.network.layers][0::2] == ["conv1", "relu1", "flatten1"]
    assert workspace.document.undo_stack.undoText() == "Edit as text"


def test_that_a_mistake_is_marked_at_its_characters_and_changes_nothing(make: Make, qtbot: QtBot) -> None:
    workspace = make(Experiment(network=parse_network(NETWORK), data=DataRecipe(ComponentSpec("Digits"))))
    panel = NetworkTextPanel(workspace)
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitExposed(panel)
    editor = panel.findChild(TextForm)
    assert editor is not None
    editor.setPlainText("Conv(4) Relux Affine(10)")
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (mark,) = editor.extraSelections()
    assert mark.cursor.selectedText() == "Relux"
    assert any("There is no layer called Relux" in text for text in said(panel))
    assert reads(workspace) == NETWORK


def test_that_a_preset_takes_the_place_of_the_network(make: Make, qtbot: QtBot) -> None:
    workspace, panel = shown(qtbot, make)
    presets = panel.findChild(PresetsButton)
    assert presets is not None
    actions = {action.objectName(): action for action in presets.menu().actions()}
    actions["preset.small_cnn"].trigger()
    assert workspace.experiment.network.name == "Small CNN"
    diagnosis = workspace.diagnosis()
    assert diagnosis is not None
    assert diagnosis.ok
    actions["preset.blank"].trigger()
    assert workspace.experiment.network.layers == ()
    workspace.document.undo_stack.undo()
    assert workspace.experiment.network.name == "Small CNN"


def test_that_only_a_layer_with_parameters_can_be_frozen(qtbot: QtBot, make: Make) -> None:
    workspace, panel = shown(qtbot, make)
    freeze = panel.findChild(QWidget, "inspector.freeze")
    assert freeze is not None
    seen = {}
    for layer in ("conv1", "relu1", "maxpool1", "affine1"):
        workspace.select(layer)
        seen[layer] = freeze.isVisible()
    assert seen == {"conv1": True, "relu1": False, "maxpool1": False, "affine1": True}
