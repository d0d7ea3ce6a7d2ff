"""The painting of the canvas: dots, wires with their values, parts, captions."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from core.perceptron.board import CircuitBoard, owner
from core.perceptron.board_values import pieces, right_rows
from core.perceptron.circuit_text import formula_of, target_name
from workbench.panels.perceptron_circuits.drawn import Drawn
from workbench.panels.perceptron_circuits.geometry import (
    BUBBLE,
    PORT,
    CanvasView,
    bounds,
    course,
    curve,
    wires,
)
from workbench.panels.perceptron_circuits.part_drawing import paint_part
from workbench.perceptron.colours import point_colour
from workbench.perceptron.wording import formula_text
from workbench.theme.fonts import font
from workbench.theme.theme import Theme
from workbench.widgets.painting import circle, rounded

DOTS = 20.0
PLAIN_BELOW = 0.55
"""At a smaller scale weights and port names would only be specks."""


def paint(painter: QPainter, theme: Theme, size: QSizeF, view: CanvasView, drawn: Drawn) -> None:
    """Paint the whole canvas."""
    painter.fillRect(QRectF(QPointF(), size), theme.color("panel"))
    _dots(painter, theme, size, view)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.save()
    painter.translate(view.dx, view.dy)
    painter.scale(view.scale, view.scale)
    board = drawn.board
    wrong = _wrong_sources(drawn)
    shown = [wire for wire in wires(board) if wire != drawn.hidden]
    for wire in sorted(shown, key=lambda wire: drawn.now[wire.source]):
        _wire(painter, theme, course(board, wire), drawn.now[wire.source], selected=wire == drawn.wire)
    if drawn.loose is not None:
        start, end, allowed = drawn.loose
        painter.setPen(QPen(theme.color("accent" if allowed else "error"), 2, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(curve(start, end))
    for part in board.parts:
        paint_part(painter, theme, drawn, part, view.scale, is_wrong=part.id in wrong)
    for wire, spot in drawn.bubbles.items():
        if wire != drawn.hidden:
            _bubble(painter, theme, spot, drawn.now[wire.source])
    if drawn.hot is not None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("accent"), 2))
        painter.drawEllipse(drawn.hot, PORT + 4, PORT + 4)
    _captions(painter, theme, drawn)
    painter.restore()
    if drawn.band is not None:
        fill = theme.color("accent")
        fill.setAlpha(30)
        rounded(painter, drawn.band, 2, fill, theme.color("accent"))


def _dots(painter: QPainter, theme: Theme, size: QSizeF, view: CanvasView) -> None:
    step = DOTS * view.scale
    step = step if step > 8 else step * 2
    dots = QPolygonF()
    y = view.dy % step
    while y < size.height():
        x = view.dx % step
        while x < size.width():
            dots.append(QPointF(x, y))
            x += step
        y += step
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(theme.color("line"), 1))
    painter.drawPoints(dots)


def _wrong_sources(drawn: Drawn) -> set[str]:
    """Return the parts right before outputs that are wrong in this row."""
    found = set()
    for part in drawn.board.of_kind("output"):
        if part.target and part.sources[0] and drawn.now[part.sources[0]] != int(part.target[drawn.row]):
            found.add(owner(part.sources[0]))
    return {name for name in found if drawn.board.part(name).kind != "input"}


def _wire(painter: QPainter, theme: Theme, path: QPainterPath, bit: int, *, selected: bool) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if selected:
        painter.setPen(QPen(theme.color("wash"), 9, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPath(path)
    painter.setPen(QPen(point_colour(theme, 1) if bit else theme.color("line2"), 2.5 if bit else 1.5))
    painter.drawPath(path)


def _bubble(painter: QPainter, theme: Theme, centre: QPointF, bit: int) -> None:
    if bit:
        circle(painter, centre, BUBBLE, point_colour(theme, 1))
        painter.setPen(theme.ink_on(point_colour(theme, 1)))
    else:
        circle(painter, centre, BUBBLE, theme.color("surface"), theme.color("line2"))
        painter.setPen(theme.color("text2"))
    painter.setFont(font("caption", 600))
    painter.drawText(QRectF(centre.x() - 8, centre.y() - 8, 16, 16), Qt.AlignmentFlag.AlignCenter, str(bit))


def caption_of(board: CircuitBoard, piece: frozenset[str], wrong_words: str) -> str:
    """Return what a circuit with one output is: ``XOR = AND(NAND, OR)``; "" where there is nothing to say."""
    outputs = [part for part in board.of_kind("output") if part.id in piece]
    if len(outputs) != 1 or not outputs[0].sources[0]:
        return ""
    (output,) = outputs
    formula = formula_text(formula_of(board, output.sources[0]))
    if not output.target:
        return formula
    if not all(right_rows(board, output.id)):
        return wrong_words.format(formula=formula)
    return f"{target_name(output.target) or formula_text(output.name)} = {formula}"


def captions_of(board: CircuitBoard, wrong_words: str) -> tuple[tuple[QRectF, str], ...]:
    """Return the captions of all circuits on the board, with their places."""
    found = []
    for piece in pieces(board):
        caption = caption_of(board, piece, wrong_words)
        if caption:
            box = bounds(board, piece)
            found.append((QRectF(box.left(), box.top() - 32, max(box.width(), 200), 18), caption))
    return tuple(found)


def _captions(painter: QPainter, theme: Theme, drawn: Drawn) -> None:
    painter.setFont(font("dense", 600))
    painter.setPen(theme.color("text"))
    for spot, caption in drawn.captions:
        shown = QFontMetricsF(painter.font()).elidedText(caption, Qt.TextElideMode.ElideRight, spot.width())
        painter.drawText(spot, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
