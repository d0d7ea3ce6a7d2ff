"""How parts are painted: gates with their weights, inputs and outputs with their values, readable at every scale."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from core.perceptron.board import CircuitBoard, Part
from workbench.panels.perceptron_circuits.drawn import Drawn
from workbench.panels.perceptron_circuits.geometry import PORT, pin_at, port_at, rect_of
from workbench.perceptron.colours import point_colour
from workbench.perceptron.wording import formula_text
from workbench.theme.fonts import Size, font
from workbench.theme.theme import Theme
from workbench.widgets.painting import circle, rounded

PLAIN_BELOW: Final = 0.55
"""At a smaller scale weights and port names would only be specks."""
WRAPPED = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
LEAST_LETTERS = 9.0
LARGEST_LETTERS = 18.0
"""Pixels of letters: at least so many on the screen, as long as they are at most so many on the board."""


def legible(size: Size, weight: int, scale: float) -> QFont:
    """Return a font that can still be read where the board is shown at a small scale."""
    face = font(size, weight)
    wanted = min(LARGEST_LETTERS, LEAST_LETTERS / scale)
    if wanted <= face.pixelSize():
        return face
    larger = QFont(face)
    larger.setPixelSize(round(wanted))
    return larger


def paint_part(painter: QPainter, theme: Theme, drawn: Drawn, part: Part, scale: float, *, is_wrong: bool) -> None:
    """Paint a part with its ports and pins."""
    board, box = drawn.board, rect_of(drawn.board, part)
    chosen = part.id in drawn.selected
    looped = part.id in drawn.loop
    edge = "error" if looped or is_wrong else "accent" if chosen else "line2"
    thick = 2.0 if looped or is_wrong or chosen else 1.0
    match part.kind:
        case "gate" | "chip":
            rounded(painter, box, 5, theme.color("surface"), theme.color(edge), width=thick)
            _gate_words(painter, theme, board, part, scale)
        case "input":
            rounded(painter, box, 14, theme.color("wash" if chosen else "surface"), theme.color(edge), width=thick)
            _pill_words(painter, theme, (formula_text(part.name), drawn.now[part.id]), box, scale=scale)
        case _:
            _end(painter, theme, drawn, part, scale, edge=edge)
    for port, source in enumerate(part.sources):
        _port(painter, theme, port_at(board, part, port), filled=bool(source))
    for source in board.pins(part):
        _port(painter, theme, pin_at(board, source), filled=True)


def _end(painter: QPainter, theme: Theme, drawn: Drawn, part: Part, scale: float, *, edge: str) -> None:
    """Paint an output or a probe, and below an output what it should be."""
    box = rect_of(drawn.board, part)
    bit = drawn.now[part.sources[0]]
    judged = part.kind == "output" and bool(part.target) and bool(part.sources[0])
    good = judged and bit == int(part.target[drawn.row])
    token = edge if edge in {"accent", "error"} else "line2" if not judged else "ok" if good else "error"
    width = 2.0 if edge == "accent" else 1.5 if judged else 1.0
    rounded(painter, box, 14 if part.kind == "output" else 4, theme.color("surface"), theme.color(token), width=width)
    words = (formula_text(part.name), bit if part.sources[0] else None)
    _pill_words(painter, theme, words, box, scale=scale, tone=token if judged else "")
    if part.kind == "output" and part.target:
        plain = scale < PLAIN_BELOW
        painter.setFont(legible("caption", 600 if plain else 400, scale))
        painter.setPen(theme.color("text2" if not judged else "ok" if good else "error"))
        mark = "" if not judged else "✓" if good else "✗"
        if plain:
            beside = QRectF(box.right() + 4, box.top(), 40, box.height())
            painter.drawText(beside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, mark)
            return
        below = QRectF(box.center().x() - 60, box.bottom() + 1, 120, painter.fontMetrics().height())
        target = f"{drawn.target_words.format(bit=part.target[drawn.row])} {mark}".rstrip()
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, target)


def _port(painter: QPainter, theme: Theme, centre: QPointF, *, filled: bool) -> None:
    circle(painter, centre, PORT, theme.color("surface"), theme.color("text2" if filled else "warn"), width=1.5)


def _pill_words(
    painter: QPainter, theme: Theme, words: tuple[str, int | None], box: QRectF, *, scale: float, tone: str = ""
) -> None:
    name, bit = words
    inner = box.adjusted(8, 0, -8, 0)
    room = inner.width() - 10
    face = legible("dense", 400, scale)
    painter.setFont(face if QFontMetricsF(face).horizontalAdvance(name) <= room else font("dense"))
    painter.setPen(theme.color("text2"))
    shown = QFontMetricsF(painter.font()).elidedText(name, Qt.TextElideMode.ElideRight, room)
    painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
    painter.setFont(legible("dense", 600, scale))
    colour = theme.color(tone) if tone in {"ok", "error"} else point_colour(theme, 1) if bit else theme.color("text")
    painter.setPen(colour)
    painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, "?" if bit is None else str(bit))


def _gate_words(painter: QPainter, theme: Theme, board: CircuitBoard, part: Part, scale: float) -> None:
    plain = scale < PLAIN_BELOW
    painter.setPen(theme.color("text"))
    painter.setFont(legible("dense", 600, scale))
    box = rect_of(board, part)
    if plain:
        inner = box.adjusted(8, 2, -8, -2)
        painter.drawText(inner.toRect(), WRAPPED, part.name)
        return
    if part.kind == "chip":
        head = QRectF(box.left() + 4, box.top() + 4, box.width() - 8, 18)
        shown = QFontMetricsF(painter.font()).elidedText(part.name, Qt.TextElideMode.ElideRight, head.width())
        painter.drawText(head, Qt.AlignmentFlag.AlignCenter, shown)
        _chip_ports(painter, theme, board, part, box)
        return
    if len(part.w) > 4:
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
        painter.drawText(spot, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, formula_text(name))
    for source, output in zip(board.pins(part), circuit.outputs, strict=True):
        y = pin_at(board, source).y()
        spot = QRectF(box.center().x(), y - 8, half, 16)
        painter.drawText(spot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, formula_text(output.name))


def _brief(weight: float) -> str:
    return f"{weight:.3g}".replace("-", "−")
