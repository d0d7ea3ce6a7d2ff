"""How the plane is painted: regions, grid, line, vector, corners."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import degrees, hypot
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from core.perceptron.functions import rows
from core.perceptron.spec import PerceptronSpec, Rule, Weights
from core.perceptron.unit import right
from workbench.panels.perceptron_plane.corners import Corner, CornerPictures
from workbench.panels.perceptron_plane.geometry import Handles, Vector, View, at_edge, tip_of, visible_line
from workbench.panels.perceptron_plane.lettering import (
    WORDS_HEIGHT,
    Box,
    around_corner,
    around_handle,
    paint_side_names,
    words_at_right,
    write_beside,
)
from workbench.panels.perceptron_plane.regions import paint_grid, paint_regions, value_as_side
from workbench.perceptron.colours import mixed, rule_colour, wash_colour
from workbench.perceptron.wording import decimals_for, number, point
from workbench.theme.theme import Theme
from workbench.theme.tokens import DASH_BEFORE_DRAG
from workbench.widgets.kept_text import KeptText
from workbench.widgets.painting import circle

TICKS: Final = (-0.5, 0.0, 0.5, 1.0, 1.5)
NAME_AT: Final = (0.14, 0.3, 0.45, 0.6, 0.75, 0.88)
"""Shares of the other rule's line, from its upper end, at which its name may stand."""
HALO: Final = 0.35
"""How much of its colour the halo of the line lays on the regions."""
HALO_WIDTH: Final = 2.0


