"""The stack: a network is read, built, moved, mended and undone as a person would."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QBuffer, QPoint, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from core.datasets.recipe import DataRecipe
from core.experiment import Experiment
from core.fields import ComponentSpec
from core.spec import Place
from core.text import network_text, parse_network
from core.zoo.cifar_resnet import cifar_resnet
from tests.workbench.panels.acting import Make, drag_out, drag_over, drop
from workbench.dragging import LAYER_ID, LAYER_KIND, mime_of
from workbench.panels.stack.block import Block, Face, paint_block
from workbench.panels.stack.figure import Words
from workbench.panels.stack.panel import StackPanel
from workbench.panels.stack.standing import Spot
from workbench.panels.stack.totals import Totals
from workbench.status import RunState
from workbench.theme.theme import Theme
from workbench.workspace import Workspace


@pytest.fixture(autouse=True)
def still(theme: Theme) -> None:
    """Let slots jump, so that every test sees where they end."""
    theme.set_reduce_motion(True)


SMALL = "Conv(4, 3, pad=1) ReLU MaxPool(2) Flatten Affine(10)"
BLOCKS = "Conv(4, 3, pad=1) Residual(Conv(4, 3, pad=1) ReLU) Parallel([Conv(2, 1)] [Conv(3, 1) ReLU]) Flatten Affine(10)"


def shown(qtbot: QtBot, make: Make, text: str, width: int = 800) -> tuple[Workspace, StackPanel]:
    workspace = make(Experiment(network=parse_network(text), data=DataRecipe(ComponentSpec("Digits"))))
    panel = StackPanel(workspace)
    qtbot.addWidget(panel)
    panel.resize(width, 900)
    panel.show()
    qtbot.waitExposed(panel)
    return workspace, panel


def block(panel: StackPanel, layer_id: str) -> Block:
    found = panel.findChild(Block, f"stack.layer.{layer_id}")
    assert found is not None
    return found


def text(workspace: Workspace) -> str:
    return network_text(workspace.experiment.network)


def assert_reads(workspace: Workspace, expected: str) -> None:
    assert text(workspace) == network_text(parse_network(expected))


def press(qtbot: QtBot, panel: StackPanel, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(panel.canvas, key, modifiers)


def gap(panel: StackPanel, place: Place) -> QPoint:
    return next(g.rect.center().toPoint() for g in panel.canvas.layout_now.gaps if g.place == place)


def test_that_each_block_says_its_shape_and_cost(make: Make, qtbot: QtBot) -> None:
    _, panel = shown(qtbot, make, SMALL)
    assert block(panel, "conv1").accessibleName() == "Conv, 4 × 3×3, pad 1, 4×8×8, 40 par., 2,304 MACs"
    assert block(panel, "maxpool1").accessibleName() == "MaxPool, 2×2, stride 2, 4×4×4"
    assert block(panel, "input").accessibleName() == "Input, Digits 8×8, 1×8×8"
    totals = panel.findChild(Totals)
    assert totals is not None
    assert totals.accessibleName() == "690 parameters, 2,944 MACs"


def test_that_a_block_in_one_of_four_branches_has_room_for_all_its_cost(qtbot: QtBot) -> None:
    words = Words("weights", "conv", "Conv", "24 × 3×3, pad 1", "24×14×14", ("10,416 par.", "682,080 MACs"), brief="682 k MACs")
    written = QBuffer()
    drawing = QSvgGenerator()
    drawing.setOutputDevice(written)
    painter = QPainter(drawing)
    paint_block(painter, QRectF(0, 0, 164, 38), Face(words, Spot(QRectF(0, 0, 164, 38))))
    painter.end()
    drawn = bytes(written.data().data()).decode()
    assert all(part in drawn for part in (words.cost[0], words.brief, words.shape))


def test_that_blocks_stand_in_their_order_and_activations_hang_under_their_layer(make: Make, qtbot: QtBot) -> None:
    _, panel = shown(qtbot, make, SMALL)
    tops = [
        block(panel, each).geometry().top() for each in ("input", "conv1", "relu1", "maxpool1", "flatten1", "affine1", "loss")
    ]
    assert tops == sorted(tops)
    assert block(panel, "relu1").geometry().top() == block(panel, "conv1").geometry().bottom() + 1
    assert block(panel, "maxpool1").geometry().top() > block(panel, "relu1").geometry().bottom() + 5


@pytest.mark.parametrize("width", [261, 420, 835])
def test_that_no_two_blocks_overlap_and_nothing_is_cut_off(make: Make, qtbot: QtBot, width: int) -> None:
    _, panel = shown(qtbot, make, BLOCKS, width)
    heads = {layer for layer, spot in panel.canvas.layout_now.spots.items() if spot.frame is not None}
    rects = [b.geometry() for b in panel.canvas.blocks.values() if b.layer_id not in heads]
    assert all(not a.intersects(b) for i, a in enumerate(rects) for b in rects[i + 1 :])
    assert all(panel.canvas.rect().contains(rect) for rect in rects)
    if width < 380:
        assert panel.canvas.layout_now.spots["parallel1"].folded


def test_that_a_click_selects_and_arrow_keys_go_on(make: Make, qtbot: QtBot) -> None:
    workspace, panel = shown(qtbot, make, SMALL)
    qtbot.mouseClick(block(panel, "relu1"), Qt.MouseButton.LeftButton)
    assert workspace.selection == "relu1"
    press(qtbot, panel, Qt.Key.Key_Down)
    assert workspace.selection == "maxpool1"
    press(qtbot, panel, Qt.Key.Key_Home)
    assert workspace.selection == "conv1"
    press(qtbot, panel, Qt.Key.Key_Up)
    assert workspace.selection == "conv1"
    press(qtbot, panel, Qt.Key.Key_Escape)
    assert workspace.selection == ""


def test_that_keys_remove_copy_and_move_and_undo_brings_back(make: Make, qtbot: QtBot) -> None:
    workspace, panel = shown(qtbot, make, SMALL)
    workspace.select("relu1")
    press(qtbot, panel, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert_reads(workspace, "Conv(4, 3, pad=1) ReLU ReLU MaxPool(2) Flatten Affine(10)")
    press(qtbot, panel, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert_reads(workspace, "Conv(4, 3, pad=1) ReLU MaxPool(2) ReLU Flatten Affine(10)")
    press(qtbot, panel, Qt.Key.Key_Delete)
    assert_reads(workspace, "Conv(4, 3, pad=1) ReLU MaxPool(2) Flatten Affine(10)")
    assert workspace.selection == "flatten1"
    stack = workspace.document.undo_stack
    assert stack.undoText() == "Remove relu2"
    for _ in range(3):
        stack.undo()
    assert_reads(workspace, SMALL)
    stack.redo()
    assert text(workspace).count("ReLU") == 2
    assert len(panel.canvas.blocks) == 6 + 2


def test_that_alt_down_carries_a_layer_into_a_container(make: Make, qtbot: QtBot) -> None:
    workspace, panel = shown(qtbot, make, "Conv(1, 1) ReLU Residual(Tanh) Flatten Affine(10)")
    workspace.select("relu1")
    press(qtbot, panel, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert_reads(workspace, "Conv(1, 1) Residual(ReLU Tanh) Flatten Affine(10)")
    frame = panel.canvas.layout_now.spots["residual1"].frame
    assert frame is not None
    assert frame.contains(panel.canvas.layout_now.spots["relu1"].rect)


def test_that_a_layer_is_cut_and_pasted_as_text(make: Make, qtbot: QtBot) -> None:
    workspace, panel = shown(qtbot, make, SMALL)
    workspace.select("conv1")
    press(qtbot, panel, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Conv(4, 3, pad=1)"
    workspace.select("relu1")
    press(qtbot, panel, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert_reads(workspace, "ReLU Conv(4, 3, pad=1) MaxPool(2) Flatten Affine(10)")
    QGuiApplication.clipboard().setText("Conv(((")
    press(qtbot, panel, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    remark = panel.findChild(QLabel, "stack.remark")
    assert remark is not None
    assert remark.text() == "This cannot be pasted. This bracket is never closed."
    assert_reads(workspace, "ReLU Conv(4, 3, pad=1) MaxPool(2) Flatten Affine(10)")


def test_that_a_slot_opens_where_a_new_layer_would_land(make: Make, qtbot: QtBot) -> None:
    workspace, panel = shown(qtbot, make, SMALL)
    before = block(panel, "relu1").geometry().top()
    at = gap(panel, Place(index=1))
    assert drag_over(panel.canvas, mime_of(LAYER_KIND, "BatchNorm"), at)
    slot = panel.canvas.layout_now.slot
    assert slot is not None
    assert block(panel, "relu1").geometry().top() > before + 10
    assert panel.canvas.drop is not None
    assert (panel.canvas.drop.words, panel.canvas.drop.note) == ("BatchNorm here", "4×8×8, +8 par.")
    drag_out(panel.canvas)
    assert panel.canvas.layout_now.slot is None
    assert block(panel, "relu1").geometry().top() == before
    assert_reads(workspace, SMALL)


def test_that_a_dropped_layer_is_inserted_and_selected(make: Make, qtbot: QtBot) -> None:
    workspace, panel = shown(qtbot, make, SMALL)
    assert drop(panel.canvas, mime_of(LAYER_KIND, "BatchNorm"), gap(panel, Place(index=1)))
    assert_reads(workspace, "Conv(4, 3, pad=1) BatchNorm ReLU MaxPool(2) Flatten Affine(10)")
    assert workspace.selection == "batchnorm1"


def test_that_an_illegal_place_stays_closed_and_says_why(make: Make, qtbot: QtBot) -> None:
    workspace, panel = shown(qtbot, make, SMALL)
    assert not drag_over(panel.canvas, mime_of(LAYER_KIND, "Conv"), gap(panel, Place(index=4)))
    assert panel.canvas.layout_now.slot is None
    assert panel.canvas.drop is not None
    assert panel.canvas.drop.refusal == "Conv needs channels × height × width and receives 64."
    drag_out(panel.canvas)
    assert_reads(workspace, SMALL)


def test_that_a_layer_is_dragged_to_another_place_or_copied_with_ctrl(make: Make, qtbot: QtBot) -> None:
    workspace, panel = shown(qtbot, make, BLOCKS)
    assert drop(panel.canvas, mime_of(LAYER_ID, "relu1"), gap(panel, Place(index=1)))
    assert text(workspace).startswith("Conv(4, 3, pad=1) ReLU Residual(Conv(4, 3, pad=1)) Parallel")
    mime = mime_of(LAYER_ID, "relu1")
    assert drop(panel.canvas, mime, gap(panel, Place("parallel1", 0, 1)), Qt.KeyboardModifier.ControlModifier)
    assert "Parallel([Conv(2, 1) ReLU], [Conv(3, 1) ReLU])" in text(workspace)
    assert text(workspace).count("ReLU") == 3


def test_that_a_container_cannot_be_dropped_into_itself(make: Make, qtbot: QtBot) -> None:
    _, panel = shown(qtbot, make, BLOCKS)
    assert not drag_over(panel.canvas, mime_of(LAYER_ID, "residual1"), gap(panel, Place("residual1", 0, 1)))
    assert panel.canvas.drop is not None
    assert "cannot be moved into itself" in panel.canvas.drop.refusal


def test_that_a_problem_is_said_under_its_block_and_mended_by_its_button(make: Make, qtbot: QtBot) -> None:
    workspace, panel = shown(qtbot, make, SMALL)
    workspace.select("flatten1")
    press(qtbot, panel, Qt.Key.Key_Delete)
    bubble = panel.canvas.bubbles["affine1"]
    assert bubble.accessibleName() == "Affine needs a vector and receives 4×4×4 = 64 values."
    assert bubble.geometry().top() > block(panel, "affine1").geometry().bottom()
    assert bubble.height() > 60
    totals = panel.findChild(Totals)
    assert totals is not None
    assert "1 problem" in totals.accessibleName()
    button = panel.findChild(QPushButton, "stack.fix.insert_flatten")
    assert button is not None
    assert button.text() == "Insert Flatten"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert_reads(workspace, SMALL)
    assert not panel.canvas.bubbles
    assert workspace.document.undo_stack.undoText() == "Insert Flatten"


def test_that_a_hint_is_said_when_its_layer_is_selected(make: Make, qtbot: QtBot) -> None:
    workspace, panel = shown(qtbot, make, "Flatten Affine(20) Affine(10)")
    assert block(panel, "affine2").words.problem == "hint"
    assert not panel.canvas.bubbles
    workspace.select("affine2")
    assert "together they can do no more than one of them" in panel.canvas.bubbles["affine2"].accessibleName()


def test_that_a_container_folds_with_its_arrow_and_with_keys(make: Make, qtbot: QtBot) -> None:
    workspace, panel = shown(qtbot, make, BLOCKS)
    head = block(panel, "residual1")
    qtbot.mouseClick(head, Qt.MouseButton.LeftButton, pos=QPoint(head.width() - 12, head.height() // 2))
    assert "conv2" not in panel.canvas.blocks
    workspace.select("residual1")
    press(qtbot, panel, Qt.Key.Key_Right)
    assert "conv2" in panel.canvas.blocks
    press(qtbot, panel, Qt.Key.Key_Left)
    workspace.select("conv2")
    assert "conv2" in panel.canvas.blocks, "a selected layer is not hidden"


def test_that_the_menu_offers_what_the_keys_do(make: Make, qtbot: QtBot) -> None:
    workspace, panel = shown(qtbot, make, SMALL)
    workspace.select("conv1")
    menu = panel._menu()
    actions = {action.objectName(): action for action in menu.actions()}
    actions["stack.menu.freeze"].trigger()
    assert workspace.experiment.network.find("conv1").frozen
    actions["stack.menu.remove"].trigger()
    assert_reads(workspace, "ReLU MaxPool(2) Flatten Affine(10)")


def test_that_the_selection_goes_when_its_layer_is_gone(make: Make, qtbot: QtBot) -> None:
    workspace, panel = shown(qtbot, make, SMALL)
    workspace.select("relu1")
    workspace.apply(replace(workspace.experiment, network=parse_network("Flatten Affine(10)")), "other")
    assert workspace.selection == ""
    assert set(panel.canvas.blocks) == {"input", "flatten1", "affine1", "loss"}
    assert {each.layer_id for each in panel.findChildren(Block) if each.isVisible()} == set(panel.canvas.blocks)


def test_that_an_empty_network_says_so(make: Make, qtbot: QtBot) -> None:
    workspace, panel = shown(qtbot, make, "")
    assert "The network has no layer yet" in panel.canvas.bubbles[""].accessibleName()
    assert drop(panel.canvas, mime_of(LAYER_KIND, "Flatten"), gap(panel, Place()))
    assert_reads(workspace, "Flatten")


def test_that_a_double_click_on_the_input_asks_for_the_data_lab(make: Make, qtbot: QtBot) -> None:
    workspace, panel = shown(qtbot, make, SMALL)
    with qtbot.waitSignal(workspace.lab_wanted) as asked:
        qtbot.mouseDClick(block(panel, "input"), Qt.MouseButton.LeftButton)
    assert asked.args == ["data"]


def test_that_a_deep_residual_network_is_shown_whole(make: Make, qtbot: QtBot) -> None:
    workspace, panel = shown(qtbot, make, SMALL)
    deep = cifar_resnet(9)
    workspace.apply(replace(workspace.experiment, network=deep), "deep")
    qtbot.waitUntil(lambda: {layer.id for layer in deep.walk()} <= set(panel.canvas.blocks))
    assert panel.canvas.height() > 5000
    workspace.select("affine1")
    visible = panel.canvas.visibleRegion().boundingRect()
    assert visible.contains(block(panel, "affine1").geometry())
    workspace.document.undo_stack.undo()
    qtbot.waitUntil(lambda: workspace.status.state is RunState.PAUSED, timeout=20_000)
