"""Circuits compute what Python's own operators do, and so do the networks made of them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import SpecError
from core.network import Network
from core.perceptron.circuit import Circuit, Gate, Output, book_gate, depths, evaluate, in_order, loop_in, truth_table
from core.perceptron.circuit_network import compile_circuit
from core.perceptron.circuit_presets import PRESETS
from core.perceptron.functions import rows

OPERATORS = {"AND": lambda a, b: a & b, "OR": lambda a, b: a | b, "NAND": lambda a, b: 1 - (a & b)}


@st.composite
def circuits(draw: st.DrawFn) -> Circuit:
    inputs = tuple(f"x{n}" for n in range(draw(st.integers(1, 4))))
    known, gates = [*inputs, ""], []
    for n in range(draw(st.integers(0, 9))):
        kind = draw(st.sampled_from(sorted(OPERATORS)))
        gates.append(book_gate(kind, f"g{n}", draw(st.sampled_from(known)), draw(st.sampled_from(known))))
        known.append(f"g{n}")
    ends = draw(st.lists(st.sampled_from(known), min_size=1, max_size=3))
    shuffled = draw(st.permutations(gates))
    return Circuit(inputs, tuple(shuffled), tuple(Output(f"y{n}", end) for n, end in enumerate(ends)))


def by_operators(circuit: Circuit, values: tuple[int, ...]) -> tuple[int, ...]:
    gates, given = {gate.id: gate for gate in circuit.gates}, dict(zip(circuit.inputs, values, strict=True))

    def value(name: str) -> int:
        if name == "":
            return 0
        return given[name] if name in given else OPERATORS[gates[name].kind](*map(value, gates[name].sources))

    return tuple(value(output.source) for output in circuit.outputs)


def by_network(circuit: Circuit) -> list[tuple[int, ...]]:
    compiled = compile_circuit(circuit)
    network = Network(compiled.network, (len(circuit.inputs),), seed=0)
    for name, values in network.parameters.items():
        layer, _, part = name.rpartition(".")
        index = [spec.id for spec in compiled.network.layers].index(layer) // 2
        values[...] = (compiled.weights if part == "W" else compiled.biases)[index]
    out = network.forward(np.array(rows(len(circuit.inputs)), dtype=np.float32))
    return [tuple(map(int, row)) for row in out]


def drawn(rng: np.random.Generator) -> Circuit:
    """Draw a circuit quickly: thousands are wanted."""
    inputs = tuple(f"x{n}" for n in range(rng.integers(1, 5)))
    known, gates = [*inputs, ""], []
    for n in range(rng.integers(1, 9)):
        first, second = (known[i] for i in rng.integers(0, len(known), 2))
        gates.append(book_gate(sorted(OPERATORS)[rng.integers(3)], f"g{n}", first, second))
        known.append(f"g{n}")
    rng.shuffle(gates)
    return Circuit(inputs, tuple(gates), (Output("y", known[-1]), Output("z", known[rng.integers(len(known))])))


def test_that_thousands_of_circuits_do_what_pythons_operators_do() -> None:
    rng = np.random.default_rng(5)
    for circuit in (drawn(rng) for _ in range(2000)):
        assert truth_table(circuit) == tuple(by_operators(circuit, row) for row in rows(len(circuit.inputs)))


@settings(max_examples=80)
@given(circuits())
def test_that_a_compiled_circuit_is_equal_in_every_row(circuit: Circuit) -> None:
    assert by_network(circuit) == list(truth_table(circuit))


EXPECTED = {
    "xor": lambda a, b: (a ^ b,),
    "wrong_xor": lambda a, b: (1,),
    "nand_xor": lambda a, b: (a ^ b,),
    "half_adder": lambda a, b: ((a + b) % 2, (a + b) // 2),
    "full_adder": lambda a, b, c: ((a + b + c) % 2, (a + b + c) // 2),
    "multiplexer": lambda s, a, b: (b if s else a,),
    "majority": lambda a, b, c: (int(a + b + c > 1),),
    "parity": lambda a, b, c: (a ^ b ^ c,),
}


@pytest.mark.parametrize("name", EXPECTED)
def test_that_presets_do_what_they_are_called(name: str) -> None:
    circuit = PRESETS[name]()
    assert truth_table(circuit) == tuple(EXPECTED[name](*row) for row in rows(len(circuit.inputs)))
    assert by_network(circuit) == list(truth_table(circuit))


def test_that_the_adder_of_four_bits_adds() -> None:
    circuit = PRESETS["four_bit_adder"]()
    table = truth_table(circuit)
    for number, row in enumerate(table):
        first, second = divmod(number, 16)
        assert int("".join(map(str, row)), 2) == first + second
    assert by_network(circuit) == list(table)


def test_that_every_preset_has_an_expectation() -> None:
    assert set(PRESETS) == {*EXPECTED, "four_bit_adder"}


def test_that_a_loop_is_refused_with_its_gates_in_order() -> None:
    gates = (
        book_gate("OR", "a", "x", "c"),
        book_gate("AND", "b", "a", "x"),
        book_gate("NAND", "c", "b", "b"),
        book_gate("AND", "outside", "c", "x"),
    )
    circuit = Circuit(("x",), gates, (Output("y", "outside"),))
    loop = loop_in(circuit)
    doubled = loop + loop
    assert sorted(loop) == ["a", "b", "c"]
    assert any(doubled[i : i + 3] == ("a", "b", "c") for i in range(3))
    with pytest.raises(SpecError, match="circle"):
        evaluate(circuit, (1,))


def test_that_a_gate_that_feeds_itself_is_a_loop() -> None:
    circuit = Circuit(("x",), (book_gate("OR", "a", "x", "a"),), (Output("y", "a"),))
    assert loop_in(circuit) == ("a",)


def test_that_gates_come_after_their_sources() -> None:
    circuit = PRESETS["four_bit_adder"]()
    seen = set(circuit.inputs)
    for gate in in_order(circuit):
        assert set(gate.sources) <= seen
        seen.add(gate.id)
    assert depths(circuit)["3carry"] > depths(circuit)["0carry"]


def test_that_a_sum_of_exactly_zero_stays_on_its_side_in_the_network() -> None:
    gate = Gate("g", "custom", (0.1, 0.2), -0.3, ("x1", "x2"))
    circuit = Circuit(("x1", "x2"), (gate,), (Output("y", "g"),))
    assert truth_table(circuit) == ((0,), (0,), (0,), (0,))
    assert by_network(circuit) == list(truth_table(circuit))


@pytest.mark.parametrize(
    ("inputs", "gates", "outputs", "words"),
    [
        (("x",), (book_gate("AND", "g", "x", "nowhere"),), (), "nowhere"),
        (("x",), (book_gate("AND", "x", "x", "x"),), (), "called x"),
        (("x",), (Gate("g", "custom", (1.0,), 0.0, ("x", "x")),), (), "1 ports and 2 wires"),
        (("x",), (), (Output("y", "z"),), "z"),
    ],
)
def test_that_a_circuit_without_sense_is_refused(inputs, gates, outputs, words) -> None:
    with pytest.raises(SpecError, match=words):
        Circuit(inputs, gates, outputs)


def test_that_no_endless_truth_table_is_made() -> None:
    with pytest.raises(SpecError, match="13 inputs"):
        truth_table(Circuit(tuple(f"x{n}" for n in range(13)), (), ()))
