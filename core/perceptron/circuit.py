"""Circuits of gates, each gate one perceptron: what every wire carries, and which wires go in a circle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from core.errors import SpecError
from core.perceptron.functions import BOOK_WEIGHTS, rows
from core.perceptron.unit import weighted_sum

UNCONNECTED: Final = ""
MOST_INPUTS: Final = 12
"""A truth table of more rows is no longer read by anybody."""


@dataclass(frozen=True, slots=True)
class Gate:
    """One perceptron in a circuit.

    Parameters
    ----------
    id
        Its name within the circuit; other gates and outputs take their values from it by this name.
    kind
        What it is called: ``"AND"``.
    w, b
        One weight per port, and the bias.
    sources
        For each port the id of an input or gate, or "" while nothing is connected: then it reads 0.
    """

    id: str
    kind: str
    w: tuple[float, ...]
    b: float
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Output:
    """What the circuit gives under a name, from an input or gate."""

    name: str
    source: str


@dataclass(frozen=True, slots=True)
class Circuit:
    """Inputs, gates and outputs.

    Parameters
    ----------
    inputs
        Names, in the order of the truth table.
    """

    inputs: tuple[str, ...]
    gates: tuple[Gate, ...]
    outputs: tuple[Output, ...]

    def __post_init__(self) -> None:
        ids = [*self.inputs, *(gate.id for gate in self.gates)]
        for gate in self.gates:
            if len(gate.w) != len(gate.sources):
                raise SpecError("circuit_ports", gate=gate.id, received=len(gate.sources), expected=len(gate.w))
        twice = next((name for name in ids if ids.count(name) > 1), None)
        if twice is not None:
            raise SpecError("circuit_twice", name=twice)
        wires = [(gate.id, source) for gate in self.gates for source in gate.sources]
        wires += [(output.name, output.source) for output in self.outputs]
        for end, source in wires:
            if source not in {*ids, UNCONNECTED}:
                raise SpecError("circuit_source", end=end, source=source)


def book_gate(kind: str, id: str, *sources: str) -> Gate:
    """Return AND, NAND or OR with the weights of the book."""
    *w, b = BOOK_WEIGHTS[kind]
    return Gate(id, kind, tuple(w), b, sources)


def loop_in(circuit: Circuit) -> tuple[str, ...]:
    """Return the gates of a loop, in the order in which values would run round it; nothing if there is none."""
    sources = {gate.id: [s for s in gate.sources if s not in {*circuit.inputs, UNCONNECTED}] for gate in circuit.gates}
    return loop_among(sources)


def loop_among(sources: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return the members of a loop, in the order in which values would run round it; nothing if there is none.

    Parameters
    ----------
    sources
        What each member takes something from; what is no member itself cannot be in a loop.
    """
    left = dict(sources)
    while ready := [name for name, needed in left.items() if not any(source in left for source in needed)]:
        for name in ready:
            del left[name]
    if not left:
        return ()
    # Every member that is left takes something from another that is left: going back has to meet itself.
    path = [next(iter(left))]
    while (before := next(source for source in left[path[-1]] if source in left)) not in path:
        path.append(before)
    return tuple(reversed(path[path.index(before) :]))


def in_order(circuit: Circuit) -> tuple[Gate, ...]:
    """Return the gates so that each comes after those that it takes values from.

    Raises
    ------
    SpecError
        If the gates go in a circle; names them.
    """
    loop = loop_in(circuit)
    if loop:
        raise SpecError("circuit_loop", loop=" → ".join((*loop, loop[0])))
    depth = depths(circuit)
    return tuple(sorted(circuit.gates, key=lambda gate: depth[gate.id]))


def depths(circuit: Circuit) -> dict[str, int]:
    """Return for each input 0, and for each gate of a circuit without loops one more than the deepest of its sources."""
    found = dict.fromkeys((*circuit.inputs, UNCONNECTED), 0)
    waiting = list(circuit.gates)
    while waiting:
        later = []
        for gate in waiting:
            if all(source in found for source in gate.sources):
                found[gate.id] = 1 + max((found[source] for source in gate.sources), default=0)
            else:
                later.append(gate)
        waiting = later
    return found


def evaluate(circuit: Circuit, values: Sequence[int]) -> dict[str, int]:
    """Return what every input and gate gives, by id.

    Parameters
    ----------
    values
        0 or 1 for each input of the circuit.
    """
    return _run(circuit, in_order(circuit), values)


def _run(circuit: Circuit, order: Sequence[Gate], values: Sequence[int]) -> dict[str, int]:
    carried = dict(zip(circuit.inputs, map(int, values), strict=True)) | {UNCONNECTED: 0}
    for gate in order:
        z = weighted_sum((*gate.w, gate.b), [carried[source] for source in gate.sources])
        carried[gate.id] = int(z > 0)
    return carried


def evaluate_rows(circuit: Circuit) -> tuple[Mapping[str, int], ...]:
    """Return what every input and gate gives, by id, for all inputs in the order of `rows`."""
    if len(circuit.inputs) > MOST_INPUTS:
        raise SpecError("circuit_inputs", received=len(circuit.inputs), most=MOST_INPUTS)
    order = in_order(circuit)
    return tuple(_run(circuit, order, row) for row in rows(len(circuit.inputs)))


def truth_table(circuit: Circuit) -> tuple[tuple[int, ...], ...]:
    """Return the outputs for all inputs, in the order of `rows`."""
    return tuple(_outputs(circuit, carried) for carried in evaluate_rows(circuit))


def _outputs(circuit: Circuit, carried: Mapping[str, int]) -> tuple[int, ...]:
    return tuple(carried[output.source] for output in circuit.outputs)
