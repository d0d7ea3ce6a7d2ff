"""How the plane is painted: regions, grid, line, vector, corners."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import degrees, hypot
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPen, QPolygonF

from core.perceptron.functions import rows
from core.perceptron.spec import PerceptronSpec, Rule, Weights
from core.perceptron.unit import activate, right
from workbench.panels.perceptron_plane.corners import Corner, CornerPictures, words_box
from workbench.panels.perceptron_plane.geometry import HIGH, LOW, Handles, Vector, View, tip_of, visible_line
from workbench.perceptron.colours import mixed, rule_colour, wash_colour
from workbench.perceptron.wording import decimals_for, number, point
from workbench.theme.fonts import font
from workbench.theme.theme import Theme
from workbench.theme.tokens import DASH_BEFORE_DRAG
from workbench.widgets.kept_text import KeptText
from workbench.widgets.painting import circle, rounded

TICKS: Final = (-0.5, 0.0, 0.5, 1.0, 1.5)
CORNERS: Final = ((LOW, LOW), (HIGH, LOW), (HIGH, HIGH), (LOW, HIGH))
GRID_LINES: Final = tuple(line for tick in (0.0, 1.0) for line in (((tick, LOW), (tick, HIGH)), ((LOW, tick), (HIGH, tick))))
STOPS: Final = 24
WORDS_HEIGHT: Final = 18
GRID: Final = 0.3
HALO: Final = 0.35
"""How much of their colour the grid and the halo of the line lay on the regions."""
HALO_WIDTH: Final = 2.0
Box = tuple[float, float, float, float]
"""Left, top, right and bottom in pixels; of a line: where it begins and how far it goes."""


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
    """

    spec: PerceptronSpec
    handles: Handles | None
    row: int
    before: Weights | None = None
    held: str = ""
    beside: Beside | None = None
    bubble: QRectF | None = None


def paint_plane(painter: QPainter, view: View, scene: Scene, theme: Theme, corners: CornerPictures, *, kept: KeptText) -> None:
    """Paint the plane into its square."""
    painter.save()
    painter.setClipRect(view.area.toRect())
    # The line hides the edge of the region, and the grid lies on whole pixels: neither needs smoothing.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    _regions(painter, view, scene.spec, theme)
    _grid(painter, view, scene.spec, theme)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if scene.before is not None and scene.before != scene.spec.weights:
        _line_before(painter, view, scene.before, theme)
    if scene.beside is not None:
        _line_beside(painter, view, scene.beside, theme, kept=kept)
    _line(painter, view, scene.spec, theme)
    _side_names(painter, view, scene.spec, theme, kept)
    judged = right(scene.spec)
    aside = words_at_right(view, scene.spec.weights)
    for row, at_right in enumerate(aside):
        corners.paint(painter, view, theme, Corner(row, bool(scene.spec.target[row]), judged[row], row == scene.row, at_right))
    if scene.handles is not None:
        _vector(painter, view, scene, scene.handles, theme, at_right=aside, kept=kept)
        _line_handles(painter, view, scene, scene.handles, theme)
    painter.restore()


def words_at_right(view: View, weights: Weights) -> tuple[bool, ...]:
    """Return for each corner whether the line goes through the place of its words at the lower left, and not the right."""
    ends = visible_line(weights)
    if ends is None:
        return (False,) * 4
    start, end = view.at(ends[0]), view.at(ends[1])
    course = (start.x(), start.y(), end.x() - start.x(), end.y() - start.y())

    def crossed(spot: QPointF, *, at_right: bool) -> bool:
        box = words_box(at_right=at_right).translated(spot)
        return _crosses(course, box.left(), box.top(), box.right(), box.bottom())

    spots = map(view.at, rows(2))
    return tuple(crossed(spot, at_right=False) and not crossed(spot, at_right=True) for spot in spots)


def value_as_side(spec: PerceptronSpec, z: float) -> float:
    """Return an output between −1 and 1, where −1 is the colour of 0."""
    y = activate(spec.activation, z)
    return y if spec.activation == "tanh" else 2 * min(y, 1.0) - 1


def _sum(weights: Weights, x: Vector) -> float:
    return weights[0] * x[0] + weights[1] * x[1] + weights[2]


def _regions(painter: QPainter, view: View, spec: PerceptronSpec, theme: Theme) -> None:
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
        here, there = _sum(weights, start), _sum(weights, end)
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
    sums = [_sum(spec.weights, corner) for corner in CORNERS]
    low, high = min(sums), max(sums)
    ends = [view.at(((z - spec.b) * spec.w1 / square, (z - spec.b) * spec.w2 / square)) for z in (low, high)]
    gradient = QLinearGradient(*ends)
    for step in range(STOPS + 1):
        share = step / STOPS
        gradient.setColorAt(share, wash_colour(theme, value_as_side(spec, low + share * (high - low))))
    return gradient


