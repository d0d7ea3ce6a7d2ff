"""What stands behind the blocks: frames, arrows, shortcuts, the bar where branches meet, the open slot."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from workbench.panels.stack.dropping import Drop
from workbench.panels.stack.figure import Figure
from workbench.panels.stack.layout import Layout
from workbench.theme.fonts import font
from workbench.theme.theme import Theme, current_theme
from workbench.widgets.painting import circle, rounded

ARC_RADIUS = 10.0


def paint_scenery(painter: QPainter, layout: Layout, figure: Figure, selected: str, drop: Drop | None) -> None:
    """Draw everything but the blocks and bubbles."""
    theme = current_theme()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_frames(painter, layout, figure, selected, theme)
    thin = QPen(theme.color("line2"), 1)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for wire in layout.wires:
        painter.setPen(thin)
        painter.drawPolyline([_crisp(point) for point in wire])
    if not layout.sizes.compact:
        for start, end in layout.arrows:
            _paint_arrow(painter, start, end, theme.color("line2"))
    for start, end, right in layout.arcs:
        _paint_arc(painter, start, end, right, theme.color("family_container"))
    for middle in layout.sums:
        _paint_sum(painter, middle, theme)
    for layer_id, bar in layout.merges.items():
        _paint_merge(painter, bar, *figure.merges.get(layer_id, ("", "")), theme)
    for layer_id, words in figure.words.items():
        if words.problem == "error" and layer_id in layout.spots and not layout.spots[layer_id].docked:
            top = layout.spots[layer_id].rect
            circle(painter, QPointF(top.center().x(), top.top() - 2), 4.5, theme.color("error"))
    if layout.slot is not None and drop is not None:
        _paint_slot(painter, layout.slot, drop, theme)


def _crisp(point: QPointF) -> QPointF:
    return QPointF(math.floor(point.x()) + 0.5, math.floor(point.y()) + 0.5)


def _paint_frames(painter: QPainter, layout: Layout, figure: Figure, selected: str, theme: Theme) -> None:
    for layer_id, spot in layout.spots.items():
        if spot.frame is None or spot.folded:
            continue
        error = figure.words[layer_id].problem == "error"
        edge = "accent" if layer_id == selected else "error" if error else "line2"
        rounded(painter, spot.frame, 6, theme.color("head"), theme.color(edge), width=1.0 if edge == "line2" else 2.0)


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
    bold, plain = font("dense", 500), font("dense")
    title = drop.title
    left = slot.left() + 12
    for text, face in ((title, bold), (drop.note, plain)):
        painter.setFont(face)
        painter.setPen(theme.color("text"))
        room = slot.right() - 8 - left
        shown = QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, slot.top(), room, slot.height()), Qt.AlignmentFlag.AlignVCenter, shown)
        left += QFontMetricsF(face).horizontalAdvance(shown) + 8
