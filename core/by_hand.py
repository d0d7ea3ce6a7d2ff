"""Parameters that a person set by hand: part of the experiment, so that a run that is made again sets them again.

A value set before the first update is an initial value: it is there after every reset. One set later is set again when
the run comes to the same iteration, so that replaying gives the same bits.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from core.arrays import Array, Shape
from core.fields import require_range

LARGEST_ITERATION: Final = 2**53
LARGEST_VALUE: Final = 1e6
"""Far beyond what a network can use, and far below what 32 bits can hold."""


@dataclass(frozen=True, slots=True)
class HandSet:
    """One number that was set.

    Parameters
    ----------
    iteration
        After how many updates; 0 for an initial value.
    name
        The array: ``"affine1.W"``.
    index
        The place in the array.
    value
        What it was set to.
    """

    iteration: int
    name: str
    index: tuple[int, ...]
    value: float

    def __post_init__(self) -> None:
        require_range("HandSet", "iteration", self.iteration, 0, LARGEST_ITERATION)
        require_range("HandSet", "value", self.value, -LARGEST_VALUE, LARGEST_VALUE)
        for place in self.index:
            require_range("HandSet", "index", place, 0, LARGEST_ITERATION)


HandSets = tuple[HandSet, ...]


def with_values(by_hand: HandSets, new: Iterable[HandSet]) -> HandSets:
    """Return what was set with more, in order of time; the same number at the same moment is set once."""
    kept = {(each.iteration, each.name, each.index): each for each in by_hand}
    for each in new:
        kept.pop((each.iteration, each.name, each.index), None)
        kept[each.iteration, each.name, each.index] = each
    return tuple(sorted(kept.values(), key=lambda each: each.iteration))


def initial_only(by_hand: HandSets) -> HandSets:
    """Return what was set before the first update."""
    return tuple(each for each in by_hand if each.iteration == 0)


def first_difference(one: HandSets, other: HandSets) -> int | None:
    """Return the earliest iteration at which two lists set anything else, or None if they do not."""
    differing = set(one) ^ set(other)
    return min((each.iteration for each in differing), default=None)


def numbers_at(by_hand: HandSets, iteration: int) -> frozenset[tuple[str, tuple[int, ...]]]:
    """Return array and place of each number that was set at an iteration."""
    return frozenset((each.name, each.index) for each in by_hand if each.iteration == iteration)


def write_into(by_hand: Iterable[HandSet], arrays: Mapping[str, Array], iteration: int) -> None:
    """Set what was set at that iteration in arrays by name.

    What names an array or a place that the network does not have is left alone: the layer may come back by undo.
    """
    for each in by_hand:
        if each.iteration == iteration and each.name in arrays and fits(each, arrays[each.name].shape):
            arrays[each.name][each.index] = each.value


def fits(each: HandSet, shape: Shape) -> bool:
    """Whether an array of that shape has the place that was set."""
    return len(each.index) == len(shape) and all(place < size for place, size in zip(each.index, shape, strict=True))
