"""Numbers and formulas of the lab as text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from workbench.widgets.numbers import MINUS

_VARIABLE = re.compile(r"\b[a-z][0-9]{1,2}\b")
SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def subscripted(name: str) -> str:
    """Return a variable as it is written in formulas: ``x1`` as ``x₁``."""
    stem = name.rstrip("0123456789")
    return stem + name[len(stem) :].translate(SUBSCRIPTS) if stem else name


def formula_text(words: str) -> str:
    """Return words with every variable in them as it is written in formulas: ``majority(x1, x2)`` as ``majority(x₁, x₂)``."""
    return _VARIABLE.sub(lambda found: subscripted(found[0]), words)


def decimals_for(numbers: Sequence[float]) -> int:
    """Return 2, or 3 where a number has more than hundredths to show."""
    for n in numbers:
        if abs(n * 100 - round(n * 100)) >= 1e-7:
            return 3
    return 2


@lru_cache(maxsize=4096)
def number(value: float, decimals: int = 2) -> str:
    """Return a number with a true minus, never a negative zero."""
    text = f"{value:.{decimals}f}"
    if float(text) == 0:
        text = text.lstrip("-")
    return text.replace("-", MINUS)


def added(value: float, decimals: int = 2) -> str:
    """Return a number as it is added to what stands before: ``+ 0.50`` or ``− 0.70``."""
    text = number(abs(value), decimals)
    return f"{MINUS} {text}" if value < 0 and float(text) != 0 else f"+ {text}"


def equation(weights: Sequence[float]) -> str:
    """Return the equation of the line: ``0.50·x₁ + 0.50·x₂ − 0.70 = 0``."""
    w1, w2, b = weights
    decimals = decimals_for(weights)
    return f"{number(w1, decimals)}·x₁ {added(w2, decimals)}·x₂ {added(b, decimals)} = 0"


def sum_of(weights: Sequence[float], x: Sequence[int]) -> str:
    """Return a weighted sum with its numbers: ``0.50·1 + 0.50·1 − 0.70``."""
    w1, w2, b = weights
    decimals = decimals_for(weights)
    return f"{number(w1, decimals)}·{x[0]} {added(w2, decimals)}·{x[1]} {added(b, decimals)}"


def point(values: Sequence[float], decimals: int = 2) -> str:
    """Return numbers in brackets: ``(0.50, 0.50)``."""
    return "(" + ", ".join(number(v, decimals) for v in values) + ")"


def bits(x: Sequence[int]) -> str:
    """Return inputs in brackets: ``(0, 1)``."""
    return "(" + ", ".join(map(str, x)) + ")"
