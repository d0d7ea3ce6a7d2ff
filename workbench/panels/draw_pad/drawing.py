"""Strokes as they were drawn, and pictures: undone one by one, painted at any size, read as numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from core.arrays import Array

BRUSH: Final = 1 / 12
"""The pen's width as a share of the pad's side."""

ERASER: Final = 2 * BRUSH
"""The eraser's width as a share of the pad's side."""

RASTER: Final = 224
"""Pixels along a side when the drawing is read as numbers: eight for each of an image of 28."""

CORNER: Final = 0.4
"""Where the cosine of a turn is below this, the curve has a corner."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """One line of the pen or the eraser; points are shares of the pad's side."""

    points: tuple[tuple[float, float], ...]
    erases: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """An image that was opened or dropped; what is drawn after it lies over it.

    Parameters
    ----------
    ink
        ``(H, W)``, 0 for paper to 255 for full ink.
    """

    ink: Array

    def paint(self, painter: QPainter, side: float, colour: QColor) -> None:
        """Paint it as large as fits into a square."""
        high, wide = self.ink.shape
        pixels = np.empty((high, wide, 4), np.uint8)
        pixels[..., :3] = (colour.blue(), colour.green(), colour.red())
        pixels[..., 3] = self.ink
        image = QImage(pixels.tobytes(), wide, high, 4 * wide, QImage.Format.Format_ARGB32)
        scale = side / max(high, wide)
        spot = QRectF((side - wide * scale) / 2, (side - high * scale) / 2, wide * scale, high * scale)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(spot, image)


Mark = Stroke | Picture


class Drawing:
    """Strokes and pictures in their order, and the states before them."""

    def __init__(self) -> None:
        self.strokes: tuple[Mark, ...] = ()
        self._earlier: list[tuple[Mark, ...]] = []

    @property
    def can_undo(self) -> bool:
        """Whether anything was done yet."""
        return bool(self._earlier)

    def begin(self, x: float, y: float, *, erases: bool = False) -> None:
        """Put the pen or the eraser down."""
        self._earlier.append(self.strokes)
        self.strokes = (*self.strokes, Stroke(((x, y),), erases))

    def move(self, x: float, y: float) -> None:
        """Draw on to a point."""
        *before, last = self.strokes
        if isinstance(last, Picture):
            return
        self.strokes = (*before, Stroke((*last.points, (x, y)), last.erases))

    def place(self, picture: Picture) -> None:
        """Take a sheet with nothing but a picture; can be undone."""
        self._earlier.append(self.strokes)
        self.strokes = (picture,)

    def clear(self) -> None:
        """Take an empty sheet; can be undone."""
        if self.strokes:
            self._earlier.append(self.strokes)
            self.strokes = ()

    def undo(self) -> None:
        """Take back the last stroke or clearing."""
        if self._earlier:
            self.strokes = self._earlier.pop()

    def paint(self, painter: QPainter, side: float, ink: QColor, paper: QColor | None = None) -> None:
        """Paint the strokes into a square.

        Parameters
        ----------
        paper
            The colour that the eraser leaves; None to leave nothing at all.
        """
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for stroke in self.strokes:
            if isinstance(stroke, Picture):
                stroke.paint(painter, side, ink)
                continue
            width = (ERASER if stroke.erases else BRUSH) * side
            colour = paper if stroke.erases and paper is not None else ink
            if stroke.erases and paper is None:
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
            painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
            painter.drawPath(smooth_path(stroke, side))
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)

    def read(self, ink: QColor) -> Array:
        """Return the drawing as numbers, ``(RASTER, RASTER)``, 0 for paper to 255 for full ink; `ink` must be opaque."""
        image = QImage(RASTER, RASTER, QImage.Format.Format_Alpha8)
        image.fill(0)
        painter = QPainter(image)
        self.paint(painter, RASTER, ink)
        painter.end()
        rows = np.frombuffer(image.constBits(), np.uint8).reshape(RASTER, image.bytesPerLine())
        return rows[:, :RASTER].copy()


def smooth_path(stroke: Stroke, side: float) -> QPainterPath:
    """Return a curve through all points of a stroke; where the pen turned sharply there is a corner."""
    points = np.array(stroke.points) * side
    path = QPainterPath(QPointF(*points[0]))
    if len(points) == 1:
        # a line of no length would not be painted
        path.lineTo(QPointF(*(points[0] + (0.01, 0))))
        return path
    slopes = _slopes(points)
    steps = np.hypot(*np.diff(points, axis=0).T) / 3
    for start, end, leaving, arriving, length in zip(points, points[1:], slopes, slopes[1:], steps, strict=False):
        path.cubicTo(QPointF(*(start + leaving * length)), QPointF(*(end - arriving * length)), QPointF(*end))
    return path


def _slopes(points: Array) -> Array:
    """Return the direction of the curve at each point, ``(n, 2)``; nothing at the ends and at corners."""
    pieces = np.diff(points, axis=0)
    lengths = np.hypot(*pieces.T)[:, None]
    ways = np.divide(pieces, lengths, out=np.zeros_like(pieces), where=lengths > 0)
    slopes = np.zeros_like(points)
    smooth = np.sum(ways[:-1] * ways[1:], axis=1) > CORNER
    slopes[1:-1][smooth] = ((ways[:-1] + ways[1:]) / 2)[smooth]
    return slopes
