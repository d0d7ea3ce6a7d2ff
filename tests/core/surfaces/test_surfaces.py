"""One battery over every surface of SURFACES."""

from __future__ import annotations

import numpy as np
import pytest

from core.descent.objective import Objective, find_minima
from core.expressions import parse_expression
from core.surfaces import SURFACES, Surface

KINDS = [pytest.param(kind, id=kind.__name__) for kind in SURFACES]


@pytest.mark.parametrize("kind", KINDS)
def test_that_a_surface_begins_in_view_with_a_slope(kind: type[Surface]) -> None:
    left, right, bottom, top = kind.view
    x, y = kind.start
    assert left < x < right
    assert bottom < y < top
    assert np.abs(parse_expression(kind.formula).gradient(x, y)).max() > 1e-4


@pytest.mark.parametrize("kind", KINDS)
def test_that_a_surface_is_finite_everywhere_in_view(kind: type[Surface]) -> None:
    left, right, bottom, top = kind.view
    grid = np.meshgrid(np.linspace(left, right, 41), np.linspace(bottom, top, 41))
    value, gradient = parse_expression(kind.formula).value_and_gradient(*grid)
    assert np.isfinite(value).all()
    assert np.isfinite(gradient).all()


@pytest.mark.parametrize("kind", KINDS)
def test_that_the_minima_are_the_lowest_places_and_flat(kind: type[Surface]) -> None:
    expression = parse_expression(kind.formula)
    left, right, bottom, top = kind.view
    lowest = expression.value(*np.meshgrid(np.linspace(left, right, 60), np.linspace(bottom, top, 60))).min()
    for x, y in kind.minima:
        value, gradient = expression.value_and_gradient(x, y)
        assert value <= lowest + 1e-12
        assert np.abs(gradient).max() < 1e-10


@pytest.mark.parametrize("kind", KINDS)
def test_that_the_search_finds_the_minima_that_are_known(kind: type[Surface]) -> None:
    found = find_minima(Objective(parse_expression(kind.formula), np.empty((0, 2))), kind.view)
    for x, y in kind.minima:
        assert np.hypot(*(found - (x, y)).T).min() < 1e-5
    if not kind.minima:
        assert not len(found)
