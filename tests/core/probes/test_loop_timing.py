import numpy as np
import pytest

from core.kernels.convolution import convolve
from core.kernels.layout import batch_last
from core.kernels.window import Window
from core.probes.loop_timing import by_im2col, by_loops, time_both

RNG = np.random.default_rng(0)


@pytest.mark.parametrize("window", [Window(3, 1, 0, 1), Window(3, 2, 1, 1), Window(2, 1, 2, 2), Window(1, 1, 0, 1)], ids=str)
def test_that_loops_and_im2col_make_the_map_of_the_engine(window: Window) -> None:
    images = RNG.normal(size=(2, 3, 7, 6)).astype(np.float32)
    w = RNG.normal(size=(3, window.kernel, window.kernel)).astype(np.float32)
    expected = convolve(batch_last(images), w[np.newaxis], window)[0].transpose(2, 0, 1)
    np.testing.assert_allclose(by_loops(images, w, window), expected, atol=1e-5)
    np.testing.assert_allclose(by_im2col(images, w, window), expected, atol=1e-5)


def test_that_the_times_are_those_of_the_clock() -> None:
    ticks = iter([0.0, 8.0, *(t for n in range(7) for t in (10.0 * n, 10.0 * n + 2.0))])
    found = time_both(RNG.normal(size=(1, 1, 5, 5)), RNG.normal(size=(1, 3, 3)), Window(3, 1, 0, 1), lambda: next(ticks))
    assert (found.loops, found.im2col, found.factor) == (8, 2, 4)
    assert found.growth == pytest.approx(9 * 9 / 25)
