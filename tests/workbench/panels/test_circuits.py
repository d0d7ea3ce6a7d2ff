"""Circuits wired with the mouse and the keyboard, as a person does it."""

from __future__ import annotations

import csv

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QGuiApplication, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from core.experiment import Experiment
from core.network import Network
from core.perceptron.board import owner
from core.perceptron.board_presets import BOARDS
from core.perceptron.board_values import right_rows, values
from core.perceptron.circuit_text import table_of
from core.perceptron.functions import rows
from core.serial import from_json, to_json
from tests.workbench.panels.acting import drag_out, drag_over, drop
from tests.workbench.panels.circuit_bench import LEFT
from workbench.dragging import CIRCUIT_PART, mime_of, name_in
from workbench.panels.perceptron_circuits.circuit_table import CircuitTable
from workbench.panels.perceptron_circuits.geometry import Wire, pin_at, port_at, rect_of
from workbench.perceptron.export import save_svg, save_table
from workbench.perceptron.session import perceptron_session
from workbench.plots.export import save_png
from workbench.workspace import Workspace


def test_that_xor_is_wired_from_an_empty_canvas(empty):
    names = ("Input", "Input", "NAND", "OR", "AND", "Output")
    x1, x2, nand, either, both, out = (empty.add(name).id for name in names)
    for source, part, port in (
        (x1, nand, 0),
        (x2, nand, 1),
        (x1, either, 0),
        (x2, either, 1),
        (nand, both, 0),
        (either, both, 1),
        (both, out, 0),
    ):
        empty.wire(source, part, port)
        assert empty.board.part(part).sources[port] == source
    assert [row[both] for row in values(empty.board)] == [0, 1, 1, 0]
    for _ in range(7):
        empty.undo()
    assert not any(any(part.sources) for part in empty.board.parts)


def test_that_a_part_dragged_from_the_palette_stands_where_it_was_let_go(empty):
    spot = QPoint(230, 90)
    mime = mime_of(CIRCUIT_PART, "NAND")
    assert drag_over(empty.canvas, mime, spot)
    assert not empty.board.parts
    drag_out(empty.canvas)
    assert drop(empty.canvas, mime, spot)
    assert [part.name for part in empty.board.parts] == ["NAND"]
    placed = empty.board.parts[0]
    assert (empty.middle(placed.id) - spot).manhattanLength() <= 10
    assert empty.desk.selected == {placed.id}
    empty.undo()
    assert not empty.board.parts


def test_that_a_gate_that_this_document_does_not_have_cannot_be_dropped(empty):
    assert not drop(empty.canvas, mime_of(CIRCUIT_PART, "mine"), QPoint(100, 100))
    assert not drop(empty.canvas, mime_of("text/plain", "NAND"), QPoint(100, 100))
    assert not empty.board.parts


def test_that_pressing_a_part_of_the_palette_and_moving_away_drags_it(empty, monkeypatch):
    dragged = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, _action: dragged.append(name_in(drag.mimeData(), CIRCUIT_PART)))
    button = empty.find(QWidget, "circuits.add.OR")
    start = button.rect().center()
    QTest.mousePress(button, LEFT, pos=start)
    far = start + QPoint(0, 60)
    move = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(far),
        button.mapToGlobal(QPointF(far)),
        Qt.MouseButton.NoButton,
        LEFT,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(button, move)
    QTest.mouseRelease(button, LEFT, pos=far)
    assert dragged == ["OR"]
    assert not empty.board.parts


def test_that_no_part_covers_another(empty):
    parts = [empty.add(name).id for name in ("Input", "AND", "AND", "OR", "Probe", "Output", "Perceptron")]
    boxes = [rect_of(empty.board, empty.board.part(name)) for name in parts]
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[:n])


def test_that_a_wire_snaps_to_a_port_nearby_and_to_a_free_port_of_a_part(bench):
    bench.take("circuits.presets", "empty")
    x, gate = bench.add("Input").id, bench.add("AND").id
    bench.drag(bench.pin(x), bench.port(gate, 1) + QPoint(-8, 6))
    assert bench.board.part(gate).sources == ("", x)
    bench.drag(bench.pin(x), bench.middle(gate))
    assert bench.board.part(gate).sources == (x, x)


