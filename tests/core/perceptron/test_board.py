"""Circuits on the canvas: edits, loops, gates of one's own, and what becomes of them as a network."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.datasets.recipe import prepare
from core.errors import CoreError, SpecError
from core.experiment import Experiment
from core.perceptron.board import CircuitBoard, Part, loop_closed_by, owner
from core.perceptron.board_edits import (
    added,
    moved,
    new_part,
    pasted,
    removed,
    renamed,
    wired,
    with_chip,
    with_ports,
    without_chip,
)
from core.perceptron.board_presets import BOARDS, chip_of, xor_two_ways
from core.perceptron.board_values import connected, flat, gate_count, piece_of, pieces, right_rows, values
from core.perceptron.challenges import CHALLENGES, begin, check
from core.perceptron.circuit import truth_table
from core.perceptron.circuit_run import run_of
from core.perceptron.circuit_text import as_text, formula_of, table_of
from core.perceptron.functions import rows
from core.serial import from_json, to_json
from core.training.session import Session

OPERATORS = {"AND": lambda a, b: a & b, "OR": lambda a, b: a | b, "NAND": lambda a, b: 1 - (a & b)}


def built(*names: str) -> CircuitBoard:
    board = CircuitBoard()
    for name in names:
        board = added(board, new_part(board, name, 0, 0))
    return board


def outputs(board: CircuitBoard) -> list[str]:
    return ["".join(str(row[part.sources[0]]) for row in values(board)) for part in board.of_kind("output")]


def drawn(rng: np.random.Generator) -> CircuitBoard:
    board = built(*["Input"] * int(rng.integers(1, 4)))
    for _ in range(int(rng.integers(1, 8))):
        known = ["", *(part.id for part in board.parts)]
        part = new_part(board, str(rng.choice(["AND", "OR", "NAND"])), 0, 0)
        board = added(board, replace(part, sources=tuple(str(rng.choice(known)) for _ in range(2))))
    out = new_part(board, "Output", 0, 0)
    return added(board, replace(out, sources=(str(rng.choice([part.id for part in board.parts])),)))


def by_operators(board: CircuitBoard, given: dict[str, int], source: str) -> int:
    if not source:
        return 0
    part = board.part(source)
    if part.kind == "input":
        return given[part.name]
    return OPERATORS[part.name](*(by_operators(board, given, s) for s in part.sources))


def test_that_thousands_of_random_boards_compute_what_python_does():
    rng = np.random.default_rng(0)
    for _ in range(1500):
        board = drawn(rng)
        (end,) = board.of_kind("output")
        for x, row in zip(rows(len(board.variables)), values(board), strict=True):
            given = dict(zip(board.variables, x, strict=True))
            assert row[end.sources[0]] == by_operators(board, given, end.sources[0])


def test_that_a_random_board_as_a_chip_gives_what_it_gave():
    rng = np.random.default_rng(1)
    for _ in range(200):
        inner = drawn(rng)
        board = with_chip(built(*["Input"] * len(inner.variables)), chip_of(inner, "mine"))
        chip = replace(new_part(board, "mine", 0, 0), sources=tuple(part.id for part in board.parts))
        board = added(board, chip)
        board = added(board, replace(new_part(board, "Output", 0, 0), sources=(chip.id,)))
        assert outputs(board) == outputs(inner)
        nested = chip_of(board, "again")
        assert truth_table(nested.circuit) == truth_table(chip_of(inner, "mine").circuit)


@pytest.mark.parametrize("name", BOARDS)
def test_that_presets_do_what_they_are_called(name):
    board = BOARDS[name]()
    judged = [all(right_rows(board, part.id)) for part in board.of_kind("output")]
    assert judged == ([True, False] if name == "xor_two_ways" else [True] * len(judged))
    places = [(part.x, part.y) for part in board.parts]
    assert len(set(places)) == len(places)


def test_that_the_adder_adds():
    found = outputs(BOARDS["four_bit_adder"]())
    sums = [int("".join(column), 2) for column in zip(*found, strict=True)]
    assert sums == [a + b for a in range(16) for b in range(16)]


@pytest.mark.parametrize("name", ["xor_two_ways", "full_adder", "four_bit_adder", "multiplexer", "majority"])
def test_that_a_network_made_of_a_board_gives_the_same_in_every_row(name):
    board = BOARDS[name]()
    experiment = run_of(board, Experiment(), name)
    data = prepare(experiment.data, experiment.seed)
    network = Session(experiment, data).network
    assert data.outputs == network.output_shape[0]
    given = network.forward(data.test.x)
    assert np.array_equal(given, data.test.t)
    assert np.array_equal(given.astype(int), np.array(truth_table(flat(board).circuit)))


def test_that_a_wire_that_closes_a_loop_is_refused_with_the_loop():
    board = built("AND", "OR", "NAND")
    board = wired(wired(board, "or1", 0, "and1"), "nand1", 1, "or1")
    assert loop_closed_by(board, "and1", "nand1") == ("nand1", "and1", "or1", "nand1")
    assert loop_closed_by(board, "nand1", "and1") == ()
    with pytest.raises(SpecError) as caught:
        wired(board, "and1", 1, "nand1")
    assert caught.value.code == "circuit_loop"
    assert sorted(set(str(caught.value.details["loop"]).split(" → "))) == ["AND", "NAND", "OR"]


def test_that_a_gate_that_feeds_itself_is_a_loop():
    assert loop_closed_by(built("AND"), "and1", "and1") == ("and1", "and1")


def test_that_taking_a_part_away_takes_its_wires():
    board = removed(xor_two_ways(), {"nand"})
    assert board.part("xor").sources == ("", "or")
    assert len(board.parts) == len(xor_two_ways().parts) - 1


def test_that_another_input_drops_targets_that_have_too_few_rows():
    board = added(xor_two_ways(), new_part(xor_two_ways(), "Input", 0, 0))
    assert board.variables == ("x1", "x2", "x3")
    assert {part.target for part in board.of_kind("output")} == {""}


def test_that_inputs_of_one_name_are_one_variable():
    board = built("Input", "Input")
    assert board.variables == ("x1", "x2")
    assert renamed(board, "in2", "x1").variables == ("x1",)


def test_that_copies_keep_the_wires_among_them():
    board = xor_two_ways()
    copied, ids = pasted(board, [board.part(name) for name in ("nand", "or", "xor")], 20, 20)
    assert len(copied.parts) == len(board.parts) + 3
    top = copied.part(ids[2])
    assert [owner(source) for source in top.sources] == [ids[0], ids[1]]
    assert copied.part(ids[0]).sources == ("", "")
    assert (top.x, top.y) == (board.part("xor").x + 20, board.part("xor").y + 20)


def test_that_a_gate_can_have_more_ports():
    board = with_ports(wired(built("Input", "Perceptron"), "unit1", 1, "in1"), "unit1", 3)
    assert (board.part("unit1").w, board.part("unit1").sources) == ((1.0, 1.0, 1.0), ("", "in1", ""))
    assert with_ports(board, "unit1", 1).part("unit1").sources == ("",)


def test_that_a_chip_leaves_the_palette_with_its_parts():
    board = without_chip(BOARDS["four_bit_adder"](), "half adder")
    assert [chip.name for chip in board.chips] == ["full adder"]
    assert board.part("add1").sources[2] == ""


def test_that_pieces_are_what_wires_hold_together():
    board = xor_two_ways()
    assert len(pieces(board)) == 2
    upper = connected(board, "nand")
    assert "w_nand" not in upper
    assert outputs(piece_of(board, upper)) == ["0110"]


def test_that_boards_survive_json():
    for make in BOARDS.values():
        assert from_json(CircuitBoard, to_json(make())) == make()
    assert from_json(Experiment, to_json(Experiment())) == Experiment()


@pytest.mark.parametrize(
    "change",
    [
        {"id": "a.b"},
        {"id": ""},
        {"x": float("nan")},
        {"x": 1e9},
        {"w": (float("inf"), 1.0)},
        {"w": (1.0,)},
        {"sources": ("nowhere", "")},
        {"sources": ("and1", "")},
        {"target": "01x"},
    ],
)
def test_that_a_damaged_board_is_refused(change):
    part = built("AND").parts[0]
    with pytest.raises(CoreError):
        CircuitBoard((replace(part, **change),))


def test_that_too_many_inputs_are_refused():
    with pytest.raises(SpecError) as caught:
        built(*["Input"] * 9)
    assert caught.value.code == "circuit_inputs"


SOLUTIONS = {
    "xor": "xor_two_ways",
    "nand_only_xor": "nand_xor",
    "half_adder": "half_adder",
    "multiplexer": "multiplexer",
    "majority": "majority",
    "full_adder": "full_adder",
    "parity": "parity",
}


@pytest.mark.parametrize("name", CHALLENGES)
def test_that_every_challenge_can_be_solved_and_is_not_at_first(name):
    start = begin(name, CircuitBoard())
    assert start.challenge == name
    assert check(name, start).right == 0
    board = BOARDS[SOLUTIONS[name]]()
    board = piece_of(board, pieces(board)[0])
    progress = check(name, board)
    assert progress.solved, progress


def test_that_a_challenge_counts_gates_and_refuses_foreign_ones():
    xor = piece_of(xor_two_ways(), pieces(xor_two_ways())[0])
    assert check("nand_only_xor", xor).foreign in {"OR", "AND"}
    one_more = added(xor, *(new_part(xor, "AND", 0, 0),))
    assert (check("xor", one_more).gates, check("xor", one_more).solved) == (4, False)
    assert check("xor", removed(xor, {"out1"})).missing == "y"


def test_that_a_chip_counts_all_its_gates():
    assert gate_count(BOARDS["four_bit_adder"]()) == 4 + 3 * 9


def test_that_moving_changes_no_value():
    board = xor_two_ways()
    assert outputs(moved(board, {"nand": (1.0, 2.0)})) == outputs(board)
    assert moved(board, {"nand": (1.0, 2.0)}).part("nand").y == 2.0


def test_that_text_has_formulas_weights_and_the_table():
    board = xor_two_ways()
    assert formula_of(board, "xor") == "AND(NAND, OR)"
    text = as_text(board)
    assert "nand = NAND(x1, x2)    w = (-0.5, -0.5), b = 0.7" in text
    assert "1\t1\t0\t1\t0\t0" in text
    assert table_of(board)[0] == ["x1", "x2", "y", "y", "target y", "target y"]


def test_that_parts_know_their_pins():
    board = BOARDS["four_bit_adder"]()
    assert board.pins(board.part("add0")) == ("add0", "add0.1")
    assert board.ports(Part("p", "probe", "p1", sources=("",))) == ("p1",)
