"""The stack as an editor: several layers at once, blocks of one's own, refused places, zoom, pictures, LeNet-5 three ways."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from core.datasets.recipe import DataRecipe
from core.experiment import Experiment
from core.fields import ComponentSpec
from core.spec import NetworkSpec, Place
from core.text import network_text, parse_network
from core.zoo.cifar_resnet import cifar_resnet
from tests.workbench.panels.acting import Make, drag_out, drag_over, drop
from tests.workbench.real_mouse.building import STEPS
from workbench.dragging import BLOCK_NAME, DATA_SOURCE, LAYER_ID, LAYER_KIND, mime_of
from workbench.my_blocks import MyBlocks, my_blocks_of
from workbench.panels.inspector.panel import InspectorPanel
from workbench.panels.palette.panel import PalettePanel
from workbench.panels.stack.block import Block
from workbench.panels.stack.panel import StackPanel
from workbench.theme.theme import Theme
from workbench.workspace import Workspace

SMALL = "Conv(4, 3, pad=1) ReLU MaxPool(2) Flatten Affine(10)"
LENET5 = (
    "Conv(6, 5, pad=2) ScaledTanh AveragePool(2) Conv(16, 5) ScaledTanh AveragePool(2) "
    "Flatten Affine(120) ScaledTanh Affine(84) ScaledTanh Affine(10)"
)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

Editor = tuple[Workspace, PalettePanel, StackPanel, InspectorPanel]


@pytest.fixture(autouse=True)
def still(theme: Theme) -> None:
    theme.set_reduce_motion(True)


@pytest.fixture
def editor(qtbot: QtBot, make: Make) -> Iterator[Editor]:
    """Palette, stack and inspector side by side, with a small network for digits of 8×8."""
    workspace = make(Experiment(network=parse_network(SMALL), data=DataRecipe(ComponentSpec("Digits"))))
    window = QWidget()
    qtbot.addWidget(window)
    palette, stack, inspector = PalettePanel(workspace), StackPanel(workspace), InspectorPanel(workspace)
    row = QHBoxLayout(window)
    row.addWidget(palette)
    row.addWidget(stack, 1)
    row.addWidget(inspector)
    window.resize(1300, 900)
    window.show()
    qtbot.waitExposed(window)
    yield workspace, palette, stack, inspector
    window.close()


def use(workspace: Workspace, text: str) -> None:
    workspace.apply(replace(workspace.experiment, network=parse_network(text)), "another network")


def reads(workspace: Workspace) -> str:
    return network_text(workspace.experiment.network)


def assert_reads(workspace: Workspace, expected: str) -> None:
    assert reads(workspace) == network_text(parse_network(expected))


def block(stack: StackPanel, layer_id: str) -> Block:
    found = stack.findChild(Block, f"stack.layer.{layer_id}")
    assert found is not None
    return found


def gap(stack: StackPanel, place: Place) -> QPoint:
    return next(g.rect.center().toPoint() for g in stack.canvas.layout_now.gaps if g.place == place)


def choose(stack: StackPanel, command: str) -> None:
    menu = stack._menu()
    next(action for action in menu.actions() if action.objectName() == f"stack.menu.{command}").trigger()


# -- long networks ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("layers", [2, 80])
def test_that_the_cost_of_a_mend_is_said_beside_its_button_of_a_long_network_too(
    editor: Editor, qtbot: QtBot, layers: int
) -> None:
    workspace, _, stack, _ = editor
    use(workspace, "Conv(4, 3, pad=1) " + "ReLU " * layers + "Flatten Affine(7)")
    affine = [layer.id for layer in workspace.experiment.network.walk()][-1]
    bubble = stack.findChild(QWidget, f"stack.bubble.{affine}")
    assert bubble is not None
    qtbot.waitUntil(lambda: "2,570 par." in [label.text() for label in bubble.findChildren(QLabel)])


def test_that_removing_a_layer_shows_its_neighbour_and_not_the_whole_network_between(editor: Editor, qtbot: QtBot) -> None:
    workspace, _, stack, inspector = editor
    shown: list[str] = []
    inspector.note_changed.connect(shown.append)
    workspace.select("conv1")
    qtbot.keyClick(stack.canvas, Qt.Key.Key_Delete)
    assert "conv1" not in stack.canvas.blocks
    assert inspector.layer_page.isVisible()
    assert "" not in shown


def test_that_the_overview_of_a_long_network_follows_an_edit(editor: Editor, qtbot: QtBot) -> None:
    workspace, _, stack, _ = editor
    use(workspace, "Affine(8) " * 90)
    qtbot.waitUntil(stack.minimap.isVisible)
    before = stack.minimap.grab().toImage()
    use(workspace, "ReLU " * 90)
    qtbot.waitUntil(lambda: stack.minimap.grab().toImage() != before)


# -- several layers ---------------------------------------------------------------------------------------------


def test_that_ctrl_and_shift_choose_several_layers_and_delete_takes_them_all(editor: Editor, qtbot: QtBot) -> None:
    workspace, _, stack, _ = editor
    qtbot.mouseClick(block(stack, "conv1"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(block(stack, "maxpool1"), Qt.MouseButton.LeftButton, CTRL)
    assert stack.canvas.selection.marked == {"conv1", "maxpool1"}
    qtbot.mouseClick(block(stack, "conv1"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(block(stack, "maxpool1"), Qt.MouseButton.LeftButton, SHIFT)
    assert stack.canvas.selection.marked == {"conv1", "relu1", "maxpool1"}
    qtbot.keyClick(stack.canvas, Qt.Key.Key_Delete)
    assert_reads(workspace, "Flatten Affine(10)")
    assert workspace.selection == "flatten1"
    workspace.document.undo_stack.undo()
    assert_reads(workspace, SMALL)


def test_that_the_keyboard_extends_copies_moves_and_selects_all(editor: Editor, qtbot: QtBot) -> None:
    workspace, _, stack, _ = editor
    workspace.select("conv1")
    qtbot.keyClick(stack.canvas, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(stack.canvas, Qt.Key.Key_C, CTRL)
    qtbot.keyClick(stack.canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert_reads(workspace, "MaxPool(2) Conv(4, 3, pad=1) ReLU Flatten Affine(10)")
    qtbot.keyClick(stack.canvas, Qt.Key.Key_V, CTRL)
    assert reads(workspace).count("Conv") == 2
    qtbot.keyClick(stack.canvas, Qt.Key.Key_A, CTRL)
    assert len(stack.canvas.selection.marked) == 7
    qtbot.keyClick(stack.canvas, Qt.Key.Key_D, CTRL)
    assert len(workspace.experiment.network.layers) == 14


def test_that_several_layers_are_dragged_together(editor: Editor) -> None:
    workspace, _, stack, _ = editor
    assert drop(stack.canvas, mime_of(LAYER_ID, "conv1 relu1"), gap(stack, Place(index=3)))
    assert_reads(workspace, "MaxPool(2) Conv(4, 3, pad=1) ReLU Flatten Affine(10)")
    assert stack.canvas.selection.marked == {"conv1", "relu1"}


# -- blocks -----------------------------------------------------------------------------------------------------


def test_that_a_selection_becomes_a_block_is_repeated_and_unwrapped(editor: Editor, qtbot: QtBot) -> None:
    workspace, _, stack, _ = editor
    use(workspace, "Conv(4, 3, pad=1) Conv(4, 3, pad=1) ReLU Flatten Affine(10)")
    workspace.select("conv2")
    qtbot.keyClick(stack.canvas, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(stack.canvas, Qt.Key.Key_G, CTRL)
    assert_reads(workspace, "Conv(4, 3, pad=1) Sequential(Conv(4, 3, pad=1) ReLU) Flatten Affine(10)")
    choose(stack, "repeat")
    choose(stack, "repeat")
    assert "repeat=3" in reads(workspace)
    assert "× 3" in block(stack, "sequential1").accessibleName()
    assert stack.canvas.layout_now.spots["sequential1"].copies == 3
    qtbot.keyClick(stack.canvas, Qt.Key.Key_G, CTRL | SHIFT)
    assert reads(workspace).count("Conv") == 4
    assert "Sequential" not in reads(workspace)


def test_that_layers_apart_are_not_wrapped_and_it_is_said(editor: Editor) -> None:
    workspace, _, stack, _ = editor
    stack.canvas.select_several(["conv1", "flatten1"])
    choose(stack, "wrap_residual")
    assert_reads(workspace, SMALL)
    remark = stack.findChild(QLabel, "stack.remark")
    assert remark is not None
    assert remark.text().startswith("Only layers that follow one another")


def test_that_a_saved_block_stands_in_the_palette_and_is_dropped_renamed_and_removed(editor: Editor, qtbot: QtBot) -> None:
    workspace, palette, stack, _ = editor
    stack.canvas.select_several(["conv1", "relu1"])
    choose(stack, "save_block")
    assert palette.tree.blocks() == ["ConvReLU"]
    assert drop(stack.canvas, mime_of(BLOCK_NAME, "ConvReLU"), gap(stack, Place(index=2)))
    assert_reads(workspace, "Conv(4, 3, pad=1) ReLU Conv(4, 3, pad=1) ReLU MaxPool(2) Flatten Affine(10)")
    my_blocks_of(workspace).rename("ConvReLU", "My unit")
    palette.tree.point_at_block("My unit")
    qtbot.keyClick(palette.tree, Qt.Key.Key_Return)
    assert reads(workspace).count("Conv") == 3
    qtbot.keyClick(palette.tree, Qt.Key.Key_Delete)
    assert palette.tree.blocks() == []


def test_that_my_blocks_are_kept_and_an_unreadable_file_is_put_aside(tmp_path: Path, editor: Editor) -> None:
    workspace = editor[0]
    path = tmp_path / "blocks.json"
    layers = parse_network("Residual(Conv(4, 3, pad=1) ReLU)").layers
    assert MyBlocks(workspace, path).save("Unit", layers) == "Unit"
    again = MyBlocks(workspace, path)
    assert list(again.blocks) == ["Unit"]
    assert again.blocks["Unit"] == layers
    assert again.save("Unit", layers) == "Unit 2"
    path.write_text("{", encoding="utf-8")
    assert not MyBlocks(workspace, path).blocks
    assert (tmp_path / "blocks.unreadable.json").read_text(encoding="utf-8") == "{"


# -- drags ------------------------------------------------------------------------------------------------------


def test_that_places_are_refused_from_the_beginning_of_a_drag(editor: Editor) -> None:
    _, _, stack, _ = editor
    drag_over(stack.canvas, mime_of(LAYER_KIND, "Conv"), gap(stack, Place(index=0)))
    refused = stack.canvas.refused
    assert refused is not None
    assert set(refused) == {Place(index=4), Place(index=5)}
    assert refused[Place(index=4)] == "Conv needs channels × height × width and receives 64."
    drag_out(stack.canvas)
    assert stack.canvas.refused is None


def test_that_no_place_inside_a_container_takes_the_container(editor: Editor) -> None:
    workspace, _, stack, _ = editor
    use(workspace, "Residual(Conv(1, 1) ReLU) Flatten Affine(10)")
    drag_over(stack.canvas, mime_of(LAYER_ID, "residual1"), gap(stack, Place(index=1)))
    assert stack.canvas.refused is not None
    assert {place for place in stack.canvas.refused if place.container == "residual1"} == {
        Place("residual1", 0, index) for index in range(3)
    }


def test_that_data_is_dropped_on_the_input_only(editor: Editor, qtbot: QtBot) -> None:
    workspace, _, stack, _ = editor
    mime = mime_of(DATA_SOURCE, "Spiral")
    assert not drop(stack.canvas, mime, block(stack, "affine1").geometry().center())
    with qtbot.waitSignal(workspace.source_wanted) as wanted:
        assert drop(stack.canvas, mime, block(stack, "input").geometry().center())
    assert wanted.args == ["Spiral"]


def test_that_a_slot_opens_little_by_little_where_motion_is_wanted(editor: Editor, theme: Theme, qtbot: QtBot) -> None:
    _, _, stack, _ = editor
    theme.set_reduce_motion(False)
    drag_over(stack.canvas, mime_of(LAYER_KIND, "BatchNorm"), gap(stack, Place(index=1)))
    assert stack.canvas.motion.opening[Place(index=1)] < 0.5
    qtbot.waitUntil(lambda: not stack.canvas.motion.opening)
    slot = stack.canvas.layout_now.slot
    assert slot is not None
    assert slot.height() >= 24
    drag_out(stack.canvas)
    qtbot.waitUntil(lambda: not stack.canvas.motion.opening)
    assert stack.canvas.layout_now.slot is None


# -- what is pasted ---------------------------------------------------------------------------------------------


def paste(workspace: Workspace, stack: StackPanel, qtbot: QtBot, text: str, after: str) -> None:
    QGuiApplication.clipboard().setText(text)
    workspace.select(after)
    qtbot.keyClick(stack.canvas, Qt.Key.Key_V, CTRL)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Cnov(8)", "There is no layer called Cnov. Did you mean Conv?"),
        ("Conv(0)", "Conv: filters is 0; the least is 1."),
        ("Conv('many')", "many"),
        ("Affine(10, bais=False)", "Did you mean bias?"),
        ("ReLU Affine(10", "This bracket is never closed."),
        ("what I wrote down this morning", "There is no layer called what."),
    ],
)
def test_that_what_cannot_be_pasted_is_said_and_nothing_of_it_is_applied(
    editor: Editor, qtbot: QtBot, text: str, words: str
) -> None:
    workspace, _, stack, _ = editor
    before, steps = workspace.experiment, workspace.document.undo_stack.count()
    paste(workspace, stack, qtbot, text, "relu1")
    remark = stack.findChild(QLabel, "stack.remark")
    assert remark is not None
    assert remark.isVisible()
    assert words in remark.text()
    assert workspace.experiment is before
    assert workspace.document.undo_stack.count() == steps


def test_that_a_block_pasted_into_itself_is_a_copy_and_no_cycle(editor: Editor, qtbot: QtBot) -> None:
    workspace, _, stack, _ = editor
    use(workspace, "Residual(ReLU) Flatten Affine(10)")
    paste(workspace, stack, qtbot, "Residual(ReLU)", "relu1")
    assert_reads(workspace, "Residual(ReLU Residual(ReLU)) Flatten Affine(10)")
    ids = [layer.id for layer in workspace.experiment.network.walk()]
    assert len(ids) == len(set(ids)) == 6


def test_that_a_pasted_network_for_other_samples_shows_what_is_wrong_at_its_layers_and_is_undone_in_one_step(
    editor: Editor, qtbot: QtBot
) -> None:
    workspace, _, stack, _ = editor
    paste(workspace, stack, qtbot, "Conv(64, 7, stride=2, pad=3) ReLU MaxPool(3) Conv(32, 5) Flatten Affine(1000)", "affine1")
    diagnosis = workspace.diagnosis()
    assert diagnosis is not None
    wrong = {problem.layer_id for problem in diagnosis.errors}
    assert "conv2" in wrong
    assert wrong == set(stack.canvas.bubbles)
    workspace.document.undo_stack.undo()
    assert_reads(workspace, SMALL)
    assert not stack.canvas.bubbles


# -- size and pictures ------------------------------------------------------------------------------------------


def test_that_a_tall_network_fits_into_the_view_and_its_overview_leads_to_its_end(editor: Editor, qtbot: QtBot) -> None:
    workspace, _, stack, _ = editor
    assert not stack.minimap.isVisible()
    workspace.apply(replace(workspace.experiment, network=cifar_resnet(3)), "deep")
    assert stack.minimap.isVisible()
    qtbot.mouseClick(stack.minimap, Qt.MouseButton.LeftButton, pos=QPoint(50, stack.minimap.height() - 8))
    assert stack.canvas.visibleRegion().boundingRect().contains(block(stack, "affine1").geometry())
    qtbot.keyClick(stack.canvas, Qt.Key.Key_F, CTRL)
    assert stack.canvas.height() <= stack.height()
    assert not stack.minimap.isVisible()
    qtbot.keyClick(stack.canvas, Qt.Key.Key_0, CTRL)
    assert stack.canvas.zoom == 1.0
    choose(stack, "fold_all")
    assert "conv2" not in stack.canvas.layout_now.spots


def test_that_every_block_and_bar_is_large_enough_to_hit(editor: Editor) -> None:
    _, _, stack, _ = editor
    assert all(each.height() >= 24 for each in stack.canvas.blocks.values())


def test_that_assistive_tools_are_told_the_problem_of_a_layer(editor: Editor) -> None:
    workspace, _, stack, _ = editor
    use(workspace, "Conv(4, 3, pad=1) Affine(10)")
    said = block(stack, "affine1").accessibleName()
    assert said.startswith("Affine, 10")
    assert "Affine needs a vector and receives 4×8×8 = 256 values." in said


def test_that_the_drawing_is_saved_as_png_and_svg(editor: Editor, tmp_path: Path) -> None:
    workspace, _, stack, _ = editor
    use(workspace, "Conv(4, 3, pad=1) Residual(Conv(4, 3, pad=1) ReLU) Flatten Affine(10)")
    drawing = stack.drawing()
    drawing.save(tmp_path / "net.png")
    drawing.save(tmp_path / "net.svg")
    image = QImage(str(tmp_path / "net.png"))
    assert image.height() == round(2 * drawing.layout.height)
    assert len({image.pixel(x, image.height() // 2) for x in range(0, image.width(), 3)}) > 3
    svg = (tmp_path / "net.svg").read_text(encoding="utf-8")
    assert len(re.findall(r"<text", svg)) > 10


def test_that_a_tooltip_says_formula_memory_field_and_time(editor: Editor, qtbot: QtBot) -> None:
    workspace, _, stack, _ = editor
    said = stack._about("conv1")
    assert "(8 + 2·1 − 3) / 1 + 1 = 8" in said
    assert "Receptive field: 3×3" in said
    assert "measured once it has trained and pauses" in said
    workspace.step_batch()
    qtbot.waitUntil(lambda: "ms for a batch of 100" in stack._about("conv1"), timeout=10_000)


# -- LeNet-5 three ways -----------------------------------------------------------------------------------------


def field(inspector: InspectorPanel, name: str) -> QLineEdit:
    found = inspector.findChild(QWidget, f"inspector.form.{name}")
    assert found is not None
    line = found if isinstance(found, QLineEdit) else found.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    return line


def set_fields(inspector: InspectorPanel, qtbot: QtBot, **values: int) -> None:
    for name, value in values.items():
        line = field(inspector, name)
        line.setFocus()
        line.selectAll()
        qtbot.keyClicks(line, str(value))
        qtbot.keyClick(line, Qt.Key.Key_Return)


def blank(workspace: Workspace) -> None:
    workspace.apply(replace(workspace.experiment, network=NetworkSpec()), "blank")


def test_that_lenet5_is_built_with_mouse_and_fields_or_with_the_keyboard_and_is_what_its_text_says(
    editor: Editor, qtbot: QtBot
) -> None:
    workspace, palette, stack, inspector = editor
    blank(workspace)
    for kind, values in STEPS:
        assert drop(stack.canvas, mime_of(LAYER_KIND, kind), stack.canvas.layout_now.gaps[-1].rect.center().toPoint())
        set_fields(inspector, qtbot, **values)
    by_mouse = workspace.experiment.network
    blank(workspace)
    search = palette.findChild(QLineEdit, "palette.filter")
    assert search is not None
    for kind, values in STEPS:
        stack.canvas.setFocus()
        qtbot.keyClick(stack.canvas, kind[0].lower())
        qtbot.waitUntil(search.hasFocus)
        qtbot.keyClicks(search, kind[1:].lower())
        qtbot.keyClick(search, Qt.Key.Key_Return)
        assert stack.canvas.hasFocus()
        set_fields(inspector, qtbot, **values)
    assert workspace.experiment.network.layers == by_mouse.layers == parse_network(LENET5).layers
