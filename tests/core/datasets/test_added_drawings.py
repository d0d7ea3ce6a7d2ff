import numpy as np
import pytest

from core.datasets.added_drawings import AddedDrawing, added_drawing, with_drawings
from core.datasets.recipe import DataRecipe, prepare
from core.errors import SettingError
from core.fields import ComponentSpec
from core.serial import from_json, to_json

PICTURE = np.linspace(0, 1, 64, dtype=np.float32).reshape(8, 8)
RECIPE = DataRecipe(ComponentSpec("Digits"))


def test_that_a_drawing_is_kept_to_a_level_of_grey_and_in_the_file() -> None:
    drawn = added_drawing(PICTURE, 3)
    assert np.abs(drawn.picture - PICTURE).max() <= 0.5 / 255 + 1e-6
    recipe = DataRecipe(drawings=(drawn,))
    assert from_json(DataRecipe, to_json(recipe)) == recipe


@pytest.mark.parametrize("flatten", [False, True])
@pytest.mark.parametrize("scaling", ["unit", "standard"])
def test_that_drawings_are_learned_from_with_the_values_of_the_data(flatten: bool, scaling: str) -> None:
    plain = DataRecipe(ComponentSpec("Digits"), scaling=scaling, flatten=flatten)
    without = prepare(plain, 0)
    drawings = (added_drawing(PICTURE, 3), added_drawing(PICTURE.T, 7))
    data = prepare(DataRecipe(ComponentSpec("Digits"), scaling=scaling, flatten=flatten, drawings=drawings), 0)
    assert len(data.train) == len(without.train) + 2
    np.testing.assert_array_equal(data.train.x[:-2], without.train.x)
    np.testing.assert_array_equal(data.test.x, without.test.x)
    assert data.train.t[-2:].tolist() == [3, 7]
    low, high = without.train.x[:500].min(), without.train.x[:500].max()
    assert data.train.x[-2].min() == pytest.approx(low)
    assert data.train.x[-2].max() == pytest.approx(high)


def test_that_drawings_that_do_not_fit_are_left_out() -> None:
    data = prepare(RECIPE, 0)
    assert with_drawings(data.train, (added_drawing(np.zeros((28, 28)), 1), added_drawing(PICTURE, 10)), 10) is data.train


@pytest.mark.parametrize(("label", "side", "pixels"), [(-1, 1, "AA=="), (0, 2, "AA=="), (0, 1, "no base 64")])
def test_that_a_damaged_drawing_is_told(label: int, side: int, pixels: str) -> None:
    with pytest.raises(SettingError):
        AddedDrawing(label, side, pixels)
