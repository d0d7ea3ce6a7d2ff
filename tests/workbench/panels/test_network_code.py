"""The network as source code: it follows edits and the selection, and is copied and saved."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from core.datasets.recipe import DataRecipe
from core.experiment import Experiment
from core.fields import ComponentSpec
from core.text import network_text, parse_network
from tests.core.files.code.scripts import imported, network_of
from tests.workbench.panels.acting import Make
from workbench.panels.network_code.panel import NetworkCodePanel
from workbench.widgets.code_view import CodeView
from workbench.widgets.segmented import Segmented
from workbench.workspace import Workspace

SMALL = "Conv(4, 3, pad=1) ReLU MaxPool(2) Flatten Affine(10)"


@pytest.fixture
def coded(qtbot: QtBot, make: Make) -> tuple[Workspace, NetworkCodePanel]:
    workspace = make(Experiment(network=parse_network(SMALL), data=DataRecipe(ComponentSpec("Digits"))))
    panel = NetworkCodePanel(workspace)
    qtbot.addWidget(panel)
    panel.resize(700, 600)
    panel.show()
    qtbot.waitUntil(lambda: "class Conv" in panel.view.toPlainText())
    return workspace, panel


def edit(workspace: Workspace, text: str) -> None:
    workspace.apply(replace(workspace.experiment, network=parse_network(text)), "edit")


def button(panel: NetworkCodePanel, name: str) -> QPushButton:
    found = panel.findChild(QPushButton, name)
    assert found is not None
    return found


def lines_of(panel: NetworkCodePanel) -> list[str]:
    return panel.view.toPlainText().split("\n")


def test_that_the_code_follows_every_edit_and_undo(coded, qtbot: QtBot) -> None:
    workspace, panel = coded
    edit(workspace, SMALL.replace("ReLU", "Sigmoid"))
    qtbot.waitUntil(lambda: "class Sigmoid" in panel.view.toPlainText())
    assert "class ReLU" not in panel.view.toPlainText()
    workspace.document.undo_stack.undo()
    qtbot.waitUntil(lambda: "class ReLU" in panel.view.toPlainText())
    assert panel.view.toPlainText() == panel.code.text
    ast.parse(panel.view.toPlainText())


def go_to_pytorch(panel: NetworkCodePanel, qtbot: QtBot) -> None:
    choice = panel.findChild(Segmented, "network_code.language")
    choice.show()
    choice.adjustSize()
    qtbot.mouseClick(choice, Qt.MouseButton.LeftButton, pos=QPoint(choice.width() - 12, choice.height() // 2))
    qtbot.waitUntil(lambda: "nn.Conv2d(1, 4, 3, padding=1)" in panel.view.toPlainText())


def test_that_pytorch_is_a_click_away(coded, qtbot: QtBot) -> None:
    _, panel = coded
    go_to_pytorch(panel, qtbot)
    assert "import torch" in panel.view.toPlainText()


def test_that_the_lines_of_the_selected_layer_are_lit_and_in_sight(coded, qtbot: QtBot) -> None:
    workspace, panel = coded
    workspace.select("maxpool1")
    lit = sorted(panel.view.lit_lines)
    lines = lines_of(panel)
    assert any('"maxpool1": MaxPool(2)' in lines[line] for line in lit)
    assert any(lines[line].startswith("class MaxPool") for line in lit)
    assert not any("class Conv" in lines[line] for line in lit)
    made = next(n for n, line in enumerate(lines) if '"maxpool1"' in line)
    spot = panel.view.cursorRect(QTextCursor(panel.view.document().findBlockByNumber(made)))
    assert panel.view.viewport().rect().contains(spot.center())
    workspace.select("")
    assert not panel.view.lit_lines


def test_that_a_click_on_a_line_selects_its_layer(coded, qtbot: QtBot) -> None:
    workspace, panel = coded
    workspace.select("conv1")
    line = next(n for n, text in enumerate(lines_of(panel)) if '"affine1"' in text)
    spot = panel.view.cursorRect(QTextCursor(panel.view.document().findBlockByNumber(line)))
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=spot.center() + QPoint(40, 0))
    assert workspace.selection == "affine1"


def test_that_a_broken_network_is_said_and_mended(coded, qtbot: QtBot) -> None:
    workspace, panel = coded
    edit(workspace, "Conv(4, 3, pad=1) Affine(10)")
    mend = button(panel, "network_code.empty.button")
    qtbot.waitUntil(mend.isVisible)
    assert mend.text() == "Insert Flatten"
    assert not button(panel, "network_code.copy").isEnabled()
    qtbot.mouseClick(mend, Qt.MouseButton.LeftButton)
    assert network_text(workspace.experiment.network) == "Conv(4, 3, pad=1) Flatten Affine(10)"
    qtbot.waitUntil(panel.view.isVisible)
    assert button(panel, "network_code.copy").isEnabled()


# -- typing into the code ---------------------------------------------------------------------------------------


def replace_in(panel: NetworkCodePanel, qtbot: QtBot, old: str, new: str) -> None:
    """Mark something in the code with the mouse's means, and type something else in its place."""
    text = panel.view.toPlainText()
    start = text.index(old)
    cursor = panel.view.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + len(old), QTextCursor.MoveMode.KeepAnchor)
    panel.view.setFocus()
    panel.view.setTextCursor(cursor)
    qtbot.keyClicks(panel.view, new)


