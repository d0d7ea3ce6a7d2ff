"""The paths as layers of pixels: what was drawn of them stays, and a step more is a line more."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from core.arrays import Array
from core.descent.path import Path
from workbench.descent.markers import draw_marker, marker_path
from workbench.plots.polyline import polygon
from workbench.theme.theme import Theme

FUTURE: Final = 0.42
WIDTH: Final = 1.8
DOT: Final = 2.6
CLOSE: Final = 7.0
"""Steps nearer to each other than so many pixels get no dots."""


class Trails:
    """The paths of a race up to a step, on a pixmap that only grows while time goes forward.

    Attributes
    ----------
    rough
        Whether to draw in a third of the time, while everything turns.
    """

    def __init__(self) -> None:
        self.rough = False
        self._past: QPixmap | None = None
        self._step = 0
        self._key: object = None
        self._ways: list[tuple[Path, int, Array]] = []

    def forget(self) -> None:
        """Draw everything anew next time."""
        self._past = None

    def set_paths(self, paths: tuple[Path, ...], pixels: Callable[[Array, Array], Array]) -> None:
        """Take the paths to draw, those that are shown.

        Parameters
        ----------
        pixels
            Returns the pixels ``(2, n)`` of places ``(2, n)`` and the heights there.
        """
        ways = [(path, start) for path in paths if path.racer.shown for start in range(path.at.shape[2])]
        counts = [path.last_finite(path.steps, start) + 1 for path, start in ways]
        self._ways = []
        if ways:  # all at once: while a surface turns this is done sixty times a second
            at = np.concatenate([path.at[:n, :, start] for (path, start), n in zip(ways, counts, strict=True)])
            heights = np.concatenate([path.value[:n, start] for (path, start), n in zip(ways, counts, strict=True)])
            parts = np.split(pixels(at.T, heights).T, np.cumsum(counts)[:-1])
            self._ways = [(path, start, part) for (path, start), part in zip(ways, parts, strict=True)]
        self.forget()

    @property
    def ways(self) -> list[tuple[Path, int, Array]]:
        """Each shown path with the number of its start and its pixels, ``(steps + 1, 2)``."""
        return self._ways

    def paint_future(self, painter: QPainter, theme: Theme) -> None:
        """Paint the whole paths, pale; for the still picture under the race."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for path, _, way in self._ways:
            colour = theme.run(path.racer.colour)
            colour.setAlphaF(FUTURE)
            painter.setPen(QPen(colour, 1.0))
            painter.drawPolyline(polygon(way[:, 0], way[:, 1]))

    def past(self, step: int, size: QSize, ratio: float, area: QRectF, theme: Theme) -> QPixmap:
        """Return the paths up to a step."""
        key = (size, ratio)
        if self._past is None or key != self._key or step < self._step:
            self._past = QPixmap(size * ratio)
            self._past.setDevicePixelRatio(ratio)
            self._past.fill(Qt.GlobalColor.transparent)
            self._key, self._step = key, 0
        if step > self._step:
            painter = QPainter(self._past)
            painter.setClipRect(area)
            self._extend(painter, self._step, step, theme)
            painter.end()
            self._step = step
        return self._past

    def paint_past(self, painter: QPainter, step: int, theme: Theme) -> None:
        """Paint the paths up to a step at once; for pictures without pixels."""
        self._extend(painter, 0, step, theme)

    def _extend(self, painter: QPainter, first: int, last: int, theme: Theme) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not self.rough)
        for path, _, way in self._ways:
            part = way[first : last + 1]
            if len(part) > 1:
                colour = theme.run(path.racer.colour)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                width = 1.0 if self.rough else WIDTH
                painter.setPen(QPen(colour, width, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
                painter.drawPolyline(polygon(part[:, 0], part[:, 1]))
                if not self.rough:
                    _dots(painter, path.racer.colour, part, colour)


def _dots(painter: QPainter, marker: int, part: Array, colour: QColor) -> None:
    moves = np.abs(np.diff(part, axis=0)).max(axis=1)
    shape = marker_path(marker, DOT)
    painter.setBrush(colour)
    painter.setPen(Qt.PenStyle.NoPen)
    for (x, y), move in zip(part[1:].tolist(), moves.tolist(), strict=True):
        if move >= CLOSE:
            painter.drawPath(shape.translated(x, y))


def paint_heads(painter: QPainter, trails: Trails, position: float, area: QRectF, theme: Theme) -> None:
    """Paint where everyone is now: the piece since the last step, and the sign at its end; outside, at the edge."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    step = int(position)
    halo = theme.color("plot")
    for path, _, way in trails.ways:
        colour = theme.run(path.racer.colour)
        here = min(step, len(way) - 1)
        x, y = way[here]
        if position > step and here + 1 < len(way):
            nx, ny = way[here + 1]
            share = position - step
            nx, ny = x + share * (nx - x), y + share * (ny - y)
            painter.setPen(QPen(colour, WIDTH, c=Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(x, y), QPointF(nx, ny))
            x, y = nx, ny
        if step == 0 and position == 0:
            continue
        inside = area.contains(QPointF(x, y))
        at = QPointF(min(max(x, area.left() + 5), area.right() - 5), min(max(y, area.top() + 5), area.bottom() - 5))
        draw_marker(painter, at, path.racer.colour, 6.0 if inside else 4.0, colour=colour, border=halo)
