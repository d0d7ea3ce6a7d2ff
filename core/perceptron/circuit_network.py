"""A circuit as a network of Affine and Step layers that gives the same outputs: one layer for each depth of gates."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.perceptron.circuit import UNCONNECTED, Circuit, Gate, depths, in_order
from core.perceptron.functions import rows
from core.perceptron.unit import weighted_sum
from core.spec import LayerSpec, NetworkSpec

CLOSE: float = 1e-5
"""A sum nearer to 0 than this could fall on the other side in 32 bits."""


@dataclass(frozen=True, slots=True, eq=False)
class CompiledCircuit:
    """A network and the parameters that make it the circuit.

    Parameters
    ----------
    network
        Affine and Step in turn.
    weights, biases
        For each Affine layer W ``(inputs, units)`` and b ``(units,)``, float64.
    units
        For each Affine layer the id of the gate, or of the value that is only handed on, behind each unit.
    """

    network: NetworkSpec
    weights: tuple[NDArray[np.float64], ...]
    biases: tuple[NDArray[np.float64], ...]
    units: tuple[tuple[str, ...], ...]


def compile_circuit(circuit: Circuit) -> CompiledCircuit:
    """Return a network with the outputs of the circuit in their order.

    What is needed later than in the next layer is handed on by units with weight 1 and bias −0.5.

    Raises
    ------
    SpecError
        If the gates go in a circle.
    """
    gates = {gate.id: gate for gate in in_order(circuit)}
    depth = depths(circuit)
    ends = [output.source for output in circuit.outputs]
    deepest = max([1, *(depth[source] for source in ends)])
    needed = _needed(gates, ends)
    before: tuple[str, ...] = circuit.inputs
    weights, biases, units = [], [], []
    for level in range(1, deepest + 1):
        here = tuple(ends) if level == deepest else _alive(gates, needed, ends, depth, level)
        w, b = np.zeros((len(before), len(here))), np.full(len(here), -0.5)
        for unit, name in enumerate(here):
            if depth[name] == level:
                gate = gates[name]
                b[unit] = _safe_bias(gate)
                for weight, source in zip(gate.w, gate.sources, strict=True):
                    if source != UNCONNECTED:
                        w[before.index(source), unit] += weight
            elif name != UNCONNECTED:
                w[before.index(name), unit] = 1.0
        weights.append(w)
        biases.append(b)
        units.append(here)
        before = here
    layers = [layer for here in units for layer in (LayerSpec("Affine", (("units", len(here)),)), LayerSpec("Step"))]
    return CompiledCircuit(NetworkSpec(tuple(layers)), tuple(weights), tuple(biases), tuple(units))


def _needed(gates: dict[str, Gate], ends: list[str]) -> set[str]:
    """Return everything that some output depends on."""
    found: set[str] = set()
    waiting = list(ends)
    while waiting:
        name = waiting.pop()
        if name not in found and name != UNCONNECTED:
            found.add(name)
            waiting += gates[name].sources if name in gates else ()
    return found


def _alive(gates: dict[str, Gate], needed: set[str], ends: list[str], depth: dict[str, int], level: int) -> tuple[str, ...]:
    """Return what a layer has to give: what is known by then and still used after it."""
    used_later = set(ends) | {s for name in needed if name in gates and depth[name] > level for s in gates[name].sources}
    return tuple(name for name in depth if name in used_later & needed and depth[name] <= level)


def _safe_bias(gate: Gate) -> float:
    """Return a bias with which no row of the gate lies so near to its line that rounding could move it across."""
    sums = [weighted_sum((*gate.w, gate.b), x) for x in rows(len(gate.w))]
    highest = max((z for z in sums if z <= 0), default=-1.0)
    lowest = min((z for z in sums if z > 0), default=1.0)
    if min(-highest, lowest) >= CLOSE:
        return gate.b
    return gate.b - (highest + lowest) / 2
