from __future__ import annotations

import math

import numpy as np
import pytest

from core.kernels.elementwise import erf, sigmoid


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
