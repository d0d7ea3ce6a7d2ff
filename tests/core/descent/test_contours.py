"""Lines of equal height lie where the height is."""

from __future__ import annotations

import numpy as np
import pytest

from core.descent.contours import contour, levels_of


def test_that_a_line_lies_at_its_height() -> None:
    x, y = np.meshgrid(np.linspace(-2, 2, 81), np.linspace(-2, 2, 81))
    pieces = contour(x**2 + y**2, 1.0) * 0.05 - 2
    radii = np.hypot(pieces[:, [0, 2]], pieces[:, [1, 3]])
    assert len(pieces) > 100
    assert radii == pytest.approx(np.ones_like(radii), abs=2e-3)
    assert np.hypot(pieces[:, 2] - pieces[:, 0], pieces[:, 3] - pieces[:, 1]).sum() == pytest.approx(2 * np.pi, rel=1e-3)


def test_that_a_saddle_inside_a_cell_gives_two_pieces() -> None:
    assert len(contour(np.array([[1.0, 0.0], [0.0, 1.0]]), 0.5)) == 2
    assert len(contour(np.array([[0.0, 1.0], [1.0, 0.0]]), 0.5)) == 2


def test_that_there_is_no_line_where_numbers_are_missing() -> None:
    assert not len(contour(np.array([[1.0, np.nan], [0.0, 1.0]]), 0.5))
    assert not len(contour(np.array([[0.0, 0.0], [0.0, 0.0]]), 0.5))


def test_that_heights_are_round_and_share_the_ground_out() -> None:
    values = np.linspace(0, 10, 1001) ** 2
    levels = levels_of(values, 8)
    assert len(levels) == 8
    assert all(float(f"{level:.1e}") == level for level in levels)
    counts = np.diff([0, *np.searchsorted(values, levels), 1001])
    assert counts[1:-1].min() > 100


def test_that_flat_ground_has_no_heights() -> None:
    assert not len(levels_of(np.ones((4, 4)), 8))
    assert not len(levels_of(np.full((4, 4), np.nan), 8))


def test_that_heights_around_a_large_number_are_told_apart() -> None:
    assert len(levels_of(1e6 + np.linspace(0, 1, 100), 8)) >= 6
