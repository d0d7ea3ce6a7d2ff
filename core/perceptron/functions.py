"""The functions of two and three binary inputs, by number and by name, and the weights that the book gives to three."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import product
from typing import Final

from core.perceptron.spec import Bit, Weights

Row = tuple[Bit, ...]
Target = tuple[Bit, ...]

NAMES: Final = (
    "0",
    "AND",
    "x₁ ∧ ¬x₂",
    "x₁",
    "¬x₁ ∧ x₂",
    "x₂",
    "XOR",
    "OR",
    "NOR",
    "XNOR",
    "¬x₂",
    "x₁ ∨ ¬x₂",
    "¬x₁",
    "¬x₁ ∨ x₂",
    "NAND",
    "1",
)
"""The name of each function of two inputs, by its number: its outputs for (0, 0) … (1, 1) read as a binary number."""

BOOK_WEIGHTS: Final[Mapping[str, Weights]] = {
    "AND": (0.5, 0.5, -0.7),
    "NAND": (-0.5, -0.5, 0.7),
    "OR": (0.5, 0.5, -0.2),
}
"""w1, w2, b as in section 2.3 of the book."""


@cache
def rows(inputs: int) -> tuple[Row, ...]:
    """Return all inputs in the order of a truth table: the last one changes fastest."""
    return tuple(product((0, 1), repeat=inputs))


def target_of(number: int, inputs: int = 2) -> Target:
    """Return the outputs, row by row, of a function that is given by its number."""
    count = 2**inputs
    return tuple(1 if number >> (count - 1 - row) & 1 else 0 for row in range(count))


def number_of(target: Sequence[int]) -> int:
    """Return the number of a function that is given by its outputs."""
    return int("".join(str(int(t)) for t in target), 2)


def inputs_of(target: Sequence[int]) -> int:
    """Return how many inputs a function with that many rows has."""
    return len(target).bit_length() - 1


def name_of(target: Sequence[int]) -> str:
    """Return the name of a function of two inputs."""
    return NAMES[number_of(target)]