def _grid(painter: QPainter, view: View, spec: PerceptronSpec, theme: Theme) -> None:
    axis, weights = theme.color("axis"), spec.weights
    for start, end in GRID_LINES:
        for first, last in _parts(weights, start, end):
            between = _sum(weights, ((first[0] + last[0]) / 2, (first[1] + last[1]) / 2))
            painter.setPen(mixed(axis, wash_colour(theme, value_as_side(spec, between)), GRID))
            painter.drawLine(view.at(first).toPoint(), view.at(last).toPoint())


def _parts(weights: Weights, start: Vector, end: Vector) -> tuple[tuple[Vector, Vector], ...]:
    """Return the parts of a stretch on either side of the line."""
    here, there = _sum(weights, start), _sum(weights, end)
    if (here > 0) == (there > 0):
        return ((start, end),)
    share = here / (here - there)
    crossing = (start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1]))
    return ((start, crossing), (crossing, end))


def _line_before(painter: QPainter, view: View, weights: Weights, theme: Theme) -> None:
    ends = visible_line(weights)
    if ends is not None:
        pen = QPen(theme.color("text2"), 1)
        pen.setDashPattern(list(map(float, DASH_BEFORE_DRAG)))
        painter.setPen(pen)
        painter.drawLine(QLineF(view.at(ends[0]), view.at(ends[1])))


def _line_beside(painter: QPainter, view: View, beside: Beside, theme: Theme, *, kept: KeptText) -> None:
    """Draw the line of the other rule, dashed, with its name near its upper end on the side where there is room."""
    ends = visible_line(beside.weights)
    if ends is None:
        return
    colour = rule_colour(theme, beside.rule)
    pen = QPen(colour, 2)
    pen.setDashPattern([5.0, 3.0])
    painter.setPen(pen)
    line = QLineF(view.at(ends[0]), view.at(ends[1]))
    painter.drawLine(line)
    spot = line.pointAt(0.14 if line.y1() < line.y2() else 0.86)
    to_right = spot.x() < view.area.center().x()
    kept.draw(painter, spot.x() + (10 if to_right else -10), spot.y(), beside.name, colour, align=0.0 if to_right else 1.0)


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


def _side_names(painter: QPainter, view: View, spec: PerceptronSpec, theme: Theme, kept: KeptText) -> None:
    """Write "y = 1" where z is largest and "y = 0" where it is smallest."""
    ink = theme.color("text")
    sums = [_sum(spec.weights, corner) for corner in CORNERS]
    # With equal sums the upper right corner speaks for 1 and the lower left one for 0, as in AND.
    most = max((2, 1, 3, 0), key=sums.__getitem__)
    least = min((0, 3, 1, 2), key=sums.__getitem__)
    step = spec.activation == "step"
    if sums[most] > 0:
        _in_corner(painter, view, most, "y = 1" if step else "z > 0", ink=ink, kept=kept)
    if sums[least] <= 0 and (least != most or sums[most] <= 0):
        _in_corner(painter, view, least, "y = 0" if step else "z ≤ 0", ink=ink, kept=kept)


def _in_corner(painter: QPainter, view: View, corner: int, words: str, *, ink: QColor, kept: KeptText) -> None:
    x, y = CORNERS[corner]
    area, half = view.area, kept.metrics.height() / 2
    middle = area.bottom() - 8 - half if y == LOW else area.top() + 8 + half
    if x == LOW:
        kept.draw(painter, area.left() + 12, middle, words, ink)
    else:
        kept.draw(painter, area.right() - 12, middle, words, ink, align=1.0)


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
    taken = [_around(spot, at_right=aside) for spot, aside in zip(map(view.at, rows(2)), at_right, strict=True)]
    if scene.bubble is not None:
        box = scene.bubble
        taken.append((box.left(), box.top(), box.right(), box.bottom()))
    _write_beside(painter, view, (arrow, line), words, theme, taken=taken, kept=kept)


def _around(spot: QPointF, *, at_right: bool) -> Box:
    """Return what a corner and its words take up."""
    left, right_end = (-18, 72) if at_right else (-72, 18)
    return (spot.x() + left, spot.y() - 18, spot.x() + right_end, spot.y() + 28)


