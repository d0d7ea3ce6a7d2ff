import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from core.kernels.window import Window
from core.probes.unfolding import fold, unfold, visit_counts

WINDOWS = st.builds(Window, st.integers(1, 3), st.integers(1, 3), st.integers(0, 2), st.integers(1, 2))


def test_that_the_worked_example_comes_out() -> None:
    image = np.arange(1.0, 10).reshape(1, 1, 3, 3)
    unfolding = unfold(image, Window(2))
    np.testing.assert_array_equal(unfolding.col, [[1, 2, 4, 5], [2, 3, 5, 6], [4, 5, 7, 8], [5, 6, 8, 9]])
    np.testing.assert_array_equal(fold(unfolding.col, (1, 1, 3, 3), Window(2))[0, 0], [[1, 4, 3], [8, 20, 12], [7, 16, 9]])
    np.testing.assert_array_equal(visit_counts(3, 3, Window(2)), [[1, 2, 1], [2, 4, 2], [1, 2, 1]])
    assert unfolding.growth == 16 / 9


@settings(max_examples=60, deadline=None)
@given(WINDOWS, st.integers(1, 2), st.integers(1, 3), st.integers(5, 8), st.integers(5, 8), st.integers(0, 99))
def test_that_col2im_is_the_adjoint_of_im2col(window: Window, n: int, c: int, h: int, w: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    image = rng.normal(size=(n, c, h, w))
    unfolding = unfold(image, window)
    col = rng.normal(size=unfolding.col.shape)
    np.testing.assert_allclose((unfolding.col * col).sum(), (image * fold(col, image.shape, window)).sum(), rtol=1e-9, atol=1e-9)


@settings(max_examples=60, deadline=None)
@given(WINDOWS, st.integers(1, 2), st.integers(1, 3), st.integers(5, 8), st.integers(5, 8), st.data())
def test_that_every_entry_is_found_where_it_came_from(
    window: Window, n: int, c: int, h: int, w: int, data: st.DataObject
) -> None:
    image = np.random.default_rng(1).normal(size=(n, c, h, w))
    unfolding = unfold(image, window)
    row = data.draw(st.integers(0, len(unfolding.col) - 1))
    column = data.draw(st.integers(0, unfolding.col.shape[1] - 1))
    sample, channel, y, x = unfolding.pixel(row, column)
    assert unfolding.col[row, column] == unfolding.padded[sample, channel, y, x]
    assert unfolding.row(*unfolding.place(row)) == row
    assert row in unfolding.rows_over(sample, y, x)
    assert unfolding.col.shape == (unfolding.row_count, unfolding.columns)
    np.testing.assert_array_equal(unfolding.rows(row, row + 1), unfolding.col[row : row + 1])


def test_that_a_pixel_is_in_as_many_rows_as_it_is_visited() -> None:
    window = Window(3, 2, 1)
    unfolding, counts = unfold(np.ones((1, 1, 6, 7)), window), visit_counts(6, 7, window)
    for y in range(6):
        for x in range(7):
            assert len(unfolding.rows_over(0, y + 1, x + 1)) == counts[y, x]
