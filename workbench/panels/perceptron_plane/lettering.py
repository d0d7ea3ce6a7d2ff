"""The lettering of the plane: axes, names of sides and of w, the numbers of a drag, each where nothing else is in the way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from core.perceptron.functions import rows
from core.perceptron.spec import PerceptronSpec, Weights
from workbench.panels.perceptron_plane.corners import words_box
from workbench.panels.perceptron_plane.geometry import LOW, Vector, View, visible_line
from workbench.panels.perceptron_plane.regions import CORNERS, sum_at
from workbench.perceptron.wording import number
from workbench.theme.fonts import font
from workbench.theme.theme import Theme
from workbench.widgets.kept_text import KeptText
from workbench.widgets.painting import rounded

WORDS_HEIGHT: Final = 18
Box = tuple[float, float, float, float]
"""Left, top, right and bottom in pixels; of a line: where it begins and how far it goes."""


def words_at_right(view: View, weights: Weights) -> tuple[bool, ...]:
    """Return for each corner whether the line goes through the place of its words at the lower left, and not the right."""
    ends = visible_line(weights)
    if ends is None:
        return (False,) * 4
    start, end = view.at(ends[0]), view.at(ends[1])
    course = (start.x(), start.y(), end.x() - start.x(), end.y() - start.y())

    def crossed(spot: QPointF, *, at_right: bool) -> bool:
        box = words_box(at_right=at_right).translated(spot)
        return crosses(course, box.left(), box.top(), box.right(), box.bottom())

    spots = map(view.at, rows(2))
    return tuple(crossed(spot, at_right=False) and not crossed(spot, at_right=True) for spot in spots)


def paint_side_names(painter: QPainter, view: View, spec: PerceptronSpec, theme: Theme, kept: KeptText) -> None:
    """Write "y = 1" where z is largest and "y = 0" where it is smallest."""
    ink = theme.color("text")
    sums = [sum_at(spec.weights, corner) for corner in CORNERS]
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


def around_corner(spot: QPointF, *, at_right: bool) -> Box:
    """Return what a corner and its words take up."""
    left, right_end = (-18, 72) if at_right else (-72, 18)
    return (spot.x() + left, spot.y() - 18, spot.x() + right_end, spot.y() + 28)


def around_handle(spot: QPointF) -> Box:
    """Return what a handle on the line and its two arrows take up, whichever way they point."""
    return (spot.x() - 28, spot.y() - 28, spot.x() + 28, spot.y() + 28)


def write_beside(
    painter: QPainter,
    view: View,
    lines: Sequence[QLineF],
    words: str,
    theme: Theme,
    *,
    taken: Sequence[Box],
    kept: KeptText,
) -> None:
    """Write beside the first of some lines, where nothing else is in the way."""
    x, y = place_beside(view, lines, kept.width(words) + 2, taken)
    kept.draw(painter, x, y + WORDS_HEIGHT / 2, words, theme.color("text"))


def place_beside(view: View, lines: Sequence[QLineF], width: float, taken: Sequence[Box]) -> Vector:
    """Return the left and top of words that wide beside the first of some lines, where they cover least of the others."""
    arrow = lines[0]
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
        (base.x() + 20, base.y() - 9),
        (base.x() + 20, base.y() + 24),
        (base.x() - width - 20, base.y() + 24),
        (base.x() - width - 20, base.y() - 60),
        (base.x() + 20, base.y() - 60),
        (base.x() + 20, base.y() + 60),
        (base.x() - width - 20, base.y() + 60),
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
        crossed = any(crosses(course, x - 3, y - 3, right_end + 3, bottom + 3) for course in courses)
        return 3 * max(0.0, width * WORDS_HEIGHT - seen) + covered + 800 * crossed

    return next((place for place in places if trouble(place) < 1e-6), None) or min(places, key=trouble)


def crosses(course: Box, left: float, top: float, right_end: float, bottom: float) -> bool:
    """Whether a line goes through a box: the boxes around both meet, and the corners lie on both its sides."""
    x1, y1, dx, dy = course
    if max(x1, x1 + dx) < left or min(x1, x1 + dx) > right_end or max(y1, y1 + dy) < top or min(y1, y1 + dy) > bottom:
        return False
    sides = [(x - x1) * dy - (y - y1) * dx for x in (left, right_end) for y in (top, bottom)]
    return min(sides) <= 0 <= max(sides)


def bubble_box(area: QRectF, spot: QPointF, words: str, *, kept: KeptText) -> QRectF:
    """Return where the tooltip of the drag is: near the pointer, within an area."""
    width = kept.width(words) + 20
    x = min(max(area.left() + 4, spot.x() + 16), area.right() - width - 4)
    y = spot.y() + 18 if spot.y() + 46 < area.bottom() else spot.y() - 42
    y = min(max(area.top() + 4, y), area.bottom() - 28)
    return QRectF(x, y, width, 24)


def paint_words_at(painter: QPainter, area: QRectF, spot: QPointF, words: str, theme: Theme, *, kept: KeptText) -> None:
    """Paint a tooltip of the drag near the pointer, within an area."""
    box = bubble_box(area, spot, words, kept=kept)
    rounded(painter, box, 4, theme.color("tooltip"))
    kept.draw(painter, box.left() + 10, box.top() + 12, words, theme.color("on_tooltip"))


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
