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

COPY_OFFSET: Final = 30.0


class BoardActs(QObject):
    """Edits of the board as steps of undo with their names."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    def add(self, name: str, near: tuple[float, float]) -> None:
        """Put a part of the palette where there is room, and select it."""
        self._put(name, _free_place(self._desk.board, *snapped(*near)))

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
        """Put what was copied beside where it was."""
        parts, board = clipboard.copied(), self._desk.board
        if not parts:
            return
        offset = COPY_OFFSET
        taken = {(part.x, part.y) for part in board.parts}
        while any((part.x + offset, part.y + offset) in taken for part in parts):
            offset += COPY_OFFSET
        try:
            board, ids = pasted(board, parts, offset, offset)
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
        """Return the circuit that is meant: that of the selection, else the first one with an output."""
        board = self._desk.board
        chosen = next(iter(sorted(self._desk.selected)), "")
        if chosen:
            return piece_of(board, connected(board, chosen))
        with_output = (piece for piece in pieces(board) if _is_whole(board, piece))
        return piece_of(board, next(with_output, frozenset()))

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


def _free_place(board: CircuitBoard, x: float, y: float) -> tuple[float, float]:
    """Return the place nearest to one at which a new gate covers nothing."""
    taken = [rect_of(board, part).adjusted(-60, -40, 60, 40) for part in board.parts]
    ways = [(dx * 4 * GRID, dy * 4 * GRID) for dx in range(-12, 13) for dy in range(-9, 10)]
    for dx, dy in sorted(ways, key=lambda way: way[0] ** 2 + 2 * way[1] ** 2):
        if not any(box.contains(QPointF(x + dx, y + dy)) for box in taken):
            return x + dx, y + dy
    return x, bounds(board).bottom() + 60
