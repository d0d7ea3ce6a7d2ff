"""What lies still under the race: bands and lines of equal height, the gradient field, axes and minima."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPen

from core.arrays import Array
from core.descent.contours import contour, levels_of
from core.descent.objective import Objective
from core.expressions.expression import QUIET
from workbench.descent.plane import Plane
from workbench.plots.scales import Scale
from workbench.theme.fonts import font
from workbench.theme.theme import Theme
from workbench.widgets.numbers import figure

LEVELS: Final = 9
LINE_GRID: Final = 4
"""Pixels between two places at which heights are computed for the lines."""

MOST_PIXELS: Final = 250_000
"""On large screens a pixel of the bands is larger than one of the screen."""

DEEPEST_TINT: Final = 0.34
FIELD_GAP: Final = 56
ARROW: Final = 17.0
LABEL_GAP: Final = 26.0


@dataclass(frozen=True, slots=True)
class Ground:
    """Heights over a plane, ready to paint.

    Parameters
    ----------
    bands
        For each pixel how many levels lie below it, ``(height, width)``; −1 where f has no value.
    lines
        The pieces of each level's line in pixels, ``(n, 4)``.
    """

    plane: Plane
    levels: Array
    bands: Array
    lines: tuple[Array, ...]
    lowest: QPointF


def survey(objective: Objective, plane: Plane) -> Ground:
    """Compute the heights of a plane."""
    left, right, bottom, top = plane.view
    wide, high = plane.area.width(), plane.area.height()
    grain = max(1.0, (wide * high / MOST_PIXELS) ** 0.5)
    width, height = max(2, round(wide / grain)), max(2, round(high / grain))
    columns, rows = max(2, round(wide / LINE_GRID)) + 1, max(2, round(high / LINE_GRID)) + 1
    coarse = _heights(objective, np.linspace(left, right, columns), np.linspace(top, bottom, rows))
    levels = levels_of(coarse, LEVELS)
    x = left + (np.arange(width) + 0.5) * (right - left) / width
    y = top - (np.arange(height) + 0.5) * (top - bottom) / height
    fine = _heights(objective, x, y)
    with np.errstate(**QUIET):
        bands = np.where(np.isfinite(fine), np.searchsorted(levels, fine.ravel()).reshape(fine.shape), -1)
    scale = np.array([plane.area.width() / (columns - 1), plane.area.height() / (rows - 1)] * 2)
    shift = np.array([plane.area.left(), plane.area.top()] * 2)
    lines = tuple(contour(coarse, float(level)) * scale + shift for level in levels)
    finite = np.where(np.isfinite(coarse), coarse, np.inf)
    row, column = np.unravel_index(int(np.argmin(finite)), finite.shape)
    lowest = QPointF(plane.area.left() + column * scale[0], plane.area.top() + row * scale[1])
    return Ground(plane, levels, bands, lines, lowest)


def _heights(objective: Objective, x: Array, y: Array) -> Array:
    return objective.expression.value(*np.meshgrid(x, y))


def paint_ground(painter: QPainter, ground: Ground, theme: Theme) -> None:
    """Paint bands, lines and the heights beside them."""
    area = ground.plane.area
    painter.fillRect(area, theme.color("plot"))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(area, _bands_image(ground, theme))
    painter.save()
    painter.setClipRect(area)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = theme.color("axis")
    colour.setAlphaF(0.5)
    painter.setPen(QPen(colour, 1.0))
    for line in ground.lines:
        painter.drawLines([QLineF(*piece) for piece in line.tolist()])
    _label_levels(painter, ground, theme)
    painter.restore()


def _bands_image(ground: Ground, theme: Theme) -> QImage:
    """Return the bands as a picture, the lower the deeper in tint; where f has no value, hatched dots."""
    plot, tint = theme.color("plot"), theme.color("axis")
    count = len(ground.levels)
    table = np.empty((count + 2, 4), np.uint8)
    for band in range(count + 1):
        share = DEEPEST_TINT * (1 - band / max(1, count)) ** 1.4
        mixed = [round(p + share * (t - p)) for p, t in zip(plot.getRgb()[:3], tint.getRgb()[:3], strict=True)]  # type: ignore[index]
        table[band] = (mixed[2], mixed[1], mixed[0], 255)
    hatch = theme.color("line")
    table[count + 1] = (hatch.blue(), hatch.green(), hatch.red(), 255)
    index = np.where(ground.bands < 0, count + 1, ground.bands)
    height, width = index.shape
    pixels = table[index]
    return QImage(pixels.tobytes(), width, height, 4 * width, QImage.Format.Format_RGB32).copy()


def _label_levels(painter: QPainter, ground: Ground, theme: Theme) -> None:
    """Write the height of lines where they cross the way straight down from the lowest place, or straight up."""
    area = ground.plane.area
    face = font("caption")
    painter.setFont(face)
    metrics = QFontMetricsF(face)
    down = ground.lowest.y() < area.center().y() + area.height() / 6
    x = min(max(ground.lowest.x() + 24, area.left() + 40), area.right() - 40)
    last = ground.lowest.y()
    for level, line in zip(ground.levels, ground.lines, strict=True):
        spans = (np.minimum(line[:, 0], line[:, 2]) <= x) & (np.maximum(line[:, 0], line[:, 2]) >= x)
        ys = np.sort((line[spans, 1] + line[spans, 3]) / 2)
        ys = ys[ys > last + LABEL_GAP] if down else ys[ys < last - LABEL_GAP][::-1]
        if not len(ys) or not area.top() + 12 < ys[0] < area.bottom() - 16:
            continue
        words = figure(float(level))
        words = words.rstrip("0").rstrip(".") if "." in words and "e" not in words else words
        wide = metrics.horizontalAdvance(words) + 6
        box = QRectF(x - wide / 2, ys[0] - 8, wide, 16)
        ground_colour = theme.color("plot")
        ground_colour.setAlphaF(0.72)
        painter.fillRect(box, ground_colour)
        painter.setPen(theme.color("text2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        last = float(ys[0])


def paint_field(painter: QPainter, ground: Ground, objective: Objective, sign: int, theme: Theme) -> None:
    """Paint where the gradient points at a grid of places: −1 for down, against it, and 1 for up."""
    area, plane = ground.plane.area, ground.plane
    columns, rows = max(1, int(area.width() / FIELD_GAP)), max(1, int(area.height() / FIELD_GAP))
    px = area.left() + (np.arange(columns) + 0.5) * area.width() / columns
    py = area.top() + (np.arange(rows) + 0.5) * area.height() / rows
    xs, ys = (grid.ravel() for grid in np.meshgrid(px, py))
    left, _, _, top = plane.view
    at = np.stack([left + (xs - area.left()) / plane.scale, top - (ys - area.top()) / plane.scale])
    gradient = sign * objective.gradient(at)
    with np.errstate(**QUIET):
        length = np.hypot(gradient[0], gradient[1])
        ways = gradient / length
        most = np.nanmedian(length[np.isfinite(length)]) if np.isfinite(length).any() else 1.0
        strong = np.clip(0.45 + 0.4 * length / (most or 1.0), 0.45, 1.0)
    painter.save()
    painter.setClipRect(area)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = theme.color("axis" if sign < 0 else "warn")
    painter.setPen(QPen(colour, 1.0))
    lines: list[QLineF] = []
    for x, y, wx, wy, share in zip(xs, ys, ways[0], -ways[1], strong, strict=True):
        if np.isfinite(wx) and np.isfinite(wy):
            lines += arrow_lines(QPointF(x, y), wx, wy, ARROW * share)
    painter.drawLines(lines)
    painter.restore()


def arrow_lines(middle: QPointF, wx: float, wy: float, length: float) -> list[QLineF]:
    """Return an open arrow through a middle, along a way of length 1."""
    way, across = QPointF(wx, wy), QPointF(-wy, wx)
    tip, foot = middle + way * (length / 2), middle - way * (length / 2)
    return [QLineF(foot, tip), *(QLineF(tip, tip - way * 4 + across * (3 * side)) for side in (1, -1))]


def paint_minima(painter: QPainter, plane: Plane, minima: Array, theme: Theme) -> None:
    """Paint a cross at every minimum."""
    painter.save()
    painter.setClipRect(plane.area)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(theme.color("text"), 2))
    for x, y in minima[:40]:
        at = plane.at(float(x), float(y))
        centre = QPointF(round(at.x()), round(at.y()))
        for arm in (QPointF(6, 0), QPointF(0, 6)):
            painter.drawLine(QLineF(centre - arm, centre + arm))
    painter.restore()


def paint_axes(painter: QPainter, plane: Plane, theme: Theme) -> None:
    """Paint axes and ticks around the area."""
    area = plane.area
    left, right, bottom, top = plane.view
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    axis = theme.color("axis")
    painter.fillRect(QRectF(area.left() - 1, area.top(), 1, area.height() + 1), axis)
    painter.fillRect(QRectF(area.left() - 1, area.bottom(), area.width() + 1, 1), axis)
    painter.setFont(font("caption"))
    painter.setPen(theme.color("text3"))
    for tick in Scale(left, right).ticks(max(2, int(area.width() / 80))):
        x = plane.at(tick.value, bottom).x()
        painter.fillRect(QRectF(round(x), area.bottom(), 1, 4), axis)
        painter.drawText(QRectF(x - 40, area.bottom() + 5, 80, 14), Qt.AlignmentFlag.AlignHCenter, tick.label)
    for tick in Scale(bottom, top).ticks(max(2, int(area.height() / 44))):
        y = plane.at(left, tick.value).y()
        painter.fillRect(QRectF(area.left() - 5, round(y), 4, 1), axis)
        spot = QRectF(area.left() - 60, y - 8, 52, 16)
        painter.drawText(spot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tick.label)
    painter.setFont(font("dense", italic=True))
    painter.setPen(theme.color("text2"))
    painter.drawText(area.adjusted(8, 4, 0, 0), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, "y")
    painter.drawText(area.adjusted(0, 0, -8, -4), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, "x")
