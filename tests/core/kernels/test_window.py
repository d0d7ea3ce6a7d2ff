from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.kernels.window import Window

windows = st.builds(Window, st.integers(1, 9), st.integers(1, 9), st.integers(0, 9), st.integers(1, 4))


@given(windows, st.integers(1, 60))
def test_that_positions_are_those_one_can_count(window: Window, size: int) -> None:
    starts = range(-window.pad, size + window.pad - window.reach + 1, window.stride)
    assert window.fits(size) == bool(starts)
    if starts:
        assert window.positions(size) == len(starts)
        last = starts[-1] + window.reach
        assert window.left_over(size) == size + window.pad - last


@given(windows)
def test_that_the_reach_covers_all_taps(window: Window) -> None:
    assert window.reach == max(range(0, window.dilation * window.kernel, window.dilation)) + 1


@given(st.integers(1, 99), st.integers(0, 4))
def test_that_half_the_reach_as_padding_keeps_the_size(size: int, half: int) -> None:
    assert Window(2 * half + 1, pad=half).positions(size) == size
