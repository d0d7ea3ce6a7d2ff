"""What a circuit on its canvas computes: every pin in every row, and what it says against its targets."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from core.perceptron.board import CircuitBoard, owner
from core.perceptron.circuit import UNCONNECTED, Circuit, Gate, Output, evaluate_rows


@dataclass(frozen=True, slots=True)
class Flat:
    """A board as gates alone.

    Parameters
    ----------
    circuit
        Its outputs are the output parts in their order, by their names.
    pins
        For each pin of the board what has its value in the circuit.
    """

    circuit: Circuit
    pins: Mapping[str, str]


def flat(board: CircuitBoard) -> Flat:
    """Return the board with its chips taken apart; gates are called ``/id``, those inside chips ``/chip/gate``."""
    parts = {part.id: part for part in board.parts}

    def origin(source: str) -> str:
        """Return what a pin has its value from: through chips that hand an input on as it is."""
        if source == UNCONNECTED:
            return UNCONNECTED
        part_id, _, number = source.partition(".")
        part = parts[part_id]
        if part.kind == "input":
            return part.name
        if part.kind == "gate":
            return f"/{part.id}"
        circuit = board.chip(part.name).circuit
        inner = circuit.outputs[int(number or 0)].source
        if inner in circuit.inputs:
            return origin(part.sources[circuit.inputs.index(inner)])
        return f"/{part.id}{inner}" if inner else UNCONNECTED

    gates: list[Gate] = []
    for part in board.parts:
        given = tuple(map(origin, part.sources))
        if part.kind == "gate":
            gates.append(Gate(f"/{part.id}", part.name, part.w, part.b, given))
        elif part.kind == "chip":
            circuit = board.chip(part.name).circuit
            renamed = dict(zip(circuit.inputs, given, strict=True)) | {UNCONNECTED: UNCONNECTED}
            renamed |= {gate.id: f"/{part.id}{gate.id}" for gate in circuit.gates}
            gates += (replace(g, id=renamed[g.id], sources=tuple(renamed[s] for s in g.sources)) for g in circuit.gates)
    outputs = tuple(Output(part.name, origin(part.sources[0])) for part in board.of_kind("output"))
    pins = {name: origin(name) for part in board.parts for name in board.pins(part)} | {UNCONNECTED: UNCONNECTED}
    return Flat(Circuit(board.variables, tuple(gates), outputs), pins)


@lru_cache(maxsize=8)
def _values_of(circuit: Circuit) -> tuple[Mapping[str, int], ...]:
    return evaluate_rows(circuit)


def values(board: CircuitBoard) -> tuple[Mapping[str, int], ...]:
    """Return for each row of the truth table what every pin gives."""
    found = flat(board)
    return tuple({name: carried[inner] for name, inner in found.pins.items()} for carried in _values_of(found.circuit))


def gate_count(board: CircuitBoard) -> int:
    """Return how many perceptrons there are, those inside chips with them."""
    return len(flat(board).circuit.gates)


def right_rows(board: CircuitBoard, output_id: str) -> tuple[bool, ...]:
    """Return for each row whether an output says what its target wants; without a target nothing is wrong."""
    part = board.part(output_id)
    if not part.target:
        return (True,) * len(values(board))
    return tuple(row[part.sources[0]] == int(bit) for row, bit in zip(values(board), part.target, strict=True))


def connected(board: CircuitBoard, part_id: str) -> frozenset[str]:
    """Return the ids of the parts that wires hold together with one."""
    links: dict[str, set[str]] = {part.id: set() for part in board.parts}
    for part in board.parts:
        for source in filter(None, part.sources):
            links[part.id].add(owner(source))
            links[owner(source)].add(part.id)
    found, waiting = {part_id}, [part_id]
    while waiting:
        for other in links[waiting.pop()] - found:
            found.add(other)
            waiting.append(other)
    return frozenset(found)


def pieces(board: CircuitBoard) -> tuple[frozenset[str], ...]:
    """Return the circuits on the board that no wire connects, in the order of their first parts."""
    found: list[frozenset[str]] = []
    for part in board.parts:
        if not any(part.id in piece for piece in found):
            found.append(connected(board, part.id))
    return tuple(found)


def piece_of(board: CircuitBoard, ids: Collection[str]) -> CircuitBoard:
    """Return a board with some parts alone; its variables keep their order."""
    parts = tuple(part for part in board.parts if part.id in ids)
    return replace(board, parts=parts, challenge="")
