import numpy as np
import pytest

from workbench.plots.polyline import decimated, pieces, polygon


def test_that_a_polygon_holds_the_points() -> None:
    made = polygon(np.array([1.0, 2.0]), np.array([3.0, 4.5]))
    assert [(p.x(), p.y()) for p in made] == [(1.0, 3.0), (2.0, 4.5)]
    assert len(polygon(np.empty(0), np.empty(0))) == 0


def test_that_decimating_keeps_the_peaks_of_each_column_and_few_points() -> None:
    rng = np.random.default_rng(0)
    x, y = np.linspace(0, 100, 50_000), rng.normal(size=50_000)
    y[31_415], y[27_182] = 99.0, -99.0
    small_x, small_y = decimated(x, y, 100)
    assert len(small_x) <= 202
    assert (small_y.max(), small_y.min()) == (99.0, -99.0)
    assert (np.diff(small_x) >= 0).all()
    assert abs(small_x[small_y.argmax()] - x[31_415]) <= 1.01


def test_that_a_short_curve_stays_as_it_is() -> None:
    x, y = np.arange(10.0), np.arange(10.0) ** 2
    assert decimated(x, y, 100)[1] is y


@pytest.mark.parametrize(
    ("y", "lengths"),
    [([1, 2, 3], [3]), ([np.nan, 1, np.nan, 2, 3, np.inf], [1, 2]), ([np.nan], []), ([], [])],
)
def test_that_what_is_not_finite_breaks_the_curve(y, lengths) -> None:
    values = np.array(y, dtype=float)
    assert [len(part) for _, part in pieces(np.arange(len(values)), values)] == lengths
