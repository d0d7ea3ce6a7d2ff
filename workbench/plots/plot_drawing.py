"""How a plot is drawn: the still part with axes and title, the curves, and what follows the mouse."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from workbench.plots.curve import Band, Curve, Mark
from workbench.plots.polyline import draw_curve, polygon
from workbench.plots.scales import Scale
from workbench.theme.fonts import font
from workbench.theme.theme import Theme
from workbench.theme.tokens import DASH_CROSSHAIR, DASH_VALIDATION
from workbench.widgets.painting import rounded

FAINT: Final = 0.28
TICK_GAP: Final = 6
LABEL_HEIGHT: Final = 13
SMALL_HEAD: Final = 16
"""What stands above a small plot."""


Format = Callable[[float], str]


@dataclass(frozen=True)
class Layout:
    """Where things are on a plot of a certain size.

    Parameters
    ----------
    area
        Where curves are drawn.
    x, y
        The axes.
    """

    area: QRectF
    x: Scale
    y: Scale

    def px(self, values: np.ndarray) -> np.ndarray:
        """Return the horizontal pixel of values of x."""
        return self.area.left() + self.x.share(values) * self.area.width()

    def py(self, values: np.ndarray) -> np.ndarray:
        """Return the vertical pixel of values of y."""
        return self.area.bottom() - self.y.share(values) * self.area.height()

    def x_at(self, pixel: float) -> float:
        """Return the value of x under a pixel."""
        return self.x.value((pixel - self.area.left()) / max(1.0, self.area.width()))


def colour_of(theme: Theme, curve: Curve) -> QColor:
    """Return the colour of a curve in the present theme."""
    colour = theme.color(curve.tone) if curve.run is None else theme.run(curve.run, validation=curve.validation)
    if curve.faint:
        colour.setAlphaF(FAINT)
    return colour


def draw_still(
    painter: QPainter,
    theme: Theme,
    layout: Layout,
    *,
    x_label: str,
    x_unit: float,
    x_ticks: bool,
    bands: Sequence[Band],
) -> None:
    """Draw ground, grid, ticks and axes: what stays while curves grow."""
    area = layout.area
    caption = font("caption")
    metrics = QFontMetricsF(caption)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillRect(area, theme.color("plot"))
    for band in bands:
        top, bottom = layout.py(np.array([band.high, band.low]))
        tinted = theme.color(band.tone)
        tinted.setAlphaF(0.1)
        painter.fillRect(
            QRectF(QPointF(area.left(), max(top, area.top())), QPointF(area.right(), min(bottom, area.bottom()))), tinted
        )
    painter.setFont(caption)
    grid, words = theme.color("grid"), theme.color("text3")
    for tick in layout.y.ticks(max(2, int(area.height() / 34))):
        y = round(float(layout.py(np.array([tick.value]))[0]))
        painter.fillRect(QRectF(area.left(), y, area.width(), 1), grid)
        painter.setPen(words)
        spot = QRectF(0, y - 8, area.left() - TICK_GAP, 16)
        painter.drawText(spot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tick.label)
    widest = max(60.0, metrics.horizontalAdvance(f"{layout.x.high:,.0f}") + 36)
    for tick in layout.x.ticks(max(2, int(area.width() / widest)), x_unit):
        x = round(float(layout.px(np.array([tick.value]))[0]))
        painter.fillRect(QRectF(x, area.top(), 1, area.height()), grid)
        if x_ticks:
            painter.setPen(words)
            painter.drawText(QRectF(x - 40, area.bottom() + 4, 80, 14), Qt.AlignmentFlag.AlignHCenter, tick.label)
    axis = theme.color("axis")
    painter.fillRect(QRectF(area.left(), area.top(), 1, area.height()), axis)
    painter.fillRect(QRectF(area.left(), area.bottom(), area.width(), 1), axis)
    if x_label and x_ticks:
        painter.setPen(words)
        spot = QRectF(area.right() - 200, area.bottom() - 18, 196, 16)
        painter.drawText(spot, Qt.AlignmentFlag.AlignRight, x_label)


def draw_title(painter: QPainter, theme: Theme, layout: Layout, title: str) -> None:
    """Draw the title inside, over the curves, on a ground of its own."""
    if not title:
        return
    face = font("dense", 600)
    area = layout.area
    box = QRectF(area.left() + 2, area.top() + 2, QFontMetricsF(face).horizontalAdvance(title) + 12, 18)
    ground = theme.color("plot")
    ground.setAlphaF(0.85)
    painter.fillRect(box, ground)
    painter.setFont(face)
    painter.setPen(theme.color("text"))
    painter.drawText(box.adjusted(6, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, title)


def draw_small_head(painter: QPainter, theme: Theme, layout: Layout, title: str, value: tuple[Curve, str] | None) -> None:
    """Draw the title of a small plot above it, and at the right end of that line a value in its line's colour."""
    area, face = layout.area, font("caption", 600)
    room = QRectF(area.left(), area.top() - SMALL_HEAD, area.width(), SMALL_HEAD - 1)
    metrics, words = QFontMetricsF(face), value[1] if value else ""
    painter.setFont(face)
    painter.setPen(theme.color("text"))
    shown = metrics.elidedText(title, Qt.TextElideMode.ElideRight, room.width() - metrics.horizontalAdvance(words) - 6)
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
    if value is not None:
        painter.setFont(font("caption"))
        painter.setPen(colour_of(theme, value[0]))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)


