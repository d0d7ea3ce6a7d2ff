import numpy as np

from core.training.long_curve import FEW, LongCurve
from core.training.smoothing import Smoothing


def test_that_a_curve_followed_frame_by_frame_is_the_curve_followed_at_once():
    values = np.random.default_rng(0).normal(size=20_000)
    steady = LongCurve(0.9)
    for count in range(0, 20_001, 250):
        steady.follow(values[:count])
    at_once = LongCurve(0.9)
    at_once.follow(values)
    np.testing.assert_allclose(steady.smooth, at_once.smooth, rtol=1e-9)
    np.testing.assert_array_equal(steady.rows(0, 20_000, smoothed=False), at_once.rows(0, 20_000, smoothed=False))


def test_that_a_long_curve_is_drawn_from_few_rows_and_a_short_one_from_all():
    curve = LongCurve(0.6)
    curve.follow(np.random.default_rng(0).normal(size=300_000))
    assert len(curve.rows(0, 300_000, smoothed=True)) < FEW
    assert len(curve.rows(1000, 1000 + FEW, smoothed=False)) == FEW


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
