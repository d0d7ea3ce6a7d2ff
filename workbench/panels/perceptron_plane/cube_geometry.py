"""The cube of three inputs seen from a side: where its corners stand, and where the plane cuts it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import atan2, cos, radians, sin
from typing import Final

from PySide6.QtCore import QPointF

from core.perceptron.functions import rows

Point = tuple[float, float, float]

EDGES: Final = tuple(
    (a, b) for a, b in combinations(range(8), 2) if sum(p != q for p, q in zip(rows(3)[a], rows(3)[b], strict=True)) == 1
)
"""Pairs of rows that differ in one input."""


@dataclass(frozen=True, slots=True)
class Look:
    """From where the cube is seen.

    Parameters
    ----------
    turn, tilt
        Degrees around the axis of x3, and above the plane of x1 and x2.
    centre
        The pixel of the cube's middle.
    scale
        Pixels per unit.
    """

    turn: float
    tilt: float
    centre: QPointF
    scale: float

    @property
    def towards(self) -> Point:
        """The direction from the cube to the eye."""
        turn, tilt = radians(self.turn), radians(self.tilt)
        return (cos(tilt) * sin(turn), -cos(tilt) * cos(turn), sin(tilt))

    def at(self, x: Sequence[float]) -> QPointF:
        """Return the pixel of a point; parallel lines stay parallel."""
        turn, tilt = radians(self.turn), radians(self.tilt)
        a, b, c = (value - 0.5 for value in x)
        right = a * cos(turn) + b * sin(turn)
        away = -a * sin(turn) + b * cos(turn)
        up = c * cos(tilt) + away * sin(tilt)
        return QPointF(self.centre.x() + right * self.scale, self.centre.y() - up * self.scale)

    def nearness(self, x: Sequence[float]) -> float:
        """Return how near to the eye a point is."""
        return sum((value - 0.5) * part for value, part in zip(x, self.towards, strict=True))


def cut(weights: Sequence[float]) -> list[Point]:
    """Return the corners of the polygon in which the plane cuts the cube, in order around it; fewer than 3 if it does not."""
    w, b = weights[:3], weights[3]
    if not any(w):
        return []
    found: set[Point] = set()
    for first, second in EDGES:
        start, end = rows(3)[first], rows(3)[second]
        here, there = (sum(p * q for p, q in zip(w, x, strict=True)) + b for x in (start, end))
        if here == 0:
            found.add((start[0], start[1], start[2]))
        if here < 0 < there or there < 0 < here:
            share = here / (here - there)
            place = [p + share * (q - p) for p, q in zip(start, end, strict=True)]
            found.add((place[0], place[1], place[2]))
        if there == 0:
            found.add((end[0], end[1], end[2]))
    return _around(list(found), w)


def middle_of(points: Sequence[Point]) -> Point:
    """Return the mean of points."""
    count = len(points)
    return (sum(p[0] for p in points) / count, sum(p[1] for p in points) / count, sum(p[2] for p in points) / count)


def _around(points: list[Point], normal: Sequence[float]) -> list[Point]:
    if len(points) < 3:
        return []
    middle = middle_of(points)
    first = _minus(points[0], middle)
    second = _cross((normal[0], normal[1], normal[2]), first)

    if _dot(second, second) == 0:
        return []  # too small a corner to have an order

    def angle(point: Point) -> float:
        arm = _minus(point, middle)
        return atan2(_dot(arm, second) / _dot(second, second) ** 0.5, _dot(arm, first) / _dot(first, first) ** 0.5)

    return sorted(points, key=angle)


def _minus(a: Point, b: Point) -> Point:
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def _dot(a: Point, b: Point) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def _cross(a: Point, b: Point) -> Point:
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])