def draw_curves(painter: QPainter, theme: Theme, layout: Layout, curves: Sequence[Curve], *, thin: bool = True) -> None:
    """Draw the curves, faint ones first, clipped to the area."""
    painter.save()
    painter.setClipRect(layout.area)
    for curve in sorted(curves, key=lambda c: not c.faint):
        if len(curve.x) and curve.floor is not None:
            _draw_area(painter, theme, layout, curve, curve.floor)
        elif len(curve.x):
            first = max(0, int(np.searchsorted(curve.x, layout.x.low)) - 1)
            last = int(np.searchsorted(curve.x, layout.x.high, side="right")) + 1
            dash = DASH_VALIDATION if curve.validation and not curve.faint else ()
            x, y = layout.px(curve.x[first:last]), curve.y[first:last]
            draw_curve(painter, x, y, layout.py, colour=colour_of(theme, curve), bold=not curve.faint, dash=dash, thin=thin)
    painter.restore()


def _draw_area(painter: QPainter, theme: Theme, layout: Layout, curve: Curve, floor: np.ndarray) -> None:
    """Draw the band between the lowest and the highest numbers."""
    x, high, low = layout.px(curve.x), layout.py(curve.y), layout.py(floor)
    shown = np.isfinite(high) & np.isfinite(low)
    edge = polygon(np.concatenate([x[shown], x[shown][::-1]]), np.concatenate([high[shown], low[shown][::-1]]))
    colour = colour_of(theme, curve)
    colour.setAlphaF(FAINT)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(edge)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def last_values(curves: Sequence[Curve]) -> list[tuple[Curve, float]]:
    """Return each curve that is not faint with its last finite value."""
    found = []
    for curve in curves:
        end = curve.y[-64:]
        finite = end[np.isfinite(end)]
        if len(finite) and not curve.faint:
            found.append((curve, float(finite[-1])))
    return found


def draw_last_values(painter: QPainter, theme: Theme, layout: Layout, curves: Sequence[Curve], write: Format) -> None:
    """Write the last values at the right end, each in its line's colour, moved apart where they would touch.

    Where there is no room for all, those of the validation are left to the read-out, and then those of all.
    """
    entries = [(float(layout.py(np.array([value]))[0]), curve, value) for curve, value in last_values(curves)]
    entries = [entry for entry in entries if math.isfinite(entry[0])]
    area = layout.area
    if len(entries) * LABEL_HEIGHT > area.height():
        entries = [entry for entry in entries if not entry[1].validation]
    if len(entries) * LABEL_HEIGHT > area.height():
        return
    entries.sort(key=lambda entry: entry[0])
    places = _apart([min(max(entry[0], area.top() + 4), area.bottom() - 4) for entry in entries], area)
    painter.setFont(font("caption"))
    for place, (_, curve, value) in zip(places, entries, strict=True):
        painter.setPen(colour_of(theme, curve))
        spot = QRectF(area.right() + 5, place - 8, 90, 16)
        painter.drawText(spot, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, write(value))


