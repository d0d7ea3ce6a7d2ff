"""The network beside another one: an earlier state, the zoo, a document, the clipboard."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from core.datasets.recipe import DataRecipe
from core.experiment import Experiment
from core.fields import ComponentSpec
from core.files import RunDocument, save_document
from core.text import parse_network
from tests.workbench.panels.acting import Make
from workbench.panels.network_compare.panel import NetworkComparePanel
from workbench.widgets.switch import CheckBox
from workbench.workspace import Workspace

SMALL = "Conv(4, 3, pad=1) ReLU MaxPool(2) Flatten Affine(10)"


@pytest.fixture
def compared(qtbot: QtBot, make: Make) -> tuple[Workspace, NetworkComparePanel]:
    workspace = make(Experiment(network=parse_network(SMALL), data=DataRecipe(ComponentSpec("Digits"))))
    panel = NetworkComparePanel(workspace)
    qtbot.addWidget(panel)
    panel.resize(760, 600)
    panel.show()
    qtbot.waitExposed(panel)
    return workspace, panel


def edit(workspace: Workspace, text: str, act: str = "edit") -> None:
    workspace.apply(replace(workspace.experiment, network=parse_network(text)), act)


def words(panel: NetworkComparePanel) -> list[tuple[str, str]]:
    items = [panel.rows.topLevelItem(number) for number in range(panel.rows.topLevelItemCount())]
    return [(item.text(0).strip(), item.text(1)) for item in items]


def said(panel: NetworkComparePanel, name: str) -> str:
    return panel.findChild(QLabel, f"network_compare.{name}").text()


def choose(panel: NetworkComparePanel, name: str) -> None:
    panel._choose.fill()
    found = next(action for action in panel._choose.findChildren(QAction) if action.objectName() == name)
    found.trigger()


def test_that_edits_are_compared_with_the_beginning_by_themselves(compared, qtbot: QtBot) -> None:
    workspace, panel = compared
    assert panel._empty.isVisible()
    edit(workspace, "Conv(8, 3, pad=1) BatchNorm ReLU Flatten Affine(10)")
    qtbot.waitUntil(lambda: len(words(panel)) == 6)
    assert words(panel) == [
        ("Conv(8, 3, pad=1)", "Filters 4 → 8"),
        ("BatchNorm", "only in this network"),
        ("ReLU", "same"),
        ("MaxPool(2)", "only in the first state"),
        ("Flatten", "same"),
        ("Affine(10)", "same"),
    ]
    assert said(panel, "counts") == "3 the same, 1 changed, 1 only in the first state, 1 only in this network"
    before, after = 4 * 9 + 4 + 64 * 10 + 10, 8 * 9 + 8 + 16 + 512 * 10 + 10
    assert f"{before:,} → {after:,} (+{after - before:,}" in said(panel, "totals")
    assert panel.rows.topLevelItem(0).text(2) == "+40"
    assert panel.rows.topLevelItem(3).text(2) == "0"
    workspace.document.undo_stack.undo()
    qtbot.waitUntil(panel._empty.isVisible)


def test_that_an_earlier_state_is_counted_with_the_data_it_was_made_for(compared, qtbot: QtBot) -> None:
    workspace, panel = compared
    points = DataRecipe(ComponentSpec.of("Circle", samples=100))
    workspace.apply(replace(workspace.experiment, network=parse_network("Affine(4) Tanh Affine(2)"), data=points), "other data")
    qtbot.waitUntil(lambda: workspace.data is not None and workspace.data.input_shape == (2,), timeout=10_000)
    before, after = 4 * 9 + 4 + 64 * 10 + 10, 2 * 4 + 4 + 4 * 2 + 2
    qtbot.waitUntil(lambda: f"Parameters {before:,} → {after:,}" in said(panel, "totals"))


def test_that_a_network_of_the_zoo_is_compared_with(compared, qtbot: QtBot) -> None:
    workspace, panel = compared
    choose(panel, "compare.zoo.lenet5")
    qtbot.waitUntil(lambda: ("ScaledTanh", "only in LeNet-5") in words(panel))
    edit(workspace, "Flatten Affine(10)")
    qtbot.waitUntil(lambda: said(panel, "counts").startswith("2 the same"))
    assert panel._choose.text() == "Compared with LeNet-5"


def test_that_an_earlier_state_is_compared_with(compared, qtbot: QtBot) -> None:
    workspace, panel = compared
    edit(workspace, SMALL.replace("ReLU", "Tanh"), "first")
    edit(workspace, SMALL.replace("ReLU", "Tanh").replace("10", "20"), "second")
    choose(panel, "compare.state.1")
    qtbot.waitUntil(lambda: ("Affine(20)", "Units 10 → 20") in words(panel))
    assert ("Tanh", "same") in words(panel)
    assert panel._choose.text() == "Compared with the state before “second”"


def test_that_a_document_is_compared_with(compared, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace, panel = compared
    path = save_document(tmp_path / "mine.workbench", RunDocument(workspace.experiment, input_shape=(1, 8, 8)))
    edit(workspace, SMALL + " Softmax")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    choose(panel, "compare.file")
    qtbot.waitUntil(lambda: panel._choose.text() == "Compared with mine")
    qtbot.waitUntil(lambda: ("Softmax", "only in this network") in words(panel))
    path.write_bytes(b"no document")
    choose(panel, "compare.file")
    qtbot.waitUntil(lambda: panel.findChild(QDialog, "error.dialog") is not None)
    panel.findChild(QDialog, "error.dialog").close()
    assert panel._choose.text() == "Compared with mine", "what was compared with stays"


def test_that_what_was_copied_is_compared_with(compared, qtbot: QtBot) -> None:
    _, panel = compared
    QGuiApplication.clipboard().setText("Flatten Affine(10)")
    choose(panel, "compare.clipboard")
    qtbot.waitUntil(lambda: ("Conv(4, 3, pad=1)", "only in this network") in words(panel))
    QGuiApplication.clipboard().setText("Flaten")
    choose(panel, "compare.clipboard")
    dialog = panel.findChild(QDialog, "error.dialog")
    assert any("Did you mean Flatten?" in label.text() for label in dialog.findChildren(QLabel))
    dialog.close()
    QGuiApplication.clipboard().setText("  ")
    choose(panel, "compare.clipboard")
    assert "holds no network" in panel._toast.text


def test_that_differences_alone_can_be_shown(compared, qtbot: QtBot) -> None:
    workspace, panel = compared
    edit(workspace, SMALL.replace("ReLU", "ReLU Dropout"))
    qtbot.waitUntil(lambda: len(words(panel)) == 6)
    qtbot.mouseClick(panel.findChild(CheckBox, "network_compare.only"), Qt.MouseButton.LeftButton)
    assert words(panel) == [("Dropout", "only in this network")]


def test_that_a_row_selects_its_layer_and_follows_the_selection(compared, qtbot: QtBot) -> None:
    workspace, panel = compared
    edit(workspace, SMALL.replace("ReLU", "Tanh"))
    qtbot.waitUntil(lambda: len(words(panel)) == 6)
    item = panel.rows.topLevelItem(5)
    qtbot.mouseClick(panel.rows.viewport(), Qt.MouseButton.LeftButton, pos=panel.rows.visualItemRect(item).center())
    assert workspace.selection == "affine1"
    workspace.select("conv1")
    assert panel.rows.currentItem().text(0) == "Conv(4, 3, pad=1)"
