"""The network as source code: it follows edits and the selection, and is copied and saved."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QFileDialog, QPushButton
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


def test_that_pytorch_is_a_click_away(coded, qtbot: QtBot) -> None:
    _, panel = coded
    choice = panel.findChild(Segmented, "network_code.language")
    choice.show()
    choice.adjustSize()
    qtbot.mouseClick(choice, Qt.MouseButton.LeftButton, pos=QPoint(choice.width() - 12, choice.height() // 2))
    qtbot.waitUntil(lambda: "nn.Conv2d(1, 4, 3, padding=1)" in panel.view.toPlainText())


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
