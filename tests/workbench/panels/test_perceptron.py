"""A person drags the line, types values, chooses targets, reads the proof and lets the unit learn."""

from __future__ import annotations

from collections.abc import Iterator
from math import atan2, degrees, hypot

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.perceptron.functions import target_of
from core.perceptron.separability import separable_numbers
from core.perceptron.unit import right
from tests.workbench.panels.perceptron_lab import Lab, type_into
from workbench.panels.perceptron_neuron.diagram import NeuronDiagram
from workbench.panels.perceptron_plane.canvas import PlaneCanvas
from workbench.panels.perceptron_plane.geometry import at_edge, handles, tip_of, visible_line
from workbench.panels.perceptron_table.truth_table import TruthTable
from workbench.panels.perceptron_targets.grid import TargetGrid
from workbench.perceptron.live_text import LiveText
from workbench.theme.theme import Theme
from workbench.widgets.buttons import IconButton
from workbench.widgets.number_field import NumberField
from workbench.widgets.segmented import Segmented
from workbench.widgets.slider import Slider

XOR = (0, 1, 1, 0)


@pytest.fixture
def lab(qtbot: QtBot) -> Iterator[Lab]:
    made = Lab(qtbot)
    yield made
    assert made.workspace.close(30.0)


def undo(lab: Lab) -> None:
    lab.workspace.document.undo_stack.undo()


def undo_steps(lab: Lab) -> int:
    return lab.workspace.document.undo_stack.index()


# -- the plane ------------------------------------------------------------------------------------------------------


def test_that_dragging_the_line_shifts_b_and_is_one_step_of_undo(lab: Lab) -> None:
    with lab.dragging(lab.pixel(0.7, 0.7), lab.pixel(0.75, 0.75), lab.pixel(0.9, 0.9), lab.pixel(0.8, 0.8)):
        assert (lab.spec.w1, lab.spec.w2) == (0.5, 0.5)
        assert lab.spec.b == pytest.approx(-0.8, abs=0.011)
        assert lab.session.before == (0.5, 0.5, -0.7)
    assert lab.session.before is None
    assert undo_steps(lab) == 1
    undo(lab)
    assert lab.spec.b == -0.7


def test_that_two_drags_are_two_steps_of_undo(lab: Lab) -> None:
    lab.drag(lab.pixel(0.7, 0.7), lab.pixel(0.8, 0.8))
    lab.drag(lab.pixel(0.8, 0.8), lab.pixel(0.6, 0.6))
    assert undo_steps(lab) == 2


def test_that_the_line_follows_the_pointer_wherever_it_was_taken(lab: Lab) -> None:
    lab.drag(lab.pixel(0.3, 1.1), lab.pixel(0.0, 0.9))
    assert 0.5 * 0.0 + 0.5 * 0.9 + lab.spec.b == pytest.approx(0, abs=0.02)


def test_that_the_handle_turns_w_around_the_foot_of_the_vector(lab: Lab) -> None:
    canvas = lab.canvas
    found = handles(lab.spec.weights, canvas.view())
    base = found.base
    lab.drag(lab.pixel(*found.turn), lab.pixel(base[0] + 0.2, base[1] - 0.05), lab.pixel(base[0] + 0.4, base[1]))
    assert hypot(lab.spec.w1, lab.spec.w2) == pytest.approx(hypot(0.5, 0.5), abs=0.002)
    assert degrees(atan2(lab.spec.w2, lab.spec.w1)) == pytest.approx(90, abs=1.5)
    assert lab.spec.w1 * base[0] + lab.spec.w2 * base[1] + lab.spec.b == pytest.approx(0, abs=0.002)
    assert undo_steps(lab) == 1


def test_that_the_tip_scales_w_and_b_and_leaves_the_line(lab: Lab) -> None:
    found = handles(lab.spec.weights, lab.canvas.view())
    tip = tip_of(found, lab.spec.weights)
    lab.drag(lab.pixel(*tip), lab.pixel(tip[0] - 0.1, tip[1] - 0.1), lab.pixel(tip[0] - 0.25, tip[1] - 0.25))
    assert lab.spec.w1 == pytest.approx(0.25, abs=0.01)
    assert lab.spec.b / lab.spec.w1 == pytest.approx(-1.4, abs=0.01)
    assert lab.spec.w1 == lab.spec.w2


