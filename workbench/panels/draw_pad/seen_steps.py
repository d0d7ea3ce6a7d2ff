"""How a drawing becomes what the network sees, step by step."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.arrays import Array
from core.layers.base import shape_text
from core.probes.drawing import DrawingFrame, FittedDrawing
from workbench.plots.picture import draw_image, image_of
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme

COUNT: Final = 4
GAP: Final = 8
MOST_SIDE: Final = 96
WORDS: Final = 34
EMPTY: Final = np.zeros((1, 1), np.float32)


class SeenSteps(QWidget):
    """Four small pictures: cut to the ink, fitted to its box, its centre of mass, and the frame that the network gets."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drawing: FittedDrawing | None = None
        self._frame: DrawingFrame | None = None
        self._words = ("", "", "", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        current_theme().changed.connect(self.update)

    def set_words(self, crop: str, fit: str, centre: str, network: str) -> None:
        """Set what stands under the pictures; ``{0}`` in `fit` becomes the size of the box."""
        self._words = (crop, fit, centre, network)
        self.update()

    def show_drawing(self, drawing: FittedDrawing | None, frame: DrawingFrame | None) -> None:
        """Show another drawing, None for an empty sheet."""
        self.drawing, self._frame = drawing, frame
        self.update()

    def _side(self) -> float:
        return min(float(MOST_SIDE), (self.width() - (COUNT - 1) * GAP) / COUNT)

    def sizeHint(self) -> QSize:
        return QSize(COUNT * 80, MOST_SIDE + WORDS)

    def minimumSizeHint(self) -> QSize:
        return QSize(COUNT * 36, 48 + WORDS)

    def captions(self) -> list[tuple[str, str]]:
        """Return title and numbers of each step."""
        crop, fit, centre, network = self._words
        box, side = (self._frame.box, self._frame.side) if self._frame else (20, 28)
        size = shape_text((box, box))
        words = fit.format(size)
        fits = QFontMetricsF(font("caption", 500)).horizontalAdvance(words) <= self._side() + GAP - 2
        titles = (crop, words if fits else size, centre, shape_text((side, side)))
        if self.drawing is None:
            return [(title, "") for title in titles[:3]] + [(titles[3], network)]
        high, wide = self.drawing.crop.shape
        row, column = self.drawing.centre
        numbers = (shape_text((wide, high)), f"× {box / max(high, wide):.2f}", f"({column:.1f}, {row:.1f})", network)
        return list(zip(titles, numbers, strict=True))

    def _pictures(self) -> list[Array]:
        drawing = self.drawing
        return [EMPTY] * COUNT if drawing is None else [drawing.crop, drawing.fitted, drawing.fitted, drawing.picture]

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, side = current_theme(), QPainter(self), self._side()
        table = theme.lookup("ink")
        for place, (values, (title, numbers)) in enumerate(zip(self._pictures(), self.captions(), strict=True)):
            area = QRectF(round(place * (side + GAP)), 0, int(side), int(side))
            draw_image(painter, area, image_of(EMPTY, (0.0, 1.0), table))
            spot = _inside(area, values)
            draw_image(painter, spot, image_of(values, (0.0, 1.0), table))
            if place == 2 and self.drawing is not None:
                self._paint_centre(painter, area, spot, self.drawing)
            painter.setPen(QPen(theme.color("line2"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))
            room = side + GAP - 2 if place < COUNT - 1 else side
            for line, (text, face, token) in enumerate(
                ((title, font("caption", 500), "text"), (numbers, font("caption"), "text3"))
            ):
                painter.setFont(face)
                painter.setPen(theme.color(token))
                shown = QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, room)
                painter.drawText(QRectF(area.left(), area.bottom() + 3 + 15 * line, room + 1, 15), shown)

    @staticmethod
    def _paint_centre(painter: QPainter, area: QRectF, spot: QRectF, drawing: FittedDrawing) -> None:
        high, wide = drawing.fitted.shape
        row, column = drawing.centre
        x = spot.left() + (column + 0.5) / wide * spot.width()
        y = spot.top() + (row + 0.5) / high * spot.height()
        painter.setPen(QPen(current_theme().color("accent"), 1.5))
        painter.drawLine(QPointF(x, area.top() + 1), QPointF(x, area.bottom() - 1))
        painter.drawLine(QPointF(area.left() + 1, y), QPointF(area.right() - 1, y))


def _inside(area: QRectF, values: Array) -> QRectF:
    """Return the largest rectangle in the picture's proportion in the middle of an area."""
    high, wide = values.shape
    scale = min(area.width() / wide, area.height() / high)
    spot = QRectF(0, 0, wide * scale, high * scale)
    spot.moveCenter(area.center())
    return spot
