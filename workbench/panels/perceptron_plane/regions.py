"""The ground of the plane: the regions of both outputs, and the grid on them."""

from __future__ import annotations

from math import hypot
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPolygonF

from core.perceptron.spec import PerceptronSpec, Weights
from core.perceptron.unit import activate
from workbench.panels.perceptron_plane.geometry import HIGH, LOW, Vector, View
from workbench.perceptron.colours import mixed, wash_colour
from workbench.theme.theme import Theme

CORNERS: Final = ((LOW, LOW), (HIGH, LOW), (HIGH, HIGH), (LOW, HIGH))
GRID_LINES: Final = tuple(line for tick in (0.0, 1.0) for line in (((tick, LOW), (tick, HIGH)), ((LOW, tick), (HIGH, tick))))
STOPS: Final = 24
GRID: Final = 0.3
"""How much of its colour the grid lays on the regions."""


def value_as_side(spec: PerceptronSpec, z: float) -> float:
    """Return an output between −1 and 1, where −1 is the colour of 0."""
    y = activate(spec.activation, z)
    return y if spec.activation == "tanh" else 2 * min(y, 1.0) - 1


def sum_at(weights: Weights, x: Vector) -> float:
    """Return z at a place."""
    return weights[0] * x[0] + weights[1] * x[1] + weights[2]


def paint_regions(painter: QPainter, view: View, spec: PerceptronSpec, theme: Theme) -> None:
    """Paint what the unit says at each place."""
    weights = spec.weights
    length = hypot(spec.w1, spec.w2)
    if length == 0:
        painter.fillRect(view.area.toRect(), wash_colour(theme, value_as_side(spec, spec.b)))
        return
    if spec.activation != "step":
        painter.fillRect(view.area.toRect(), _gradient(view, spec, theme))
        return
    painter.fillRect(view.area.toRect(), wash_colour(theme, -1))
    side = QPolygonF()
    for start, end in zip(CORNERS, (*CORNERS[1:], CORNERS[0]), strict=True):
        here, there = sum_at(weights, start), sum_at(weights, end)
        if here > 0:
            side.append(view.at(start))
        if (here > 0) != (there > 0):
            share = here / (here - there)
            side.append(view.at((start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1]))))
    if not side.isEmpty():
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(wash_colour(theme, 1))
        painter.drawPolygon(side)


def _gradient(view: View, spec: PerceptronSpec, theme: Theme) -> QLinearGradient:
    """Along the normal z changes evenly, so one gradient of the output is the whole picture."""
    square = spec.w1**2 + spec.w2**2
    sums = [sum_at(spec.weights, corner) for corner in CORNERS]
    low, high = min(sums), max(sums)
    ends = [view.at(((z - spec.b) * spec.w1 / square, (z - spec.b) * spec.w2 / square)) for z in (low, high)]
    gradient = QLinearGradient(*ends)
    for step in range(STOPS + 1):
        share = step / STOPS
        gradient.setColorAt(share, wash_colour(theme, value_as_side(spec, low + share * (high - low))))
    return gradient


def paint_grid(painter: QPainter, view: View, spec: PerceptronSpec, theme: Theme) -> None:
    """Paint lines at 0 and 1, each part a little darker than the region it lies on."""
    axis, weights = theme.color("axis"), spec.weights
    for start, end in GRID_LINES:
        for first, last in _parts(weights, start, end):
            between = sum_at(weights, ((first[0] + last[0]) / 2, (first[1] + last[1]) / 2))
            painter.setPen(mixed(axis, wash_colour(theme, value_as_side(spec, between)), GRID))
            painter.drawLine(view.at(first).toPoint(), view.at(last).toPoint())


def _parts(weights: Weights, start: Vector, end: Vector) -> tuple[tuple[Vector, Vector], ...]:
    """Return the parts of a stretch on either side of the line."""
    here, there = sum_at(weights, start), sum_at(weights, end)
    if (here > 0) == (there > 0):
        return ((start, end),)
    share = here / (here - there)
    crossing = (start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1]))
    return ((start, crossing), (crossing, end))