@dataclass(frozen=True, slots=True)
class Beside:
    """The line of the rule that learns beside the one that moves the line.

    Parameters
    ----------
    weights, rule
        Where it is, and which.
    name
        What it is called.
    """

    weights: Weights
    rule: Rule
    name: str


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that a picture of the plane shows.

    Parameters
    ----------
    row
        The corner that is lit.
    before
        The weights before the gesture under way.
    held
        The part that is dragged or hovered, or "".
    beside
        Where the other rule of learning is; None before the first sample.
    bubble
        Where the numbers of the drag will be written.
    lost
        The direction from the middle in which the line lies outside; None if it is seen or there is none.
    notice
        Why no line is seen.
    """

    spec: PerceptronSpec
    handles: Handles | None
    row: int
    before: Weights | None = None
    held: str = ""
    beside: Beside | None = None
    bubble: QRectF | None = None
    lost: Vector | None = None
    notice: str = ""


def paint_plane(painter: QPainter, view: View, scene: Scene, theme: Theme, corners: CornerPictures, *, kept: KeptText) -> None:
    """Paint the plane into its square."""
    painter.save()
    painter.setClipRect(view.area.toRect())
    # The line hides the edge of the region, and the grid lies on whole pixels: neither needs smoothing.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    paint_regions(painter, view, scene.spec, theme)
    paint_grid(painter, view, scene.spec, theme)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if scene.before is not None and scene.before != scene.spec.weights:
        _line_before(painter, view, scene.before, theme)
    if scene.beside is not None:
        taken = [around_handle(view.at(at)) for at in _on_line(scene.handles)]
        _line_beside(painter, view, scene.beside, theme, taken=taken, kept=kept)
    _line(painter, view, scene.spec, theme)
    paint_side_names(painter, view, scene.spec, theme, kept)
    judged = right(scene.spec)
    aside = words_at_right(view, scene.spec.weights)
    for row, at_right in enumerate(aside):
        corners.paint(painter, view, theme, Corner(row, bool(scene.spec.target[row]), judged[row], row == scene.row, at_right))
    if scene.handles is not None:
        _vector(painter, view, scene, scene.handles, theme, at_right=aside, kept=kept)
        _line_handles(painter, view, scene, scene.handles, theme)
    if scene.lost is not None:
        _lost_handle(painter, view, scene, scene.lost, theme)
    if scene.notice:
        _notice(painter, view, scene, theme, kept=kept)
    painter.restore()


def _line_before(painter: QPainter, view: View, weights: Weights, theme: Theme) -> None:
    ends = visible_line(weights)
    if ends is not None:
        pen = QPen(theme.color("text2"), 1)
        pen.setDashPattern(list(map(float, DASH_BEFORE_DRAG)))
        painter.setPen(pen)
        painter.drawLine(QLineF(view.at(ends[0]), view.at(ends[1])))


def _on_line(handles: Handles | None) -> list[Vector]:
    """Return where the handles on the line stand."""
    return [at for at in (handles.move, handles.turn) if at is not None] if handles is not None else []


def _line_beside(painter: QPainter, view: View, beside: Beside, theme: Theme, *, taken: Sequence[Box], kept: KeptText) -> None:
    """Draw the line of the other rule, dashed, with its name as near to its upper end as nothing else stands."""
    ends = visible_line(beside.weights)
    if ends is None:
        return
    colour = rule_colour(theme, beside.rule)
    pen = QPen(colour, 2)
    pen.setDashPattern([5.0, 3.0])
    painter.setPen(pen)
    line = QLineF(view.at(ends[0]), view.at(ends[1]))
    painter.drawLine(line)
    width, downwards = kept.width(beside.name), line.y1() < line.y2()
    places: list[QPointF] = []
    for share in NAME_AT:
        spot = line.pointAt(share if downwards else 1 - share)
        left = spot.x() + 10 if spot.x() < view.area.center().x() else spot.x() - 10 - width
        places.append(QPointF(left, spot.y()))

    def is_free(place: QPointF) -> bool:
        right_end, top, foot = place.x() + width, place.y() - WORDS_HEIGHT / 2, place.y() + WORDS_HEIGHT / 2
        return all(right_end < box[0] or place.x() > box[2] or foot < box[1] or top > box[3] for box in taken)

    place = next(filter(is_free, places), places[0])
    kept.draw(painter, place.x(), place.y(), beside.name, colour)


def _line(painter: QPainter, view: View, spec: PerceptronSpec, theme: Theme) -> None:
    ends = visible_line(spec.weights)
    if ends is None:
        return
    line = QLineF(view.at(ends[0]), view.at(ends[1]))
    across = line.normalVector().unitVector()
    accent, smooth = theme.color("accent"), value_as_side(spec, 0.0)
    # w points to the left of the line, where z is above 0.
    for way, side in ((1, 1.0), (-1, -1.0)):
        value = side if spec.activation == "step" else smooth
        painter.setPen(QPen(mixed(accent, wash_colour(theme, value), HALO), HALO_WIDTH))
        painter.drawLine(line.translated(across.dx() * 2 * way, across.dy() * 2 * way))
    painter.setPen(QPen(theme.color("text"), 2))
    painter.drawLine(line)


def _vector(
    painter: QPainter,
    view: View,
    scene: Scene,
    found: Handles,
    theme: Theme,
    *,
    at_right: Sequence[bool],
    kept: KeptText,
) -> None:
    weights = scene.spec.weights
    base, tip = view.at(found.base), view.at(tip_of(found, weights))
    accent = theme.color("accent")
    arrow = QLineF(base, tip)
    painter.setPen(QPen(accent, 2.5))
    if arrow.length() > 12:
        painter.drawLine(QLineF(base, arrow.pointAt(1 - 8 / arrow.length())))
        unit = QPointF(arrow.dx() / arrow.length(), arrow.dy() / arrow.length())
        across = QPointF(-unit.y(), unit.x())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawPolygon(QPolygonF([tip, tip - unit * 12 + across * 5, tip - unit * 12 - across * 5]))
    halo = QColor(accent)
    halo.setAlphaF(0.28 if scene.held == "tip" else 0.12)
    circle(painter, tip, 10, halo, accent)
    decimals = decimals_for(weights)
    words = f"w = {point(weights[:2], decimals)}"
    if found.shown_at < 1:
        words += f"  × {found.shown_at:g}" if found.shown_at < 0.1 else f"  × {number(found.shown_at, 3).rstrip('0')}"
    ends = visible_line(weights)
    line = QLineF(view.at(ends[0]), view.at(ends[1])) if ends else QLineF()
    taken = [around_corner(spot, at_right=aside) for spot, aside in zip(map(view.at, rows(2)), at_right, strict=True)]
    taken += [around_handle(view.at(at)) for at in _on_line(found)]
    if scene.bubble is not None:
        box = scene.bubble
        taken.append((box.left(), box.top(), box.right(), box.bottom()))
    beside = visible_line(scene.beside.weights) if scene.beside is not None else None
    other = QLineF(view.at(beside[0]), view.at(beside[1])) if beside else QLineF()
    write_beside(painter, view, (arrow, line, other), words, theme, taken=taken, kept=kept)


def _line_handles(painter: QPainter, view: View, scene: Scene, found: Handles, theme: Theme) -> None:
    accent, surface = theme.color("accent"), theme.color("surface")
    w1, w2, _ = scene.spec.weights
    length = hypot(w1, w2)
    normal = QPointF(w1 / length, -w2 / length)
    move = view.at(found.move)
    painter.setPen(QPen(accent, 1.5))
    for way in (1, -1):
        _small_arrow(painter, move + normal * (18 * way), normal * way)
    circle(painter, move, 8 if scene.held == "line" else 7, accent, surface, width=1.5)
    if found.turn is not None:
        turn = view.at(found.turn)
        painter.setPen(QPen(theme.color("text2"), 1.5))
        _bent_arrows(painter, view.at(found.base), turn)
        circle(painter, turn, 8 if scene.held == "turn" else 7, surface, theme.color("text"), width=2.0)


def _lost_handle(painter: QPainter, view: View, scene: Scene, way: Vector, theme: Theme) -> None:
    """Draw what brings back a line outside the square: a handle at the edge that is nearest to it, with an arrow to it."""
    accent, surface = theme.color("accent"), theme.color("surface")
    spot, normal = view.at(at_edge(way)), QPointF(way[0], -way[1])
    painter.setPen(QPen(accent, 1.5))
    _small_arrow(painter, spot + normal * 10, normal)
    circle(painter, spot, 8 if scene.held == "line" else 7, accent, surface, width=1.5)


def _notice(painter: QPainter, view: View, scene: Scene, theme: Theme, *, kept: KeptText) -> None:
    """Write why no line is seen: beside the handle at the edge, or without one in the middle."""
    area, half = view.area, kept.width(scene.notice) / 2
    spot = view.at(at_edge(scene.lost)) if scene.lost is not None else area.center()
    x = min(max(spot.x(), area.left() + 10 + half), area.right() - 10 - half)
    down = 0 if scene.lost is None else 24 if scene.lost[1] > 0 else -24
    kept.draw(painter, x, spot.y() + down, scene.notice, theme.color("text"), align=0.5)


def _bent_arrows(painter: QPainter, centre: QPointF, place: QPointF) -> None:
    """Draw two arrows from a place along the circle around a centre."""
    ray = QLineF(centre, place)
    reach, start = ray.length(), ray.angle()
    for way in (1, -1):
        bend = [QLineF.fromPolar(reach, start + way * degrees(far / reach)).p2() + centre for far in (13, 17.5, 22.5, 27)]
        heading = QLineF(bend[-2], bend[-1]).unitVector()
        _arrow(painter, bend, QPointF(heading.dx(), heading.dy()))


def _small_arrow(painter: QPainter, start: QPointF, way: QPointF) -> None:
    _arrow(painter, [start, start + way * 12], way)


def _arrow(painter: QPainter, course: list[QPointF], way: QPointF) -> None:
    """Draw a course with an open head at its end, in the direction `way`."""
    end, across = course[-1], QPointF(-way.y(), way.x())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline([*course, end - way * 5 + across * 4, end, end - way * 5 - across * 4])
