"""One block of the stack: a layer, a container's head, or one of the two ends. It paints itself; the canvas moves it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QToolTip, QWidget

from workbench.panels.stack.figure import Words
from workbench.panels.stack.standing import Spot
from workbench.theme.fonts import font
from workbench.theme.icons import paint_icon
from workbench.theme.theme import Theme, current_theme

BAR = 3.0
ICON = 14.0
RADIUS = 4.0
NARROW = 210.0
"""In blocks narrower than this a docked layer does not repeat the shape, and the cost begins below the icon."""


SIDES = 62.0
"""Pixels that a line of an end needs beside its words."""

LEGIBLE = 0.34
"""At a smaller zoom a block is a box in its family's colour, without words."""


@dataclass(frozen=True, slots=True)
class Face:
    """All that decides how a block looks.

    Parameters
    ----------
    compact
        Whether the view is narrow.
    muted
        Whether it is being dragged away.
    target
        Whether what is dragged would be dropped onto it.
    """

    words: Words
    spot: Spot
    compact: bool = False
    selected: bool = False
    muted: bool = False
    target: bool = False

    def looks_like(self, other: Face) -> bool:
        """Say whether another face looks the same, wherever it stands."""
        return self is other or (self.words == other.words and self._look == other._look)

    @property
    def _look(self) -> tuple[object, ...]:
        spot = self.spot
        box = (spot.rect.width(), spot.rect.height(), spot.frame is None, spot.docked, spot.carries, spot.folded)
        return (*box, self.compact, self.selected, self.muted, self.target)


