from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.kernels import im2col, lowering
from core.kernels.convolution import convolve, filter_gradient, gradients, gradients_by_dout, image_gradient
from core.kernels.window import Window
from tests.core.kernels.references import convolution, numbers, shapes_and_windows

Drawn = tuple[tuple[int, int, int, int], Window]


@given(
    shapes_and_windows(),
    st.integers(1, 3),
    st.integers(1, 2),
    st.sampled_from([1, 300, 2000, 10**6]),
    st.sampled_from([1, 10**6]),
)
def test_that_every_tiling_agrees_with_the_definition(
    drawn: Drawn, per_group: int, groups: int, tile_bytes: int, least_run: int
) -> None:
    (channels, height, width, batch), window = drawn
    x = numbers((channels * groups, height, width, batch), 0)
    w = numbers((per_group * groups, channels, window.kernel, window.kernel), 1)
    b = numbers((len(w),), 2)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(im2col, "TILE_BYTES", tile_bytes)
        patch.setattr(lowering, "TILE_NUMBERS", tile_bytes // 8)
        patch.setattr(lowering, "LEAST_RUN", least_run)
        y = convolve(x, w, window, groups=groups, bias=b)
        np.testing.assert_array_equal(y, convolution(x, w, window, groups, b))
        dout = numbers(y.shape, 3)
        dw, db = np.full_like(w, np.nan), np.full_like(b, np.nan)
        filter_gradient(x, dout, dw, window, groups=groups, db=db)
        dx = image_gradient(dout, w, x.shape, window, groups=groups)
        again, db_again = np.full_like(w, np.nan), np.full_like(b, np.nan)
        np.testing.assert_array_equal(gradients(x, w, dout, again, window, groups=groups, db=db_again), dx)
        np.testing.assert_array_equal(again, dw)
        np.testing.assert_array_equal(db_again, db)
        if window.stride == 1 and window.pad < window.reach:
            np.testing.assert_array_equal(gradients_by_dout(x, w, dout, again, window, groups=groups), dx)
            np.testing.assert_array_equal(again, dw)
    # y is linear in x, w and b, so these products have to agree; all numbers are whole, so they do exactly.
    assert np.sum(dout * y) == np.sum(dx * x) + np.sum(db * b) == np.sum(dw * w) + np.sum(db * b)
    one = numbers(w.shape, 4)
    assert np.sum(dout * convolution(x, one, window, groups, b * 0)) == np.sum(dw * one)
    other = numbers(x.shape, 5)
    assert np.sum(dout * convolution(other, w, window, groups, b * 0)) == np.sum(dx * other)


def test_that_the_columns_of_a_large_batch_are_never_stored_whole() -> None:
    import tracemalloc

    x = np.zeros((8, 32, 32, 64), np.float32)
    w = np.zeros((8, 8, 5, 5), np.float32)
    tracemalloc.start()
    y = convolve(x, w, Window(5, pad=2))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 3 * y.nbytes + 2 * im2col.TILE_BYTES < 25 * x.nbytes
