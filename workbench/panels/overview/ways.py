"""The thin ways between the columns of the overview: which maps are made from which."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from workbench.panels.overview.columns import INPUT, Placed
from workbench.theme.theme import current_theme

MOST_WAYS: Final = 30
"""Where there would be more ways than this between two columns, each row leads to one row only."""

ALL_TO_ALL: Final = frozenset({"Conv", "LocallyConnected", "Affine", "Parallel"})
"""Kinds whose maps are made from every map before."""


class Ways:
    """The ways of columns that stand somewhere.

    Parameters
    ----------
    placed
        The columns, from left to right.
    area_of
        Returns what the ways of a column leave from.
    height
        Of the whole drawing: ways that pass columns by run along its lower edge.
    """

    def __init__(self, placed: Sequence[Placed], area_of: Callable[[Placed], QRectF], height: float) -> None:
        self._placed, self._area_of, self._height = placed, area_of, height
        self._by_member = {member: p for p in placed for member in (p.column.id, *p.column.members)}

    def paint(self, painter: QPainter) -> None:
        """Draw thin ways from the rows of each column to those of the columns made from it."""
        ways = QPainterPath()
        order = {id(placed): index for index, placed in enumerate(self._placed)}
        for placed in self._placed:
            for source in self._sources(placed):
                if order[id(placed)] - order[id(source)] == 1:
                    self._add_ways(ways, source, placed)
                else:
                    self._add_detour(ways, source, placed)
        _stroke(painter, ways, "line2", 1, 0.6)

    def paint_selected(self, painter: QPainter, layer: str, unit: int) -> None:
        """Draw the way to the selected map, through the gap above its row."""
        placed = self._by_member.get(layer)
        if placed is None or not placed.column.is_image or not unit < len(placed.tiles):
            return
        tile, path = placed.tiles[unit], QPainterPath()
        above = tile.top() - 4
        for source in self._sources(placed):
            _add_way(path, self._middle_of(source), QPointF(placed.area.left() - 2, above))
            path.lineTo(QPointF(tile.center().x(), above))
        path.lineTo(QPointF(tile.center().x(), tile.top() - 2))
        _stroke(painter, path, "accent", 2, 1.0)

    def _sources(self, placed: Placed) -> list[Placed]:
        """Return the columns that one is made from."""
        found = (self._by_member.get(source) for source in placed.column.sources)
        return [source for source in found if source is not None and source is not placed]

    def _middle_of(self, placed: Placed) -> QPointF:
        area = self._area_of(placed)
        return QPointF(area.right() + 4, area.center().y())

    def _add_detour(self, path: QPainterPath, source: Placed, target: Placed) -> None:
        """Add a way below the columns between two that do not stand side by side."""
        start, low = self._middle_of(source), self._height - 5.0
        path.moveTo(start)
        path.cubicTo(start + QPointF(10, 0), QPointF(start.x(), low), QPointF(start.x() + 14, low))
        end = QPointF(target.area.left() - 4, target.area.center().y())
        path.lineTo(QPointF(end.x() - 14, low))
        path.cubicTo(QPointF(end.x(), low), end - QPointF(10, 0), end)

    def _add_ways(self, path: QPainterPath, source: Placed, target: Placed) -> None:
        kinds = target.column.kinds
        ends = target.rows() if target.column.is_image else [QPointF(target.area.left(), target.area.center().y())]
        if source.column.id == INPUT or not source.column.is_image:
            starts = [self._middle_of(source)]
        else:
            starts = [QPointF(source.area.right() + 4, row.y()) for row in source.rows()]
        straight = len(starts) == len(ends) and not set(kinds[:1]) & ALL_TO_ALL
        if straight or len(starts) * len(ends) > MOST_WAYS:
            count = min(len(starts), len(ends))
            pairs = [(starts[i * len(starts) // count], ends[i * len(ends) // count]) for i in range(count)]
        else:
            pairs = [(start, end) for start in starts for end in ends]
        for start, end in pairs:
            _add_way(path, start, QPointF(end.x() - 4, end.y()))


def _stroke(painter: QPainter, path: QPainterPath, tone: str, width: float, opacity: float) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(current_theme().color(tone), width))
    painter.setOpacity(opacity)
    painter.drawPath(path)
    painter.setOpacity(1)


def _add_way(path: QPainterPath, start: QPointF, end: QPointF) -> None:
    bend = max(8.0, (end.x() - start.x()) / 2)
    path.moveTo(start)
    path.cubicTo(QPointF(start.x() + bend, start.y()), QPointF(end.x() - bend, end.y()), end)