class Block(QWidget):
    """One layer as a box with a bar in its family's colour.

    Mouse and keyboard are the canvas's business, so that dragging and arrow keys see all blocks at once.

    Parameters
    ----------
    about
        Returns what a tooltip says of a layer; asked when the mouse rests on it.
    """

    def __init__(self, about: Callable[[str], str], parent: QWidget) -> None:
        super().__init__(parent)
        self.layer_id = ""
        self.face = Face(Words("data", "data", ""), Spot(QRectF()))
        self._about = about
        self._zoom = 1.0
        self._picture: QPixmap | None = None

    @property
    def words(self) -> Words:
        """What it says."""
        return self.face.words

    def stand_for(self, layer_id: str) -> None:
        """Show another layer, or one of the two ends."""
        self.layer_id = layer_id
        self.setObjectName(f"stack.layer.{layer_id}")

    def show_face(self, face: Face, zoom: float) -> None:
        """Look otherwise or stand otherwise; draws only if something differs."""
        area = scaled(face.spot.rect, zoom).toAlignedRect()
        if self.geometry() != area:
            self.setGeometry(area)
        if face.words is not self.face.words:
            self.setAccessibleName(face.words.spoken or face.words.name)
        alike = zoom == self._zoom and face.looks_like(self.face)
        self.face, self._zoom = face, zoom
        if not alike:
            self.forget()

    def forget(self) -> None:
        """Draw anew, because something looks otherwise."""
        self._picture = None
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.words.about or self._about(self.layer_id), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            self._picture = self.picture()
        QPainter(self).drawPixmap(0, 0, self._picture)

    def picture(self, opacity: float = 1.0) -> QPixmap:
        """Return how it looks: kept, because a slot that opens moves every block below it."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setOpacity(opacity)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._zoom, self._zoom)
        paint_block(painter, QRectF(0, 0, self.width() / self._zoom, self.height() / self._zoom), self.face, self._zoom)
        painter.end()
        return picture


def scaled(area: QRectF, zoom: float) -> QRectF:
    """Return where a rectangle of the layout stands on the screen."""
    return QRectF(area.x() * zoom, area.y() * zoom, area.width() * zoom, area.height() * zoom)


def in_two_lines(words: Words, width: float) -> Words:
    """Return the words of an end of the network for a view of that width: the long ones below where one line is too short."""
    needed = sum(QFontMetricsF(font("caption")).horizontalAdvance(part) for part in (words.settings, words.shape))
    needed += QFontMetricsF(font("dense", 500)).horizontalAdvance(words.name) + SIDES
    return words if needed <= width else replace(words, settings="", cost=(words.settings, ""))


def paint_block(painter: QPainter, area: QRectF, face: Face, zoom: float = 1.0) -> None:
    """Draw a block into an area: also for the ghost of a drag, and for a picture of the whole network."""
    theme, words, spot = current_theme(), face.words, face.spot
    head = spot.frame is not None and not spot.folded
    bare = face.compact and words.family == "data"
    if face.muted:
        painter.setOpacity(0.45 * painter.opacity())
    if not head and not (bare and not face.target):
        _paint_box(painter, area, face, theme)
        if zoom < LEGIBLE:
            tint = theme.color(f"family_{words.family}")
            tint.setAlphaF(0.55)
            painter.fillRect(area.adjusted(1, 1, -1, -1), tint)
    if zoom >= LEGIBLE:
        _paint_words(painter, area, words, theme, compact=face.compact, spot=spot)


def _paint_box(painter: QPainter, area: QRectF, face: Face, theme: Theme) -> None:
    shape = outline(area.adjusted(0.5, 0.5, -0.5, -0.5), docked=face.spot.docked, carries=face.spot.carries)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("wash" if face.target else "surface"))
    painter.drawPath(shape)
    painter.save()
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    painter.fillRect(QRectF(area.left(), area.top(), BAR + 0.5, area.height()), theme.color(f"family_{face.words.family}"))
    painter.restore()
    token, width = _border(face)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color(token), width))
    inset = width / 2
    painter.drawPath(outline(area.adjusted(inset, inset, -inset, -inset), docked=face.spot.docked, carries=face.spot.carries))


def _border(face: Face) -> tuple[str, float]:
    if face.selected or face.target:
        return "accent", 2.0
    if face.words.problem == "error":
        return "error", 2.0
    return ("warn", 1.0) if face.words.problem else ("line2", 1.0)


def outline(area: QRectF, *, docked: bool, carries: bool) -> QPainterPath:
    """Return a box whose corners are square where another block touches it."""
    top = 0.0 if docked else RADIUS
    bottom = 0.0 if carries else RADIUS
    path = QPainterPath(QPointF(area.left() + top, area.top()))
    path.lineTo(area.right() - top, area.top())
    path.quadTo(area.topRight(), QPointF(area.right(), area.top() + top))
    path.lineTo(area.right(), area.bottom() - bottom)
    path.quadTo(area.bottomRight(), QPointF(area.right() - bottom, area.bottom()))
    path.lineTo(area.left() + bottom, area.bottom())
    path.quadTo(area.bottomLeft(), QPointF(area.left(), area.bottom() - bottom))
    path.lineTo(area.left(), area.top() + top)
    path.quadTo(area.topLeft(), QPointF(area.left() + top, area.top()))
    path.closeSubpath()
    return path


def _paint_words(painter: QPainter, area: QRectF, words: Words, theme: Theme, *, compact: bool, spot: Spot) -> None:
    head, folded, docked = spot.frame is not None and not spot.folded, spot.folded, spot.docked
    two_lines = any(words.cost) and not head and area.height() > 30
    line = area.height() / 2 if two_lines else area.height()
    first = QRectF(area.left(), area.top() + (1 if two_lines else 0), area.width(), line)
    left, right = first.left() + 11, first.right() - (8 if not (head or folded) else 24)
    if words.icon and not (compact and words.family == "data"):
        picture = QRectF(left, first.center().y() - ICON / 2, ICON, ICON)
        paint_icon(painter, words.icon, picture, theme.color(f"family_{words.family}"))
        left += ICON + 8
    if head or folded:
        picture = QRectF(right + 4, first.center().y() - 6, 12, 12)
        paint_icon(painter, "chevron_right" if folded else "chevron_down", picture, theme.color("text2"))
    if words.frozen:
        right -= 16
        paint_icon(painter, "lock", QRectF(right + 2, first.center().y() - 6, 12, 12), theme.color("text2"))
    writer = _Writer(painter, first, left, right)
    strong = words.family in _STRONG and not head
    figures = words.shape
    if head:
        figures = _fitting_cost(words, right - left)
    elif docked:
        figures = words.cost[0] or (words.shape if area.width() > NARROW else "")
    face = font("caption" if compact or head or area.width() < NARROW else "dense", 500 if strong else 400)
    writer.at_right(figures, face, theme.color("text" if strong else "text2"))
    small = compact or area.width() < NARROW
    writer.at_left(words.name, font("dense" if small else "body", 500), theme.color("text"))
    roomy = QFontMetricsF(font("dense")).horizontalAdvance(words.settings) <= writer.right - writer.left
    writer.at_left(words.settings, font("dense" if roomy and not small else "caption"), theme.color("text2"))
    if two_lines:
        second = QRectF(area.left(), area.top() + line - 1, area.width(), line - 1)
        indent = 11 if (compact and words.family == "data") or area.width() < NARROW else 11 + ICON + 8
        writer = _Writer(painter, second, area.left() + indent, area.right() - 8)
        metrics = QFontMetricsF(font("caption"))
        room = writer.right - writer.left - 8 - metrics.horizontalAdvance(words.cost[0])
        macs = next((said for said in (words.cost[1], words.brief) if metrics.horizontalAdvance(said) < room), "")
        writer.at_right(macs, font("caption"), theme.color("text2"))
        writer.at_left(words.cost[0], font("caption"), theme.color("text2"))


def _fitting_cost(words: Words, room: float) -> str:
    """Return parameters and multiply-adds of a container, or as much of it as leaves room for its name."""
    name = QFontMetricsF(font("dense", 500)).horizontalAdvance(f"{words.name}  {words.settings}")
    for parts in (words.cost, words.cost[:1]):
        said = " · ".join(part for part in parts if part)
        if QFontMetricsF(font("caption")).horizontalAdvance(said) + 14 + name <= room:
            return said
    return ""


_STRONG = frozenset({"weights", "data"})


class _Writer:
    """Writes texts into a row from both its ends, each as far as the other leaves room."""

    def __init__(self, painter: QPainter, row: QRectF, left: float, right: float) -> None:
        self._painter, self._row = painter, row
        self.left, self.right = left, right

    def at_right(self, text: str, face: QFont, colour: QColor) -> None:
        """Write a text that ends at the right end."""
        if text:
            wide = QFontMetricsF(face).horizontalAdvance(text)
            self._draw(self.right - wide - 1, wide + 1, text, face, colour)
            self.right -= wide + 6

    def at_left(self, text: str, face: QFont, colour: QColor) -> None:
        """Write a text from the left end, shortened where it has to be."""
        room = self.right - self.left
        if text and room >= 8:
            metrics = QFontMetricsF(face)
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            self._draw(self.left, room, shown, face, colour)
            self.left += metrics.horizontalAdvance(shown) + 7

    def _draw(self, left: float, wide: float, text: str, face: QFont, colour: QColor) -> None:
        self._painter.setFont(face)
        self._painter.setPen(colour)
        self._painter.drawText(QRectF(left, self._row.top(), wide, self._row.height()), Qt.AlignmentFlag.AlignVCenter, text)
