"""The four corners of the plane as pictures: while the line is dragged they stay as they are."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform

from core.perceptron.functions import rows
from workbench.panels.perceptron_plane.geometry import View
from workbench.perceptron.colours import point_colour
from workbench.perceptron.wording import bits
from workbench.theme.fonts import font
from workbench.theme.theme import Theme
from workbench.widgets.painting import circle

POINT: Final = 9.0
AROUND: Final = QRect(-76, -22, 152, 52)
"""What a picture shows, from the corner in pixels: the rings, and the words at the lower left or right."""
WORDS: Final = QRectF(-72, 10, 56, 16)
"""Where the words are at the lower left."""
MOST_PICTURES: Final = 64


@dataclass(frozen=True, slots=True)
class Corner:
    """A corner as it is to be seen.

    Parameters
    ----------
    wanted
        Whether its target is 1.
    is_right
        Whether the unit says what the target wants.
    lit
        Whether its row is looked at.
    words_at_right
        Whether its numbers are at the lower right, because the line goes through the lower left.
    """

    row: int
    wanted: bool
    is_right: bool
    lit: bool
    words_at_right: bool = False


class CornerPictures:
    """Paints corners, each from a picture that is made once.

    Attributes
    ----------
    ratio
        Pixels of the device for one of the widget.
    as_shapes
        Whether corners are drawn as circles and letters, which a file can scale, instead of pictures.
    """

    def __init__(self) -> None:
        self.ratio = 1.0
        self.as_shapes = False
        self._pictures: dict[tuple[object, ...], QPixmap] = {}

    def paint(self, painter: QPainter, view: View, theme: Theme, corner: Corner) -> None:
        """Paint a corner where it is on the plane."""
        centre, ratio = view.at(rows(2)[corner.row]), self.ratio
        if self.as_shapes:
            painter.save()
            painter.translate(centre)
            _draw(painter, theme, corner)
            painter.restore()
            return
        whole = QPoint(floor(centre.x()), floor(centre.y()))
        rest = centre - whole
        key = (corner, ratio, rest.x(), rest.y(), theme.dark, theme.palette_name)
        if key not in self._pictures:
            if len(self._pictures) >= MOST_PICTURES:
                self._pictures.clear()
            self._pictures[key] = _picture(theme, corner, ratio, rest.x(), rest.y())
        painter.drawPixmap(whole + AROUND.topLeft(), self._pictures[key])


def _picture(theme: Theme, corner: Corner, ratio: float, dx: float, dy: float) -> QPixmap:
    pixmap = QPixmap(AROUND.size() * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setTransform(QTransform.fromTranslate(dx - AROUND.left(), dy - AROUND.top()))
    _draw(painter, theme, corner)
    painter.end()
    return pixmap


def words_box(*, at_right: bool) -> QRectF:
    """Return where the words of a corner are, from the corner."""
    return WORDS.translated(-WORDS.left() - WORDS.right(), 0) if at_right else WORDS


def _draw(painter: QPainter, theme: Theme, corner: Corner) -> None:
    """Draw a corner around the origin."""
    centre = QPointF()
    if corner.lit:
        circle(painter, centre, POINT + (6 if corner.is_right else 9), None, theme.color("accent"), width=1.5)
    if not corner.is_right:
        circle(painter, centre, POINT + 4, theme.color("surface"), theme.color("error"), width=2.0)
    circle(painter, centre, POINT + 1.5, theme.color("surface"))
    circle(painter, centre, POINT, point_colour(theme, corner.wanted))
    painter.setFont(font("caption"))
    painter.setPen(theme.color("text2" if corner.is_right else "error"))
    words = bits(rows(2)[corner.row])
    shown = words if corner.is_right else f"{words} ✗"
    side = Qt.AlignmentFlag.AlignLeft if corner.words_at_right else Qt.AlignmentFlag.AlignRight
    painter.drawText(words_box(at_right=corner.words_at_right), side, shown)
