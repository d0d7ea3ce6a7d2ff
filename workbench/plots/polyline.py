"""Curves as few points, and points as polygons, without a loop in Python."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import numpy as np
import shiboken6
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from core.arrays import Array

BOLDER: Final = 0.6
"""How far apart, in pixels, a bold line is drawn the second time."""


def polygon(x: Array, y: Array) -> QPolygonF:
    """Return points as a polygon; the numbers are copied in one go."""
    made = QPolygonF()
    made.resize(len(x))
    if len(x):
        memory: Any = shiboken6.VoidPtr
        points = np.frombuffer(memory(made.data(), 16 * len(x), True), np.float64).reshape(-1, 2)
        points[:, 0] = x
        points[:, 1] = y
    return made


def decimated(x: Array, y: Array, columns: int) -> tuple[Array, Array]:
    """Return at most two points per pixel column, the lowest and the highest, in the order in which the curve goes.

    Parameters
    ----------
    x, y
        x in pixels, ascending; all of y finite, see `pieces`.
    columns
        Pixels that the curve is wide.
    """
    if len(x) <= 2 * columns:
        return x, y
    column = np.floor((x - x[0]) * (columns / max(x[-1] - x[0], 1e-9)))
    starts = np.flatnonzero(np.diff(column, prepend=-1))
    stops = np.append(starts[1:], len(x))
    low, high = np.minimum.reduceat(y, starts), np.maximum.reduceat(y, starts)
    rising = y[stops - 1] >= y[starts]
    ys = np.stack([np.where(rising, low, high), np.where(rising, high, low)], axis=1).ravel()
    return np.repeat(x[starts], 2), ys


def pieces(x: Array, y: Array) -> list[tuple[Array, Array]]:
    """Return the stretches between numbers that are not finite."""
    finite = np.isfinite(y)
    if finite.all():
        return [(x, y)] if len(x) else []
    edges = np.flatnonzero(np.diff(finite.astype(np.int8), prepend=0, append=0))
    return [(x[a:b], y[a:b]) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def draw_curve(
    painter: QPainter,
    x: Array,
    y: Array,
    pixels: Callable[[Array], Array],
    *,
    colour: QColor,
    bold: bool = False,
    dash: tuple[int, ...] = (),
    thin: bool = True,
) -> None:
    """Draw a curve.

    Parameters
    ----------
    x
        In pixels.
    y, pixels
        The values, and what gives their pixels; it may only go one way, so that lowest and highest stay so.
    bold
        True for a line of about 1.6 px.
    thin
        True to draw with lines of 1 px, which is quick; False for pictures without pixels, such as SVG.
    """
    pen = QPen(colour, 1.0 if thin or not bold else 1.6)
    if dash:
        pen.setDashPattern([float(d) for d in dash])
    painter.setPen(pen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, bold or not thin)
    for piece_x, piece_y in pieces(x, y):
        some_x, some_y = decimated(piece_x, piece_y, max(1, int(piece_x[-1] - piece_x[0])))
        for px, py in pieces(some_x, pixels(some_y)):
            points = polygon(px, py)
            if len(px) == 1:
                painter.drawPoint(QPointF(px[0], py[0]))
                continue
            painter.drawPolyline(points)
            if bold and thin:
                points.translate(0.0, BOLDER)
                painter.drawPolyline(points)