def test_that_shift_drags_in_large_steps(lab: Lab) -> None:
    canvas = lab.canvas
    start, end = lab.pixel(0.7, 0.7).toPoint(), lab.pixel(0.83, 0.83).toPoint()
    left, shift = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier

    def send(kind: QEvent.Type, at: QPointF) -> None:
        QCoreApplication.sendEvent(canvas, QMouseEvent(kind, at, canvas.mapToGlobal(at), left, left, shift))

    send(QEvent.Type.MouseButtonPress, QPointF(start))
    send(QEvent.Type.MouseMove, QPointF(end))
    send(QEvent.Type.MouseButtonRelease, QPointF(end))
    assert lab.spec.b == pytest.approx(-0.8)


def test_that_a_line_dragged_out_of_the_plane_is_brought_back_by_the_handle_at_its_edge(lab: Lab) -> None:
    lab.drag(lab.pixel(0.7, 0.7), lab.pixel(1.2, 1.2), lab.pixel(1.9, 1.9))
    assert visible_line(lab.spec.weights) is None
    scene = lab.canvas.scene()
    assert scene.notice == "The line is beyond this edge"
    assert scene.lost is not None
    handle = lab.canvas.view().at(at_edge(scene.lost))
    assert lab.canvas.rect().contains(handle.toPoint())
    lab.drag(handle, lab.pixel(0.9, 0.9), lab.pixel(0.7, 0.7))
    assert lab.spec.weights == pytest.approx((0.5, 0.5, -0.7), abs=0.011)
    assert lab.canvas.scene().notice == ""


def test_that_weights_of_zero_say_that_there_is_no_line(lab: Lab) -> None:
    lab.show(w1=0.0, w2=0.0)
    assert lab.canvas.scene().notice == "w = (0, 0): no line, z = b everywhere"
    assert lab.canvas.part_at(lab.pixel(0.5, 0.5)) is None


def test_that_escape_during_a_drag_brings_everything_back(lab: Lab) -> None:
    with lab.dragging(lab.pixel(0.7, 0.7), lab.pixel(0.9, 0.9)):
        assert lab.spec.b != -0.7
        QTest.keyClick(lab.canvas, Qt.Key.Key_Escape)
    assert lab.spec.b == -0.7
    assert undo_steps(lab) == 0


