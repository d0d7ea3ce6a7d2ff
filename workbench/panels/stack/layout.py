"""Where every block of the stack stands: rectangles and lines for a network and a width, nothing drawn yet.

A branch is a column of groups. A group is one block with what docks under it (activation, normalisation), or a
container's frame with its branches side by side. Input and loss are the two ends.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from PySide6.QtCore import QPointF, QRectF

from core.layers.base import LAYERS
from core.shapes.walk import copies_of
from core.spec import Branch, LayerSpec, NetworkSpec, Place

INPUT = "input"
LOSS = "loss"
BETWEEN = 7.0
"""Pixels from one branch to the next."""

TARGET = 24.0
"""The least height of what a finger or a shaking hand has to hit."""

MOST_KEPT = 2000
COPY = 4.0
"""Pixels by which the copies of a repeated block look out behind one another."""

DOCKING = frozenset({"activation", "normalise"})


@dataclass(frozen=True, slots=True)
class Sizes:
    """Lengths in pixels, from the height of the font and the room there is.

    Parameters
    ----------
    row, tall
        The height of a block of one line and of two.
    gap
        From one group to the next, arrow included.
    block
        The width of a block in the middle column.
    branch
        The least width of a branch; where there is less room a container is folded.
    inset
        From the frame of a container to what it holds, left and right.
    """

    row: float
    tall: float
    gap: float
    block: float
    branch: float
    inset: float
    compact: bool


def sizes_for(width: float, line: float) -> Sizes:
    """Return the lengths for a view of that width and a line of text that high; narrow views are compact."""
    compact = width < 380
    row = max(TARGET, line + (5 if compact else 8))
    return Sizes(
        row=row,
        tall=2 * line + (5 if compact else 8),
        gap=7 if compact else 14,
        block=width - 20 if compact else min(max(292.0, 19.5 * line), width - 40),
        branch=8.5 * line if compact else 11 * line,
        inset=10 if compact else 40,
        compact=compact,
    )


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one layer is drawn.

    Parameters
    ----------
    rect
        The block; for a container its head.
    frame
        The whole of a container, None for other layers.
    docked
        Whether it hangs under the block before it.
    carries
        Whether something hangs under it.
    folded
        Whether a container's inside is hidden.
    copies
        How often a block stands.
    """

    rect: QRectF
    frame: QRectF | None = None
    docked: bool = False
    carries: bool = False
    folded: bool = False
    copies: int = 1

    def moved(self, down: float) -> Spot:
        """Return it further down."""
        frame = self.frame.translated(0, down) if self.frame is not None else None
        return Spot(self.rect.translated(0, down), frame, self.docked, self.carries, self.folded, self.copies)


@dataclass(frozen=True, slots=True)
class Gap:
    """A place where a layer could be dropped: a line of some width across its branch."""

    place: Place
    rect: QRectF


@dataclass
class Layout:
    """The whole drawing.

    Parameters
    ----------
    spots
        By the layer's id, in reading order, with the two ends.
    arrows
        Lines with a head at their end.
    wires
        Lines without one: to and from branches.
    arcs
        The shortcut of each residual block: from, to, and how far right it swings.
    sums
        The middle of each ⊕.
    merges
        The bar under the branches of each Parallel.
    bubbles
        Where the problems of a layer are said.
    slot
        The place that is open for a drop.
    """

    sizes: Sizes
    spots: dict[str, Spot] = field(default_factory=dict)
    arrows: list[tuple[QPointF, QPointF]] = field(default_factory=list)
    wires: list[tuple[QPointF, ...]] = field(default_factory=list)
    arcs: list[tuple[QPointF, QPointF, float]] = field(default_factory=list)
    sums: list[QPointF] = field(default_factory=list)
    merges: dict[str, QRectF] = field(default_factory=dict)
    bubbles: dict[str, QRectF] = field(default_factory=dict)
    gaps: list[Gap] = field(default_factory=list)
    slot: QRectF | None = None
    width: float = 0
    height: float = 0

    def size(self) -> tuple[int, ...]:
        """Return how much there is of everything, to find again what comes after."""
        return tuple(len(each) for each in (self.spots, self.arrows, self.wires, self.arcs, self.sums, self.merges, self.gaps))

    def since(self, size: tuple[int, ...]) -> Layout:
        """Return what came after."""
        spots, arrows, wires, arcs, sums, merges, gaps = size
        return Layout(
            self.sizes,
            dict(islice(self.spots.items(), spots, None)),
            self.arrows[arrows:],
            self.wires[wires:],
            self.arcs[arcs:],
            self.sums[sums:],
            dict(islice(self.merges.items(), merges, None)),
            gaps=self.gaps[gaps:],
        )

    def add(self, part: Layout, down: float) -> None:
        """Put a part in, moved down."""
        step = QPointF(0, down)
        for layer_id, spot in part.spots.items():
            self.spots[layer_id] = spot.moved(down) if down else spot
        self.arrows += [(a + step, b + step) for a, b in part.arrows] if down else part.arrows
        self.wires += [tuple(point + step for point in wire) for wire in part.wires]
        self.arcs += [(a + step, b + step, right) for a, b, right in part.arcs]
        self.sums += [point + step for point in part.sums]
        self.merges.update({layer_id: bar.translated(0, down) for layer_id, bar in part.merges.items()})
        self.gaps += [Gap(gap.place, gap.rect.translated(0, down)) for gap in part.gaps] if down else part.gaps


@dataclass(frozen=True, slots=True)
class Stood:
    """How one container stood: what it added to the layout, and where that begins and ends."""

    layer: LayerSpec
    tall: tuple[bool, ...]
    top: float
    bottom: float
    part: Layout


class Kept:
    """How containers stood in the last layout; nothing inside them has to be worked out again while they only move.

    Everything that is the same for all of them is compared once: the lengths, and what is closed or open.
    """

    def __init__(self) -> None:
        self._terms: tuple[object, ...] = ()
        self._stood: dict[tuple[int, float], Stood] = {}

    def begin(self, terms: tuple[object, ...]) -> None:
        """Forget everything that was laid out under other terms, or when there is too much."""
        if terms != self._terms or len(self._stood) > MOST_KEPT:
            self._terms = terms
            self._stood.clear()

    def find(self, layer: LayerSpec, middle: float, tall: tuple[bool, ...]) -> Stood | None:
        """Return how a container stood around a middle line."""
        stood = self._stood.get((id(layer), middle))
        return stood if stood is not None and stood.tall == tall else None

    def keep(self, middle: float, stood: Stood) -> None:
        """Remember how a container stands."""
        self._stood[id(stood.layer), middle] = stood


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
        self.out.width = max([width, *(self._needed(layer) + 20 for layer in network.layers)])
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
        return max(need, min(self.out.width - 16, count * 1.25 * self.sizes.branch + BETWEEN * (count - 1) + 22))

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
