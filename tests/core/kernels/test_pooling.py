from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.arrays import Array
from core.kernels.pooling import average_pool, average_pool_backward, max_pool, max_pool_backward
from core.kernels.window import Window
from tests.core.kernels.references import numbers, seen, shapes_and_windows

Drawn = tuple[tuple[int, int, int, int], Window]
pooled = shapes_and_windows(most_dilation=1).filter(lambda drawn: 2 * drawn[1].pad <= drawn[1].kernel)


def winners(x: Array, dout: Array, window: Window) -> Array:
    """Give each gradient to the first largest pixel of its window in reading order."""
    dx = np.zeros((x.shape[0], x.shape[1] + 2 * window.pad, x.shape[2] + 2 * window.pad, x.shape[3]))
    patches, _, _ = seen(x, window, -np.inf)
    for c, r, q, n in np.ndindex(dout.shape):
        i, j = divmod(int(patches[c, r, q, :, :, n].argmax()), window.kernel)
        dx[c, r * window.stride + i, q * window.stride + j, n] += dout[c, r, q, n]
    return dx[:, window.pad : window.pad + x.shape[1], window.pad : window.pad + x.shape[2]]


@given(pooled, st.integers(0, 5))
def test_that_max_pooling_agrees_with_its_definition_ties_included(drawn: Drawn, spread: int) -> None:
    shape, window = drawn
    x = np.clip(numbers(shape, 0), -spread, spread)  # many equal values, all equal for a spread of 0
    y, beaten = max_pool(x, window)
    np.testing.assert_array_equal(y, seen(x, window, -np.inf)[0].max(axis=(3, 4)))
    np.testing.assert_array_equal(y, max_pool(x, window, remember=False)[0])
    dout = numbers(y.shape, 1)
    dx = max_pool_backward(dout, beaten, x.shape, window)
    np.testing.assert_array_equal(dx, winners(x, dout, window))


@given(pooled)
def test_that_average_pooling_agrees_with_its_definition(drawn: Drawn) -> None:
    shape, window = drawn
    x = numbers(shape, 0)
    y = average_pool(x, window)
    np.testing.assert_allclose(y, seen(x, window, 0)[0].mean(axis=(3, 4)), rtol=1e-13, atol=1e-13)
    dout = numbers(y.shape, 1)
    dx = average_pool_backward(dout, x.shape, window)
    np.testing.assert_allclose(np.sum(dx * x), np.sum(dout * y), rtol=1e-11, atol=1e-11)
