"""Where every block of the stack stands: rectangles and lines for a network and a width, nothing drawn yet.

A branch is a column of groups. A group is one block with what docks under it (activation, normalisation), or a
container's frame with its branches side by side. Input and loss are the two ends.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF

from core.layers.base import LAYERS
from core.shapes.walk import copies_of
from core.spec import Branch, LayerSpec, NetworkSpec, Place
from workbench.panels.stack.standing import COPY, INPUT, LOSS, Gap, Kept, Layout, Sizes, Spot, Stood, sizes_for

BETWEEN = 7.0
"""Pixels from one branch to the next."""

EDGE = 10.0
"""Pixels beside the widest container, left and right together."""

ROOMY = 1.6
"""By this factor branches side by side are wider than they must be, where there is room: so that their settings can be read."""
DOCKING = frozenset({"activation", "normalise"})


@dataclass(frozen=True)
class Wishes:
    """What the layout has to respect.

    Parameters
    ----------
    folded, unfolded
        Containers that the person closed or opened; the others follow the room there is.
    tall
        The ids of blocks with a second line.
    bubble
        Returns the height of a layer's bubble for a width, 0 for none.
    slot
        The place to open.
    opening
        How far places are open, 0 to 1, while slots move; `slot` is wide open where it is not said.
    unsteady
        The layers that have a bubble.
    kept
        How containers stood before, for those that stay as they are.
    """

    folded: Collection[str] = ()
    unfolded: Collection[str] = ()
    tall: Collection[str] = ()
    bubble: Callable[[str, float], float] = lambda _layer, _width: 0.0
    slot: Place | None = None
    opening: Mapping[Place, float] = field(default_factory=dict)
    unsteady: Collection[str] = ()
    kept: Kept | None = None

    def openness(self, place: Place) -> float:
        """Return how far a place is open."""
        return self.opening.get(place, 1.0 if place == self.slot else 0.0)


def groups_of(branch: Branch) -> list[list[LayerSpec]]:
    """Return the layers of a branch in groups: what docks, behind what it hangs under."""
    groups: list[list[LayerSpec]] = []
    for layer in branch:
        family = LAYERS.get(layer.kind).family
        if family in DOCKING and groups and LAYERS.get(groups[-1][0].kind).family == "weights":
            groups[-1].append(layer)
        else:
            groups.append([layer])
    return groups


def lay_out(network: NetworkSpec, width: float, line: float, wishes: Wishes) -> Layout:
    """Return where everything stands in a view of that width."""
    return _Builder(network, sizes_for(width, line), width, wishes).build()


def behind(copies: int) -> float:
    """Return by how much the copies of a repeated block look out below it; more than two are not drawn."""
    return COPY * min(2, copies - 1)


@dataclass(frozen=True, slots=True)
class _Column:
    """A branch on its way down: which one, its middle line, and how wide its blocks are."""

    container: str
    number: int
    middle: float
    width: float

    def place(self, index: int) -> Place:
        return Place(self.container, self.number, index)

    def area(self, y: float, height: float) -> QRectF:
        return QRectF(self.middle - self.width / 2, y, self.width, height)


class _Builder:
    def __init__(self, network: NetworkSpec, sizes: Sizes, width: float, wishes: Wishes) -> None:
        self.network = network
        self.sizes = sizes
        self.wishes = wishes
        self.out = Layout(sizes)
        self._top = {layer.id for layer in network.layers}
        self._needs: dict[str, float] = {}
        self.out.width = max([width, *(self._needed(layer) + EDGE for layer in network.layers)])
        open_places = {place.container for place in (*wishes.opening, wishes.slot) if place is not None}
        self._unsteady = {*wishes.unsteady, *open_places}
        if wishes.kept is not None:
            wishes.kept.begin((sizes, self.out.width, frozenset(wishes.folded), frozenset(wishes.unfolded)))

    def build(self) -> Layout:
        sizes, out = self.sizes, self.out
        middle = out.width / 2
        top = 6.0 if sizes.compact else 10.0
        out.spots[INPUT] = Spot(QRectF(middle - sizes.block / 2, top, sizes.block, sizes.row))
        y = self._branch(self.network.layers, _Column("", 0, middle, sizes.block), top + sizes.row)
        y = self._arrow(middle, y)
        high = sizes.tall if LOSS in self.wishes.tall else sizes.row
        out.spots[LOSS] = Spot(QRectF(middle - sizes.block / 2, y, sizes.block, high))
        out.height = self._bubble("", middle, y + high) + (8 if sizes.compact else 14)
        return out

    # -- how wide -----------------------------------------------------------------------------------------------

    def is_folded(self, layer: LayerSpec) -> bool:
        """Say whether a container is closed: as the person left it, else where its branches have too little room."""
        if layer.id in self.wishes.folded:
            return True
        if layer.id in self.wishes.unfolded or len(layer.branches) < 2:
            return False
        return self.sizes.compact

    def _needed(self, layer: LayerSpec) -> float:
        """Return the width that a layer asks for."""
        if not layer.branches or self.is_folded(layer):
            return self.sizes.block
        if layer.id not in self._needs:
            self._needs[layer.id] = self._frame_needs(layer)
        return self._needs[layer.id]

    def _frame_needs(self, layer: LayerSpec) -> float:
        if len(layer.branches) == 1:
            inside = max([self._needed(inner) for inner in layer.branches[0]], default=self.sizes.block)
            bare = all(not inner.branches for inner in layer.branches[0])
            if self.sizes.compact:
                return self.sizes.block if bare else inside + 2 * self.sizes.inset
            return inside + 2 * self.sizes.inset - (10 if bare else 0)
        total = sum(self._branch_width(branch) for branch in layer.branches)
        return max(total + BETWEEN * (len(layer.branches) - 1) + 22, self.sizes.block)

    def _branch_width(self, branch: Branch) -> float:
        wide = [self._needed(inner) for inner in branch if inner.branches and not self.is_folded(inner)]
        return max([self.sizes.branch, *wide])

    def _frame_width(self, layer: LayerSpec) -> float:
        """Return the width a container gets: what it asks for, and for branches side by side what is free."""
        need, count = self._needed(layer), len(layer.branches)
        if count < 2 or layer.id not in self._top:
            return need
        return max(need, min(self.out.width - 16, count * ROOMY * self.sizes.branch + BETWEEN * (count - 1) + 22))

    # -- from top to bottom -------------------------------------------------------------------------------------

    def _branch(self, branch: Branch, column: _Column, y: float) -> float:
        """Stack a branch from `y` down; return where it ends. An arrow comes before every group."""
        index = 0
        for group in groups_of(branch):
            y = self._gap(column, index, y)
            y = self._container(group[0], column.middle, y) if group[0].branches else self._group(group, column, index, y)
            index += len(group)
        return self._gap(column, index, y, last=True)

    def _gap(self, column: _Column, index: int, y: float, *, last: bool = False) -> float:
        """Leave room for an arrow, or open the slot; `last` is the place behind a branch, whose arrow comes later."""
        sizes, out, place = self.sizes, self.out, column.place(index)
        openness = self.wishes.openness(place)
        if openness:
            y = self._arrow(column.middle, y, openness)
            y = self._slot(place, column.area(y, sizes.row * openness))
        else:
            out.gaps.append(Gap(place, column.area(y, sizes.gap)))
        return y if last else self._arrow(column.middle, y)

    def _slot(self, place: Place, area: QRectF) -> float:
        """Leave room for a slot and return where it ends; one that closes is not drawn any more."""
        self.out.gaps.append(Gap(place, area))
        if place == self.wishes.slot:
            self.out.slot = area
        return area.bottom()

    def _arrow(self, middle: float, y: float, share: float = 1.0) -> float:
        self.out.arrows.append((QPointF(middle, y), QPointF(middle, y + share * self.sizes.gap)))
        return y + share * self.sizes.gap

    def _group(self, group: Sequence[LayerSpec], column: _Column, index: int, y: float) -> float:
        """Stack what hangs together; an open slot or a bubble between two of them parts them."""
        sizes, out = self.sizes, self.out
        parted = True
        for offset, layer in enumerate(group):
            place = column.place(index + offset)
            openness = self.wishes.openness(place) if offset else 0.0
            if openness:
                y = self._slot(place, column.area(y + 3 * openness, sizes.row * openness)) + 3 * openness
            elif offset:
                out.gaps.append(Gap(place, column.area(y - 4, 8)))
            high = sizes.tall if layer.id in self.wishes.tall and not offset else sizes.row
            rect = column.area(y, high)
            y = self._bubble(layer.id, column.middle, y + high)
            bubble = layer.id in out.bubbles
            last = offset + 1 == len(group)
            carries = not last and not bubble and not self.wishes.openness(column.place(index + offset + 1))
            out.spots[layer.id] = Spot(rect, docked=not (parted or openness), carries=carries)
            parted = not carries
        return y

    def _bubble(self, layer_id: str, middle: float, y: float) -> float:
        """Leave room for what is wrong with a layer, under its block."""
        room = self.out.width - (12 if self.sizes.compact else 40)
        wide = min(room, self.sizes.block if self.sizes.compact else 480)
        high = self.wishes.bubble(layer_id, wide)
        if not high:
            return y
        left = min(max(middle - wide / 2, (self.out.width - room) / 2), self.out.width - (self.out.width - room) / 2 - wide)
        self.out.bubbles[layer_id] = QRectF(left, y + 8, wide, high)
        return y + 8 + high + 6

    # -- containers ---------------------------------------------------------------------------------------------

    def _container(self, layer: LayerSpec, middle: float, y: float) -> float:
        """Stack a container, or put in what it was when only its height has changed; return where it ends."""
        kept, ids = self.wishes.kept, [inner.id for inner in layer.walk()]
        if kept is None or layer.id not in self._top or not self._unsteady.isdisjoint(ids):
            return self._new_container(layer, middle, y)
        tall = tuple(layer_id in self.wishes.tall for layer_id in ids)
        stood = kept.find(layer, middle, tall)
        if stood is not None:
            self.out.add(stood.part, y - stood.top)
            return stood.bottom + y - stood.top
        size = self.out.size()
        bottom = self._new_container(layer, middle, y)
        kept.keep(middle, Stood(layer, tall, y, bottom, self.out.since(size)))
        return bottom

    def _new_container(self, layer: LayerSpec, middle: float, y: float) -> float:
        sizes, out = self.sizes, self.out
        wide = self._frame_width(layer)
        head = QRectF(middle - wide / 2, y, wide, sizes.row)
        if self.is_folded(layer):
            high = sizes.tall if layer.id in self.wishes.tall else sizes.row
            rect = QRectF(middle - sizes.block / 2, y, sizes.block, high)
            copies = copies_of(layer)
            out.spots[layer.id] = Spot(rect, frame=rect, folded=True, copies=copies)
            return self._bubble(layer.id, middle, y + high + behind(copies))
        out.spots[layer.id] = Spot(head)
        inside = y + sizes.row
        bottom = (
            self._side_by_side(layer, head, inside) if len(layer.branches) > 1 else self._in_a_row(layer, middle, wide, inside)
        )
        frame = QRectF(head.left(), y, wide, bottom - y)
        copies = copies_of(layer)
        out.spots[layer.id] = Spot(head, frame=frame, copies=copies)
        return self._bubble(layer.id, middle, bottom + behind(copies))

    def _in_a_row(self, layer: LayerSpec, middle: float, wide: float, y: float) -> float:
        sizes, out = self.sizes, self.out
        residual = layer.kind == "Residual"
        bare = all(not inner.branches for inner in layer.branches[0])
        inner = wide - 2 * sizes.inset - (12 if sizes.compact and residual else 0) if sizes.compact else sizes.block - 10 * bare
        start = QPointF(middle, y + 2)
        y = self._branch(layer.branches[0], _Column(layer.id, 0, middle, inner), y - 2)
        if residual:
            y = self._arrow(middle, y) + 9
            out.sums.append(QPointF(middle, y))
            out.arcs.append((start, QPointF(middle + 9, y), middle + wide / 2 - (6 if sizes.compact else 16)))
            y += 9
        return y + (6 if sizes.compact else 10)

    def _side_by_side(self, layer: LayerSpec, head: QRectF, y: float) -> float:
        sizes, out = self.sizes, self.out
        widths = [self._branch_width(branch) for branch in layer.branches]
        spare = (head.width() - 22 - BETWEEN * (len(widths) - 1) - sum(widths)) / len(widths)
        left = head.left() + 11
        middle = head.center().x()
        rail = y + 5
        ends: list[tuple[float, float]] = []
        for number, (branch, wide) in enumerate(zip(layer.branches, widths, strict=True)):
            centre = left + (wide + spare) / 2
            out.wires.append((QPointF(middle, y - 2), QPointF(middle, rail), QPointF(centre, rail)))
            ends.append((centre, self._branch(branch, _Column(layer.id, number, centre, wide + spare), rail)))
            left += wide + spare + BETWEEN
        bottom = max(end for _, end in ends) + (sizes.gap if sizes.compact else 10)
        for centre, end in ends:
            out.wires.append((QPointF(centre, end), QPointF(centre, bottom)))
        out.merges[layer.id] = QRectF(head.left() + 11, bottom, head.width() - 22, sizes.row - 4)
        return bottom + sizes.row - 4 + 8