def _apart(wanted: list[float], area: QRectF) -> list[float]:
    """Return places in the same order, at least a line apart, and inside as far as that goes."""
    places: list[float] = []
    for y in wanted:
        places.append(max(y, places[-1] + LABEL_HEIGHT) if places else y)
    over = places[-1] - area.bottom() if places else 0.0
    if over > 0:
        limit = area.bottom()
        for i in reversed(range(len(places))):
            places[i] = min(places[i], limit)
            limit = places[i] - LABEL_HEIGHT
    return places


def draw_marks(painter: QPainter, theme: Theme, layout: Layout, marks: Sequence[Mark]) -> None:
    """Draw vertical lines with a flag at the top."""
    area = layout.area
    for mark in marks:
        if not layout.x.low <= mark.x <= layout.x.high:
            continue
        x = round(float(layout.px(np.array([mark.x]))[0]))
        colour = theme.color(mark.tone) if mark.run is None else theme.run(mark.run)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(QRectF(x, area.top(), 1.5 if mark.flag else 1.0, area.height()), colour)
        if not mark.flag:
            continue
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(QPolygonF([QPointF(x, area.top()), QPointF(x + 8, area.top() + 3.5), QPointF(x, area.top() + 7)]))


def draw_crosshair(painter: QPainter, theme: Theme, layout: Layout, x: float, *, present: bool = False) -> None:
    """Draw a dotted vertical line; the present moment's is in the accent."""
    if not layout.x.low <= x <= layout.x.high:
        return
    pixel = round(float(layout.px(np.array([x]))[0])) + 0.5
    pen = QPen(theme.color("accent" if present else "text2"), 1.0)
    pen.setDashPattern([float(d) for d in DASH_CROSSHAIR])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(pen)
    painter.drawLine(QPointF(pixel, layout.area.top()), QPointF(pixel, layout.area.bottom()))


def draw_readout(
    painter: QPainter, theme: Theme, layout: Layout, x: float, *, head: str, rows: Sequence[tuple[Curve, str]]
) -> None:
    """Draw the box with the values under the cross-hair: a swatch, the name and the aligned figure of each curve.

    Curves of one group share a row and have a column each, headed by their labels.
    """
    if not rows:
        return
    plain, strong = font("caption"), font("caption", 600)
    metrics = QFontMetricsF(strong)
    grouped = any(curve.group for curve, _ in rows)
    heads = list(dict.fromkeys(curve.label for curve, _ in rows)) if grouped else [""]
    table: dict[str, tuple[Curve, dict[str, str]]] = {}
    for curve, text in rows:
        table.setdefault(curve.group if grouped else curve.label, (curve, {}))[1][curve.label if grouped else ""] = text
    names = max(metrics.horizontalAdvance(name) for name in table)
    figures = max(metrics.horizontalAdvance(text) for text in [*heads, *(text for _, text in rows)])
    column = figures + 14
    width = max(metrics.horizontalAdvance(head) + (column * len(heads) if grouped else 0), 14 + names + column * len(heads)) + 20
    size = QSizeF(width, 26 + 17 * len(table))
    pixel = float(layout.px(np.array([x]))[0])
    left = pixel + 10 if pixel + 10 + width < layout.area.right() else pixel - 10 - width
    area = QRectF(QPointF(max(2.0, left), layout.area.top() + 6), size)
    rounded(painter, area, 4, theme.color("tooltip"))
    painter.setPen(theme.color("on_tooltip"))
    painter.setFont(strong)
    painter.drawText(area.adjusted(10, 5, -10, 0), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, head)
    painter.setFont(plain)
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    for place, label in enumerate(reversed(heads)):
        painter.drawText(QRectF(area.left(), area.top() + 3, width - 10 - place * column, 17), right, label)
    for number, (name, (curve, texts)) in enumerate(table.items()):
        line = QRectF(area.left() + 10, area.top() + 22 + 17 * number, width - 20, 17)
        swatch = theme.color(curve.tone) if curve.run is None else theme.run(curve.run)
        dashed = curve.validation and not grouped
        painter.fillRect(QRectF(line.left(), line.center().y() - (1 if dashed else 4), 8, 2 if dashed else 8), swatch)
        painter.setPen(theme.color("on_tooltip"))
        painter.drawText(line.adjusted(14, 0, 0, 0), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        for place, label in enumerate(reversed(heads)):
            painter.drawText(line.adjusted(0, 0, -place * column, 0), right, texts.get(label, ""))
