"""Two networks side by side: which layers are the same, changed, or in one of them only.

Rows of layers are aligned so that as little as possible differs; a layer pairs with one of its own kind alone, and what
containers hold is aligned in turn.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from core.arrays import Shape
from core.errors import CoreError
from core.fields import Value
from core.layers.base import LAYERS, Cost
from core.shapes import Diagnosis, LayerReport, diagnose
from core.spec import Branch, LayerSpec, NetworkSpec

Sort = Literal["same", "changed", "left", "right"]

ALONE: Final = 1.0
"""What a layer without a partner costs in an alignment, and what each layer inside it costs."""
CHANGED: Final = 0.4
"""What a partner with other settings costs: less than two layers without partners."""


@dataclass(frozen=True, slots=True)
class Change:
    """A setting that differs."""

    name: str
    left: Value
    right: Value


@dataclass(frozen=True, slots=True)
class ComparedLayer:
    """One row of a comparison.

    Parameters
    ----------
    sort
        ``"same"`` with all it holds, ``"changed"`` itself or inside, or in which network it is only.
    depth
        How many containers stand around it.
    changes
        Settings, name, notes and freezing that differ in the layer itself.
    """

    sort: Sort
    depth: int
    left: LayerReport | None
    right: LayerReport | None
    left_spec: LayerSpec | None
    right_spec: LayerSpec | None
    changes: tuple[Change, ...] = ()

    @property
    def parameters(self) -> int | None:
        """How many parameters the right one has more; None where an error leaves it open."""
        return _difference(self.left, self.right, "parameters")

    @property
    def macs(self) -> int | None:
        """How many multiply-adds the right one has more; None where an error leaves it open."""
        return _difference(self.left, self.right, "macs")


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two networks have in common and what not.

    Parameters
    ----------
    rows
        In reading order, containers before what they hold.
    left, right
        What `diagnose` says of each.
    """

    rows: tuple[ComparedLayer, ...]
    left: Diagnosis
    right: Diagnosis

    def count(self, sort: Sort) -> int:
        """Return how many layers are of a sort; a container counts as itself and what it holds each."""
        return sum(row.sort == sort for row in self.rows)

    @property
    def are_same(self) -> bool:
        """Whether nothing differs."""
        return all(row.sort == "same" for row in self.rows)


def compare(left: NetworkSpec, right: NetworkSpec, left_shape: Shape, right_shape: Shape) -> Comparison:
    """Compare two networks, each for samples of its own shape.

    Parameters
    ----------
    left_shape, right_shape
        The shape of one sample; empty where it is not known, and the costs stay open then.
    """
    of_left, of_right = diagnose(left, left_shape), diagnose(right, right_shape)
    aligner = _Aligner({row.id: row for row in of_left.layers}, {row.id: row for row in of_right.layers})
    return Comparison(tuple(aligner.rows(left.layers, right.layers, 0)), of_left, of_right)


@dataclass(frozen=True)
class _Aligner:
    left: dict[str, LayerReport]
    right: dict[str, LayerReport]

    def rows(self, left: Branch, right: Branch, depth: int) -> Iterator[ComparedLayer]:
        """Yield the rows of two branches."""
        for mine, other in _pairs(left, right):
            yield from self._pair(mine, other, depth)

    def _pair(self, mine: LayerSpec | None, other: LayerSpec | None, depth: int) -> Iterator[ComparedLayer]:
        sort: Sort = "right" if mine is None else "left" if other is None else "same" if mine == other else "changed"
        yield ComparedLayer(
            sort,
            depth,
            self.left.get(mine.id) if mine else None,
            self.right.get(other.id) if other else None,
            mine,
            other,
            tuple(_changes(mine, other)) if mine and other else (),
        )
        mine_branches, other_branches = mine.branches if mine else (), other.branches if other else ()
        for number in range(max(len(mine_branches), len(other_branches))):
            inside = mine_branches[number] if number < len(mine_branches) else ()
            outside = other_branches[number] if number < len(other_branches) else ()
            yield from self.rows(inside, outside, depth + 1)


