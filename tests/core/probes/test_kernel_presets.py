import numpy as np
import pytest

from core.kernels.convolution import convolve
from core.kernels.layout import batch_last
from core.kernels.window import Window
from core.probes.kernel_presets import PRESETS, preset_kernel

IMAGE = np.zeros((9, 9), np.float32)
IMAGE[:, 5:] = 1  # dark to the left, light to the right


def filtered(preset: str, side: int = 3, image: np.ndarray = IMAGE) -> np.ndarray:
    kernel = preset_kernel(preset, np.full((side, side), 0.25, np.float32))
    y = convolve(batch_last(image[np.newaxis, np.newaxis]), kernel[np.newaxis, np.newaxis], Window(side, 1, side // 2, 1))
    return y[0, :, :, 0]


@pytest.mark.parametrize("side", [1, 2, 3, 5, 7])
@pytest.mark.parametrize("preset", PRESETS)
def test_that_a_preset_has_the_size_of_the_kernel(preset: str, side: int) -> None:
    present = np.ones((side, side), np.float32)
    found = preset_kernel(preset, present)
    assert found.shape == present.shape
    assert found.dtype == np.float32


@pytest.mark.parametrize("side", [1, 3, 5])
def test_that_identity_gives_the_image(side: int) -> None:
    np.testing.assert_array_equal(filtered("identity", side), IMAGE)


def test_that_sobel_finds_its_edges_and_no_others() -> None:
    inside = np.s_[1:-1, 1:-1]
    upright, level = filtered("sobel_x")[inside], filtered("sobel_y")[inside]
    assert upright[:, 3:5].min() == 4
    assert np.delete(upright, (3, 4), axis=1).max() == 0
    assert np.abs(level).max() == 0
    assert filtered("sobel_y", image=IMAGE.T.copy())[inside][3:5].min() == 4


def test_that_blur_keeps_the_mean_and_sharpening_and_outlines_leave_even_ground_alone() -> None:
    even = np.full((9, 9), 0.5, np.float32)
    inside = np.s_[2:-2, 2:-2]
    np.testing.assert_allclose(filtered("blur", 3, even)[inside], 0.5, rtol=1e-6)
    np.testing.assert_allclose(filtered("sharpen", 3, even)[inside], 0.5)
    np.testing.assert_allclose(filtered("outline", 3, even)[inside], 0, atol=1e-6)


def test_that_the_negative_turns_the_present_kernel() -> None:
    present = np.arange(9, dtype=np.float32).reshape(3, 3)
    np.testing.assert_array_equal(preset_kernel("negative", present), -present)
    assert not preset_kernel("zero", present).any()
