"""Whether one unit can be a function: either weights prove it, or two pairs of rows prove that no weights can.

If a + b = c + d for inputs a, b with target 1 and c, d with target 0, then z(a) + z(b) = z(c) + z(d), because z is a sum.
The left side would have to be above 0 and the right side not: no weights do that. Up to eight inputs every function that
has no such pairs is separable (R. O. Winder, "Threshold logic", 1962), so that the pairs decide the question exactly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations_with_replacement

from core.perceptron.functions import Row, Target, inputs_of, number_of, rows, target_of


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two pairs of rows with the same sum of inputs.

    Parameters
    ----------
    ones
        Numbers of the two rows with target 1; both would need z > 0.
    zeros
        Numbers of the two rows with target 0; both would need z ≤ 0.
    """

    ones: tuple[int, int]
    zeros: tuple[int, int]


def contradiction(target: Sequence[int]) -> Contradiction | None:
    """Return the pairs that prove a function of up to eight inputs not separable, or None if it is separable."""
    points = rows(inputs_of(target))
    ones = [row for row, t in enumerate(target) if t]
    zeros = [row for row, t in enumerate(target) if not t]
    by_sum = {_added(points[a], points[b]): (a, b) for a, b in combinations_with_replacement(ones, 2)}
    for c, d in combinations_with_replacement(zeros, 2):
        pair = by_sum.get(_added(points[c], points[d]))
        if pair is not None:
            return Contradiction(pair, (c, d))
    return None


def _added(first: Row, second: Row) -> tuple[int, ...]:
    return tuple(a + b for a, b in zip(first, second, strict=True))


@cache
def separable_numbers(inputs: int) -> frozenset[int]:
    """Return the numbers of all separable functions: 14 of 16 for two inputs, 104 of 256 for three."""
    return frozenset(n for n in range(2 ** (2**inputs)) if contradiction(target_of(n, inputs)) is None)


def is_separable(target: Sequence[int]) -> bool:
    """Return whether one unit can be this function."""
    return contradiction(target) is None


@cache
def nearest_separable(target: Target) -> Target:
    """Return the separable function of two or three inputs that agrees in most rows; the function itself if it can be."""
    wanted = number_of(target)
    best = min(separable_numbers(inputs_of(target)), key=lambda number: ((number ^ wanted).bit_count(), number))
    return target_of(best, inputs_of(target))


def most_right(target: Target) -> int:
    """Return in how many rows one unit can be right at best."""
    return sum(a == b for a, b in zip(target, nearest_separable(target), strict=True))
