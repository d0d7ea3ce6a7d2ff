"""The painting of the canvas: dots, wires with their values, parts, captions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from core.perceptron.board import CircuitBoard, Part, owner
from core.perceptron.board_values import pieces, right_rows
from core.perceptron.circuit_text import formula_of, target_name
from workbench.panels.perceptron_circuits.geometry import (
    BUBBLE_AT,
    PORT,
    CanvasView,
    Wire,
    bounds,
    course,
    curve,
    pin_at,
    port_at,
    rect_of,
    wires,
)
from workbench.perceptron.colours import point_colour
from workbench.perceptron.wording import subscripted
from workbench.theme.fonts import font
from workbench.theme.theme import Theme
from workbench.widgets.painting import circle, rounded

DOTS = 20.0
PLAIN_BELOW = 0.55
"""At a smaller scale weights and port names would only be specks."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is to be seen.

    Parameters
    ----------
    now
        The value of each pin in the lit row.
    row
        Which row that is.
    loose
        A wire being dragged: where it begins and ends on the board, and whether it may end there.
    loop
        Ids of the parts of the loop that it would close.
    hot
        Part and port, or pin, that the pointer is on.
    band
        The box drawn to select.
    captions
        Words over circuits, with their places.
    target_words
        How a target is called.
    hidden
        A wire that is being dragged away.
    """

    board: CircuitBoard
    now: Mapping[str, int]
    row: int
    selected: frozenset[str]
    wire: Wire | None = None
    loose: tuple[QPointF, QPointF, bool] | None = None
    loop: tuple[str, ...] = ()
    hot: QPointF | None = None
    band: QRectF | None = None
    captions: tuple[tuple[QRectF, str], ...] = ()
    target_words: str = "{bit}"
    hidden: Wire | None = None


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
    paths = [(wire, course(board, wire)) for wire in shown]
    for wire, path in sorted(paths, key=lambda pair: drawn.now[pair[0].source]):
        _wire(painter, theme, path, drawn.now[wire.source], selected=wire == drawn.wire)
    for wire, path in paths:
        _bubble(painter, theme, path.pointAtPercent(BUBBLE_AT), drawn.now[wire.source])
    if drawn.loose is not None:
        start, end, allowed = drawn.loose
        painter.setPen(QPen(theme.color("accent" if allowed else "error"), 2, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(curve(start, end))
    for part in board.parts:
        _part(painter, theme, drawn, part, view.scale, is_wrong=part.id in wrong)
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
        circle(painter, centre, 7.5, point_colour(theme, 1))
        painter.setPen(theme.ink_on(point_colour(theme, 1)))
    else:
        circle(painter, centre, 7.5, theme.color("surface"), theme.color("line2"))
        painter.setPen(theme.color("text2"))
    painter.setFont(font("caption", 600))
    painter.drawText(QRectF(centre.x() - 8, centre.y() - 8, 16, 16), Qt.AlignmentFlag.AlignCenter, str(bit))


def _part(painter: QPainter, theme: Theme, drawn: Drawn, part: Part, scale: float, *, is_wrong: bool) -> None:
    board, box = drawn.board, rect_of(drawn.board, part)
    chosen = part.id in drawn.selected
    looped = part.id in drawn.loop
    edge = "error" if looped or is_wrong else "accent" if chosen else "line2"
    thick = 2.0 if looped or is_wrong or chosen else 1.0
    match part.kind:
        case "gate" | "chip":
            rounded(painter, box, 5, theme.color("surface"), theme.color(edge), width=thick)
            _gate_words(painter, theme, board, part, plain=scale < PLAIN_BELOW)
        case "input":
            rounded(painter, box, 14, theme.color("wash" if chosen else "surface"), theme.color(edge), width=thick)
            _pill_words(painter, theme, (subscripted(part.name), drawn.now[part.id]), box)
        case _:
            _end(painter, theme, drawn, part, edge=edge)
    for port, source in enumerate(part.sources):
        _port(painter, theme, port_at(board, part, port), filled=bool(source))
    for source in board.pins(part):
        _port(painter, theme, pin_at(board, source), filled=True)


def _end(painter: QPainter, theme: Theme, drawn: Drawn, part: Part, *, edge: str) -> None:
    """Paint an output or a probe, and below an output what it should be."""
    box = rect_of(drawn.board, part)
    bit = drawn.now[part.sources[0]]
    judged = part.kind == "output" and bool(part.target) and bool(part.sources[0])
    good = judged and bit == int(part.target[drawn.row])
    token = edge if edge in {"accent", "error"} else "line2" if not judged else "ok" if good else "error"
    width = 2.0 if edge == "accent" else 1.5 if judged else 1.0
    rounded(painter, box, 14 if part.kind == "output" else 4, theme.color("surface"), theme.color(token), width=width)
    _pill_words(painter, theme, (part.name, bit if part.sources[0] else None), box, tone=token if judged else "")
    if part.kind == "output" and part.target:
        painter.setFont(font("caption"))
        painter.setPen(theme.color("text2" if not judged else "ok" if good else "error"))
        mark = "" if not judged else " ✓" if good else " ✗"
        below = QRectF(box.center().x() - 50, box.bottom() + 2, 100, 15)
        words = drawn.target_words.format(bit=part.target[drawn.row]) + mark
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, words)


def _port(painter: QPainter, theme: Theme, centre: QPointF, *, filled: bool) -> None:
    circle(painter, centre, PORT, theme.color("surface"), theme.color("text2" if filled else "warn"), width=1.5)


def _pill_words(painter: QPainter, theme: Theme, words: tuple[str, int | None], box: QRectF, tone: str = "") -> None:
    name, bit = words
    inner = box.adjusted(9, 0, -9, 0)
    painter.setFont(font("dense"))
    painter.setPen(theme.color("text2"))
    room = inner.width() - 10
    shown = QFontMetricsF(painter.font()).elidedText(name, Qt.TextElideMode.ElideRight, room)
    painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
    painter.setFont(font("dense", 600))
    colour = theme.color(tone) if tone in {"ok", "error"} else point_colour(theme, 1) if bit else theme.color("text")
    painter.setPen(colour)
    painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, "?" if bit is None else str(bit))


def _gate_words(painter: QPainter, theme: Theme, board: CircuitBoard, part: Part, *, plain: bool) -> None:
    painter.setPen(theme.color("text"))
    painter.setFont(font("dense", 600))
    box = rect_of(board, part)
    if part.kind == "chip":
        head = QRectF(box.left() + 4, box.top() + 4, box.width() - 8, 18)
        shown = QFontMetricsF(painter.font()).elidedText(part.name, Qt.TextElideMode.ElideRight, head.width())
        painter.drawText(head, Qt.AlignmentFlag.AlignCenter, shown)
        if not plain:
            _chip_ports(painter, theme, board, part, box)
        return
    if plain or len(part.w) > 4:
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, part.name)
        return
    middle = box.center().y()
    name = QFontMetricsF(painter.font()).elidedText(part.name, Qt.TextElideMode.ElideRight, box.width() - 16)
    painter.drawText(QRectF(box.left(), middle - 26, box.width(), 18), Qt.AlignmentFlag.AlignCenter, name)
    painter.setFont(font("caption"))
    painter.setPen(theme.color("text2"))
    weights = "w " + ", ".join(map(_brief, part.w))
    weights = QFontMetricsF(painter.font()).elidedText(weights, Qt.TextElideMode.ElideRight, box.width() - 12)
    painter.drawText(QRectF(box.left(), middle - 8, box.width(), 15), Qt.AlignmentFlag.AlignCenter, weights)
    painter.drawText(QRectF(box.left(), middle + 7, box.width(), 15), Qt.AlignmentFlag.AlignCenter, f"b {_brief(part.b)}")


def _chip_ports(painter: QPainter, theme: Theme, board: CircuitBoard, part: Part, box: QRectF) -> None:
    painter.setFont(font("caption"))
    painter.setPen(theme.color("text2"))
    circuit = board.chip(part.name).circuit
    half = box.width() / 2 - 9
    for port, name in enumerate(circuit.inputs):
        y = port_at(board, part, port).y()
        spot = QRectF(box.left() + 9, y - 8, half, 16)
        painter.drawText(spot, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
    for source, output in zip(board.pins(part), circuit.outputs, strict=True):
        y = pin_at(board, source).y()
        spot = QRectF(box.center().x(), y - 8, half, 16)
        painter.drawText(spot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, output.name)


def _brief(weight: float) -> str:
    return f"{weight:.3g}".replace("-", "−")


def caption_of(board: CircuitBoard, piece: frozenset[str], wrong_words: str) -> str:
    """Return what a circuit with one output is: ``XOR = AND(NAND, OR)``; "" where there is nothing to say."""
    outputs = [part for part in board.of_kind("output") if part.id in piece]
    if len(outputs) != 1 or not outputs[0].sources[0]:
        return ""
    (output,) = outputs
    formula = formula_of(board, output.sources[0])
    if not output.target:
        return formula
    if not all(right_rows(board, output.id)):
        return wrong_words.format(formula=formula)
    return f"{target_name(output.target) or output.name} = {formula}"


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
