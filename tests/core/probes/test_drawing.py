import numpy as np
import pytest

from core.datasets.base import Samples
from core.datasets.placement import place_in_frame
from core.datasets.recipe import Data, DataRecipe, prepare
from core.errors import DataError
from core.fields import ComponentSpec
from core.probes.drawing import DrawingFrame, drawing_frame
from tests.core.probes.mnist_five import mnist_five


def digits(scaling: str, *, flatten: bool = False) -> Data:
    return prepare(DataRecipe(ComponentSpec("Digits"), scaling=scaling, flatten=flatten), seed=0)


def stroke() -> np.ndarray:
    drawing = np.zeros((200, 200))
    drawing[40:160, 90:110] = 0.8
    return drawing


@pytest.mark.parametrize("scaling", ["unit", "standard", "none"])
def test_that_full_ink_gets_the_value_that_full_ink_has_in_the_data(scaling):
    data = digits(scaling)
    frame = drawing_frame(data, (1, 8, 8))
    sample = frame.sample(frame.fit(stroke()).picture)
    assert sample.shape == (1, 1, 8, 8)
    assert sample.max() == pytest.approx(data.train.x.max(), rel=1e-6)
    assert sample.min() == pytest.approx(data.train.x.min(), abs=1e-6)


def test_that_a_drawing_for_flattened_data_is_a_vector():
    frame = drawing_frame(digits("unit", flatten=True), (1, 8, 8))
    assert frame.sample(frame.fit(stroke()).picture).shape == (1, 64)


def test_that_dark_digits_on_light_ground_are_drawn_dark_on_light():
    data = digits("unit")
    turned = Samples(1 - data.train.x, data.train.t.copy())
    frame = drawing_frame(
        Data(turned, data.validation, data.test, data.task, data.classes, 0.0, 1.0),
        (1, 8, 8),
    )
    assert (frame.paper, frame.ink) == (1, 0)


@pytest.mark.parametrize("shape", [(2,), (3, 8, 8), (1, 8, 9), ()])
def test_that_only_square_images_of_one_channel_can_be_drawn(shape):
    assert drawing_frame(digits("unit"), shape) is None


def test_that_an_empty_pad_is_refused():
    frame = drawing_frame(digits("unit"), (1, 8, 8))
    with pytest.raises(DataError):
        frame.fit(np.zeros((200, 200)))


def test_that_the_steps_lead_to_what_the_data_was_made_by():
    frame = drawing_frame(digits("unit"), (1, 8, 8))
    drawing = stroke()
    drawing[150:160, 60:140] = 0.4
    steps = frame.fit(drawing)
    assert steps.crop.shape == (120, 80)
    assert steps.fitted.shape == (8, 5)
    assert steps.centre[0] > 3.5
    np.testing.assert_allclose(steps.picture, place_in_frame(drawing, 8, 8))


@pytest.mark.parametrize("shift", [(0, 0), (9, -21), (-30, 25)])
def test_that_a_real_image_of_mnist_comes_back_within_one_pixel(shift: tuple[int, int]) -> None:
    five = mnist_five()
    frame = DrawingFrame(28, 20, (1, 28, 28), 0.0, 1.0)
    drawn = np.roll(np.kron(five, np.ones((8, 8))) * 255, shift, axis=(0, 1))
    picture = frame.fit(drawn).picture
    moves = [(down, right) for down in (-1, 0, 1) for right in (-1, 0, 1)]
    assert min(np.abs(np.roll(five, move, (0, 1)) - picture).max() for move in moves) < 1e-5