def trouble(panel: NetworkCodePanel) -> QLabel:
    found = panel.findChild(QLabel, "network_code.trouble")
    assert found is not None
    return found


def marked(panel: NetworkCodePanel) -> list[str]:
    wave = QTextCharFormat.UnderlineStyle.WaveUnderline
    return [m.cursor.selectedText() for m in panel.view.extraSelections() if m.format.underlineStyle() == wave]


def test_that_a_number_typed_into_the_code_changes_the_network_after_a_pause_and_is_undone(coded, qtbot: QtBot) -> None:
    workspace, panel = coded
    replace_in(panel, qtbot, "(4, 1, 3, 3)", "(8, 1, 5, 5)")
    assert network_text(workspace.experiment.network) == network_text(parse_network(SMALL))
    qtbot.waitUntil(lambda: network_text(workspace.experiment.network).startswith("Conv(8, 5, pad=1)"))
    assert workspace.document.undo_stack.undoText() == "Edit as code"
    qtbot.waitUntil(lambda: "filled((8,))" in panel.view.toPlainText())  # what follows is written anew
    assert panel.view.hasFocus()
    assert "(8, 1, 5, 5)" in panel.view.textCursor().block().text()  # the cursor has stayed in its line
    assert not trouble(panel).isVisible()
    workspace.document.undo_stack.undo()
    qtbot.waitUntil(lambda: "(4, 1, 3, 3)" in panel.view.toPlainText())


def test_that_ctrl_enter_takes_a_new_layer_at_once_in_pytorch_too(coded, qtbot: QtBot) -> None:
    workspace, panel = coded
    go_to_pytorch(panel, qtbot)
    line = next(text for text in lines_of(panel) if '"relu1"' in text)
    replace_in(panel, qtbot, line, line)
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    qtbot.keyClicks(panel.view, '"soft": nn.Softmax(dim=1),')
    assert panel.view.textCursor().block().text().startswith(" " * 12 + '"soft"')  # indented as the line above
    qtbot.keyClick(panel.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "ReLU Softmax MaxPool" in network_text(workspace.experiment.network))
    assert workspace.experiment.network.find("soft").kind == "Softmax"


def test_that_what_cannot_be_read_is_marked_kept_and_mended_with_a_button(coded, qtbot: QtBot) -> None:
    workspace, panel = coded
    before = workspace.experiment
    replace_in(panel, qtbot, '"relu1": ReLU()', '"relu1": RelU()')
    qtbot.waitUntil(trouble(panel).isVisible)
    assert trouble(panel).text() == "There is no layer RelU. Did you mean ReLU?"
    assert panel.view.accessibleDescription() == trouble(panel).text()
    assert marked(panel) == ["RelU"]
    assert workspace.experiment is before
    language = panel.findChild(Segmented, "network_code.language")
    assert not language.isEnabled()
    assert language.toolTip() == "What you typed is not the network yet. Mend it, or show the network again, to switch."
    replace_in(panel, qtbot, "MaxPool(2)", "MaxPool(4)")  # typed on: the other mistake is marked still
    qtbot.waitUntil(lambda: marked(panel) == ["RelU"])
    suggest = button(panel, "network_code.suggest")
    assert suggest.text() == "Write ReLU"
    qtbot.mouseClick(suggest, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "ReLU MaxPool(4)" in network_text(workspace.experiment.network))
    qtbot.waitUntil(language.isEnabled)
    assert not language.toolTip()
    assert not trouble(panel).isVisible()


