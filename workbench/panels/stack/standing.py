"""Where everything of the stack stands: values, from the lengths to the whole drawing."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice

from PySide6.QtCore import QPointF, QRectF

from core.spec import LayerSpec, Place

INPUT = "input"
LOSS = "loss"
TARGET = 24.0
"""The least height of what a finger or a shaking hand has to hit."""
COPY = 4.0
"""Pixels by which the copies of a repeated block look out behind one another."""
MOST_KEPT = 2000


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
