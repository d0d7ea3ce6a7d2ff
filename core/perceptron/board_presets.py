"""Circuits to begin with, laid out on the canvas."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from core.perceptron.board import Chip, CircuitBoard, Part, pin
from core.perceptron.board_values import flat
from core.perceptron.circuit import Circuit, depths, truth_table
from core.perceptron.circuit_presets import PRESETS

COLUMN: Final = 150.0
ROW: Final = 80.0
PORT: Final = 24.0
"""Pixels between the ports of a gate of one's own."""


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
    return lambda: CircuitBoard(laid_out(PRESETS[name]()))


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
            y = 150.0 * (3 - bit) + (0.0 if word == "a" else 50.0)
            parts.append(Part(f"{word}{bit}", "input", f"{word}{bit}", 0.0, y))
    outputs: list[Part] = [Part("s4", "output", "s4", 760.0, -80.0, sources=(pin("add3", 1),))]
    for bit in range(4):
        y = 150.0 * (3 - bit) + 25.0
        sources = (f"a{bit}", f"b{bit}") if bit == 0 else (f"a{bit}", f"b{bit}", pin(f"add{bit - 1}", 1))
        x = 170.0 + 145.0 * bit
        parts.append(Part(f"add{bit}", "chip", "full adder" if bit else "half adder", x, y, sources=sources))
        outputs.append(Part(f"s{bit}", "output", f"s{bit}", 760.0, y, sources=(f"add{bit}",)))
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