def _write_beside(
    painter: QPainter,
    view: View,
    lines: tuple[QLineF, QLineF],
    words: str,
    theme: Theme,
    *,
    taken: Sequence[Box],
    kept: KeptText,
) -> None:
    """Write beside the first of two lines, where nothing else is in the way."""
    arrow = lines[0]
    width = kept.width(words) + 2
    middle_x, middle_y, tip, base = (arrow.x1() + arrow.x2()) / 2, (arrow.y1() + arrow.y2()) / 2, arrow.p2(), arrow.p1()
    area = view.area
    low_x, low_y, high_x, high_y = area.left() + 6, area.top() + 6, area.right() - 6, area.bottom() - 6
    over_tip = min(tip.x() - width / 2, high_x - width)
    places = (
        (middle_x + 14, middle_y + 8),
        (middle_x - 14 - width, middle_y - 26),
        (middle_x + 14, middle_y - 26),
        (middle_x - 14 - width, middle_y + 8),
        (over_tip, tip.y() - 32),
        (over_tip, tip.y() + 14),
        (base.x() - width - 20, base.y() - 9),
    )
    courses = [(line.x1(), line.y1(), line.dx(), line.dy()) for line in lines if not line.isNull()]

    def trouble(place: Vector) -> float:
        x, y = place
        right_end, bottom = x + width, y + WORDS_HEIGHT
        seen = max(0.0, min(right_end, high_x) - max(x, low_x)) * max(0.0, min(bottom, high_y) - max(y, low_y))
        covered = 0.0
        for left, top, end, foot in taken:
            across, down = min(right_end, end) - max(x, left), min(bottom, foot) - max(y, top)
            if across > 0 and down > 0:
                covered += across * down
        crossed = any(_crosses(course, x - 3, y - 3, right_end + 3, bottom + 3) for course in courses)
        return 3 * max(0.0, width * WORDS_HEIGHT - seen) + covered + 800 * crossed

    x, y = next((place for place in places if trouble(place) < 1e-6), None) or min(places, key=trouble)
    kept.draw(painter, x, y + WORDS_HEIGHT / 2, words, theme.color("text"))


def _crosses(course: Box, left: float, top: float, right_end: float, bottom: float) -> bool:
    """Whether a line goes through a box: the boxes around both meet, and the corners lie on both its sides."""
    x1, y1, dx, dy = course
    if max(x1, x1 + dx) < left or min(x1, x1 + dx) > right_end or max(y1, y1 + dy) < top or min(y1, y1 + dy) > bottom:
        return False
    sides = [(x - x1) * dy - (y - y1) * dx for x in (left, right_end) for y in (top, bottom)]
    return min(sides) <= 0 <= max(sides)


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


def paint_axes(painter: QPainter, view: View, theme: Theme, ticks: Sequence[float], names: tuple[str, str]) -> None:
    """Paint axes, ticks and the names of the two numbers around the square."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("axis"), 1))
    area = view.area
    painter.drawLine(QLineF(area.left() - 0.5, area.top(), area.left() - 0.5, area.bottom() + 0.5))
    painter.drawLine(QLineF(area.left() - 0.5, area.bottom() + 0.5, area.right(), area.bottom() + 0.5))
    painter.setFont(font("caption"))
    painter.setPen(theme.color("text3"))
    for tick in ticks:
        spot = view.at((tick, tick))
        words = number(tick, 1) if tick % 1 else number(tick, 0)
        painter.drawText(QRectF(spot.x() - 24, area.bottom() + 4, 48, 16), Qt.AlignmentFlag.AlignHCenter, words)
        edge = QRectF(area.left() - 46, spot.y() - 8, 40, 16)
        painter.drawText(edge, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
    painter.setFont(font("dense", italic=True))
    painter.setPen(theme.color("text2"))
    between = (ticks[-2] + ticks[-3]) / 2
    middle = view.at((between, between))
    painter.drawText(QRectF(middle.x() - 20, area.bottom() + 3, 40, 18), Qt.AlignmentFlag.AlignCenter, names[0])
    painter.drawText(QRectF(area.left() - 34, middle.y() - 9, 28, 18), Qt.AlignmentFlag.AlignCenter, names[1])


def bubble_box(area: QRectF, spot: QPointF, words: str, *, kept: KeptText) -> QRectF:
    """Return where the tooltip of the drag is: near the pointer, within an area."""
    width = kept.width(words) + 20
    x = min(max(area.left() + 4, spot.x() + 16), area.right() - width - 4)
    y = spot.y() + 18 if spot.y() + 46 < area.bottom() else spot.y() - 42
    return QRectF(x, y, width, 24)


def paint_words_at(painter: QPainter, area: QRectF, spot: QPointF, words: str, theme: Theme, *, kept: KeptText) -> None:
    """Paint a tooltip of the drag near the pointer, within an area."""
    box = bubble_box(area, spot, words, kept=kept)
    rounded(painter, box, 4, theme.color("tooltip"))
    kept.draw(painter, box.left() + 10, box.top() + 12, words, theme.color("on_tooltip"))
