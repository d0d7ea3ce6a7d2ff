"""The palette: layers are found and put into the network, by keyboard and by mouse."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from core.datasets.recipe import DataRecipe
from core.experiment import Experiment
from core.fields import ComponentSpec
from core.layers.base import LAYERS
from core.spec import NetworkSpec
from core.text import network_text, parse_network
from tests.workbench.panels.acting import Make, drop
from workbench.dragging import LAYER_KIND, mime_of
from workbench.panels.palette.panel import PalettePanel
from workbench.panels.palette.tree import ghost
from workbench.panels.stack.panel import StackPanel
from workbench.workspace import Workspace

Editor = tuple[Workspace, PalettePanel, StackPanel]


@pytest.fixture
def editor(qtbot: QtBot, make: Make) -> Iterator[Editor]:
    """Palette and stack side by side, with a blank network for digits of 8×8."""
    workspace = make(Experiment(network=NetworkSpec(), data=DataRecipe(ComponentSpec("Digits"))))
    window = QWidget()
    qtbot.addWidget(window)
    palette, stack = PalettePanel(workspace), StackPanel(workspace)
    row = QHBoxLayout(window)
    row.addWidget(palette)
    row.addWidget(stack, 1)
    window.resize(1000, 900)
    window.show()
    qtbot.waitExposed(window)
    yield workspace, palette, stack
    window.close()


def field(palette: PalettePanel) -> QLineEdit:
    found = palette.findChild(QLineEdit, "palette.filter")
    assert found is not None
    return found


def assert_reads(workspace: Workspace, expected: str) -> None:
    assert network_text(workspace.experiment.network) == network_text(parse_network(expected))


def test_that_every_registered_layer_is_offered(editor: Editor) -> None:
    _, palette, _ = editor
    assert sorted(palette.tree.shown()) == LAYERS.names()


def test_that_typing_filters_and_points_at_the_best_match(editor: Editor, qtbot: QtBot) -> None:
    _, palette, _ = editor
    qtbot.keyClicks(field(palette), "pool")
    assert {"MaxPool", "AveragePool", "GlobalAveragePool"} <= set(palette.tree.shown())
    assert "Affine" not in palette.tree.shown()
    qtbot.keyClick(field(palette), Qt.Key.Key_Escape)
    assert sorted(palette.tree.shown()) == LAYERS.names()


def test_that_a_network_is_built_with_the_keyboard_alone(editor: Editor, qtbot: QtBot) -> None:
    workspace, palette, stack = editor
    stack.canvas.setFocus()
    qtbot.keyClick(stack.canvas, Qt.Key.Key_Slash)
    qtbot.waitUntil(field(palette).hasFocus)
    for word in ("conv", "relu", "maxpool", "flatten", "affine"):
        qtbot.keyClicks(field(palette), word)
        qtbot.keyClick(field(palette), Qt.Key.Key_Return)
    assert_reads(workspace, "Conv ReLU MaxPool Flatten Affine")
    assert workspace.selection == "affine1"
    for _ in range(5):
        workspace.document.undo_stack.undo()
    assert workspace.experiment.network == NetworkSpec()


def test_that_containers_are_filled_with_the_keyboard(editor: Editor, qtbot: QtBot) -> None:
    workspace, palette, _ = editor
    for word in ("residual", "conv", "relu"):
        field(palette).clear()
        qtbot.keyClicks(field(palette), word)
        qtbot.keyClick(field(palette), Qt.Key.Key_Return)
    assert_reads(workspace, "Residual(Conv ReLU)")


def test_that_a_network_is_built_with_the_mouse_alone(editor: Editor, qtbot: QtBot) -> None:
    workspace, palette, stack = editor
    for kind in ("Conv", "ReLU", "MaxPool", "Flatten", "Affine"):
        last = stack.canvas.layout_now.gaps[-1].rect.center().toPoint()
        assert drop(stack.canvas, mime_of(LAYER_KIND, kind), last)
    assert_reads(workspace, "Conv ReLU MaxPool Flatten Affine")
    palette.tree.point_at("Sigmoid")
    area = palette.tree.visualItemRect(palette.tree.currentItem())
    # a double click is a click first
    QTest.mouseClick(palette.tree.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    qtbot.mouseDClick(palette.tree.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    assert_reads(workspace, "Conv ReLU MaxPool Flatten Affine Sigmoid")


def test_that_what_follows_the_mouse_is_drawn_for_the_screen(qapp: QApplication) -> None:
    picture = ghost("BatchNorm", "normalise", "normalise", 2.0)
    assert picture.devicePixelRatio() == 2.0
    assert picture.height() == 52
