"""What can be done to the circuit from buttons, menus and keys alike."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import QObject, QPointF, QRectF

from core.errors import CoreError
from core.perceptron.board import CircuitBoard
from core.perceptron.board_edits import added, new_part, pasted, removed, wired, with_chip, without_chip
from core.perceptron.board_presets import chip_of
from core.perceptron.board_values import connected, piece_of, pieces
from workbench.panels.perceptron_circuits import clipboard
from workbench.panels.perceptron_circuits.desk import Desk
from workbench.panels.perceptron_circuits.geometry import GRID, Wire, bounds, rect_of, snapped

COPY_OFFSETS: Final = tuple(
    sorted(((30.0 * x, 30.0 * y) for x in range(14) for y in range(1, 28)), key=lambda way: way[0] ** 2 + way[1] ** 2)
)
"""How far from where it was a copy may stand, the nearest first: below, and to the right."""
EDGE_GAP: Final = 150.0
STACKED: Final = 80.0
"""How far inputs and outputs stand from the gates, and from each other."""


class BoardActs(QObject):
    """Edits of the board as steps of undo with their names."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    def add(self, name: str, near: tuple[float, float]) -> None:
        """Put a part of the palette where there is room, inputs at the left and outputs at the right, and select it."""
        board = self._desk.board
        wanted = _place_at_edge(board, name, near) if name in {"Input", "Output"} else near
        self._put(name, _free_place(board, *snapped(*wanted)))

    def begin(self) -> None:
        """Put two inputs and an output on an empty canvas."""
        board = CircuitBoard(chips=self._desk.board.chips)
        for name, place in (("Input", (0.0, 0.0)), ("Input", (0.0, 120.0)), ("Output", (420.0, 60.0))):
            board = added(board, new_part(board, name, *place))
        self._desk.apply(board, self.tr("Add two inputs and an output"))

    def add_at(self, name: str, place: tuple[float, float]) -> None:
        """Put a part of the palette at a place, and select it."""
        self._put(name, snapped(*place))

    def box_of(self, name: str, place: tuple[float, float]) -> QRectF | None:
        """Return the box that a new part would have at a place; None for a gate of another document."""
        board = self._desk.board
        try:
            part = new_part(board, name, *snapped(*place))
            return rect_of(added(board, part), part)
        except CoreError:
            return None

    def _put(self, name: str, place: tuple[float, float]) -> None:
        board = self._desk.board
        try:
            part = new_part(board, name, *place)
            self._desk.apply(added(board, part), self.tr("Add {part}").format(part=name))
            self._desk.select({part.id})
        except CoreError as error:
            self._desk.refuse(error)

    def cut_wire(self, wire: Wire) -> None:
        """Take a wire away."""
        self._desk.apply(wired(self._desk.board, wire.part_id, wire.port, ""), self.tr("Remove the wire"))

    def delete(self) -> None:
        """Take the selected parts away."""
        if self._desk.selected:
            self._desk.apply(removed(self._desk.board, self._desk.selected), self.tr("Delete"))

    def copy(self) -> None:
        """Copy the selected parts."""
        if self._desk.selected:
            clipboard.copy(self._desk.selection())

    def cut(self) -> None:
        """Copy the selected parts and take them away."""
        if self._desk.selected:
            self.copy()
            self._desk.apply(removed(self._desk.board, self._desk.selected), self.tr("Cut"))

    def paste(self) -> None:
        """Put what was copied beside where it was, where it covers nothing."""
        parts, board = clipboard.copied(), self._desk.board
        if not parts:
            return
        taken = [rect_of(board, part) for part in board.parts]
        try:
            for offset in COPY_OFFSETS:
                tried, ids = pasted(board, parts, *offset)
                if not any(rect_of(tried, tried.part(name)).intersects(box) for name in ids for box in taken):
                    break
            board = tried
        except CoreError as error:
            self._desk.refuse(error)
            return
        self._desk.apply(board, self.tr("Paste"))
        self._desk.select(ids)

    def duplicate(self) -> None:
        """Put copies of the selected parts beside them."""
        if self._desk.selected:
            self.copy()
            self.paste()

    def select_all(self) -> None:
        """Select every part."""
        self._desk.select({part.id for part in self._desk.board.parts})

    def piece(self) -> CircuitBoard:
        """Return the circuit that is meant: that of the selection if it has inputs and outputs, else the first that has."""
        board = self._desk.board
        chosen = [connected(board, name) for name in sorted(self._desk.selected)]
        whole = (piece for piece in (*chosen, *pieces(board)) if _is_whole(board, piece))
        return piece_of(board, next(whole, frozenset()))

    def save_gate(self, name: str) -> None:
        """Make the circuit that is meant a gate of the palette."""
        board = self._desk.board
        try:
            self._desk.apply(with_chip(board, chip_of(self.piece(), name)), self.tr("Save as gate"))
        except CoreError as error:
            self._desk.refuse(error)

    def remove_gate(self, name: str) -> None:
        """Take a gate of one's own out of the palette."""
        self._desk.apply(without_chip(self._desk.board, name), self.tr("Remove the gate {name}").format(name=name))


def _is_whole(board: CircuitBoard, piece: Collection[str]) -> bool:
    kinds = {part.kind for part in board.parts if part.id in piece}
    return {"input", "output"} <= kinds


def _place_at_edge(board: CircuitBoard, name: str, middle: tuple[float, float]) -> tuple[float, float]:
    """Return where the next input or output belongs: below the last one, or beside the gates."""
    siblings = board.of_kind("input" if name == "Input" else "output")
    if siblings:
        lowest = max(siblings, key=lambda part: part.y)
        return lowest.x, lowest.y + STACKED
    box = bounds(board)
    left, right = (box.left(), box.right()) if board.parts else (middle[0] - 40.0, middle[0] + 40.0)
    height = box.center().y() if board.parts else middle[1]
    return (left - EDGE_GAP if name == "Input" else right + EDGE_GAP), height


def _free_place(board: CircuitBoard, x: float, y: float) -> tuple[float, float]:
    """Return the place nearest to one at which a new gate covers nothing."""
    taken = [rect_of(board, part).adjusted(-60, -40, 60, 40) for part in board.parts]
    ways = [(dx * 4 * GRID, dy * 4 * GRID) for dx in range(-12, 13) for dy in range(-9, 10)]
    for dx, dy in sorted(ways, key=lambda way: way[0] ** 2 + 2 * way[1] ** 2):
        if not any(box.contains(QPointF(x + dx, y + dy)) for box in taken):
            return x + dx, y + dy
    return x, bounds(board).bottom() + 60
