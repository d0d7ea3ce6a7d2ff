import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.training.decimation import Decimation


def fed(values: np.ndarray, cuts: list[int], buckets: int = 8) -> Decimation:
    decimation = Decimation(buckets)
    for cut in (*sorted(cuts), len(values)):
        decimation.extend(values, min(cut, len(values)))
    return decimation


curves = st.lists(st.floats(-10, 10), min_size=1, max_size=400).map(np.array)


@given(curves, st.lists(st.integers(0, 400), max_size=5))
def test_that_the_highest_and_the_lowest_number_are_never_lost(values, cuts):
    drawn = values[fed(values, cuts).rows(0, len(values))]
    assert drawn.max() == values.max()
    assert drawn.min() == values.min()


@given(curves, st.lists(st.integers(0, 400), max_size=5))
def test_that_a_curve_fed_in_parts_is_drawn_as_one_fed_at_once(values, cuts):
    np.testing.assert_array_equal(fed(values, cuts).rows(0, len(values)), fed(values, []).rows(0, len(values)))


@given(curves)
def test_that_few_points_remain_and_the_ends_are_among_them(values):
    rows = fed(values, []).rows(0, len(values))
    assert (rows[0], rows[-1]) == (0, len(values) - 1)
    assert np.all(np.diff(rows) > 0)
    # two for each of at most twice eight buckets, what does not fill a bucket yet, and the ends
    assert len(rows) <= 2 * 16 + len(values) // 8 + 2


def test_that_a_part_is_drawn_from_its_first_to_its_last_row():
    values = np.sin(np.arange(1000) / 50)
    decimation = fed(values, [])
    rows = decimation.rows(300, 700)
    assert (rows[0], rows[-1]) == (300, 699)
    assert len(decimation.rows(5, 5)) == 0
    np.testing.assert_array_equal(decimation.rows(3, 6), [3, 4, 5])


def test_that_a_bucket_with_a_number_that_is_not_finite_shows_its_finite_ones():
    values = np.ones(64)
    values[10], values[12] = np.nan, 7.0
    rows = fed(values, [], buckets=4).rows(0, 64)
    assert 12 in rows
    assert 10 not in rows
