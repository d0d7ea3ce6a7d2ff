"""Short texts that are drawn again and again: each is painted once and kept as a picture.

Laying out a text takes Qt some thirty times as long as copying its pixels, and figures that change ten times a second
are soon all figures there are.
"""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

MOST: Final = 512
"""So many texts are kept before all are forgotten."""

MARGIN: Final = 1


class KeptText:
    """Draws texts of one font.

    Parameters
    ----------
    face
        The font of all of them.
    widget
        On which they are drawn; it says how many pixels of the screen a pixel has.

    Attributes
    ----------
    as_letters
        Whether texts are drawn as letters after all, as a drawing in a file needs them.
    """

    def __init__(self, face: QFont, widget: QWidget) -> None:
        self.face = face
        self.as_letters = False
        self.metrics = QFontMetricsF(face)
        self._half_height = self.metrics.height() / 2
        self._widget = widget
        self._pictures: dict[tuple[str, int, float], QPixmap] = {}
        self._widths: dict[str, float] = {}

    def width(self, text: str) -> float:
        """Return how wide a text is, in device independent pixels."""
        known = self._widths.get(text)
        if known is None:
            if len(self._widths) >= MOST:
                self._widths.clear()
            known = self._widths[text] = self.metrics.horizontalAdvance(text)
        return known

    def cut(self, text: str, width: float) -> str:
        """Return the text, shortened where it is wider than that."""
        return text if self.width(text) <= width else self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)

    def draw(self, painter: QPainter, x: float, y: float, text: str, colour: QColor, *, align: float = 0.0) -> None:
        """Draw a text in one line.

        Parameters
        ----------
        x
            Where it begins, or with `align` 0.5 its middle, or with 1 its end.
        y
            The middle of the line.
        """
        if text and self.as_letters:
            painter.setFont(self.face)
            painter.setPen(colour)
            baseline = y - self._half_height + self.metrics.ascent()
            painter.drawText(QPointF(x - align * self.width(text), baseline), text)
        elif text:
            picture = self._picture(text, colour, self._widget.devicePixelRatioF())
            # between two pixels the picture would blur
            left = round(x - align * self.width(text)) - MARGIN
            painter.drawPixmap(left, round(y - self._half_height) - MARGIN, picture)

    def _picture(self, text: str, colour: QColor, ratio: float) -> QPixmap:
        key = (text, colour.rgba(), ratio)
        found = self._pictures.get(key)
        if found is None:
            if len(self._pictures) >= MOST:
                self._pictures.clear()
            found = self._pictures[key] = self._paint(text, colour, ratio)
        return found

    def _paint(self, text: str, colour: QColor, ratio: float) -> QPixmap:
        width, height = self.width(text) + 2 * MARGIN + 1, self.metrics.height() + 2 * MARGIN
        picture = QPixmap(math.ceil(width * ratio), math.ceil(height * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setFont(self.face)
        painter.setPen(colour)
        painter.drawText(QPointF(MARGIN, MARGIN + self.metrics.ascent()), text)
        painter.end()
        return picture