def test_that_a_wire_can_be_drawn_backwards_taken_off_and_put_elsewhere(bench):
    bench.drag(bench.port("xor", 0), QPoint(5, 5))
    assert bench.board.part("xor").sources == ("", "or")
    bench.drag(bench.port("xor", 0), bench.pin("nand"))
    assert bench.board.part("xor").sources == ("nand", "or")
    bench.drag(bench.port("xor", 0), bench.port("out1", 0))
    assert bench.board.part("out1").sources == ("nand",)
    assert bench.board.part("xor").sources == ("", "or")
    bench.undo()
    assert bench.board.part("out1").sources == ("xor",)
    assert bench.board.part("xor").sources == ("nand", "or")


def test_that_a_loop_is_refused_and_shown(bench):
    before = bench.board
    bench.drag(bench.pin("xor"), bench.port("nand", 0), release=False)
    assert set(bench.canvas.drawn().loop) == {"xor", "nand"}
    assert "AND → NAND → AND" in bench.said()
    QTest.mouseRelease(bench.canvas, LEFT, pos=bench.port("nand", 0))
    assert bench.board == before
    assert not bench.workspace.document.is_dirty


def test_that_parts_move_on_the_grid_as_one_step_of_undo(bench):
    before = bench.board.part("nand")
    start = bench.middle("nand")
    bench.drag(start, start + QPoint(20, 10), start + QPoint(40, 33))
    after = bench.board.part("nand")
    assert (after.x, after.y) != (before.x, before.y)
    assert (after.x % 10, after.y % 10) == (0, 0)
    assert after.sources == before.sources
    bench.undo()
    assert bench.board.part("nand") == before


def test_that_a_click_on_an_input_turns_it_over_and_lights_the_row_everywhere(bench):
    assert bench.desk.row == 3
    QTest.mouseClick(bench.canvas, LEFT, pos=bench.middle("x1"))
    assert (bench.desk.row, perceptron_session(bench.workspace).row) == (1, 1)
    perceptron_session(bench.workspace).look_at(2)
    assert bench.desk.now["x1"] == 1
    assert bench.desk.now["x2"] == 0


def test_that_the_clock_steps_through_all_rows_and_runs(bench, qtbot):
    seen = []
    for _ in range(4):
        bench.click("circuits.clock.next")
        seen.append(bench.desk.now["xor"])
    assert seen == [0, 1, 1, 0]
    bench.click("circuits.clock.back")
    assert bench.desk.row == 2
    bench.click("circuits.clock.run")
    assert bench.desk.running
    qtbot.waitUntil(lambda: bench.desk.row == 3, timeout=4000)
    bench.panel.hide()
    assert not bench.desk.running


def test_that_delete_takes_a_part_or_a_wire(bench):
    place = bench.canvas.pixel_of((pin_at(bench.board, "xor") + port_at(bench.board, bench.board.part("out1"), 0)) / 2)
    QTest.mouseClick(bench.canvas, LEFT, pos=place.toPoint())
    assert bench.canvas.wire == Wire("out1", 0, "xor")
    bench.key(Qt.Key.Key_Delete)
    assert bench.board.part("out1").sources == ("",)
    QTest.mouseClick(bench.canvas, LEFT, pos=bench.middle("or"))
    bench.click("circuits.delete")
    assert "or" not in {part.id for part in bench.board.parts}
    bench.undo()
    bench.undo()
    assert bench.board == Experiment().circuit