def test_that_the_keyboard_does_what_the_mouse_does(lab: Lab) -> None:
    canvas = lab.canvas
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Up)
    assert lab.spec.weights == (0.5, 0.5, -0.71)
    QTest.keyClick(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert lab.spec.weights == (0.5, 0.5, -0.61)
    QTest.keyClick(canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert degrees(atan2(lab.spec.w2, lab.spec.w1)) == pytest.approx(60, abs=0.2)
    QTest.keyClick(canvas, Qt.Key.Key_Plus, Qt.KeyboardModifier.ShiftModifier)
    assert hypot(lab.spec.w1, lab.spec.w2) == pytest.approx(2 * hypot(0.5, 0.5), abs=0.004)
    QTest.keyClick(canvas, Qt.Key.Key_2)
    assert lab.session.row == 1
    assert undo_steps(lab) == 4


def test_that_pressing_beside_the_line_moves_nothing(lab: Lab) -> None:
    lab.drag(lab.pixel(0.2, 0.2), lab.pixel(0.5, 0.5))
    assert lab.spec.weights == (0.5, 0.5, -0.7)
    assert undo_steps(lab) == 0


def test_that_a_line_outside_can_be_brought_back_by_keyboard(lab: Lab) -> None:
    lab.show(b=-5.0)
    lab.canvas.grab()
    for _ in range(40):
        QTest.keyClick(lab.canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert lab.spec.b == pytest.approx(-1.0)
    assert handles(lab.spec.weights, lab.canvas.view()) is not None


def test_that_hovering_a_corner_lights_its_row_everywhere(lab: Lab) -> None:
    QTest.mouseMove(lab.canvas, lab.pixel(0, 1).toPoint())
    assert lab.session.row == 1
    assert "row 2: x = (0, 1)" in shown_texts(lab, "perceptron_table")


@pytest.mark.parametrize("activation", ["step", "sigmoid", "tanh", "relu"])
@pytest.mark.parametrize("weights", [(0.5, 0.5, -0.7), (0.0, 0.0, 0.3), (3.0, -4.0, 0.5), (0.0, 1.0, 9.0), (1.0, 1.0, -2.95)])
def test_that_every_line_can_be_painted(lab: Lab, activation: str, weights: tuple[float, float, float]) -> None:
    lab.show(w1=weights[0], w2=weights[1], b=weights[2], activation=activation)
    image = lab.window.grab().toImage()
    assert not image.isNull()


def test_that_the_regions_have_the_colours_of_their_sides(lab: Lab) -> None:
    image = lab.canvas.grab().toImage()
    one, zero = (image.pixelColor(lab.pixel(*x).toPoint()) for x in ((1.3, 1.2), (-0.3, 0.4)))
    assert one.blue() > one.red()
    assert zero.red() > zero.blue()


def test_that_a_drag_ends_when_the_plane_goes_away(lab: Lab) -> None:
    with lab.dragging(lab.pixel(0.7, 0.7), lab.pixel(0.8, 0.8)):
        lab.panels["perceptron_plane"].hide()
        assert lab.session.before is None
    lab.panels["perceptron_plane"].show()


def test_that_no_drag_leaves_the_range_of_weights(lab: Lab) -> None:
    lab.show(w1=1e6, w2=0.0, b=-5e5)
    for _ in range(3):
        QTest.keyClick(lab.canvas, Qt.Key.Key_Plus, Qt.KeyboardModifier.ShiftModifier)
    assert lab.spec.w1 == 1e6


def test_that_theme_and_language_can_change_while_it_shows(lab: Lab, theme: Theme) -> None:
    light = lab.canvas.grab().toImage().pixelColor(lab.pixel(-0.3, 0.4).toPoint())
    theme.set_mode("dark")
    assert lab.canvas.grab().toImage().pixelColor(lab.pixel(-0.3, 0.4).toPoint()).lightness() < light.lightness()
    QCoreApplication.sendEvent(lab.window, QEvent(QEvent.Type.LanguageChange))
    for panel in lab.panels.values():
        QCoreApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    assert lab.find(Segmented, "perceptron.gate").key == "AND"
    assert lab.text("perceptron.verdict").startswith("4 of 4 right")


def test_that_everything_to_act_on_has_a_name(lab: Lab) -> None:
    kinds = (QAbstractButton, NumberField, Slider, Segmented, TargetGrid, TruthTable, NeuronDiagram, PlaneCanvas)
    for kind in kinds:
        for widget in lab.window.findChildren(kind):
            if widget.objectName().startswith("perceptron."):
                words = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
                assert words, widget.objectName()


# -- gates and targets ----------------------------------------------------------------------------------------------


def test_that_a_gate_brings_the_books_weights(lab: Lab) -> None:
    gates = lab.find(Segmented, "perceptron.gate")
    gates.take("NAND")
    assert lab.spec.weights == (-0.5, -0.5, 0.7)
    assert lab.spec.target == (1, 1, 1, 0)
    assert lab.text("perceptron.verdict").startswith("4 of 4 right")


def test_that_find_weights_gets_every_separable_target_right(lab: Lab) -> None:
    grid, find = lab.find(TargetGrid, "perceptron.targets"), lab.find(QPushButton, "perceptron.find")
    for number in range(16):
        lab.click(grid, grid.tile(number).center())
        lab.click(find)
        assert lab.spec.target == target_of(number)
        best = 4 if number in separable_numbers(2) else 3
        assert lab.text("perceptron.verdict").startswith(f"{best} of 4 right")


def test_that_xor_shows_its_proof_with_the_present_numbers(lab: Lab) -> None:
    proof = lab.find(QWidget, "perceptron.proof")
    assert not proof.isVisible()
    grid = lab.find(TargetGrid, "perceptron.targets")
    lab.click(grid, grid.tile(6).center())
    assert proof.isVisible()
    assert lab.text("perceptron.verdict") == "1 of 4 right   No line separates XOR"
    assert lab.text("perceptron.proof.1") == "It needs z(0, 1) + z(1, 0) > 0"
    assert lab.text("perceptron.proof.2") == "and z(0, 0) + z(1, 1) ≤ 0"
    assert lab.text("perceptron.proof.3") == "but both are w₁ + w₂ + 2b: best 3 of 4."
    for line in (1, 2):
        number = lab.find(LiveText, f"perceptron.proof.now.{line}")
        assert proof.rect().contains(number.geometry())
    assert lab.text("perceptron.proof.now.1") == "−0.40 ✗"
    assert lab.text("perceptron.proof.now.2") == "−0.40 ✓"
    lab.show(b=-0.2)
    assert lab.text("perceptron.proof.now.1") == "0.60 ✓"
    assert lab.text("perceptron.proof.now.2") == "0.60 ✗"
    lab.show(w1=0.3, w2=0.1, b=-0.2)
    assert lab.text("perceptron.proof.now.1") == "0.00 ✗"
    assert lab.text("perceptron.proof.now.2") == "0.00 ✓"


def test_that_targets_are_chosen_by_arrow_keys(lab: Lab) -> None:
    grid = lab.find(TargetGrid, "perceptron.targets")
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_Right)
    assert lab.spec.target == target_of(2)
    assert "No line" not in grid.accessibleDescription()


# -- neuron and table -----------------------------------------------------------------------------------------------


def test_that_typed_values_reach_the_line_and_come_back_from_it(lab: Lab) -> None:
    field = lab.find(NumberField, "perceptron.w1.field")
    type_into(field, "0.25")
    assert lab.spec.w1 == 0.25
    undo(lab)
    assert field.text() == "0.50"
    type_into(field, "-3.125")
    assert lab.spec.w1 == -3.125
    assert field.text() == "−3.125"


def test_that_leaving_a_field_does_not_round_what_it_shows(lab: Lab) -> None:
    lab.show(w1=0.123456)
    field = lab.find(NumberField, "perceptron.w1.field")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert lab.spec.w1 == 0.123456


def test_that_nonsense_is_refused_with_the_reason(lab: Lab) -> None:
    field = lab.find(NumberField, "perceptron.b.field")
    type_into(field, "seven")
    assert lab.spec.b == -0.7
    assert field.message


def test_that_dragging_a_slider_is_one_step_of_undo(lab: Lab) -> None:
    slider = lab.find(Slider, "perceptron.b.slider")
    middle = slider.height() // 2
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPointF(60, middle).toPoint())
    for x in (70, 80, 90):
        QTest.mouseMove(slider, QPointF(x, middle).toPoint())
    assert lab.session.before == (0.5, 0.5, -0.7)
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPointF(90, middle).toPoint())
    assert lab.spec.b != -0.7
    assert round(lab.spec.b, 2) == lab.spec.b
    assert undo_steps(lab) == 1


