"""Where things stand on the plane: pixels and inputs, the visible part of the line, its handles, and what a drag means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import atan2, cos, hypot, pi, radians, sin
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, QSize

from core.perceptron.functions import rows
from core.perceptron.spec import Weights

LOW: Final = -0.5
HIGH: Final = 1.5
LEFT: Final = 32
RIGHT: Final = 12
TOP: Final = 6
BOTTOM: Final = 24
"""Room around the square for ticks."""
REACH: Final = 10.0
"""How near, in pixels, the pointer takes a handle; the line itself is taken from 7 px."""
LINE_REACH: Final = 7.0
SHORTEST: Final = 110.0
"""A shorter piece of line carries only one handle."""
SMALLEST: Final = 0.05
"""The least |w| that a drag leaves, so that there always is a line to take hold of."""

EDGE: Final = 0.09
"""How far within the square the handle of a line outside it stands."""

Part = Literal["line", "turn", "tip"]
Vector = tuple[float, float]
CENTRE: Final[Vector] = (0.5, 0.5)


@dataclass(frozen=True, slots=True)
class View:
    """A square of the screen that shows two numbers, each from `low` to `high`."""

    area: QRectF
    low: float = LOW
    high: float = HIGH

    @property
    def scale(self) -> float:
        """Pixels per unit."""
        return self.area.width() / (self.high - self.low)

    def at(self, x: Sequence[float]) -> QPointF:
        """Return the pixel of a pair of numbers."""
        scale = self.scale
        return QPointF(self.area.left() + (x[0] - self.low) * scale, self.area.bottom() - (x[1] - self.low) * scale)

    def inputs(self, pixel: QPointF) -> Vector:
        """Return the numbers under a pixel."""
        return (
            self.low + (pixel.x() - self.area.left()) / self.scale,
            self.low + (self.area.bottom() - pixel.y()) / self.scale,
        )


def square_in(size: QSize) -> QRectF:
    """Return the largest square on whole pixels that leaves room for ticks, in the middle of a widget."""
    side = max(40, min(size.width() - LEFT - RIGHT, size.height() - TOP - BOTTOM))
    return QRectF(LEFT + (size.width() - LEFT - RIGHT - side) // 2, TOP, side, side)


@dataclass(frozen=True, slots=True)
class Handles:
    """What can be taken hold of, in inputs.

    Parameters
    ----------
    move, turn
        The handles on the line; `turn` is None where the line is too short to carry two.
    base
        Where the normal vector stands, and around which the line turns.
    shown_at
        At which scale the vector is drawn: 1, ½, ¼ …
    """

    move: Vector
    turn: Vector | None
    base: Vector
    shown_at: float


def visible_line(weights: Weights) -> tuple[Vector, Vector] | None:
    """Return the ends of the line within the square, so that w points to its left; None if it does not cross it."""
    w1, w2, b = weights
    length = hypot(w1, w2)
    if length == 0:
        return None
    foot = (-b * w1 / length**2, -b * w2 / length**2)
    along = (w2 / length, -w1 / length)
    first, last = float("-inf"), float("inf")
    for position, step in zip(foot, along, strict=True):
        if abs(step) < 1e-12:
            if not LOW <= position <= HIGH:
                return None
            continue
        ends = sorted(((LOW - position) / step, (HIGH - position) / step))
        first, last = max(first, ends[0]), min(last, ends[1])
    if last - first <= 1e-9:
        return None
    return _along(foot, along, first), _along(foot, along, last)


def way_to_lost_line(weights: Weights) -> Vector | None:
    """Return the direction in which the line lies outside the square, as a unit vector; None if it is seen or is none."""
    w1, w2, b = weights
    length = hypot(w1, w2)
    if length == 0 or visible_line(weights) is not None:
        return None
    sign = -1.0 if w1 * CENTRE[0] + w2 * CENTRE[1] + b > 0 else 1.0
    return (sign * w1 / length, sign * w2 / length)


def at_edge(way: Vector) -> Vector:
    """Return the place just within the square in a direction from its middle."""
    reach = min((HIGH - CENTRE[0] - EDGE) / abs(part) for part in way if abs(part) > 1e-9)
    return _along(CENTRE, way, reach)


def foot(place: Vector, weights: Weights) -> Vector:
    """Return the point of the line that is nearest to a place."""
    w1, w2, b = weights
    z = (w1 * place[0] + w2 * place[1] + b) / (w1 * w1 + w2 * w2)
    return (place[0] - z * w1, place[1] - z * w2)


def _along(start: Vector, step: Vector, distance: float) -> Vector:
    return (start[0] + step[0] * distance, start[1] + step[1] * distance)


def handles(weights: Weights, view: View) -> Handles | None:
    """Return where the handles stand while nothing is dragged, or None without a visible line."""
    ends = visible_line(weights)
    w = weights[:2]
    if ends is None:
        return None
    (x0, y0), (x1, y1) = ends
    pixels = hypot(x1 - x0, y1 - y0) * view.scale

    def share(part: float) -> Vector:
        return (x0 + (x1 - x0) * part, y0 + (y1 - y0) * part)

    if pixels < SHORTEST:
        return Handles(share(0.25), None, share(0.6), _scale(share(0.6), w))
    bases = [share(part) for part in (0.64, 0.5, 0.38)]
    base = next((place for place in bases if _scale(place, w) == 1.0), bases[0])
    turns = (0.83, 0.88, 0.78) if base is not bases[2] else (0.7, 0.76, 0.82)
    move = max((share(part) for part in (0.2, 0.26, 0.14)), key=_room)
    return Handles(move, max(map(share, turns), key=_room), base, _scale(base, w))


def _room(place: Vector) -> float:
    """Return the distance to the nearest corner, where more than a little is as good as much."""
    return min(0.16, *(hypot(place[0] - x1, place[1] - x2) for x1, x2 in rows(2)))


def _scale(base: Vector, w: Vector) -> float:
    scale = 1.0
    while scale > 1e-6 and not all(
        LOW + 0.04 <= place + scale * part <= HIGH - 0.04 for place, part in zip(base, w, strict=True)
    ):
        scale /= 2
    return scale


def tip_of(found: Handles, weights: Weights) -> Vector:
    """Return where the arrow of the normal vector ends."""
    return (found.base[0] + found.shown_at * weights[0], found.base[1] + found.shown_at * weights[1])


@dataclass(frozen=True, slots=True)
class Grip:
    """A drag under way: what was taken where, and how things stood then."""

    part: Part
    pressed: Vector
    weights: Weights
    handles: Handles

    def weights_at(self, pointer: Vector, *, coarse: bool = False) -> Weights:
        """Return the weights that the drag means with the pointer there.

        Parameters
        ----------
        coarse
            Whether to go in large steps: tenths of b, 15°, quarters of the length.
        """
        match self.part:
            case "line":
                return self._shifted(pointer, 0.1 if coarse else 0.01)
            case "turn":
                return self._turned(pointer, coarse=coarse)
            case "tip":
                return self._scaled(pointer, coarse=coarse)

    def _shifted(self, pointer: Vector, step: float) -> Weights:
        w1, w2, b = self.weights
        moved = b - w1 * (pointer[0] - self.pressed[0]) - w2 * (pointer[1] - self.pressed[1])
        return (w1, w2, round(round(moved / step) * step, 6))

    def _turned(self, pointer: Vector, *, coarse: bool) -> Weights:
        w1, w2, _ = self.weights
        base, length = self.handles.base, hypot(w1, w2)
        dx, dy = pointer[0] - base[0], pointer[1] - base[1]
        distance = hypot(dx, dy)
        if distance < 1e-6:
            return self.weights
        new1, new2 = -dy / distance * length, dx / distance * length
        if coarse:
            new1, new2 = in_steps_of_15_degrees(new1, new2)
        return through(base, new1, new2)

    def _scaled(self, pointer: Vector, *, coarse: bool) -> Weights:
        w1, w2, _ = self.weights
        base, length = self.handles.base, hypot(w1, w2)
        along = ((pointer[0] - base[0]) * w1 + (pointer[1] - base[1]) * w2) / length / self.handles.shown_at
        wanted = max(SMALLEST, round(along * 4) / 4 if coarse else along)
        return scaled(self.weights, wanted / length)


def in_steps_of_15_degrees(w1: float, w2: float) -> Vector:
    """Return the vector of the same length at the nearest multiple of 15°."""
    length, step = hypot(w1, w2), pi / 12
    angle = round(atan2(w2, w1) / step) * step
    return length * cos(angle), length * sin(angle)


def through(base: Vector, w1: float, w2: float) -> Weights:
    """Return weights in thousandths whose line goes through a point."""
    w1, w2 = round(w1, 3), round(w2, 3)
    return (w1 + 0.0, w2 + 0.0, round(-(w1 * base[0] + w2 * base[1]), 3) + 0.0)


def scaled(weights: Weights, factor: float) -> Weights:
    """Return weights in thousandths with the same line and another steepness."""
    w1, w2, b = weights
    return (round(w1 * factor, 3) + 0.0, round(w2 * factor, 3) + 0.0, round(b * factor, 3) + 0.0)


def turned(weights: Weights, base: Vector, degrees: float) -> Weights:
    """Return weights with w turned and the line still through a point."""
    w1, w2, _ = weights
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return through(base, w1 * c - w2 * s, w1 * s + w2 * c)


def follow(grip: Grip, weights: Weights) -> Handles:
    """Return where the handles stand during a drag, so that the one in hand stays under the pointer."""
    found = grip.handles
    if grip.part == "line":
        w1, w2, b = weights
        square = w1 * w1 + w2 * w2
        shift = (-(b - grip.weights[2]) * w1 / square, -(b - grip.weights[2]) * w2 / square)
        move = _plus(found.move, shift)
        return replace(found, move=move, base=_plus(found.base, shift), turn=found.turn and _plus(found.turn, shift))
    if grip.part == "turn" and found.turn is not None:
        length = hypot(weights[0], weights[1])
        along = (weights[1] / length, -weights[0] / length)
        reach = hypot(found.turn[0] - found.base[0], found.turn[1] - found.base[1])
        back = hypot(found.move[0] - found.base[0], found.move[1] - found.base[1])
        return replace(found, turn=_along(found.base, along, reach), move=_along(found.base, along, -back))
    return found


def _plus(a: Vector, b: Vector) -> Vector:
    return (a[0] + b[0], a[1] + b[1])
