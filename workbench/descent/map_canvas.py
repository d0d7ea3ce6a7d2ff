"""A picture of cells with two axes, of which one can be picked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.plots.scales import Scale
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.painting import circle, focus_ring, has_keyboard_focus, rounded

LEFT, RIGHT, TOP, BOTTOM = 46.0, 10.0, 8.0, 36.0


@dataclass(frozen=True, slots=True)
class MapPicture:
    """What the canvas shows.

    Parameters
    ----------
    image
        One pixel for each cell.
    x, y
        The axes; cells share them out evenly, in logarithms where they are logarithmic.
    names
        Of the axes.
    crosses, rings
        Places to mark: minima, and what is set now.
    square
        Whether both axes have one scale.
    smooth
        Whether colours run into each other, for surfaces.
    target
        A place to mark with cross-hairs: what is looked at for a while.
    way, tones
        A path over the map, and a number from 0 to 1 for each of its places that is shown as its colour.
    """

    image: QImage
    x: Scale
    y: Scale
    names: tuple[str, str]
    crosses: tuple[tuple[float, float], ...] = ()
    rings: tuple[tuple[float, float], ...] = ()
    square: bool = False
    smooth: bool = False
    way: tuple[tuple[float, float], ...] = ()
    tones: tuple[float, ...] = ()
    target: tuple[float, float] | None = None


class MapCanvas(QWidget):
    """Cells with axes. A click picks one; the arrow keys move a mark, Return picks there.

    Attributes
    ----------
    picked
        With x and y of the cell's middle.
    """

    picked = Signal(float, float)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._picture: MapPicture | None = None
        self._describe: Callable[[int, int], str] = lambda _row, _column: ""
        self._cell: tuple[int, int] | None = None
        current_theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(400, 320)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 120)

    def show_picture(self, picture: MapPicture | None, describe: Callable[[int, int], str]) -> None:
        """Show another map, or none; `describe` says what a cell, row and column, means."""
        self._picture, self._describe = picture, describe
        self._cell = None
        self.update()

    def area(self) -> QRectF:
        """Return where the cells are."""
        room = QRectF(LEFT, TOP, max(20.0, self.width() - LEFT - RIGHT), max(20.0, self.height() - TOP - BOTTOM))
        if self._picture is None or not self._picture.square:
            return room
        x, y = self._picture.x, self._picture.y
        scale = min(room.width() / (x.high - x.low), room.height() / (y.high - y.low))
        wide, high = scale * (x.high - x.low), scale * (y.high - y.low)
        return QRectF(room.left() + (room.width() - wide) / 2, room.top() + (room.height() - high) / 2, wide, high)

    def place_of(self, row: int, column: int) -> tuple[float, float]:
        """Return x and y of a cell's middle."""
        if self._picture is None:
            return 0.0, 0.0
        image = self._picture.image
        return (
            self._picture.x.value((column + 0.5) / image.width()),
            self._picture.y.value(1 - (row + 0.5) / image.height()),
        )

    def pixel_of(self, x: float, y: float) -> QPointF:
        """Return the pixel of a place."""
        area = self.area()
        if self._picture is None:
            return area.center()
        across, up = self._picture.x.share(np.array(x)), self._picture.y.share(np.array(y))
        return QPointF(area.left() + float(across) * area.width(), area.bottom() - float(up) * area.height())

    def _cell_at(self, pixel: QPointF) -> tuple[int, int] | None:
        area = self.area()
        if self._picture is None or not area.contains(pixel):
            return None
        image = self._picture.image
        column = int((pixel.x() - area.left()) / area.width() * image.width())
        row = int((pixel.y() - area.top()) / area.height() * image.height())
        return min(row, image.height() - 1), min(column, image.width() - 1)

    def _mark(self, cell: tuple[int, int] | None) -> None:
        if cell != self._cell:
            self._cell = cell
            self.setAccessibleDescription(self._describe(*cell) if cell is not None else "")
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mark(self._cell_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._mark(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position())
        if cell is not None and event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(*self.place_of(*cell))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
        way = ways.get(Qt.Key(event.key()))
        if self._picture is not None and way is not None:
            image = self._picture.image
            row, column = self._cell or (image.height() // 2, image.width() // 2)
            self._mark((min(image.height() - 1, max(0, row + way[0])), min(image.width() - 1, max(0, column + way[1]))))
        elif self._cell is not None and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.picked.emit(*self.place_of(*self._cell))
        else:
            super().keyPressEvent(event)

    # -- painting -----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, area = current_theme(), QPainter(self), self.area()
        painter.fillRect(self.rect(), theme.color("panel"))
        picture = self._picture
        if picture is None:
            painter.fillRect(area, theme.color("plot"))
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, picture.smooth)
        painter.drawImage(area, picture.image)
        self._paint_axes(painter, picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_way(painter, picture)
        for place in picture.rings:
            at = self.pixel_of(*place)
            if area.contains(at):
                circle(painter, at, 6.5, theme.color("surface"), theme.color("text"), width=2.0)
        for place in picture.crosses:
            at = self.pixel_of(*place)
            for colour, width in (("plot", 4.0), ("text", 2.0)):
                painter.setPen(QPen(theme.color(colour), width))
                painter.drawLine(QLineF(at - QPointF(6, 0), at + QPointF(6, 0)))
                painter.drawLine(QLineF(at - QPointF(0, 6), at + QPointF(0, 6)))
        if picture.target is not None:
            self._paint_target(painter, self.pixel_of(*picture.target))
        if self._cell is not None:
            self._paint_cell(painter, picture, self._cell)
        if has_keyboard_focus(self):
            focus_ring(painter, QRectF(self.rect()), 4, theme.color("accent"))

    def _paint_way(self, painter: QPainter, picture: MapPicture) -> None:
        theme, area = current_theme(), self.area()
        painter.save()
        painter.setClipRect(area)
        places = [self.pixel_of(*place) for place in picture.way]
        for colour, width in (("plot", 3.5), ("text", 1.6)):
            painter.setPen(QPen(theme.color(colour), width))
            painter.drawPolyline(QPolygonF(places))
        table = theme.lookup("signed")
        for at, tone in zip(places, picture.tones, strict=True):
            red, green, blue = (int(c) for c in table[round(min(1.0, max(0.0, tone)) * 255)])
            circle(painter, at, 4.0, QColor.fromRgb(red, green, blue), theme.color("text"), width=1.0)
        painter.restore()

    def _paint_target(self, painter: QPainter, at: QPointF) -> None:
        theme, area = current_theme(), self.area()
        painter.setPen(QPen(theme.color("warn"), 1.0, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(at.x(), area.top(), at.x(), area.bottom()))
        painter.drawLine(QLineF(area.left(), at.y(), area.right(), at.y()))
        circle(painter, at, 6.5, theme.color("warn"), theme.color("plot"), width=2.0)

    def _paint_axes(self, painter: QPainter, picture: MapPicture) -> None:
        theme, area = current_theme(), self.area()
        painter.setFont(font("caption"))
        painter.setPen(theme.color("text3"))
        for tick in picture.x.ticks(max(2, int(area.width() / 60))):
            x = self.pixel_of(tick.value, picture.y.low).x()
            painter.fillRect(QRectF(round(x), area.bottom(), 1, 4), theme.color("axis"))
            painter.drawText(QRectF(x - 40, area.bottom() + 5, 80, 14), Qt.AlignmentFlag.AlignHCenter, tick.label)
        for tick in picture.y.ticks(max(2, int(area.height() / 40))):
            y = self.pixel_of(picture.x.low, tick.value).y()
            painter.fillRect(QRectF(area.left() - 4, round(y), 4, 1), theme.color("axis"))
            spot = QRectF(area.left() - 60, y - 8, 52, 16)
            painter.drawText(spot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tick.label)
        painter.setPen(theme.color("text2"))
        across = QRectF(area.left(), area.bottom() + 18, area.width(), 16)
        painter.drawText(across, Qt.AlignmentFlag.AlignRight, picture.names[0])
        if picture.square:
            box = QRectF(
                area.left() + 4, area.top() + 4, QFontMetricsF(painter.font()).horizontalAdvance(picture.names[1]) + 8, 16
            )
            rounded(painter, box, 3, theme.color("panel"))
            painter.setPen(theme.color("text2"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, picture.names[1])
            return
        painter.save()
        painter.translate(10, area.top())
        painter.rotate(-90)
        painter.drawText(QRectF(-area.height(), -8, area.height(), 16), Qt.AlignmentFlag.AlignRight, picture.names[1])
        painter.restore()

    def _paint_cell(self, painter: QPainter, picture: MapPicture, cell: tuple[int, int]) -> None:
        """Mark a cell and say what it means."""
        theme, area = current_theme(), self.area()
        wide, high = area.width() / picture.image.width(), area.height() / picture.image.height()
        box = QRectF(area.left() + cell[1] * wide, area.top() + cell[0] * high, wide, high)
        rounded(painter, box.adjusted(-1.5, -1.5, 1.5, 1.5), 2, None, theme.color("text"), width=1.5)
        words = self._describe(*cell)
        if not words:
            return
        face = font("caption", 500)
        width = QFontMetricsF(face).horizontalAdvance(words) + 16
        x = min(max(area.left(), box.center().x() - width / 2), area.right() - width)
        y = box.top() - 28 if box.top() - 28 > area.top() else box.bottom() + 6
        bubble = QRectF(x, y, width, 22)
        rounded(painter, bubble, 4, theme.color("tooltip"))
        painter.setFont(face)
        painter.setPen(theme.color("on_tooltip"))
        painter.drawText(bubble, Qt.AlignmentFlag.AlignCenter, words)