def test_that_reset_brings_the_gate_back(lab: Lab) -> None:
    reset = lab.panels["perceptron_neuron"].head_controls()[0]
    assert reset.text() == "Reset to AND"
    assert not reset.isEnabled()
    lab.show(w1=1.5)
    assert reset.isEnabled()
    reset.click()
    assert lab.spec.weights == (0.5, 0.5, -0.7)
    lab.show(target=XOR)
    assert (reset.isEnabled(), reset.toolTip()) == (False, "No weights give XOR: no line separates it")


def test_that_the_weighted_sum_is_written_out(lab: Lab) -> None:
    words = shown_texts(lab, "perceptron_table")
    assert "0.50·1 + 0.50·1 − 0.70 = 0.30" in words
    assert "so y = 1" in words
    lab.find(Segmented, "perceptron.activation").take("sigmoid")
    assert "= 0.57" in shown_texts(lab, "perceptron_table")
    assert "y·(1 − y)" in shown_texts(lab, "perceptron_neuron")


def test_that_clicking_a_target_in_the_table_makes_a_custom_one(lab: Lab) -> None:
    table = lab.find(TruthTable, "perceptron.table")
    lab.click(table, table.target_area(0).center())
    assert lab.spec.target == (1, 0, 0, 1)
    assert lab.find(QWidget, "perceptron.proof").isVisible()
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert lab.spec.target == (0, 0, 0, 1)


