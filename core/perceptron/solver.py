"""Weights that separate a function with the widest margin, found exactly.

The widest margin is the smallest ‖w‖ with s·z ≥ 1 in every row, s = ±1 the wanted side. Its conditions (Karush, Kuhn and
Tucker) are linear once one knows which rows lie on the margin; with so few rows all choices can be tried, in fractions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import combinations
from typing import Final

from core.perceptron.functions import Target, inputs_of, rows
from core.perceptron.separability import is_separable

AT_MARGIN: Final = Fraction(1, 2)
"""The |z| of the rows nearest to the line: with it AND gets 1, 1, −1.5, and three inputs stay as simple."""

Matrix = list[list[Fraction]]


@lru_cache(maxsize=512)
def widest_margin(target: Target) -> tuple[float, ...] | None:
    """Return the weights, the bias last, of the line that keeps farthest from all corners.

    Parameters
    ----------
    target
        The outputs of a function of two or three inputs, row by row.

    Returns
    -------
    None if the function is not separable. For a constant no line is best: the weights are 0 and the bias decides.
    """
    if not is_separable(target):
        return None
    inputs = inputs_of(target)
    if len(set(target)) == 1:
        return (*[0.0] * inputs, float(AT_MARGIN if target[0] else -AT_MARGIN))
    points = [[Fraction(v) for v in x] for x in rows(inputs)]
    sides = [1 if t else -1 for t in target]
    for chosen in _choices(sides, inputs + 1):
        weights = _on_margin(points, sides, chosen)
        if weights and all(s * _sum(weights, x) >= 1 for x, s in zip(points, sides, strict=True)):
            return tuple(float(w * AT_MARGIN) for w in weights)
    return None


def _choices(sides: Sequence[int], most: int) -> Iterator[tuple[int, ...]]:
    """Yield sets of rows with both sides in them, the small ones first."""
    for size in range(2, most + 1):
        for chosen in combinations(range(len(sides)), size):
            if len({sides[row] for row in chosen}) == 2:
                yield chosen


def _on_margin(points: Matrix, sides: Sequence[int], chosen: tuple[int, ...]) -> list[Fraction] | None:
    """Return w = Σ αᵢ·sᵢ·xᵢ and b with Σ αᵢ·sᵢ = 0 and s·z = 1 in the chosen rows, if no α is negative."""
    system = [
        [*[sides[i] * sides[j] * _dot(points[i], points[j]) for j in chosen], Fraction(sides[i]), Fraction(1)] for i in chosen
    ]
    system.append([*[Fraction(sides[j]) for j in chosen], Fraction(0), Fraction(0)])
    solution = solve(system)
    if solution is None or any(alpha < 0 for alpha in solution[:-1]):
        return None
    pulls = [alpha * sides[row] for alpha, row in zip(solution, chosen, strict=False)]
    w = [sum((p * points[row][k] for p, row in zip(pulls, chosen, strict=True)), Fraction(0)) for k in range(len(points[0]))]
    return [*w, solution[-1]]


def _dot(a: Sequence[Fraction], b: Sequence[Fraction]) -> Fraction:
    return sum((p * q for p, q in zip(a, b, strict=True)), Fraction(0))


def _sum(weights: Sequence[Fraction], x: Sequence[Fraction]) -> Fraction:
    return _dot(weights, [*x, Fraction(1)])


def solve(system: Matrix) -> list[Fraction] | None:
    """Solve linear equations exactly, the right sides in the last column; None unless there is one solution."""
    table = [list(row) for row in system]
    count = len(table)
    for column in range(count):
        pivot = next((r for r in range(column, count) if table[r][column]), None)
        if pivot is None:
            return None
        table[column], table[pivot] = table[pivot], table[column]
        table[column] = [value / table[column][column] for value in table[column]]
        for r in range(count):
            if r != column and table[r][column]:
                table[r] = [v - table[r][column] * p for v, p in zip(table[r], table[column], strict=True)]
    return [row[-1] for row in table]
