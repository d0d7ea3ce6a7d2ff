"""Circuits to build oneself, checked row by row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from core.perceptron.board import CircuitBoard, Part
from core.perceptron.board_presets import ROW
from core.perceptron.board_values import flat, gate_count, right_rows
from core.perceptron.circuit import Gate
from core.perceptron.functions import BOOK_WEIGHTS, rows
from core.perceptron.unit import weighted_sum


@dataclass(frozen=True, slots=True)
class Challenge:
    """What is to be built.

    Parameters
    ----------
    inputs
        The names of the inputs.
    outputs
        Name and wanted values, row by row, of each output.
    most_gates
        How many perceptrons may be used, those inside gates of one's own with them.
    only
        The one gate that may be used, ``"NAND"``; "" for any.
    """

    inputs: tuple[str, ...]
    outputs: tuple[tuple[str, str], ...]
    most_gates: int
    only: str = ""


CHALLENGES: Final[Mapping[str, Challenge]] = {
    "xor": Challenge(("x1", "x2"), (("y", "0110"),), 3),
    "nand_only_xor": Challenge(("x1", "x2"), (("y", "0110"),), 4, "NAND"),
    "half_adder": Challenge(("x1", "x2"), (("sum", "0110"), ("carry", "0001")), 5),
    "multiplexer": Challenge(("s", "a", "b"), (("y", "00110101"),), 4),
    "majority": Challenge(("x1", "x2", "x3"), (("y", "00010111"),), 1),
    "full_adder": Challenge(("a", "b", "c"), (("sum", "01101001"), ("carry", "00010111")), 9),
    "parity": Challenge(("x1", "x2", "x3"), (("y", "01101001"),), 6),
}
"""Each challenge by its name, the easy ones first."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a circuit is from solving a challenge.

    Parameters
    ----------
    right, total
        Right values of all outputs, of how many.
    gates
        Perceptrons used.
    foreign
        The name of a gate that may not be used; "".
    missing
        The name of an output or input that is no longer there; "".
    """

    right: int
    total: int
    gates: int
    most_gates: int
    foreign: str = ""
    missing: str = ""

    @property
    def solved(self) -> bool:
        """Whether everything is as it was asked for."""
        return self.right == self.total and self.gates <= self.most_gates and not self.foreign and not self.missing


def begin(name: str, board: CircuitBoard) -> CircuitBoard:
    """Return the canvas with the inputs and outputs of a challenge and nothing between; the palette is kept."""
    challenge = CHALLENGES[name]
    height = ROW * (max(len(challenge.inputs), len(challenge.outputs)) - 1)

    def y(index: int, count: int) -> float:
        return height / 2 + (index - (count - 1) / 2) * ROW

    inputs = (
        Part(f"in{n + 1}", "input", variable, 0.0, y(n, len(challenge.inputs))) for n, variable in enumerate(challenge.inputs)
    )
    outputs = (
        Part(f"out{n + 1}", "output", output, 480.0, y(n, len(challenge.outputs)), sources=("",), target=target)
        for n, (output, target) in enumerate(challenge.outputs)
    )
    return CircuitBoard((*inputs, *outputs), board.chips, name)


def check(name: str, board: CircuitBoard) -> Progress:
    """Return how far a board is from solving a challenge."""
    challenge = CHALLENGES[name]
    total = sum(len(target) for _, target in challenge.outputs)
    gates = gate_count(board)
    missing = next((v for v in challenge.inputs if v not in board.variables), "")
    if board.variables != challenge.inputs:
        missing = missing or next(v for v in board.variables if v not in challenge.inputs or board.variables != challenge.inputs)
    right = 0
    for output, target in challenge.outputs:
        part = next((p for p in board.of_kind("output") if p.name == output and p.target == target), None)
        if part is None:
            missing = missing or output
        elif part.sources[0]:
            right += sum(right_rows(board, part.id))
    foreign = next((gate.kind for gate in flat(board).circuit.gates if challenge.only and not _is(gate, challenge.only)), "")
    return Progress(right, total, gates, challenge.most_gates, foreign, missing)


def _is(gate: Gate, kind: str) -> bool:
    """Say whether a gate computes what the book's gate of that name does, whatever its weights."""
    if len(gate.w) != len(BOOK_WEIGHTS[kind]) - 1:
        return False
    return all((weighted_sum((*gate.w, gate.b), x) > 0) == (weighted_sum(BOOK_WEIGHTS[kind], x) > 0) for x in rows(len(gate.w)))