def test_that_parts_are_copied_with_the_wires_among_them(bench):
    bench.desk.select({"nand", "or", "xor"})
    bench.key(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    bench.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(bench.board.parts) == 15
    new = bench.desk.selection()
    assert len(new) == 3
    (top,) = (part for part in new if part.name == "AND")
    assert {owner(source) for source in top.sources} <= {part.id for part in new}
    bench.key(Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert len(bench.board.parts) == 12
    bench.key(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert len(bench.board.parts) == 12


def test_that_foreign_text_is_not_pasted(bench):
    QGuiApplication.clipboard().setText("hello")
    bench.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert bench.board == Experiment().circuit


def test_that_a_band_selects_what_it_touches(bench):
    box = rect_of(bench.board, bench.board.part("nand")).united(rect_of(bench.board, bench.board.part("or")))
    bench.drag(bench.pixel(box.topLeft() + QPointF(-6, -6)), bench.pixel(box.bottomRight() + QPointF(-20, -20)))
    assert {"nand", "or"} <= bench.desk.selected
    assert "xor" not in bench.desk.selected


def test_that_a_wire_is_made_by_keyboard(empty):
    x, gate = empty.add("Input").id, empty.add("OR").id
    empty.desk.select({x})
    empty.key(Qt.Key.Key_W)
    empty.key(Qt.Key.Key_PageDown)
    empty.key(Qt.Key.Key_PageDown)
    empty.key(Qt.Key.Key_Return)
    assert empty.board.part(gate).sources == ("", x)
    empty.key(Qt.Key.Key_W)
    empty.key(Qt.Key.Key_Escape)
    empty.key(Qt.Key.Key_PageDown)
    assert empty.desk.selected == {gate}
    before = empty.board.part(gate).x
    empty.key(Qt.Key.Key_Right)
    assert empty.board.part(gate).x == before + 10
    empty.desk.select({x})
    row = empty.desk.row
    empty.key(Qt.Key.Key_Space)
    assert empty.desk.row == 1 - row


def test_that_weights_are_typed_and_heal_the_wrong_wiring(bench):
    assert "NAND" in bench.find(QWidget, "circuits.why").text()
    QTest.mouseClick(bench.canvas, LEFT, pos=bench.middle("w_wrong"))
    field = bench.find(QWidget, "circuits.part.b")
    assert field.isVisible()
    field.selectAll()
    QTest.keyClicks(field, "-0.7")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert all(right_rows(bench.board, "w_out1"))
    assert not bench.find(QWidget, "circuits.why").isVisible()


def test_that_a_perceptron_gets_another_input(empty):
    gate = empty.add("Perceptron").id
    empty.click("circuits.part.more")
    assert len(empty.board.part(gate).w) == 3
    empty.click("circuits.part.fewer")
    assert len(empty.board.part(gate).w) == 2


def test_that_a_part_is_renamed(bench):
    QTest.mouseClick(bench.canvas, LEFT, pos=bench.middle("out1"))
    line = bench.find(QWidget, "circuits.part.name")
    line.selectAll()
    QTest.keyClicks(line, "odd")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert bench.board.part("out1").name == "odd"


def test_that_a_click_on_a_target_turns_it(bench):
    table = bench.find(CircuitTable, "circuits.table")
    column = next(n for n, c in enumerate(table.columns) if c.kind == "target")
    assert table.columns[column].head == "target XOR"
    QTest.mouseClick(table, LEFT, pos=table.cell(column, 3).center().toPoint())
    assert {part.target for part in bench.board.of_kind("output")} == {"0111"}
    assert [c.wanted for c in table.columns if c.kind == "output"] == ["0111", "0111"]


def test_that_the_table_shows_what_the_picture_promises(bench):
    table = bench.find(CircuitTable, "circuits.table")
    heads = [column.head for column in table.columns]
    assert heads == ["x₁", "x₂", "NAND", "OR", "target XOR", "AND(NAND, OR)", "OR(NAND, OR)"]
    assert [column.bits for column in table.columns[-2:]] == [tuple("0110"), tuple("1111")]
    assert "Right in 2 of 4" in bench.find(QWidget, "circuits.why").text()


@pytest.mark.parametrize("name", BOARDS)
def test_that_every_preset_is_shown_whole(bench, name):
    bench.take("circuits.presets", name)
    assert bench.board.parts == BOARDS[name]().parts
    for part in bench.board.parts:
        box = rect_of(bench.board, part)
        assert bench.canvas.rect().contains(bench.pixel(box.topLeft()))
        assert bench.canvas.rect().contains(bench.pixel(box.bottomRight()))
    bench.panel.grab()


def test_that_a_challenge_is_checked_as_it_is_built(bench):
    bench.take("circuits.challenges", "half_adder")
    label = bench.find(QWidget, "circuits.challenge")
    assert "0 of 8" in label.text()
    nand, either, both, carry = (bench.add(name).id for name in ("NAND", "OR", "AND", "AND"))
    x1, x2 = (part.id for part in bench.board.of_kind("input"))
    total, over = (part.id for part in bench.board.of_kind("output"))
    for part in (nand, either, carry):
        bench.wire(x1, part, 0)
        bench.wire(x2, part, 1)
    bench.wire(nand, both, 0)
    bench.wire(either, both, 1)
    bench.wire(both, total, 0)
    assert "4 of 8" in label.text()
    bench.wire(carry, over, 0)
    assert "solved with 4 of 5" in label.text()
    for _ in range(2):
        bench.add("AND")
    assert "too many by 1" in label.text()


def test_that_a_circuit_becomes_a_gate_of_the_palette(bench):
    bench.desk.select({"xor"})
    bench.click("circuits.save_gate")
    line = bench.find(QWidget, "circuits.gate.name")
    assert line.text() == "XOR"
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert [chip.name for chip in bench.board.chips] == ["XOR"]
    bench.take("circuits.presets", "empty")
    first, second, chip, out = (bench.add(name).id for name in ("Input", "Input", "XOR", "Output"))
    bench.wire(first, chip, 0)
    bench.wire(second, chip, 1)
    bench.wire(chip, out, 0)
    assert [row[chip] for row in values(bench.board)] == [0, 1, 1, 0]
    button = bench.find(QWidget, "circuits.add.XOR")
    button.actions()[0].trigger()
    assert bench.board.chips == ()
    assert chip not in {part.id for part in bench.board.parts}


def test_that_a_circuit_opens_as_a_network_with_its_weights(bench, qtbot):
    wanted = []
    bench.workspace.lab_wanted.connect(wanted.append)
    bench.desk.select({"xor"})
    bench.click("circuits.open")
    assert wanted == ["network"]
    qtbot.waitUntil(lambda: _shows_network(bench.workspace), timeout=20000)
    frame = bench.workspace.frame
    network = Network(frame.experiment.network, (2,), seed=frame.experiment.seed)
    network.theta[...] = frame.snapshot.theta
    assert np.array_equal(network.forward(np.array(rows(2), np.float32)).ravel(), [0, 1, 1, 0])
    assert bench.board == Experiment().circuit
    bench.undo()
    assert bench.workspace.experiment == Experiment()


def test_that_a_reset_of_a_circuit_opened_as_a_network_brings_the_weights_of_its_gates_back(bench, qtbot):
    bench.desk.select({"xor"})
    bench.click("circuits.open")
    qtbot.waitUntil(lambda: _shows_network(bench.workspace), timeout=20000)
    workspace = bench.workspace
    compiled = workspace.frame.snapshot.theta.copy()
    workspace.step_batch()
    qtbot.waitUntil(lambda: workspace.frame.iteration == 1, timeout=20000)
    workspace.reset()
    qtbot.waitUntil(lambda: workspace.frame.iteration == 0, timeout=20000)
    assert np.array_equal(workspace.frame.snapshot.theta, compiled)
    assert np.array_equal(workspace.frame.initial.theta, compiled)
    bench.undo()
    bench.workspace.document.undo_stack.redo()
    qtbot.waitUntil(lambda: workspace.run.newest is not None and _shows_network(workspace), timeout=20000)
    assert np.array_equal(workspace.run.newest.theta, compiled)
    workspace.open(from_json(Experiment, to_json(workspace.experiment)), snapshots=workspace.run.timeline.snapshots)
    workspace.step_batch()
    workspace.reset()
    qtbot.waitUntil(lambda: workspace.run.newest is not None, timeout=20000)
    assert np.array_equal(workspace.run.newest.theta, compiled)


def _shows_network(workspace: Workspace) -> bool:
    frame = workspace.frame
    return frame is not None and frame.experiment.data.source.kind == "TruthTable"


def test_that_the_circuit_is_copied_as_text_and_exported(bench, tmp_path):
    bench.panel.copy_text()
    assert "nand = NAND(x1, x2)" in QGuiApplication.clipboard().text()
    save_png(bench.canvas, tmp_path / "a.png")
    assert QImage(str(tmp_path / "a.png")).width() == 2 * bench.canvas.width()
    save_svg(bench.canvas, bench.canvas.draw, tmp_path / "a.svg")
    assert "NAND" in (tmp_path / "a.svg").read_text()
    save_table(table_of(bench.board), tmp_path / "a.csv")
    with (tmp_path / "a.csv").open() as file:
        table = list(csv.reader(file))
    assert table[0][:4] == ["x1", "x2", "y", "y"]
    assert table[4] == ["1", "1", "0", "1", "0", "0"]


def test_that_the_document_keeps_the_circuit(bench):
    bench.add("Perceptron")
    kept = from_json(Experiment, to_json(bench.workspace.experiment))
    assert kept.circuit == bench.board


def test_that_a_ninth_input_is_refused_in_words(empty):
    for _ in range(8):
        empty.add("Input")
    empty.click("circuits.add.Input")
    assert len(empty.board.variables) == 8
    assert "9" in empty.said()


def test_that_zooming_and_moving_the_view_change_nothing_of_the_circuit(bench):
    before = bench.pin("nand")
    bench.key(Qt.Key.Key_Plus)
    assert bench.pin("nand") != before
    bench.click("circuits.fit")
    assert bench.pin("nand") == before
    assert not bench.workspace.document.is_dirty
