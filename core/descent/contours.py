"""Lines of equal height: which heights are worth a line, and where each line runs."""

from __future__ import annotations

from typing import Final

import numpy as np

from core.arrays import Array

# Corners of a cell are counted 1, 2, 4, 8 from the lower left one against the clock; its edges 0 to 3 begin at each.
_PAIRS: Final[dict[int, tuple[tuple[int, int], ...]]] = {
    1: ((3, 0),), 2: ((0, 1),), 3: ((3, 1),), 4: ((1, 2),), 5: ((3, 0), (1, 2)), 6: ((0, 2),), 7: ((3, 2),),
    8: ((2, 3),), 9: ((2, 0),), 10: ((0, 1), (2, 3)), 11: ((2, 1),), 12: ((1, 3),), 13: ((1, 0),), 14: ((0, 3),),
}  # fmt: skip


def levels_of(values: Array, count: int) -> Array:
    """Return at most `count` round heights, ascending, between which equally much of the ground lies."""
    finite = np.sort(values[np.isfinite(values)], axis=None)
    if not finite.size or finite[0] == finite[-1]:
        return np.empty(0)
    shares = (np.arange(count) + 0.5) / count
    wanted = finite[(shares * (finite.size - 1)).astype(int)]
    return np.unique([_round(level, finite[-1] - finite[0]) for level in wanted])


def _round(level: float, span: float) -> float:
    """Return a height with two figures, or as many as tell it from others in a small span around a large number."""
    if level == 0:
        return 0.0
    finest = np.floor(np.log10(span)) - 2
    digits = min(np.floor(np.log10(abs(level))) - 1, finest)
    return float(np.round(level, -int(digits)))


def contour(values: Array, level: float) -> Array:
    """Return the pieces of the line of one height over a grid, ``(n, 4)``: column and row of both ends.

    Parameters
    ----------
    values
        ``(rows, columns)``; cells with a corner that is not finite have no line.
    """
    corners = values[:-1, :-1], values[:-1, 1:], values[1:, 1:], values[1:, :-1]
    case = sum((corner > level).astype(np.int8) << n for n, corner in enumerate(corners))
    finite = np.isfinite(corners[0]) & np.isfinite(corners[1]) & np.isfinite(corners[2]) & np.isfinite(corners[3])
    found = []
    for number, pairs in _PAIRS.items():
        rows, columns = np.nonzero((case == number) & finite)
        if rows.size:
            here = [corner[rows, columns] for corner in corners]
            for first, second in pairs:
                ends = [_crossing(edge, here, level) for edge in (first, second)]
                found.append(np.stack([columns + ends[0][0], rows + ends[0][1], columns + ends[1][0], rows + ends[1][1]], axis=1))
    return np.concatenate(found) if found else np.empty((0, 4))


def _crossing(edge: int, corners: list[Array], level: float) -> tuple[Array, Array]:
    """Return where a line crosses an edge of its cells, from 0 to 1 along columns and rows."""
    begin, end = corners[edge], corners[(edge + 1) % 4]
    share = (level - begin) / (end - begin)
    nothing, whole = np.zeros_like(share), np.ones_like(share)
    places = ((share, nothing), (whole, share), (1 - share, whole), (nothing, 1 - share))
    return places[edge]
