"""Where neurons and links stand: one column for the inputs and one for each layer, as many neurons as there is room for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainterPath, QPainterPathStroker

HEAD: Final = 58.0
"""Room above the neurons, for the names of the columns and the buttons."""

FOOT: Final = 8.0
LARGEST: Final = 52.0
WIDEST_GAP: Final = 40.0
SMALLEST: Final = 16.0
FIGURE: Final = 17.0
"""Room below a neuron for its bias."""

LEFT: Final = 52.0
RIGHT: Final = 78.0
MORE: Final = 20.0
"""Room below a column that says how many neurons are not drawn."""

REACH: Final = 14.0
"""How wide a link is for the mouse."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A thing that can be pointed at: an input or a neuron, its bias, or a link into it.

    Parameters
    ----------
    what
        ``"neuron"``, ``"bias"`` or ``"weight"``.
    column
        0 for the inputs, 1 for the first layer.
    unit
        Which neuron of the column.
    source
        For a link, the neuron of the column before.
    """

    what: str
    column: int
    unit: int
    source: int = -1


@dataclass(frozen=True)
class Geometry:
    """The places for columns of so many neurons in a drawing of some size."""

    counts: tuple[int, ...]
    size: QSizeF

    @cached_property
    def shown(self) -> tuple[int, ...]:
        """How many neurons of each column are drawn."""
        return tuple(
            n if n * self._least_pitch <= self._room else int((self._room - MORE) / self._least_pitch) for n in self.counts
        )

    @property
    def _least_pitch(self) -> float:
        return SMALLEST + FIGURE + 3

    @property
    def _room(self) -> float:
        return max(3 * self._least_pitch + MORE, self.size.height() - HEAD - FOOT)

    @cached_property
    def side(self) -> float:
        """Width and height of a neuron."""
        most = max(self.shown)
        cut = any(shown < count for shown, count in zip(self.shown, self.counts, strict=True))
        pitch = (self._room - (MORE if cut else 0)) / most
        return float(int(min(LARGEST, pitch - FIGURE - 4)))

    def x(self, column: int) -> float:
        """Return the middle of a column."""
        left, right = LEFT + LARGEST / 2, self.size.width() - RIGHT - LARGEST / 2
        return left + (right - left) * column / max(1, len(self.counts) - 1)

    def pitch(self, column: int) -> float:
        """Return the distance from one neuron of a column to the next."""
        return min((self._room - MORE) / self.shown[column], self.side + FIGURE + WIDEST_GAP)

    def box(self, column: int, unit: int) -> QRectF:
        """Return where a neuron stands."""
        pitch = self.pitch(column)
        middle = HEAD + self._room / 2
        top = middle + (unit - (self.shown[column] - 1) / 2) * pitch - (self.side + FIGURE) / 2
        return QRectF(round(self.x(column) - self.side / 2), round(top), self.side, self.side)

    def figure(self, column: int, unit: int) -> QRectF:
        """Return where the bias of a neuron is written."""
        box = self.box(column, unit)
        return QRectF(box.center().x() - 32, box.bottom() + 1, 64, FIGURE)

    def more(self, column: int) -> QRectF:
        """Return where it is written how many of a column are not drawn."""
        last = self.figure(column, self.shown[column] - 1)
        return QRectF(self.x(column) - 60, last.bottom() + 2, 120, MORE - 2)

    def link(self, column: int, source: int, unit: int) -> QPainterPath:
        """Return the path from a neuron of the column before to one of this."""
        start, end = self.box(column - 1, source), self.box(column, unit)
        a, b = QPointF(start.right(), start.center().y()), QPointF(end.left(), end.center().y())
        bend = (b.x() - a.x()) * 0.45
        path = QPainterPath(a)
        path.cubicTo(QPointF(a.x() + bend, a.y()), QPointF(b.x() - bend, b.y()), b)
        return path

    def links(self) -> Iterator[Spot]:
        """Yield all links that are drawn."""
        for column in range(1, len(self.counts)):
            for unit in range(self.shown[column]):
                for source in range(self.shown[column - 1]):
                    yield Spot("weight", column, unit, source)

    @cached_property
    def paths(self) -> dict[Spot, QPainterPath]:
        """The path of every link that is drawn."""
        return {spot: self.link(spot.column, spot.source, spot.unit) for spot in self.links()}

    def at(self, point: QPointF, biased: Sequence[bool], first: Spot | None = None) -> Spot | None:
        """Return what lies at a point; of links that cross there the one that was meant before, else the nearest middle.

        Parameters
        ----------
        biased
            For each column whether its neurons have a bias.
        """
        for column, shown in enumerate(self.shown):
            if abs(point.x() - self.x(column)) > max(32.0, self.side):
                continue
            for unit in range(shown):
                if self.box(column, unit).adjusted(-2, -2, 2, 1).contains(point):
                    return Spot("neuron", column, unit)
                if biased[column] and self.figure(column, unit).contains(point):
                    return Spot("bias", column, unit)
        square = QRectF(point.x() - REACH / 2, point.y() - REACH / 2, REACH, REACH)
        near = [spot for spot, path in self.paths.items() if path.boundingRect().adjusted(-4, -4, 4, 4).contains(point)]
        hit = [spot for spot in near if _crosses(self.paths[spot], square)]
        if first in hit:
            return first
        return min(hit, key=lambda spot: _distance(self.paths[spot], point), default=None)


def _crosses(path: QPainterPath, square: QRectF) -> bool:
    stroker = QPainterPathStroker()
    stroker.setWidth(1.0)
    return stroker.createStroke(path).intersects(square)


def _distance(path: QPainterPath, point: QPointF) -> float:
    """Return how far above or below a point the path runs there."""
    low, high = 0.0, 1.0
    for _ in range(24):  # links run from left to right, so x grows along the way
        middle = (low + high) / 2
        low, high = (middle, high) if path.pointAtPercent(middle).x() < point.x() else (low, middle)
    return abs(path.pointAtPercent(low).y() - point.y())
