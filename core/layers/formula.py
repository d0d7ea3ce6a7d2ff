"""How a number beside a layer comes about, for people who want to check it by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from core.kernels.window import Window

FormulaName = Literal["Output size", "Output height", "Output width", "Parameters", "Multiply-adds"]


@dataclass(frozen=True, slots=True)
class Formula:
    """A number as a formula, with the numbers put in, and its result.

    Parameters
    ----------
    name
        What is computed.
    symbolic
        ``"(H + 2P − K) / S + 1"``
    numeric
        ``"(28 + 2·0 − 5) / 1 + 1"``
    result
        ``"24"``
    """

    name: FormulaName
    symbolic: str
    numeric: str
    result: str


def grouped(number: int) -> str:
    """Write a whole number with commas between the thousands."""
    return f"{number:,}"


def size_formulas(window: Window, height: int, width: int) -> tuple[Formula, ...]:
    """Explain the output size of a window that slides over an image, once when it is square (book, section 7.2.4)."""
    sides: list[tuple[FormulaName, str, int]] = (
        [("Output size", "H", height)] if height == width else [("Output height", "H", height), ("Output width", "W", width)]
    )
    return tuple(_size_formula(window, *side) for side in sides)


def _size_formula(window: Window, name: FormulaName, letter: str, size: int) -> Formula:
    dense = window.dilation == 1
    reach = "K" if dense else "D·(K − 1) − 1"
    reach_numbers = f"{window.kernel}" if dense else f"{window.dilation}·({window.kernel} − 1) − 1"
    symbolic = f"({letter} + 2P − {reach}) / S + 1"
    numeric = f"({size} + 2·{window.pad} − {reach_numbers}) / {window.stride} + 1"
    if window.left_over(size):
        symbolic, numeric = f"⌊{symbolic}⌋", f"⌊{numeric}⌋"
    return Formula(name, symbolic, numeric, grouped(window.positions(size)))
