"""Typing a network: what fits is offered, what is wrong is marked where it stands, nothing is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from core.datasets.recipe import DataRecipe
from core.experiment import Experiment
from core.fields import ComponentSpec
from core.text import network_text, parse_network
from tests.workbench.panels.acting import Make
from workbench.network_text import TextForm
from workbench.network_text.offsets import offset_of, position_of
from workbench.panels.network_text.panel import NetworkTextPanel
from workbench.workspace import Workspace

SMALL = "Conv(4, 3, pad=1) ReLU MaxPool(2) Flatten Affine(10)"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def typed(qtbot: QtBot, make: Make) -> tuple[Workspace, NetworkTextPanel, TextForm]:
    workspace = make(Experiment(network=parse_network(SMALL), data=DataRecipe(ComponentSpec("Digits"))))
    panel = NetworkTextPanel(workspace)
    qtbot.addWidget(panel)
    panel.resize(520, 420)
    panel.show()
    qtbot.waitExposed(panel)
    editor = panel.findChild(TextForm)
    editor.setFocus()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    return workspace, panel, editor


def retype(qtbot: QtBot, editor: TextForm, text: str) -> None:
    editor.selectAll()
    qtbot.keyClick(editor, Qt.Key.Key_Delete)
    qtbot.keyClicks(editor, text)
    if editor.completing.is_open:
        qtbot.keyClick(editor, Qt.Key.Key_Escape)


def press(qtbot: QtBot, panel: NetworkTextPanel, name: str) -> None:
    button = panel.findChild(QPushButton, f"network_text.{name}")
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def trouble(panel: NetworkTextPanel) -> str:
    label = panel.findChild(QLabel, "network_text.trouble")
    return label.text() if label.isVisible() else ""


def marked(editor: TextForm) -> list[str]:
    """What is underlined."""
    waves = [mark for mark in editor.extraSelections() if mark.format.fontUnderline() or mark.format.underlineStyle().value]
    return [mark.cursor.selectedText() for mark in waves]


def reads(workspace: Workspace) -> str:
    return network_text(workspace.experiment.network)


def test_that_layers_and_settings_are_offered_and_taken_with_enter_and_tab(typed, qtbot: QtBot) -> None:
    workspace, _, editor = typed
    qtbot.keyClicks(editor, " Softm")
    assert editor.completing.is_open
    assert editor.completing.offered == ["Softmax"]
    qtbot.keyClick(editor.completing._popup, Qt.Key.Key_Return)
    assert editor.toPlainText().endswith(" Softmax")
    retype(qtbot, editor, "Residual(ReLU, sho")
    editor.completing.offer()
    qtbot.keyClick(editor.completing._popup, Qt.Key.Key_Tab)
    assert editor.toPlainText() == "Residual(ReLU, shortcut="
    assert editor.completing.offered == ["identity", "pad", "projection"]
    qtbot.keyClick(editor.completing._popup, Qt.Key.Key_Escape)
    assert not editor.completing.is_open
    assert reads(workspace) == SMALL, "nothing half-typed is applied"


def test_that_control_and_space_offers_all_that_fits(typed, qtbot: QtBot) -> None:
    _, _, editor = typed
    qtbot.keyClicks(editor, " ")
    assert not editor.completing.is_open
    qtbot.keyClick(editor, Qt.Key.Key_Space, CONTROL)
    assert "Affine" in editor.completing.offered
    qtbot.keyClick(editor.completing._popup, Qt.Key.Key_Escape)


def test_that_an_unknown_name_is_marked_and_the_nearest_one_is_written_by_a_button(typed, qtbot: QtBot) -> None:
    workspace, panel, editor = typed
    retype(qtbot, editor, "Flatten Afine(10)")
    assert marked(editor) == ["Afine"]
    assert trouble(panel) == "There is no layer called Afine. Did you mean Affine?"
    press(qtbot, panel, "mend")
    assert editor.toPlainText() == "Flatten Affine(10)"
    assert trouble(panel) == ""
    qtbot.keyClick(editor, Qt.Key.Key_Return, CONTROL)
    assert reads(workspace) == "Flatten Affine(10)"


@pytest.mark.parametrize(
    ("text", "mark", "sentence"),
    [
        ("Affine(unts=10)", "unts=10", "Did you mean units?"),
        ("Affine('ten')", "'ten'", "it takes a whole number"),
        ("Affine(0)", "0", "the least is 1"),
        ("Conv(4, 5000)", "5000", "the most is 1000"),
        ("ReLU(1)", "1", "takes at most"),
        ("Residual(ReLU, shortcut=none)", "none", "choose one of identity, pad, projection"),
        ("Affine(10) €", "€", "Unexpected"),
        ("Affine(name='𝔘', unts=1)", "unts=1", "has no setting"),
    ],
)
def test_that_a_mistake_is_marked_at_its_characters_and_changes_nothing(typed, qtbot: QtBot, text, mark, sentence) -> None:
    workspace, panel, editor = typed
    editor.setPlainText(text)
    assert marked(editor) == [mark]
    assert sentence in trouble(panel)
    editor.take()
    assert reads(workspace) == SMALL
    assert editor.toPlainText() == text


def test_that_a_network_that_does_not_fit_is_marked_at_its_layer_and_mended(typed, qtbot: QtBot) -> None:
    workspace, panel, editor = typed
    editor.setPlainText("Conv(4, 3)\nAffine(10)")
    editor.take()
    assert reads(workspace) == "Conv(4, 3) Affine(10)"
    assert marked(editor) == ["Affine"]
    assert "needs a vector" in trouble(panel)
    press(qtbot, panel, "mend")
    assert reads(workspace) == "Conv(4, 3) Flatten Affine(10)"
    assert editor.toPlainText() == "Conv(4, 3)\nFlatten\nAffine(10)"
    assert trouble(panel) == ""
    assert marked(editor) == []


def test_that_text_that_cannot_be_read_survives_edits_elsewhere(typed, qtbot: QtBot) -> None:
    workspace, panel, editor = typed
    retype(qtbot, editor, "Flatten Affine(")
    workspace.apply(replace(workspace.experiment, network=parse_network("Flatten Affine(10)")), "elsewhere")
    assert editor.toPlainText() == "Flatten Affine("
    assert "changed elsewhere" in trouble(panel)
    press(qtbot, panel, "let_go")
    assert editor.toPlainText() == "Flatten\nAffine(10)"
    assert trouble(panel) == ""


def test_that_the_selected_layer_is_lit_and_the_cursor_selects(typed, qtbot: QtBot) -> None:
    workspace, _, editor = typed
    workspace.select("maxpool1")
    assert [mark.cursor.selectedText() for mark in editor.extraSelections()] == ["MaxPool(2)"]
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClick(editor, Qt.Key.Key_Down)
    assert workspace.selection == "relu1"


def test_that_places_agree_with_qt_for_characters_of_any_size() -> None:
    text = "a𝔘b数c"
    assert [position_of(text, n) for n in range(6)] == [0, 1, 3, 4, 5, 6]
    assert all(offset_of(text, position_of(text, n)) == n for n in range(6))