def test_that_the_table_lights_the_row_under_the_pointer(lab: Lab) -> None:
    table = lab.find(TruthTable, "perceptron.table")
    QTest.mouseMove(table, table.row_area(2).center().toPoint())
    assert lab.session.row == 2
    assert table.accessibleDescription() == "x₁ 1, x₂ 0, z −0.20, y 0, target 0: right"


def test_that_inputs_of_the_drawing_can_be_switched(lab: Lab) -> None:
    diagram = lab.find(NeuronDiagram, "perceptron.diagram")
    lab.click(diagram, diagram.input_area(0).center())
    assert lab.session.row == 1
    QTest.keyClick(diagram, Qt.Key.Key_2)
    assert lab.session.row == 0


# -- learning -------------------------------------------------------------------------------------------------------


def test_that_one_sample_moves_the_line_and_can_be_undone(lab: Lab) -> None:
    lab.click(lab.find(IconButton, "perceptron.back"))
    assert lab.spec.weights == (0, 0, 0)
    following = lab.find(QPushButton, "perceptron.next")
    for _ in range(4):
        lab.click(following)
    assert lab.spec.weights == (0.1, 0.1, 0.1)
    assert "w₁ ← 0.00 + 0.1·(1)·1 =" in lab.text("perceptron.update")
    assert lab.text("perceptron.count.perceptron.updates") == "1"
    lab.click(following)
    assert lab.spec.weights == (0.1, 0.1, 0.0)
    undo(lab)
    assert lab.spec.weights == (0.1, 0.1, 0.1)
    assert lab.text("perceptron.count.perceptron.samples") == "4"
    lab.workspace.document.undo_stack.redo()
    assert lab.text("perceptron.count.perceptron.samples") == "5"


def test_that_and_is_learned_within_the_bound(lab: Lab, qtbot: QtBot) -> None:
    lab.show(w1=0.0, w2=0.0, b=0.0)
    steps = undo_steps(lab)
    lab.session.learner.set_speed(1000)
    lab.click(lab.find(IconButton, "perceptron.run"))
    assert lab.session.learner.running
    qtbot.waitUntil(lambda: not lab.session.learner.running)
    assert all(right(lab.spec))
    assert lab.text("perceptron.headline") == "Learned AND"
    assert int(lab.text("perceptron.count.perceptron.updates")) <= int(lab.text("perceptron.count.perceptron.bound"))
    assert undo_steps(lab) == steps + 1
    undo(lab)
    assert lab.spec.weights == (0, 0, 0)


def test_that_the_circle_of_xor_is_found_and_explained(lab: Lab, qtbot: QtBot) -> None:
    lab.show(w1=0.0, w2=0.0, b=0.0, target=XOR)
    assert lab.text("perceptron.count.perceptron.bound") == "∞"
    lab.click(lab.find(QPushButton, "perceptron.pass"))
    assert "Passes so far: 1, none without an error. The weights have not come back" in lab.text("perceptron.explanation")
    lab.session.learner.set_speed(1000)
    lab.click(lab.find(IconButton, "perceptron.run"))
    qtbot.waitUntil(lambda: not lab.session.learner.running)
    assert "circle" in lab.text("perceptron.headline")
    assert "just as after pass" in lab.text("perceptron.explanation")


