from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.kernels import lowering
from core.kernels.lowering import lowered, multiply, pieces, room_for, row_tiles, shares_rows
from core.kernels.window import Window
from tests.core.kernels.references import numbers, seen, shapes_and_windows

Drawn = tuple[tuple[int, int, int, int], Window]

sizes = st.integers(1, 40)


@given(sizes, sizes, st.integers(2, 5), st.integers(1, 4), st.integers(1, 600), st.integers(1, 300))
def test_that_tiles_cover_every_position_once_in_two_halves(
    rows: int, columns: int, kernel: int, stride: int, channels: int, batch: int
) -> None:
    count = np.zeros((rows, columns), int)
    tiles = row_tiles(rows, columns, channels, batch, kernel=kernel, stride=stride)
    for tile in tiles:
        count[tile] += 1
        lines = stride * (tile[0].stop - tile[0].start - 1) + kernel
        numbers_of_line = kernel * channels * (tile[1].stop - tile[1].start) * batch
        assert tile[0].stop - tile[0].start == 1 or lines * numbers_of_line <= lowering.TILE_NUMBERS
    assert (count == 1).all()
    assert len(tiles) % 2 == 0 or len(tiles) == rows * columns


@given(shapes_and_windows(most_dilation=1), st.integers(1, 2), st.data())
def test_that_each_row_of_a_tile_has_the_columns_that_its_windows_see(drawn: Drawn, groups: int, data: st.DataObject) -> None:
    (channels, height, width, batch), window = drawn
    x = numbers((groups * channels, height, width, batch), 0)
    expected, high, wide = seen(x, window, 0)
    top, left = data.draw(st.integers(0, high - 1)), data.draw(st.integers(0, wide - 1))
    tile = slice(top, data.draw(st.integers(top + 1, high))), slice(left, data.draw(st.integers(left + 1, wide)))
    images = x.reshape(groups, channels, height, width, batch)
    room = np.full(room_for([tile], window, len(x), batch), np.nan)
    columns = lowered(images, window, tile, room)
    part = expected[:, tile[0], tile[1]].reshape(groups, channels, *expected[0, tile[0], tile[1]].shape)
    np.testing.assert_array_equal(columns, part.transpose(0, 2, 4, 5, 1, 3, 6).reshape(columns.shape))
    assert np.shares_memory(columns, room)


@pytest.mark.parametrize(("kernel", "stride", "dilation", "run"), [(1, 1, 1, 999), (3, 3, 1, 999), (3, 1, 2, 999), (3, 1, 1, 5)])
def test_that_rows_are_shared_only_where_long_ones_overlap(kernel: int, stride: int, dilation: int, run: int) -> None:
    assert shares_rows(3, 2, 1, lowering.LEAST_RUN)
    assert not shares_rows(kernel, stride, dilation, run)


@given(st.integers(1, 5000), st.integers(1, 100_000))
def test_that_pieces_of_a_row_follow_one_another_and_are_small_products(length: int, weights: int) -> None:
    end = 0
    for start, stop, piece in pieces(length, weights):
        assert start == end < stop
        assert (stop - start) % piece == 0
        assert piece == length or piece * weights <= lowering.SMALL_PRODUCT
        end = stop
    assert end == length


@given(st.integers(1, 2), st.integers(1, 3), st.integers(1, 3), st.integers(1, 4), st.integers(1, 90))
def test_that_products_in_pieces_are_the_product(groups: int, rows: int, filters: int, depth: int, length: int) -> None:
    w, columns = numbers((groups, filters, depth), 0), numbers((groups, rows, depth, length), 1)
    out = np.full((groups, filters, rows, length), np.nan)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lowering, "SMALL_PRODUCT", 32 * filters * depth)
        multiply(w, columns, out.swapaxes(1, 2))
    np.testing.assert_array_equal(out.swapaxes(1, 2), np.einsum("gfd,grdl->grfl", w, columns))
