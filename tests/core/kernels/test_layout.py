from __future__ import annotations

import numpy as np
import pytest

from core.kernels.layout import batch_first, batch_last, framed, unframed


def test_that_images_of_the_kernels_pass_between_layers_without_a_copy() -> None:
    images = np.zeros((2, 3, 4, 5))
    shown = batch_first(images)
    assert shown.shape == (5, 2, 3, 4)
    assert np.shares_memory(batch_last(shown), images)
    assert np.shares_memory(shown.reshape(5, -1), images)  # flattening is free as well


@pytest.mark.parametrize("pad", [0, 1, 3])
def test_that_a_frame_surrounds_the_image_and_comes_off_again(pad: int) -> None:
    x = np.arange(24.0).reshape(1, 2, 3, 4)
    out = framed(x, pad, value=-7)
    np.testing.assert_array_equal(out, np.pad(x, ((0, 0), (pad, pad), (pad, pad), (0, 0)), constant_values=-7))
    np.testing.assert_array_equal(unframed(out, pad), x)
