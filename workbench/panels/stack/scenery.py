"""What stands behind the blocks: frames, arrows, shortcuts, the bar where branches meet, the open slot."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from core.spec import Place
from workbench.panels.stack.dropping import Drop
from workbench.panels.stack.figure import Figure
from workbench.panels.stack.standing import COPY, Layout
from workbench.theme.fonts import font
from workbench.theme.theme import Theme, current_theme
from workbench.widgets.painting import circle, rounded

ARC_RADIUS = 10.0
MARGIN = 24.0
TEXT = 16.0
"""A slot that is lower has no room for words yet."""


@dataclass(frozen=True)
class Scene:
    """What stands behind the blocks.

    Parameters
    ----------
    marked
        The selected layers, whose frames stand out.
    drop
        What the open slot says.
    refused
        The places where what is dragged cannot stand; None while nothing is dragged.
    """

    layout: Layout
    figure: Figure
    marked: Collection[str] = ()
    drop: Drop | None = None
    refused: Collection[Place] | None = None


def paint_scenery(painter: QPainter, scene: Scene, shown: QRectF) -> None:
    """Draw everything but the blocks and bubbles, as far as it can be seen in an area."""
    theme, layout, figure = current_theme(), scene.layout, scene.figure
    top, bottom = shown.top() - MARGIN, shown.bottom() + MARGIN
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_frames(painter, scene, top, bottom, theme)
    thin = QPen(theme.color("line2"), 1)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for wire in layout.wires:
        if wire[0].y() < bottom and wire[-1].y() > top:
            painter.setPen(thin)
            painter.drawPolyline([_crisp(point) for point in wire])
    if not layout.sizes.compact:
        for start, end in layout.arrows:
            if top < end.y() and start.y() < bottom:
                _paint_arrow(painter, start, end, theme.color("line2"))
    for start, end, right in layout.arcs:
        if top < end.y() and start.y() < bottom:
            _paint_arc(painter, start, end, right, theme.color("family_container"))
    for middle in layout.sums:
        if top < middle.y() < bottom:
            _paint_sum(painter, middle, theme)
    for layer_id, bar in layout.merges.items():
        if top < bar.bottom() and bar.top() < bottom:
            _paint_merge(painter, bar, *figure.merges.get(layer_id, ("", "")), theme)
    for layer_id in figure.problems:
        spot = layout.spots.get(layer_id)
        if spot is not None and not spot.docked and figure.words[layer_id].problem == "error":
            circle(painter, QPointF(spot.rect.center().x(), spot.rect.top() - 2), 4.5, theme.color("error"))
    if scene.refused is not None:
        for gap in layout.gaps:
            if top < gap.rect.bottom() and gap.rect.top() < bottom and gap.rect != layout.slot:
                _paint_place(painter, gap.rect, legal=gap.place not in scene.refused, theme=theme)
    if layout.slot is not None and scene.drop is not None:
        _paint_slot(painter, layout.slot, scene.drop, theme)


def _paint_place(painter: QPainter, area: QRectF, *, legal: bool, theme: Theme) -> None:
    """Draw where something could be dropped as a short line in the accent, and where it cannot as a grey, closed bar."""
    middle = area.center()
    if legal:
        painter.setPen(QPen(theme.color("accent"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(middle.x() - 14, middle.y()), QPointF(middle.x() + 14, middle.y()))
        return
    bar = QRectF(area.left(), middle.y() - 3.5, area.width(), 7)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("track"))
    painter.drawRoundedRect(bar, 2, 2)
    painter.setPen(QPen(theme.color("axis"), 1.5))
    painter.setBrush(theme.color("panel"))
    painter.drawEllipse(middle, 5, 5)
    painter.drawLine(QPointF(middle.x() - 3, middle.y() + 3), QPointF(middle.x() + 3, middle.y() - 3))


def _crisp(point: QPointF) -> QPointF:
    return QPointF(math.floor(point.x()) + 0.5, math.floor(point.y()) + 0.5)


def _paint_frames(painter: QPainter, scene: Scene, top: float, bottom: float, theme: Theme) -> None:
    for layer_id, spot in scene.layout.spots.items():
        frame = spot.frame
        if frame is None or frame.bottom() < top or frame.top() > bottom:
            continue
        error = scene.figure.words[layer_id].problem == "error"
        edge = "accent" if layer_id in scene.marked else "error" if error else "line2"
        for copy in range(min(2, spot.copies - 1), 0, -1):
            rounded(painter, frame.translated(COPY * copy, COPY * copy), 6, theme.color("head"), theme.color("line2"))
        if not spot.folded:
            rounded(painter, frame, 6, theme.color("head"), theme.color(edge), width=1.0 if edge == "line2" else 2.0)


def _paint_arrow(painter: QPainter, start: QPointF, end: QPointF, colour: QColor) -> None:
    start, end = _crisp(start), _crisp(end)
    painter.setPen(QPen(colour, 1))
    painter.drawLine(start, QPointF(end.x(), end.y() - 1))
    painter.drawLine(QPointF(end.x() - 3, end.y() - 5), QPointF(end.x(), end.y() - 2))
    painter.drawLine(QPointF(end.x() + 3, end.y() - 5), QPointF(end.x(), end.y() - 2))


def _paint_arc(painter: QPainter, start: QPointF, end: QPointF, right: float, colour: QColor) -> None:
    radius = min(ARC_RADIUS, max(1.0, right - end.x() - 6))
    path = QPainterPath(start)
    path.lineTo(right - radius, start.y())
    path.quadTo(QPointF(right, start.y()), QPointF(right, start.y() + radius))
    path.lineTo(right, end.y() - radius)
    path.quadTo(QPointF(right, end.y()), QPointF(right - radius, end.y()))
    path.lineTo(end.x() + 2, end.y())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPath(path)
    painter.drawLine(QPointF(end.x() + 5, end.y() - 3), QPointF(end.x() + 2, end.y()))
    painter.drawLine(QPointF(end.x() + 5, end.y() + 3), QPointF(end.x() + 2, end.y()))


def _paint_sum(painter: QPainter, middle: QPointF, theme: Theme) -> None:
    colour = theme.color("family_container")
    circle(painter, middle, 9, theme.color("surface"), colour, width=1.5)
    painter.setPen(QPen(colour, 1.5))
    painter.drawLine(QPointF(middle.x() - 4, middle.y()), QPointF(middle.x() + 4, middle.y()))
    painter.drawLine(QPointF(middle.x(), middle.y() - 4), QPointF(middle.x(), middle.y() + 4))


def _paint_merge(painter: QPainter, bar: QRectF, merge: str, sums: str, theme: Theme) -> None:
    rounded(painter, bar, 4, theme.color("surface"), theme.color("family_container"))
    bold, plain = font("caption", 600), font("caption")
    gap = 8.0 if sums else 0.0
    wide = QFontMetricsF(bold).horizontalAdvance(merge)
    shown = QFontMetricsF(plain).elidedText(sums, Qt.TextElideMode.ElideRight, bar.width() - wide - gap - 12)
    left = bar.center().x() - (wide + gap + QFontMetricsF(plain).horizontalAdvance(shown)) / 2
    for text, face, token in ((merge, bold, "text"), (shown, plain, "text2")):
        painter.setFont(face)
        painter.setPen(theme.color(token))
        painter.drawText(QRectF(left, bar.top(), bar.width(), bar.height()), Qt.AlignmentFlag.AlignVCenter, text)
        left += wide + gap


def _paint_slot(painter: QPainter, slot: QRectF, drop: Drop, theme: Theme) -> None:
    painter.setBrush(theme.color("wash"))
    painter.setPen(QPen(theme.color("accent"), 1, Qt.PenStyle.CustomDashLine))
    pen = painter.pen()
    pen.setDashPattern([3, 3])
    painter.setPen(pen)
    painter.drawRoundedRect(slot.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    if slot.height() < TEXT:
        return
    bold, plain = font("dense", 500), font("dense")
    title = drop.words
    left = slot.left() + 12
    for text, face in ((title, bold), (drop.note, plain)):
        painter.setFont(face)
        painter.setPen(theme.color("text"))
        room = slot.right() - 8 - left
        shown = QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, slot.top(), room, slot.height()), Qt.AlignmentFlag.AlignVCenter, shown)
        left += QFontMetricsF(face).horizontalAdvance(shown) + 8
