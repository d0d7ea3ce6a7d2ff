"""Where things stand on the canvas of circuits: nothing covers another, nothing jumps under the hand."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget

from core.perceptron.board import CircuitBoard, owner
from core.perceptron.board_presets import BOARDS
from workbench.panels.perceptron_circuits.geometry import BUBBLE, bubble_places, course, distance, rect_of, wires
from workbench.perceptron.export_button import ExportButton
from workbench.perceptron.wording import formula_text
from workbench.widgets.toast import Toast


@pytest.mark.parametrize("name", sorted(BOARDS))
def test_that_no_wire_of_a_preset_runs_behind_a_part(name):
    board = BOARDS[name]()
    for wire in wires(board):
        path = course(board, wire)
        for part in board.parts:
            if part.id not in {wire.part_id, owner(wire.source)}:
                box = rect_of(board, part)
                assert not any(box.contains(path.pointAtPercent(n / 60)) for n in range(61)), f"{wire} behind {part.id}"


@pytest.mark.parametrize("name", sorted(BOARDS))
def test_that_the_values_on_the_wires_of_a_preset_can_all_be_read(name):
    board = BOARDS[name]()
    spots = bubble_places(board, wires(board))
    for first, second in combinations(spots.values(), 2):
        assert distance(first, second) > 2 * BUBBLE
    for spot in spots.values():
        assert not any(rect_of(board, part).contains(spot) for part in board.parts)


def test_that_inputs_come_to_the_left_of_gates_and_outputs_to_the_right(empty):
    gate = empty.add("AND")
    ends = [empty.add(name) for name in ("Input", "Input", "Output", "Output")]
    first, second, out, other = (rect_of(empty.board, empty.board.part(part.id)) for part in ends)
    box = rect_of(empty.board, gate)
    assert max(first.right(), second.right()) < box.left()
    assert box.right() < min(out.left(), other.left())
    assert first.left() == second.left()
    assert first.bottom() < second.top()
    assert out.bottom() < other.top()


def test_that_a_copy_covers_nothing(bench):
    bench.desk.select({"nand"})
    before = [rect_of(bench.board, part) for part in bench.board.parts]
    bench.key(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    bench.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    (new,) = bench.desk.selection()
    assert not any(rect_of(bench.board, new).intersects(box) for box in before)


def test_that_the_canvas_stays_still_while_everything_is_in_sight(bench):
    gate = bench.middle("or")
    bench.drag(bench.middle("x1"), bench.middle("x1") + QPoint(30, 10))
    assert bench.middle("or") == gate
    far = QPoint(bench.canvas.width() - 4, 8)
    bench.drag(bench.middle("x1"), far)
    assert bench.middle("or") != gate
    assert bench.canvas.rect().contains(bench.middle("x1"))


def test_that_going_back_from_a_large_circuit_shows_the_small_one_large(bench):
    def scale() -> float:
        return bench.canvas.pixel_of(QPointF(1000, 0)).x() - bench.canvas.pixel_of(QPointF()).x()

    bench.take("circuits.presets", "majority")
    before = scale()
    bench.take("circuits.presets", "four_bit_adder")
    assert scale() < before
    bench.undo()
    assert scale() == before


def test_that_an_empty_canvas_says_what_to_do_and_does_it(empty):
    hint = empty.find(QWidget, "circuits.empty")
    assert hint.isVisible()
    assert not empty.find(QWidget, "circuits.table.head").isVisible()
    empty.click("circuits.empty.button")
    assert [part.name for part in empty.board.parts] == ["x1", "x2", "y1"]
    assert not hint.isVisible()
    assert empty.find(QWidget, "circuits.table.head").isVisible()
    empty.undo()
    assert empty.board == CircuitBoard()
    assert hint.isVisible()


def test_that_opening_as_a_network_says_that_the_outputs_are_equal(bench):
    bench.take("circuits.presets", "four_bit_adder")
    open_it = bench.find(QPushButton, "circuits.open")
    open_it.click()
    toast = bench.panel.findChild(Toast)
    assert toast is not None
    weights = len(bench.workspace.experiment.by_hand)
    assert toast.text == f"{weights} weights and biases carried over; outputs equal in 256 of 256 rows"


def test_that_variables_in_words_are_written_as_in_formulas():
    assert formula_text("majority(x1, x12) of AND2, s4") == "majority(x₁, x₁₂) of AND2, s₄"


def test_that_a_picture_shows_the_whole_circuit_whatever_is_in_sight_or_selected(bench, tmp_path, monkeypatch):
    def picture(name: str) -> QImage:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / name), ""))
        export = bench.find(ExportButton, "circuits.export")
        next(action for action in export.menu().actions() if action.objectName() == "circuits.export.png").trigger()
        return QImage(str(tmp_path / name))

    before = picture("before.png")
    bench.desk.select({"nand"})
    bench.canvas.zoom(4.0)
    seen = bench.middle("nand")
    assert picture("after.png") == before
    assert bench.middle("nand") == seen
    assert bench.desk.selected == {"nand"}


def test_that_a_name_with_angle_brackets_is_shown_as_it_is(bench):
    wrong = next(part for part in bench.board.parts if part.kind == "gate" and part.id.startswith("w_wrong"))
    bench.desk.apply(bench.board.with_part(replace(wrong, name="<i>x</i>")), "Rename")
    assert "&lt;i&gt;x&lt;/i&gt;" in bench.find(QLabel, "circuits.why").text()
