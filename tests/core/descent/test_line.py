"""One dimension: the book's derivatives to the last digit, the valley of h, and the edge of divergence."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.descent.line import LineSpec, behaviour, derivative_errors, edge_rate, numerical_derivative, walk
from core.errors import CoreError
from core.expressions import parse_expression

BOOK = LineSpec()


@pytest.mark.parametrize(("x", "slope"), [(5.0, 0.1999999999990898), (10.0, 0.2999999999986347)])
def test_that_the_derivatives_of_the_book_come_out_to_the_last_digit(x: float, slope: float) -> None:
    assert float(numerical_derivative(BOOK.expression, x, np.array(1e-4), "central")) == slope


def test_that_the_error_has_a_valley_between_truncation_and_rounding() -> None:
    sine = parse_expression("sin(x)", ("x",))
    h = np.logspace(-15, -1, 57)
    for difference, best in (("central", 6e-6), ("forward", 1e-8)):
        errors = derivative_errors(sine, 1.0, h, difference)
        lowest = h[np.argmin(errors)]
        assert best / 60 < lowest < best * 60
        assert errors[0] > 1e4 * errors.min()
        assert errors[-1] > 1e4 * errors.min()
    ends = derivative_errors(sine, 1.0, np.array([1e-1, 1e-2]), "central")
    assert ends[0] / ends[1] == pytest.approx(100, rel=0.02), "the central difference is of second order"


def test_that_the_edge_of_a_quadratic_is_exact_and_of_others_local() -> None:
    rate, exact = edge_rate(BOOK)
    assert rate == pytest.approx(100)
    assert exact
    rate, exact = edge_rate(replace(BOOK, formula="x**4", view=(-2.0, 2.0), x=1.0))
    assert rate == pytest.approx(2 / 12, rel=1e-6)
    assert not exact
    assert edge_rate(replace(BOOK, formula="-x**2"))[0] == float("inf")


@pytest.mark.parametrize(
    ("share", "expected"), [(0.0, "still"), (0.01, "slow"), (0.4, "straight"), (0.9, "swinging"), (1.05, "diverging")]
)
def test_that_a_rate_is_called_what_it_does(share: float, expected: str) -> None:
    spec = replace(BOOK, rate=share * edge_rate(BOOK)[0])
    assert behaviour(spec, walk(spec)) == expected


def test_that_half_the_edge_reaches_the_minimum_of_a_quadratic_in_one_step() -> None:
    assert walk(replace(BOOK, rate=50.0, steps=1))[1] == pytest.approx(-5)


def test_that_steps_beyond_all_numbers_end_without_a_warning() -> None:
    spec = replace(BOOK, formula="x**4", rate=1.0, steps=30)
    places = walk(spec)
    assert np.isnan(places[-1])
    assert behaviour(spec, places) == "diverging"


@pytest.mark.parametrize(
    "changed", [{"formula": "y"}, {"h": 0.0}, {"rate": -1.0}, {"steps": 201}, {"view": (1.0, 1.0)}, {"x": float("inf")}]
)
def test_that_a_line_that_cannot_be_drawn_is_refused(changed: dict[str, object]) -> None:
    with pytest.raises(CoreError):
        replace(BOOK, **changed)
