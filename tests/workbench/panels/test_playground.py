"""The playground: choosing and painting points, inputs and layers, and the boundary that follows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.fields import ComponentSpec
from core.playground.experiment import tensorflow_playground
from core.text import network_text
from tests.workbench.panels.acting import Make
from tests.workbench.panels.running import experiment, shown, train_to
from workbench.panels.boundary.canvas import plane_of
from workbench.panels.boundary.panel import BoundaryPanel
from workbench.panels.neurons.panel import NeuronsPanel
from workbench.panels.playground_brush.panel import PlaygroundBrushPanel
from workbench.panels.playground_data.panel import PlaygroundDataPanel
from workbench.panels.playground_inputs.panel import PlaygroundInputsPanel
from workbench.status import RunState
from workbench.workspace import Workspace

CTRL, SHIFT, PLAIN = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def workspace(make: Make) -> Iterator[Workspace]:
    return make(tensorflow_playground(experiment()))


@pytest.fixture
def boundary(workspace: Workspace, qtbot: QtBot) -> BoundaryPanel:
    panel = shown(qtbot, BoundaryPanel(workspace), 420, 460)
    qtbot.waitUntil(lambda: panel.canvas.shown is not None, timeout=5000)
    return panel


def count(workspace: Workspace) -> int:
    data = workspace.data
    assert data is not None
    return len(data.train) + len(data.validation) + len(data.test)


def at(panel: BoundaryPanel, x: float, y: float) -> QPoint:
    return panel.canvas.axes().at(x, y).toPoint()


def click(panel: BoundaryPanel, x: float, y: float, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.mouseClick(panel.canvas, LEFT, modifier, at(panel, x, y))


def settled(qtbot: QtBot, workspace: Workspace) -> None:
    qtbot.waitUntil(lambda: workspace.status.state is RunState.PAUSED, timeout=10_000)


# -- the boundary ---------------------------------------------------------------------------------------------------


def test_that_the_boundary_has_a_hundred_places_a_side_and_follows_training(boundary: BoundaryPanel, qtbot: QtBot) -> None:
    first = boundary.canvas.shown.outputs
    assert first.shape == (100, 100, 2)
    assert boundary.canvas.ranges == ((-6.0, 6.0), (-6.0, 6.0))
    train_to(qtbot, boundary.workspace, 3)
    qtbot.waitUntil(lambda: boundary.canvas.shown.iteration == 3, timeout=5000)
    assert not np.array_equal(boundary.canvas.shown.outputs, first)


def test_that_the_pointer_reads_what_the_network_says(boundary: BoundaryPanel, qtbot: QtBot) -> None:
    QTest.mouseMove(boundary.canvas, at(boundary, 1.5, -2.0))
    qtbot.waitUntil(lambda: "x₂ " in boundary.words.whole)
    assert "%" in boundary.words.whole
    QTest.mouseMove(boundary.canvas, QPoint(1, 1))
    qtbot.waitUntil(lambda: "wrong on test" in boundary.words.whole)


def test_that_hard_answers_show_two_colours_only(boundary: BoundaryPanel, qtbot: QtBot) -> None:
    boundary.look.take("hard")
    image = boundary.canvas._image
    colours = {image.pixel(x, y) for x in range(0, 100, 7) for y in range(0, 100, 7)}
    assert len(colours) <= 2


def test_that_the_surface_is_as_high_as_the_network_is_sure_and_turns(boundary: BoundaryPanel, qtbot: QtBot) -> None:
    boundary.look.take("surface")
    surface = boundary.surface
    assert surface.isVisible()
    assert not boundary.canvas.isVisible()
    outputs = boundary.canvas.shown.outputs
    assert surface.heights()[0, 0] == pytest.approx(2 * outputs[0, 0, 1] - 1)
    before = surface.angles
    QTest.mousePress(surface, LEFT, PLAIN, QPoint(100, 100))
    QTest.mouseMove(surface, QPoint(150, 100))
    QTest.mouseRelease(surface, LEFT, PLAIN, QPoint(150, 100))
    QTest.keyClick(surface, Qt.Key.Key_Up)
    assert surface.angles != before
    assert surface.angles[1] == before[1] + 5


def test_that_other_data_offers_to_begin_the_playground(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, BoundaryPanel(make(experiment())), 420, 460)
    qtbot.waitUntil(lambda: panel._stack.currentWidget() is panel.empty)
    panel.empty.asked.emit()
    qtbot.waitUntil(lambda: panel.canvas.shown is not None, timeout=10_000)
    assert panel.workspace.experiment.data.source.kind == "Circle"
    assert panel.workspace.document.undo_stack.count() == 1


@pytest.mark.parametrize(("reach", "expected"), [(5.5, 6.0), (7.2, 8.0), (0.5, 0.5 * 1.12), (100.0, 112.0)])
def test_that_the_plane_that_is_shown_holds_the_points(reach: float, expected: float) -> None:
    x = np.array([[-reach, -reach], [reach, reach]])
    assert plane_of(x)[0][1] == pytest.approx(expected)


# -- painting -------------------------------------------------------------------------------------------------------


def test_that_a_stroke_of_the_brush_adds_points_in_one_step_of_undo_while_training_goes_on(
    boundary: BoundaryPanel, qtbot: QtBot
) -> None:
    workspace, session = boundary.workspace, boundary._session
    session.set_label(0)
    workspace.play()
    qtbot.waitUntil(lambda: workspace.run.iteration > 3, timeout=10_000)
    run = workspace.run.number
    QTest.mousePress(boundary.canvas, LEFT, PLAIN, at(boundary, 3, 3))
    QTest.mouseMove(boundary.canvas, at(boundary, 3.5, 3))
    qtbot.waitUntil(lambda: count(workspace) >= 515, timeout=10_000)
    QTest.mouseRelease(boundary.canvas, LEFT, PLAIN, at(boundary, 3.5, 3))
    here = workspace.run.iteration
    qtbot.waitUntil(lambda: workspace.run.iteration > here, timeout=10_000)
    assert (workspace.run.number, workspace.status.state) == (run, RunState.RUNNING)
    assert workspace.experiment.data.source.kind == "Painted"
    assert workspace.document.undo_stack.count() == 1
    workspace.pause()
    settled(qtbot, workspace)
    workspace.document.undo_stack.undo()
    qtbot.waitUntil(lambda: count(workspace) == 500, timeout=10_000)


def test_that_shift_paints_the_next_class_and_ctrl_erases_the_nearest_point(boundary: BoundaryPanel, qtbot: QtBot) -> None:
    session = boundary._session
    session.set_label(0)
    session.take("point")
    click(boundary, 5.5, 5.5)
    click(boundary, -5.5, 5.5, SHIFT)
    qtbot.waitUntil(lambda: count(boundary.workspace) == 502, timeout=10_000)
    x, t = session.points()
    np.testing.assert_allclose(x[-2:], [[5.5, 5.5], [-5.5, 5.5]], atol=0.05)
    assert t[-2:].tolist() == [0, 1]
    click(boundary, 5.4, 5.4, CTRL)
    qtbot.waitUntil(lambda: count(boundary.workspace) == 501, timeout=10_000)
    assert not (np.abs(session.points()[0] - [5.5, 5.5]).max(axis=1) < 0.1).any()


def test_that_the_eraser_leaves_enough_to_learn_from_and_says_so(boundary: BoundaryPanel, qtbot: QtBot) -> None:
    session, said = boundary._session, []
    session.refused.connect(said.append)
    session.set_brush(radius=3.0)
    session.take("erase")
    for x in (-4, 0, 4):
        for y in (-4, 0, 4):
            click(boundary, x, y)
    qtbot.waitUntil(lambda: count(boundary.workspace) < 500, timeout=10_000)
    assert len(session.points()[0]) >= 10
    assert any("10 points" in words for words in said) or len(session.points()[0]) > 10


def test_that_the_shaker_moves_points_under_it_alone(boundary: BoundaryPanel, qtbot: QtBot) -> None:
    session = boundary._session
    before, _ = session.points()
    session.take("shake")
    click(boundary, 0, 0)
    qtbot.waitUntil(lambda: boundary.workspace.experiment.data.source.kind == "Painted")
    after, _ = session.points()
    moved = np.abs(after - before).max(axis=1) > 2e-3
    assert 0 < moved.sum() < 100
    assert (np.hypot(*before[moved].T) <= session.brush.radius + 1e-3).all()


def test_that_a_point_is_dragged_in_one_step_of_undo_while_the_others_stay(boundary: BoundaryPanel, qtbot: QtBot) -> None:
    workspace, canvas = boundary.workspace, boundary.canvas
    before, kinds = canvas._session.points()
    alone = int(np.hypot(*(before[:, None] - before[None]).transpose(2, 0, 1) + 100 * np.eye(len(before))).min(axis=1).argmax())
    x, y = (float(n) for n in before[alone])
    QTest.mouseMove(canvas, at(boundary, x, y))
    assert canvas.cursor().shape() is Qt.CursorShape.OpenHandCursor
    QTest.mousePress(canvas, LEFT, PLAIN, at(boundary, x, y))
    for place in ((0.5, 5.0), (1.0, 5.5)):
        QTest.mouseMove(canvas, at(boundary, *place))
    QTest.mouseRelease(canvas, LEFT, PLAIN, at(boundary, 1.0, 5.5))
    after, labels = canvas._session.points()
    moved = np.flatnonzero((np.abs(after - before) > 1e-3).any(axis=1))
    assert moved.tolist() == [alone]
    assert np.allclose(after[alone], (1.0, 5.5), atol=0.05)
    assert (labels == kinds).all()
    settled(qtbot, workspace)
    QTest.mouseMove(canvas, at(boundary, -1.0, -5.5))
    assert np.allclose(canvas._session.points()[0], after), "let go, it stays"
    workspace.document.undo_stack.undo()
    qtbot.waitUntil(lambda: bool(np.allclose(canvas._session.points()[0], before, atol=1e-3)), timeout=5000)


def test_that_a_point_is_moved_by_keyboard(boundary: BoundaryPanel, qtbot: QtBot) -> None:
    canvas = boundary.canvas
    before, _ = canvas._session.points()
    x, y = (float(n) for n in before[0])
    QTest.mouseMove(canvas, at(boundary, x, y))
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up):
        QTest.keyClick(canvas, key)
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    QTest.keyClick(canvas, Qt.Key.Key_Up)
    after, _ = canvas._session.points()
    moved = np.flatnonzero((np.abs(after - before) > 1e-3).any(axis=1))
    assert len(moved) == 1
    assert np.allclose(after[moved[0]], before[moved[0]] + (0.5, 0.25), atol=0.15)


def test_that_points_can_be_painted_by_keyboard(boundary: BoundaryPanel, qtbot: QtBot) -> None:
    boundary._session.take("point")
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Space):
        QTest.keyClick(boundary.canvas, key)
    qtbot.waitUntil(lambda: count(boundary.workspace) == 501, timeout=10_000)
    np.testing.assert_allclose(boundary._session.points()[0][-1], [0.25, 0.25])


def test_that_a_third_class_gives_the_network_a_third_output(boundary: BoundaryPanel, qtbot: QtBot) -> None:
    brush = shown(qtbot, PlaygroundBrushPanel(boundary.workspace), 260, 220)
    QTest.mouseClick(brush.more, LEFT)
    settled(qtbot, boundary.workspace)
    assert brush.label.keys() == ["0", "1", "2"]
    assert network_text(boundary.workspace.experiment.network).endswith("init=Uniform(limit=0.5))")
    qtbot.waitUntil(lambda: boundary.canvas.shown.outputs.shape[-1] == 3, timeout=10_000)


# -- data -----------------------------------------------------------------------------------------------------------


def test_that_another_data_set_begins_anew_with_outputs_that_fit(workspace: Workspace, qtbot: QtBot) -> None:
    panel = shown(qtbot, PlaygroundDataPanel(workspace), 280, 360)
    train_to(qtbot, workspace, 2)
    QTest.mouseClick(panel.tiles["ThreeSpirals"], LEFT)
    qtbot.waitUntil(lambda: workspace.status.state is RunState.PAUSED and workspace.run.iteration == 0, timeout=10_000)
    assert workspace.data.outputs == 3
    QTest.mouseClick(panel.tiles["Plane"], LEFT)
    qtbot.waitUntil(lambda: workspace.data.task == "regression" and workspace.status.state is RunState.PAUSED, timeout=10_000)
    assert workspace.experiment.training.loss.kind == "MeanSquared"
    assert panel.tiles["Plane"].isChecked()


def test_that_a_data_set_chosen_after_images_begins_as_the_playground_does(make: Make, qtbot: QtBot) -> None:
    workspace = make(experiment())
    panel = shown(qtbot, PlaygroundDataPanel(workspace), 280, 360)
    QTest.mouseClick(panel.tiles["Xor"], LEFT)
    qtbot.waitUntil(lambda: workspace.data.input_shape == (2,) and workspace.status.state is RunState.PAUSED, timeout=10_000)
    assert count(workspace) == 500
    assert workspace.experiment.training == tensorflow_playground(experiment()).training


def test_that_noise_goes_along_to_another_data_set(workspace: Workspace, qtbot: QtBot) -> None:
    panel = shown(qtbot, PlaygroundDataPanel(workspace), 280, 360)
    panel.form.changed.emit("noise", 0.2)
    panel.split.changed.emit("train", 0.8)
    QTest.mouseClick(panel.tiles["Spiral"], LEFT)
    settled(qtbot, workspace)
    assert workspace.experiment.data.source == ComponentSpec.of("Spiral", samples=500, noise=0.2)
    assert len(workspace.data.train) == 400


def test_that_points_go_out_as_a_table_and_come_back(workspace: Workspace, qtbot: QtBot, tmp_path: Path) -> None:
    panel = shown(qtbot, PlaygroundDataPanel(workspace), 280, 360)
    panel.write_table(tmp_path / "points.csv")
    before = {tuple(row) for row in np.round(workspace.data.train.x, 2).tolist()}
    QTest.mouseClick(panel.tiles["Xor"], LEFT)
    settled(qtbot, workspace)
    panel.read_table(tmp_path / "points.csv")
    settled(qtbot, workspace)
    assert workspace.experiment.data.source.kind == "Painted"
    data = workspace.data
    after = {tuple(row) for part in (data.train, data.validation, data.test) for row in np.round(part.x, 2).tolist()}
    assert len(before & after) > 0.9 * len(before)


# -- inputs and layers ----------------------------------------------------------------------------------------------


def test_that_a_feature_becomes_an_input_of_the_network(workspace: Workspace, qtbot: QtBot) -> None:
    panel = shown(qtbot, PlaygroundInputsPanel(workspace), 280, 260)
    neurons = shown(qtbot, NeuronsPanel(workspace), 640, 480)
    QTest.mouseClick(panel.features["product"], LEFT)
    qtbot.waitUntil(lambda: neurons.canvas.picture.inputs == ("x₁", "x₂", "x₁x₂"), timeout=10_000)
    qtbot.waitUntil(lambda: len(neurons.canvas.picture.images.get(0, ())) == 3, timeout=10_000)
    assert panel.features["product"].isChecked()
    workspace.document.undo_stack.undo()
    assert not panel.features["product"].isChecked()


def test_that_the_last_input_stays_on(workspace: Workspace, qtbot: QtBot) -> None:
    panel = shown(qtbot, PlaygroundInputsPanel(workspace), 280, 260)
    QTest.mouseClick(panel.features["first"], LEFT)
    QTest.mouseClick(panel.features["second"], LEFT)
    assert panel.features["second"].isChecked()


def test_that_layers_activation_and_initial_values_are_edits_of_the_network(workspace: Workspace, qtbot: QtBot) -> None:
    panel = shown(qtbot, PlaygroundInputsPanel(workspace), 280, 260)
    QTest.mouseClick(panel.more, LEFT)
    panel.activation.taken.emit("ReLU")
    panel.initial.taken.emit("Auto")
    settled(qtbot, workspace)
    assert network_text(workspace.experiment.network) == "Features Affine(4) ReLU Affine(2) ReLU Affine(2) ReLU Affine(2)"
    for _ in range(3):
        QTest.mouseClick(panel.fewer, LEFT)
    assert network_text(workspace.experiment.network) == "Features Affine(2)"
    assert not panel.fewer.isEnabled()
