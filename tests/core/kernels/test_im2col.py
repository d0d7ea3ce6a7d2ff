from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.kernels import im2col as module
from core.kernels.im2col import col2im, im2col, tiles, windows
from core.kernels.layout import framed
from core.kernels.window import Window
from tests.core.kernels.references import numbers, seen, shapes_and_windows


@given(st.integers(1, 30), st.integers(1, 30), st.integers(1, 2 * module.TILE_BYTES))
def test_that_tiles_cover_every_position_once_and_stay_small(rows: int, columns: int, position_bytes: int) -> None:
    count = np.zeros((rows, columns), int)
    for tile in tiles(rows, columns, position_bytes):
        count[tile] += 1
        size = count[tile].size
        assert size == 1 or size * position_bytes <= module.TILE_BYTES
    assert (count == 1).all()


@given(shapes_and_windows(), st.data())
def test_that_columns_hold_what_the_windows_see(drawn: tuple[tuple[int, int, int, int], Window], data: st.DataObject) -> None:
    shape, window = drawn
    x = numbers(shape, 0)
    expected, high, wide = seen(x, window, 0)
    top, left = data.draw(st.integers(0, high - 1)), data.draw(st.integers(0, wide - 1))
    tile = slice(top, data.draw(st.integers(top + 1, high))), slice(left, data.draw(st.integers(left + 1, wide)))
    col = im2col(windows(framed(x, window.pad), window), tile, np.empty(expected.size))
    part = expected[:, tile[0], tile[1]].transpose(0, 3, 4, 1, 2, 5)
    np.testing.assert_array_equal(col, part.reshape(shape[0] * window.kernel**2, -1))


@given(shapes_and_windows())
def test_that_col2im_is_the_transpose_of_im2col(drawn: tuple[tuple[int, int, int, int], Window]) -> None:
    shape, window = drawn
    image = framed(numbers(shape, 0), window.pad)
    tile = slice(0, window.positions(shape[1])), slice(0, window.positions(shape[2]))
    col = im2col(windows(image, window), tile, np.empty(image.size * window.kernel**2 * 4))
    other = numbers(col.shape, 1)
    back = np.zeros_like(image)
    col2im(other, window, tile, back)
    assert np.sum(col * other) == np.sum(image * back)


def test_that_the_books_small_example_comes_out() -> None:
    image = np.arange(1.0, 10).reshape(1, 3, 3, 1)
    tile = slice(0, 2), slice(0, 2)
    col = im2col(windows(image, Window(2)), tile, np.empty(16))
    assert col.T.tolist() == [[1, 2, 4, 5], [2, 3, 5, 6], [4, 5, 7, 8], [5, 6, 8, 9]]
    back = np.zeros_like(image)
    col2im(col, Window(2), tile, back)
    assert back[0, :, :, 0].tolist() == [[1, 4, 3], [8, 20, 12], [7, 16, 9]]


def test_that_the_windows_are_a_view_nobody_can_write_to() -> None:
    image = np.zeros((1, 4, 4, 2))
    view = windows(image, Window(3))
    assert np.shares_memory(view, image)
    with pytest.raises(ValueError, match="read-only"):
        view[...] = 1