def _pairs(left: Branch, right: Branch) -> list[tuple[LayerSpec | None, LayerSpec | None]]:
    """Align two rows of layers at the least cost; what is alike at both ends is not looked at any further."""
    head = 0
    while head < min(len(left), len(right)) and left[head] == right[head]:
        head += 1
    tail = 0
    while tail < min(len(left), len(right)) - head and left[-1 - tail] == right[-1 - tail]:
        tail += 1
    between = _aligned(left[head : len(left) - tail], right[head : len(right) - tail])
    ends = zip(left[len(left) - tail :], right[len(right) - tail :], strict=True)
    return [*zip(left[:head], right[:head], strict=True), *between, *ends]


def _aligned(left: Branch, right: Branch) -> list[tuple[LayerSpec | None, LayerSpec | None]]:
    """Return the cheapest alignment, found from the end: Needleman and Wunsch 1970."""
    costs = _costs(left, right)
    pairs: list[tuple[LayerSpec | None, LayerSpec | None]] = []
    i = j = 0
    while i < len(left) or j < len(right):
        here = costs[i][j]
        together = i < len(left) and j < len(right) and left[i].kind == right[j].kind
        if together and here == _distance(left[i], right[j]) + costs[i + 1][j + 1]:
            pairs.append((left[i], right[j]))
            i, j = i + 1, j + 1
        elif i < len(left) and here == _weight(left[i]) + costs[i + 1][j]:
            pairs.append((left[i], None))
            i += 1
        else:
            pairs.append((None, right[j]))
            j += 1
    return pairs


def _costs(left: Branch, right: Branch) -> list[list[float]]:
    """Return what the rest costs from each pair of places on."""
    costs = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i in range(len(left), -1, -1):
        for j in range(len(right), -1, -1):
            ways = []
            if i < len(left):
                ways.append(_weight(left[i]) + costs[i + 1][j])
            if j < len(right):
                ways.append(_weight(right[j]) + costs[i][j + 1])
            if i < len(left) and j < len(right) and left[i].kind == right[j].kind:
                ways.append(_distance(left[i], right[j]) + costs[i + 1][j + 1])
            costs[i][j] = min(ways, default=0.0)
    return costs


def _weight(layer: LayerSpec) -> float:
    return ALONE + sum(_weight(inner) for branch in layer.branches for inner in branch)


def _distance(left: LayerSpec, right: LayerSpec) -> float:
    """Return what differs between two layers of one kind: 0 for equal ones, otherwise less than to leave both alone."""
    if left == right:
        return 0.0
    own = 0.0 if left.settings == right.settings else CHANGED
    inside = 0.0
    for number in range(max(len(left.branches), len(right.branches))):
        mine = left.branches[number] if number < len(left.branches) else ()
        other = right.branches[number] if number < len(right.branches) else ()
        inside += _costs(mine, other)[0][0]
    return own + inside


def _changes(left: LayerSpec, right: LayerSpec) -> Iterator[Change]:
    """Yield every setting that differs, defaults written out, then name, notes and freezing."""
    mine, other = _settings(left), _settings(right)
    for name in mine:
        if mine[name] != other.get(name):
            yield Change(name, mine[name], other[name])
    for name in ("name", "notes", "frozen"):
        if getattr(left, name) != getattr(right, name):
            yield Change(name, getattr(left, name), getattr(right, name))


def _settings(layer: LayerSpec) -> dict[str, Value]:
    try:
        return LAYERS.build(layer.component).settings
    except CoreError:
        return dict(layer.settings)


def _difference(left: LayerReport | None, right: LayerReport | None, what: Literal["parameters", "macs"]) -> int | None:
    counts = []
    for report in (left, right):
        cost: Cost | None = Cost(0, 0, 0) if report is None else report.cost
        if cost is None:
            return None
        counts.append(cost.parameters if what == "parameters" else cost.macs)
    return counts[1] - counts[0]
