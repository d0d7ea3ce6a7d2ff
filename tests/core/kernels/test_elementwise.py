from __future__ import annotations

import math

import numpy as np
import pytest

from core.kernels import elementwise
from core.kernels.elementwise import erf, sigmoid, where_positive


@pytest.mark.parametrize(("dtype", "tolerance"), [(np.float64, 4e-16), (np.float32, 6e-8)])
def test_that_erf_is_right_to_the_last_bits(dtype: type, tolerance: float) -> None:
    x = np.concatenate([np.linspace(-7, 7, 5001), [0.0, -1e-300, 1e30, -np.inf, np.inf]]).astype(dtype)
    y = erf(x)
    assert y.dtype == dtype
    np.testing.assert_allclose(y, [math.erf(v) for v in x], rtol=0, atol=tolerance)
    np.testing.assert_array_equal(erf(-x), -y)


def test_that_erf_keeps_its_relative_precision_near_zero() -> None:
    x = np.logspace(-12, -2, 200)
    np.testing.assert_allclose(erf(x), [math.erf(v) for v in x], rtol=1e-14)


def test_that_the_sigmoid_neither_overflows_nor_loses_small_values() -> None:
    x = np.array([-1000, -80, -1, 0, 1, 80, 1000], np.float32)
    with np.errstate(all="raise", under="ignore"):
        y = sigmoid(x)
    np.testing.assert_allclose(y, [0, math.exp(-80), 1 / (1 + math.e), 0.5, math.e / (1 + math.e), 1, 1], rtol=1e-6)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("least", [1, 10**6])
def test_that_gradients_pass_only_where_a_value_is_positive(monkeypatch: pytest.MonkeyPatch, dtype: type, least: int) -> None:
    monkeypatch.setattr(elementwise, "WORTH_SHARING", least)
    y = np.tile(np.array([0.0, -0.0, 1e-30, 2.0, 0.0, np.inf, 3.0, 0.0], dtype), (6, 1))
    dout = np.arange(-24, 24, dtype=dtype).reshape(6, 8)
    given = dout.copy()
    dx = where_positive(dout, y, np.zeros_like(y))
    np.testing.assert_array_equal(dx, np.where(y > 0, dout, 0))
    np.testing.assert_array_equal(dout, given)