def test_that_typed_text_is_kept_when_the_network_is_changed_elsewhere_until_it_is_let_go(coded, qtbot: QtBot) -> None:
    workspace, panel = coded
    replace_in(panel, qtbot, "epochs=", "eras=")
    qtbot.waitUntil(trouble(panel).isVisible)
    edit(workspace, SMALL.replace("ReLU", "Sigmoid"))
    assert "eras=" in panel.view.toPlainText()
    assert "changed elsewhere" in trouble(panel).text()
    qtbot.mouseClick(button(panel, "network_code.let_go"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "class Sigmoid" in panel.view.toPlainText())
    assert "eras=" not in panel.view.toPlainText()
    assert not trouble(panel).isVisible()


def test_that_a_network_that_would_be_broken_is_not_taken(coded, qtbot: QtBot) -> None:
    workspace, panel = coded
    line = next(text for text in lines_of(panel) if '"flatten1"' in text)
    replace_in(panel, qtbot, f"{line}\n", " ")
    panel.view.clearFocus()
    qtbot.waitUntil(trouble(panel).isVisible)
    assert trouble(panel).text().startswith("Affine needs a vector")
    assert marked(panel) == ['"affine1"']
    assert network_text(workspace.experiment.network) == network_text(parse_network(SMALL))


def test_that_undo_belongs_to_the_document_where_nothing_was_typed(coded, qtbot: QtBot) -> None:
    workspace, panel = coded
    edit(workspace, SMALL.replace("ReLU", "Sigmoid"))
    qtbot.waitUntil(lambda: "class Sigmoid" in panel.view.toPlainText())
    keys = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QApplication.sendEvent(panel.view, keys)
    assert not keys.isAccepted()
    replace_in(panel, qtbot, "MaxPool(2)", "MaxPool(4)")
    QApplication.sendEvent(panel.view, keys)
    assert keys.isAccepted()


def test_that_code_is_copied(coded, qtbot: QtBot) -> None:
    _, panel = coded
    qtbot.mouseClick(button(panel, "network_code.copy"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == panel.code.text


def test_that_saved_code_and_weights_give_the_scores_of_the_window(
    coded, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace, panel = coded
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "net"), ""))
    qtbot.mouseClick(button(panel, "network_code.save"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(button(panel, "network_code.weights").isEnabled)
    qtbot.mouseClick(button(panel, "network_code.weights"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil((tmp_path / "net.npz").exists)
    script = network_of(imported((tmp_path / "net.py").read_text(encoding="utf-8"), tmp_path))
    script.load(tmp_path / "net.npz")
    assert np.array_equal(script.params["conv1.W"], workspace.frame.parameters()["conv1.W"])


def test_that_weights_of_another_network_are_not_offered(coded, qtbot: QtBot) -> None:
    workspace, panel = coded
    qtbot.waitUntil(button(panel, "network_code.weights").isEnabled)
    workspace.step_batch()
    qtbot.waitUntil(lambda: workspace.frame.iteration == 1)
    edit(workspace, SMALL.replace("Affine(10)", "Affine(20) Affine(10)"))
    assert not button(panel, "network_code.weights").isEnabled()


def test_that_only_the_lines_that_differ_are_exchanged(qtbot: QtBot) -> None:
    view = CodeView("view")
    qtbot.addWidget(view)
    for words in ("abcd", "acd", "abbcd", "x", "ad", "abcd", "abcd", "a d", "ab", ""):
        text = "".join(f"{word}\n" for word in words)
        view.show_code(text)
        assert view.toPlainText() == text
