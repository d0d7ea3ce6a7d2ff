import numpy as np
import pytest

from core.training.long_curve import FEW, LINE_POINTS, LongCurve
from core.training.smoothing import Smoothing


def test_that_a_curve_followed_frame_by_frame_is_the_curve_followed_at_once():
    values = np.random.default_rng(0).normal(size=20_000)
    steady = LongCurve(0.9)
    for count in range(0, 20_001, 250):
        steady.follow(values[:count])
    at_once = LongCurve(0.9)
    at_once.follow(values)
    np.testing.assert_allclose(steady.smooth, at_once.smooth, rtol=1e-9)
    np.testing.assert_array_equal(steady.rows(0, 20_000), at_once.rows(0, 20_000))
    np.testing.assert_allclose(steady.line(0, 20_000)[1], at_once.line(0, 20_000)[1], rtol=1e-6)


def test_that_a_long_curve_is_drawn_from_few_rows_and_a_short_one_from_all():
    curve = LongCurve(0.6)
    curve.follow(np.random.default_rng(0).normal(size=300_000))
    assert len(curve.rows(0, 300_000)) < FEW
    assert len(curve.rows(1000, 1000 + FEW)) == FEW
    assert LINE_POINTS / 3 < len(curve.line(0, 300_000)[0]) <= LINE_POINTS + 2


@pytest.mark.parametrize(("start", "stop"), [(0, 3000), (17, 2900), (5, 405), (900, 901), (4, 4)])
def test_that_the_line_goes_through_the_means_of_the_smoothed_curve_and_ends_at_its_end(start, stop):
    values = np.random.default_rng(0).normal(size=3000)
    curve = LongCurve(0.8)
    curve.follow(values)
    rows, line = curve.line(start, stop)
    assert np.all(np.diff(rows) >= 0)
    assert np.all((rows >= start) & (rows < stop))
    if stop > start:
        assert (rows[-1], line[-1]) == (stop - 1, curve.smooth[stop - 1])
        assert abs(line - values.mean()).max() <= abs(curve.smooth - values.mean()).max() + 1e-9
    if stop - start <= LINE_POINTS:
        np.testing.assert_array_equal(line, curve.smooth[start:stop])


def test_that_the_line_stays_where_it_is_while_the_curve_grows():
    values = np.random.default_rng(0).normal(size=1000)
    curve = LongCurve(0.8)
    curve.follow(values[:900])
    before = curve.line(0, 900)
    curve.follow(values)
    after = curve.line(0, 1000)
    np.testing.assert_allclose(after[1][: len(before[1]) - 3], before[1][:-3])


def test_that_another_run_begins_anew():
    curve = LongCurve(0.5)
    curve.follow(np.array([4.0, 4.0, 4.0]))
    curve.follow(np.array([1.0, 1.0]))
    np.testing.assert_allclose(curve.smooth, [1, 1])
    curve.follow(np.array([2.0, 2.0, 2.0]))
    np.testing.assert_allclose(curve.smooth, [2, 2, 2])


def test_that_another_weight_smooths_what_is_known_already():
    values = np.random.default_rng(0).normal(size=500)
    curve = LongCurve(0.5)
    curve.follow(values)
    curve.smooth_by(0.95)
    np.testing.assert_allclose(curve.smooth, Smoothing(0.95).extend(values))


def test_that_a_curve_of_nothing_but_nan_is_followed():
    curve = LongCurve(0.5)
    for count in range(1, 5):
        curve.follow(np.full(count, np.nan))
    assert len(curve.smooth) == 4


def test_that_a_band_holds_every_number_between_its_edges():
    values = np.random.default_rng(3).normal(size=5000)
    curve = LongCurve(0.6)
    curve.follow(values)
    rows, low, high = curve.band(100, 4900)
    assert len(rows) == len(low) == len(high) <= 200
    assert low.min() == values[100:4900].min()
    assert high.max() == values[100:4900].max()
    assert (low <= high).all()
    assert (low < high).mean() > 0.9
    assert [len(part) for part in curve.band(7, 7)] == [0, 0, 0]
