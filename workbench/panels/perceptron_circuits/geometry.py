"""Where things are on the canvas: parts, their ports and pins, wires, and the view that shows a piece of the board."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import hypot
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainterPath

from core.perceptron.board import CircuitBoard, Part, owner

GRID: Final = 10.0
PORT_STEP: Final = 24.0
GATE: Final = QSizeF(96, 60)
CHIP_WIDTH: Final = 108.0
PILL: Final = QSizeF(48, 28)
WIDEST_PILL: Final = 84.0
LETTER: Final = 7.0
PORT: Final = 4.0
"""Radius of a port or pin."""
REACH: Final = 12.0
"""How near, in pixels of the screen, the pointer has to come to a port."""
WIRE_REACH: Final = 5.0
BUBBLE: Final = 7.5
"""Radius of the value on a wire."""
BUBBLE_PLACES: Final = (0.72, 0.62, 0.8, 0.54, 0.86, 0.46, 0.38, 0.3, 0.22)
"""Where on a wire its value may stand: best near its end, where wires are apart."""
SMALLEST_SCALE: Final = 0.3
LARGEST_SCALE: Final = 2.0
LARGEST_FIT: Final = 1.3


def size_of(board: CircuitBoard, part: Part) -> QSizeF:
    """Return width and height of a part."""
    rows = max(len(part.sources), len(board.pins(part)))
    match part.kind:
        case "gate":
            return QSizeF(GATE.width(), max(GATE.height(), PORT_STEP * rows + 12))
        case "chip":
            return QSizeF(CHIP_WIDTH, max(GATE.height(), PORT_STEP * rows + 26))
        case _:
            return QSizeF(min(WIDEST_PILL, PILL.width() + LETTER * max(0, len(part.name) - 2)), PILL.height())


def rect_of(board: CircuitBoard, part: Part) -> QRectF:
    """Return the box of a part."""
    size = size_of(board, part)
    return QRectF(part.x - size.width() / 2, part.y - size.height() / 2, size.width(), size.height())


def _spread(index: int, count: int) -> float:
    return (index - (count - 1) / 2) * PORT_STEP


def port_at(board: CircuitBoard, part: Part, port: int) -> QPointF:
    """Return where a wire ends at a part."""
    down = 8.0 if part.kind == "chip" else 0.0
    return QPointF(rect_of(board, part).left(), part.y + down + _spread(port, len(part.sources)))


def pin_at(board: CircuitBoard, source: str) -> QPointF:
    """Return where a wire begins."""
    part = board.part(owner(source))
    pins = board.pins(part)
    down = 8.0 if part.kind == "chip" else 0.0
    return QPointF(rect_of(board, part).right(), part.y + down + _spread(pins.index(source), len(pins)))


@dataclass(frozen=True, slots=True)
class Wire:
    """A wire by its end: every port has at most one."""

    part_id: str
    port: int
    source: str


def wires(board: CircuitBoard) -> list[Wire]:
    """Return all wires."""
    return [Wire(part.id, port, source) for part in board.parts for port, source in enumerate(part.sources) if source]


def curve(start: QPointF, end: QPointF) -> QPainterPath:
    """Return the course of a wire: level where it leaves and where it arrives."""
    reach = max(30.0, abs(end.x() - start.x()) / 2)
    path = QPainterPath(start)
    path.cubicTo(start + QPointF(reach, 0), end - QPointF(reach, 0), end)
    return path


def course(board: CircuitBoard, wire: Wire) -> QPainterPath:
    """Return the course of one of the board's wires."""
    return curve(pin_at(board, wire.source), port_at(board, board.part(wire.part_id), wire.port))


def bubble_places(board: CircuitBoard, shown: Iterable[Wire]) -> dict[Wire, QPointF]:
    """Return where the values of wires stand: on no part, and not on each other while a wire has room elsewhere."""
    around = (rect_of(board, part).adjusted(-BUBBLE, -BUBBLE, BUBBLE, BUBBLE) for part in board.parts)
    boxes = [(box.left(), box.top(), box.right(), box.bottom()) for box in around]
    found: dict[Wire, QPointF] = {}
    taken: list[tuple[float, float]] = []

    def is_bare(spot: QPointF) -> bool:
        x, y = spot.x(), spot.y()
        return not any(left < x < right and top < y < bottom for left, top, right, bottom in boxes)

    def is_free(spot: QPointF) -> bool:
        x, y = spot.x(), spot.y()
        return all(hypot(x - other_x, y - other_y) > 2 * BUBBLE + 1 for other_x, other_y in taken)

    for wire in shown:
        path = course(board, wire)
        spot = path.pointAtPercent(BUBBLE_PLACES[0])
        if not (is_bare(spot) and is_free(spot)):
            spots = [path.pointAtPercent(share) for share in BUBBLE_PLACES]
            bare = [place for place in spots if is_bare(place)] or spots
            spot = next((place for place in bare if is_free(place)), bare[0])
        found[wire] = spot
        taken.append((spot.x(), spot.y()))
    return found


def distance_to(path: QPainterPath, place: QPointF) -> float:
    """Return how far a place is from a wire."""
    points = [path.pointAtPercent(n / 40) for n in range(41)]
    return min(distance(point, place) for point in points)


def distance(a: QPointF, b: QPointF) -> float:
    """Return the length of the way from one place to another."""
    return hypot(a.x() - b.x(), a.y() - b.y())


def bounds(board: CircuitBoard, ids: Iterable[str] | None = None) -> QRectF:
    """Return the box around parts, by default all."""
    wanted = None if ids is None else set(ids)
    box = QRectF()
    for part in board.parts:
        if wanted is None or part.id in wanted:
            box = box.united(rect_of(board, part))
    return box


def snapped(x: float, y: float) -> tuple[float, float]:
    """Return the nearest place of the grid."""
    return round(x / GRID) * GRID, round(y / GRID) * GRID


@dataclass(frozen=True, slots=True)
class CanvasView:
    """Which piece of the board is shown: ``pixel = board · scale + offset``."""

    scale: float = 1.0
    dx: float = 0.0
    dy: float = 0.0

    def pixel(self, place: QPointF) -> QPointF:
        """Return where a place of the board is on the widget."""
        return QPointF(place.x() * self.scale + self.dx, place.y() * self.scale + self.dy)

    def place(self, pixel: QPointF) -> QPointF:
        """Return the place of the board under a pixel."""
        return QPointF((pixel.x() - self.dx) / self.scale, (pixel.y() - self.dy) / self.scale)

    def zoomed(self, factor: float, about: QPointF) -> CanvasView:
        """Return a view with another scale in which one pixel shows what it showed."""
        scale = min(LARGEST_SCALE, max(SMALLEST_SCALE, self.scale * factor))
        place = self.place(about)
        return CanvasView(scale, about.x() - place.x() * scale, about.y() - place.y() * scale)

    def shifted(self, by: QPointF) -> CanvasView:
        """Return a view moved by some pixels."""
        return CanvasView(self.scale, self.dx + by.x(), self.dy + by.y())


def fitting(box: QRectF, size: QSizeF) -> CanvasView:
    """Return the view that shows a box whole, only a little larger than full size."""
    if box.isEmpty():
        return CanvasView(1.0, 60.0, 60.0)
    around = box.adjusted(-16, -38, 16, 24)
    scale = min(LARGEST_FIT, size.width() / around.width(), size.height() / around.height())
    scale = max(SMALLEST_SCALE, scale)
    centre = around.center()
    return CanvasView(scale, size.width() / 2 - centre.x() * scale, size.height() / 2 - centre.y() * scale)