def test_that_a_run_can_be_paused_and_stops_when_the_panel_is_hidden(lab: Lab) -> None:
    lab.show(w1=0.0, w2=0.0, b=0.0)
    run = lab.find(IconButton, "perceptron.run")
    lab.click(run)
    assert run.accessibleName() == "Pause"
    lab.click(run)
    assert not lab.session.learner.running
    lab.click(run)
    lab.panels["perceptron_learn"].hide()
    assert not lab.session.learner.running


def test_that_taking_hold_of_the_line_stops_the_run(lab: Lab) -> None:
    lab.show(target=XOR)
    lab.session.learner.run()
    with lab.dragging(lab.pixel(0.7, 0.7), lab.pixel(0.9, 0.9)):
        assert not lab.session.learner.running
    assert lab.session.learner.progress.samples == 0


def test_that_gradient_descent_shows_a_smooth_unit_and_a_falling_loss(lab: Lab) -> None:
    lab.find(Segmented, "perceptron.rule").take("descent")
    assert lab.spec.activation == "sigmoid"
    lab.show(w1=0.0, w2=0.0, b=0.0, eta=1.0)
    for _ in range(100):
        lab.session.learner.step(4, "Learn one pass")
    losses = lab.session.learner.progress.losses
    assert losses[-1] < 0.3 * losses[0]
    assert lab.text("perceptron.headline") == "Learned AND"
    assert lab.text("perceptron.count.descent.bound") == "—"


def test_that_both_rules_learn_from_the_same_samples_side_by_side(lab: Lab) -> None:
    lab.show(w1=0.0, w2=0.0, b=0.0, target=XOR)
    plane = lab.find(PlaneCanvas, "perceptron.plane")
    assert plane.scene().beside is None
    following = lab.find(QPushButton, "perceptron.next")
    for _ in range(6):
        lab.click(following)
    learner = lab.session.learner
    assert learner.beside.last is not None
    assert learner.progress.last is not None
    assert learner.beside.last.row == learner.progress.last.row
    assert lab.text("perceptron.count.descent.samples") == lab.text("perceptron.count.perceptron.samples") == "6"
    assert lab.text("perceptron.count.descent.updates") == "6"
    assert lab.text("perceptron.count.perceptron.updates") != "6"
    beside = plane.scene().beside
    assert beside is not None
    assert beside.weights == learner.beside_weights != lab.spec.weights
    undo(lab)
    assert learner.beside.samples == learner.progress.samples < 6


def test_that_going_to_the_start_takes_both_rules_there(lab: Lab) -> None:
    lab.show(w1=0.0, w2=0.0, b=0.0)
    lab.session.learner.step(3, "Learn")
    assert lab.spec.weights == (0, 0, 0)
    assert lab.find(PlaneCanvas, "perceptron.plane").scene().beside is not None
    lab.click(lab.find(IconButton, "perceptron.back"))
    assert lab.session.learner.beside.samples == 0
    assert lab.find(PlaneCanvas, "perceptron.plane").scene().beside is None


def test_that_a_random_start_is_the_same_for_the_same_document(lab: Lab) -> None:
    dice = lab.find(IconButton, "perceptron.start.random")
    lab.click(dice)
    first = lab.spec.start
    assert lab.spec.weights == first != (0, 0, 0)
    undo(lab)
    lab.click(dice)
    assert lab.spec.start == first
    lab.click(dice)
    assert lab.spec.start != first


def test_that_another_target_begins_the_learning_anew(lab: Lab) -> None:
    lab.session.learner.step(3, "Learn")
    assert lab.session.learner.progress.samples == 3
    lab.show(target=(0, 1, 1, 1))
    assert lab.session.learner.progress.samples == 0


def shown_texts(lab: Lab, panel: str) -> str:
    texts = [label.text() for label in lab.panels[panel].findChildren(QLabel) if label.isVisible()]
    live = [text.accessibleName() for text in lab.panels[panel].findChildren(LiveText) if text.isVisible()]
    return "\n".join(texts + live).replace("\N{NO-BREAK SPACE}", " ")
