"""Circuits to begin with: XOR in three ways, one of them wrong, adders, a multiplexer, majority, parity."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from core.perceptron.circuit import Circuit, Gate, Output, book_gate


def xor(prefix: str = "", a: str = "x1", b: str = "x2") -> tuple[Gate, ...]:
    """Return the gates of XOR = AND(NAND, OR); the result is the gate ``prefix + "xor"``."""
    return (
        book_gate("NAND", f"{prefix}nand", a, b),
        book_gate("OR", f"{prefix}or", a, b),
        book_gate("AND", f"{prefix}xor", f"{prefix}nand", f"{prefix}or"),
    )


def full_adder(prefix: str, a: str, b: str, carry: str) -> tuple[Gate, ...]:
    """Return the gates of a + b + carry; the results are ``prefix + "s_xor"`` and ``prefix + "carry"``."""
    return (
        *xor(f"{prefix}h_", a, b),
        *xor(f"{prefix}s_", f"{prefix}h_xor", carry),
        book_gate("AND", f"{prefix}both", a, b),
        book_gate("AND", f"{prefix}one", f"{prefix}h_xor", carry),
        book_gate("OR", f"{prefix}carry", f"{prefix}both", f"{prefix}one"),
    )


def _xor() -> Circuit:
    return Circuit(("x1", "x2"), xor(), (Output("y", "xor"),))


def _wrong_xor() -> Circuit:
    first, second, _ = xor()
    return Circuit(("x1", "x2"), (first, second, book_gate("OR", "wrong", "nand", "or")), (Output("y", "wrong"),))


def _nand_xor() -> Circuit:
    gates = (
        book_gate("NAND", "g1", "x1", "x2"),
        book_gate("NAND", "g2", "x1", "g1"),
        book_gate("NAND", "g3", "g1", "x2"),
        book_gate("NAND", "g4", "g2", "g3"),
    )
    return Circuit(("x1", "x2"), gates, (Output("y", "g4"),))


def _half_adder() -> Circuit:
    gates = (*xor(), book_gate("AND", "carry", "x1", "x2"))
    return Circuit(("x1", "x2"), gates, (Output("sum", "xor"), Output("carry", "carry")))


def _full_adder() -> Circuit:
    return Circuit(("a", "b", "c"), full_adder("", "a", "b", "c"), (Output("sum", "s_xor"), Output("carry", "carry")))


def _four_bit_adder() -> Circuit:
    gates = [*xor("0s_", "a0", "b0"), book_gate("AND", "0carry", "a0", "b0")]
    for bit in range(1, 4):
        gates += full_adder(str(bit), f"a{bit}", f"b{bit}", f"{bit - 1}carry")
    inputs = tuple(f"{word}{bit}" for word in "ab" for bit in (3, 2, 1, 0))
    outputs = (Output("s4", "3carry"), *(Output(f"s{bit}", f"{bit}s_xor") for bit in (3, 2, 1, 0)))
    return Circuit(inputs, tuple(gates), outputs)


def _multiplexer() -> Circuit:
    gates = (
        Gate("not", "NOT", (-1.0,), 0.5, ("s",)),
        book_gate("AND", "first", "a", "not"),
        book_gate("AND", "second", "s", "b"),
        book_gate("OR", "chosen", "first", "second"),
    )
    return Circuit(("s", "a", "b"), gates, (Output("y", "chosen"),))


def _majority() -> Circuit:
    gate = Gate("majority", "majority", (1.0, 1.0, 1.0), -1.5, ("x1", "x2", "x3"))
    return Circuit(("x1", "x2", "x3"), (gate,), (Output("y", "majority"),))


def _parity() -> Circuit:
    gates = (*xor("first_", "x1", "x2"), *xor("second_", "first_xor", "x3"))
    return Circuit(("x1", "x2", "x3"), gates, (Output("y", "second_xor"),))


PRESETS: Final[Mapping[str, Callable[[], Circuit]]] = {
    "xor": _xor,
    "wrong_xor": _wrong_xor,
    "nand_xor": _nand_xor,
    "half_adder": _half_adder,
    "full_adder": _full_adder,
    "four_bit_adder": _four_bit_adder,
    "multiplexer": _multiplexer,
    "majority": _majority,
    "parity": _parity,
}
"""Each preset by its name."""
