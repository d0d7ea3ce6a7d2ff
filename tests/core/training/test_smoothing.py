import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.training.smoothing import Smoothing

weights = st.floats(0, 0.99)
curves = st.lists(st.floats(-100, 100), min_size=1, max_size=300)


def by_definition(values: list[float], weight: float) -> list[float]:
    average, shown = 0.0, []
    for n, value in enumerate(values, start=1):
        average = weight * average + (1 - weight) * value
        shown.append(average / (1 - weight**n))
    return shown


@given(curves, weights)
def test_that_smoothing_is_the_debiased_average(values, weight):
    smoothed = Smoothing(weight).extend(np.array(values))
    np.testing.assert_allclose(smoothed, by_definition(values, weight), rtol=1e-9, atol=1e-9)


@given(curves, weights, st.integers(0, 300))
def test_that_a_curve_smoothed_in_parts_is_the_curve_smoothed_at_once(values, weight, cut):
    whole, parts = Smoothing(weight), Smoothing(weight)
    array = np.array(values)
    together = np.concatenate([parts.extend(array[:cut]), parts.extend(array[cut:])])
    np.testing.assert_allclose(together, whole.extend(array), rtol=1e-9, atol=1e-9)


def test_that_the_first_value_is_the_first_number_and_not_pulled_to_zero():
    assert Smoothing(0.99).extend(np.array([2.3]))[0] == pytest.approx(2.3)


def test_that_weight_zero_leaves_the_curve_as_it_is():
    np.testing.assert_array_equal(Smoothing(0).extend(np.array([1.0, 5.0, 2.0])), [1, 5, 2])


def test_that_a_number_that_is_not_finite_does_not_spoil_what_follows():
    smoothed = Smoothing(0.5).extend(np.array([1.0, np.nan, np.inf, 1.0]))
    assert np.isnan(smoothed[1])
    assert smoothed[3] == pytest.approx(1.0)
