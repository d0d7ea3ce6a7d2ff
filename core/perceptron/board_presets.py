"""Circuits to begin with, laid out on the canvas."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from core.perceptron.board import Chip, CircuitBoard, Part, pin
from core.perceptron.board_values import flat
from core.perceptron.circuit import Circuit, depths, truth_table
from core.perceptron.circuit_presets import PRESETS

COLUMN: Final = 150.0
ROW: Final = 80.0
PORT: Final = 24.0
"""Pixels between the ports of a gate of one's own."""


ADDER_ROW: Final = 116.0
ADDER_WIDTH: Final = 700.0
PLACES: Final[Mapping[str, Mapping[str, tuple[float, float]]]] = {
    "full_adder": {
        "c": (0.0, 0.0),
        "a": (0.0, 150.0),
        "b": (0.0, 230.0),
        "h_nand": (150.0, 130.0),
        "h_or": (150.0, 210.0),
        "both": (150.0, 290.0),
        "h_xor": (300.0, 200.0),
        "s_nand": (450.0, 0.0),
        "s_or": (450.0, 80.0),
        "one": (450.0, 160.0),
        "s_xor": (600.0, 40.0),
        "carry": (600.0, 220.0),
        "out1": (730.0, 40.0),
        "out2": (730.0, 220.0),
    },
    "multiplexer": {
        "a": (0.0, 0.0),
        "s": (0.0, 100.0),
        "b": (0.0, 200.0),
        "not": (150.0, 62.0),
        "first": (300.0, 24.0),
        "second": (300.0, 176.0),
        "chosen": (450.0, 100.0),
        "out1": (600.0, 100.0),
    },
    "parity": {
        "x1": (0.0, 0.0),
        "x2": (0.0, 80.0),
        "x3": (0.0, 230.0),
        "first_nand": (150.0, 0.0),
        "first_or": (150.0, 80.0),
        "first_xor": (300.0, 20.0),
        "second_nand": (450.0, 68.0),
        "second_or": (450.0, 160.0),
        "second_xor": (600.0, 114.0),
        "out1": (730.0, 114.0),
    },
}
"""Where the parts of some presets stand: in columns by depth wires would run behind their gates."""


def laid_out(circuit: Circuit, *, prefix: str = "", top: float = 0.0) -> tuple[Part, ...]:
    """Return the parts of a circuit in columns by the depth of its gates.

    Parameters
    ----------
    prefix
        Put before each id, so that several circuits can share a board.
    top
        The y of the uppermost part.
    """
    depth = depths(circuit)
    last = max((depth[gate.id] for gate in circuit.gates), default=0) + 1
    columns: dict[int, list[str]] = {}
    for name in (*circuit.inputs, *(gate.id for gate in circuit.gates)):
        columns.setdefault(depth[name], []).append(name)
    tallest = max(len(circuit.outputs), *(len(column) for column in columns.values()))

    def place(column: int, row: int, count: int) -> tuple[float, float]:
        spread = ROW * (tallest - 1) if count > 1 and column == 0 else ROW * (count - 1)
        step = spread / (count - 1) if count > 1 else 0.0
        return column * COLUMN, top + (ROW * (tallest - 1) - spread) / 2 + row * step

    places = {name: place(c, row, len(column)) for c, column in columns.items() for row, name in enumerate(column)}
    ids = {name: f"{prefix}{name}" for name in places} | {"": ""}
    wanted = tuple(zip(*truth_table(circuit), strict=True))
    parts = [Part(ids[name], "input", name, *places[name]) for name in circuit.inputs]
    parts += (
        Part(ids[gate.id], "gate", gate.kind, *places[gate.id], gate.w, gate.b, tuple(ids[s] for s in gate.sources))
        for gate in circuit.gates
    )
    for row, output in enumerate(circuit.outputs):
        x, y = place(last, row, len(circuit.outputs))
        target = "".join(map(str, wanted[row]))
        parts.append(Part(f"{prefix}out{row + 1}", "output", output.name, x, y, sources=(ids[output.source],), target=target))
    return tuple(parts)


def xor_two_ways() -> CircuitBoard:
    """Return XOR = AND(NAND, OR), and below it OR(NAND, OR), which is meant to be XOR and is not."""
    right, wrong = PRESETS["xor"](), PRESETS["wrong_xor"]()
    below = laid_out(wrong, prefix="w_", top=2.4 * ROW)
    meant = tuple(Part(p.id, p.kind, p.name, p.x, p.y, p.w, p.b, p.sources, "0110" if p.target else "") for p in below)
    return CircuitBoard((*laid_out(right), *meant))


def _plain(name: str) -> Callable[[], CircuitBoard]:
    def made() -> CircuitBoard:
        parts = laid_out(PRESETS[name]())
        places = PLACES.get(name, {part.id: (part.x, part.y) for part in parts})
        return CircuitBoard(tuple(replace(part, x=places[part.id][0], y=places[part.id][1]) for part in parts))

    return made


def chip_of(board: CircuitBoard, name: str) -> Chip:
    """Return a board as a gate: its inputs become ports, its outputs pins."""
    return Chip(name, flat(board).circuit)


def four_bit_adder() -> CircuitBoard:
    """Return a + b for two numbers of four bits, of one half adder and three full adders."""
    half = chip_of(_plain("half_adder")(), "half adder")
    full = chip_of(_plain("full_adder")(), "full adder")
    parts: list[Part] = []
    for word in "ab":
        for bit in (3, 2, 1, 0):
            y = ADDER_ROW * (3 - bit) + (0.0 if word == "a" else 50.0)
            parts.append(Part(f"{word}{bit}", "input", f"{word}{bit}", 0.0, y))
    outputs: list[Part] = [Part("s4", "output", "s4", ADDER_WIDTH, -55.0, sources=(pin("add3", 1),))]
    for bit in range(4):
        y = ADDER_ROW * (3 - bit) + 25.0
        sources = (f"a{bit}", f"b{bit}") if bit == 0 else (f"a{bit}", f"b{bit}", pin(f"add{bit - 1}", 1))
        x = 150.0 + 140.0 * bit
        parts.append(Part(f"add{bit}", "chip", "full adder" if bit else "half adder", x, y, sources=sources))
        outputs.append(Part(f"s{bit}", "output", f"s{bit}", ADDER_WIDTH, y, sources=(f"add{bit}",)))
    outputs[1:] = outputs[:0:-1]
    board = CircuitBoard((*parts, *outputs), (half, full))
    wanted = [f"{a + b:05b}" for a in range(16) for b in range(16)]
    aimed = (
        Part(p.id, p.kind, p.name, p.x, p.y, sources=p.sources, target="".join(total[n] for total in wanted))
        for n, p in enumerate(outputs)
    )
    return CircuitBoard((*parts, *aimed), board.chips)


BOARDS: Final[Mapping[str, Callable[[], CircuitBoard]]] = {
    "xor_two_ways": xor_two_ways,
    "nand_xor": _plain("nand_xor"),
    "half_adder": _plain("half_adder"),
    "full_adder": _plain("full_adder"),
    "four_bit_adder": four_bit_adder,
    "multiplexer": _plain("multiplexer"),
    "majority": _plain("majority"),
    "parity": _plain("parity"),
    "empty": CircuitBoard,
}
"""Each board by its name; the outputs of each have their targets."""
