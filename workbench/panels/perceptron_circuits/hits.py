"""What the pointer is on, and where a dragged wire may end."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF

from core.perceptron.board import CircuitBoard, Part, loop_closed_by
from workbench.panels.perceptron_circuits.geometry import (
    REACH,
    WIRE_REACH,
    Wire,
    course,
    distance,
    distance_to,
    pin_at,
    port_at,
    rect_of,
    wires,
)


@dataclass(frozen=True, slots=True)
class Port:
    """Where a wire can end."""

    part_id: str
    port: int


@dataclass(frozen=True, slots=True)
class Ending:
    """Where a dragged wire would be connected.

    Parameters
    ----------
    wire
        The wire there would be.
    place
        The port or pin that it snaps to.
    loop
        The ids of the parts of the loop that it would close, the first also last; empty where it may stay.
    """

    wire: Wire
    place: QPointF
    loop: tuple[str, ...]


def pin_under(board: CircuitBoard, place: QPointF, reach: float) -> str:
    """Return the pin nearest to a place, "" if none is near."""
    found = [(distance(pin_at(board, s), place), s) for part in board.parts for s in board.pins(part)]
    near = min(found, default=(reach + 1, ""))
    return near[1] if near[0] <= reach else ""


def port_under(board: CircuitBoard, place: QPointF, reach: float) -> Port | None:
    """Return the port nearest to a place."""
    found = [(distance(port_at(board, p, n), place), p.id, n) for p in board.parts for n in range(len(p.sources))]
    near = min(found, default=(reach + 1, "", 0))
    return Port(near[1], near[2]) if near[0] <= reach else None


def part_under(board: CircuitBoard, place: QPointF) -> Part | None:
    """Return the uppermost part at a place."""
    return next((part for part in reversed(board.parts) if rect_of(board, part).contains(place)), None)


def wire_under(board: CircuitBoard, place: QPointF, scale: float) -> Wire | None:
    """Return the wire at a place."""
    found = [(distance_to(course(board, wire), place), index, wire) for index, wire in enumerate(wires(board))]
    near = min(found, default=None)
    return near[2] if near is not None and near[0] <= WIRE_REACH / scale else None


def ending(board: CircuitBoard, place: QPointF, scale: float, *, source: str = "", port: Port | None = None) -> Ending | None:
    """Return where a wire dragged from a pin, or from a port backwards, would be connected now.

    Near a port it snaps to it; anywhere on a part it snaps to the part's nearest free port.
    """
    reach = 1.6 * REACH / scale
    if source:
        found = port_under(board, place, reach) or _free_port(board, place)
        if found is None:
            return None
        wire = Wire(found.part_id, found.port, source)
        spot = port_at(board, board.part(found.part_id), found.port)
    else:
        start = pin_under(board, place, reach) or _first_pin(board, place)
        if not start or port is None:
            return None
        wire = Wire(port.part_id, port.port, start)
        spot = pin_at(board, start)
    return Ending(wire, spot, loop_closed_by(board, wire.part_id, wire.source))


def _free_port(board: CircuitBoard, place: QPointF) -> Port | None:
    part = part_under(board, place)
    if part is None or not part.sources:
        return None
    order = sorted(range(len(part.sources)), key=lambda n: (bool(part.sources[n]), distance(port_at(board, part, n), place)))
    return Port(part.id, order[0])


def _first_pin(board: CircuitBoard, place: QPointF) -> str:
    part = part_under(board, place)
    pins = board.pins(part) if part is not None else ()
    return min(pins, key=lambda s: distance(pin_at(board, s), place), default="")
