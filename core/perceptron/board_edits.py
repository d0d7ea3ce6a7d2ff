"""Edits of a circuit on its canvas; each returns a new board."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from core.perceptron.board import Chip, CircuitBoard, Part, PartKind, owner, rows_of
from core.perceptron.circuit import UNCONNECTED
from core.perceptron.functions import BOOK_WEIGHTS


def fresh_id(board: CircuitBoard, stem: str) -> str:
    """Return an id that no part has."""
    taken = {part.id for part in board.parts}
    count = 1
    while f"{stem}{count}" in taken:
        count += 1
    return f"{stem}{count}"


def fresh_name(board: CircuitBoard, kind: PartKind, stem: str) -> str:
    """Return a name that no part of the kind has: ``x3``."""
    taken = {part.name for part in board.of_kind(kind)}
    count = 1
    while f"{stem}{count}" in taken:
        count += 1
    return f"{stem}{count}"


def new_part(board: CircuitBoard, name: str, x: float, y: float) -> Part:
    """Return a part that is not on the board yet.

    Parameters
    ----------
    name
        ``"AND"``, ``"NAND"``, ``"OR"``, ``"Perceptron"``, ``"Input"``, ``"Output"``, ``"Probe"`` or the name of a chip.
    """
    match name:
        case "AND" | "NAND" | "OR":
            *w, b = BOOK_WEIGHTS[name]
            return Part(fresh_id(board, name.lower()), "gate", name, x, y, tuple(w), b, (UNCONNECTED,) * 2)
        case "Perceptron":
            return Part(fresh_id(board, "unit"), "gate", name, x, y, (1.0, 1.0), -1.5, (UNCONNECTED,) * 2)
        case "Input":
            return Part(fresh_id(board, "in"), "input", fresh_name(board, "input", "x"), x, y)
        case "Output":
            return Part(fresh_id(board, "out"), "output", fresh_name(board, "output", "y"), x, y, sources=(UNCONNECTED,))
        case "Probe":
            return Part(fresh_id(board, "probe"), "probe", fresh_name(board, "probe", "p"), x, y, sources=(UNCONNECTED,))
        case _:
            ports = len(board.chip(name).circuit.inputs)
            return Part(fresh_id(board, "chip"), "chip", name, x, y, sources=(UNCONNECTED,) * ports)


def added(board: CircuitBoard, *parts: Part) -> CircuitBoard:
    """Return a board with more parts; targets that no longer have one value per row are dropped."""
    return _fitted(replace(board, parts=(*board.parts, *parts)))


def removed(board: CircuitBoard, ids: Collection[str]) -> CircuitBoard:
    """Return a board without some parts and the wires that came from them."""
    kept = [part for part in board.parts if part.id not in ids]
    parts = tuple(
        replace(part, sources=tuple(UNCONNECTED if s and owner(s) in ids else s for s in part.sources)) for part in kept
    )
    return _fitted(replace(board, parts=parts))


def moved(board: CircuitBoard, places: Mapping[str, tuple[float, float]]) -> CircuitBoard:
    """Return a board with some parts at other places."""
    parts = (replace(p, x=places[p.id][0], y=places[p.id][1]) if p.id in places else p for p in board.parts)
    return replace(board, parts=tuple(parts))


def wired(board: CircuitBoard, part_id: str, port: int, source: str) -> CircuitBoard:
    """Return a board in which a port takes its value from another pin, or from none.

    Raises
    ------
    SpecError
        If that closes a loop; names it.
    """
    part = board.part(part_id)
    sources = tuple(source if n == port else old for n, old in enumerate(part.sources))
    return board.with_part(replace(part, sources=sources))


def renamed(board: CircuitBoard, part_id: str, name: str) -> CircuitBoard:
    """Return a board in which a part has another name."""
    return _fitted(board.with_part(replace(board.part(part_id), name=name)))


def with_ports(board: CircuitBoard, part_id: str, count: int) -> CircuitBoard:
    """Return a board in which a gate has another number of ports; new weights are 1."""
    part = board.part(part_id)
    more = max(0, count - len(part.w))
    w = (*part.w[:count], *(1.0,) * more)
    return board.with_part(replace(part, w=w, sources=(*part.sources[:count], *(UNCONNECTED,) * more)))


def pasted(board: CircuitBoard, parts: Sequence[Part], dx: float, dy: float) -> tuple[CircuitBoard, tuple[str, ...]]:
    """Return a board with copies of parts, with the wires among them, and the ids of the copies."""
    taken = board
    ids: dict[str, str] = {}
    for part in parts:
        stem = part.id.rstrip("0123456789") or "part"
        ids[part.id] = fresh_id(taken, stem)
        bare = replace(part, id=ids[part.id], sources=(UNCONNECTED,) * len(part.sources))
        taken = replace(taken, parts=(*taken.parts, bare))

    def follow(source: str) -> str:
        name = owner(source)
        return ids[name] + source[len(name) :] if name in ids else UNCONNECTED

    def copy(part: Part) -> Part:
        sources = tuple(follow(source) for source in part.sources)
        return replace(part, id=ids[part.id], x=part.x + dx, y=part.y + dy, sources=sources)

    return added(board, *map(copy, parts)), tuple(ids.values())


def with_chip(board: CircuitBoard, chip: Chip) -> CircuitBoard:
    """Return a board with one more gate in the palette."""
    return replace(board, chips=(*board.chips, chip))


def without_chip(board: CircuitBoard, name: str) -> CircuitBoard:
    """Return a board without a gate of the palette and without the parts that were it."""
    left = removed(board, {part.id for part in board.of_kind("chip") if part.name == name})
    return replace(left, chips=tuple(chip for chip in board.chips if chip.name != name))


def _fitted(board: CircuitBoard) -> CircuitBoard:
    """Drop targets that do not have one value per row."""
    count = len(rows_of(board))
    if all(len(part.target) in {0, count} for part in board.parts):
        return board
    parts = (replace(part, target="") if len(part.target) not in {0, count} else part for part in board.parts)
    return replace(board, parts=tuple(parts))
