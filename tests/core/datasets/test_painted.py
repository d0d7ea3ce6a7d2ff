"""Points that a person painted: what is read, what is refused, and who learns from them."""

from __future__ import annotations

import numpy as np
import pytest

from core.datasets.painted import Painted, read_points, write_points
from core.datasets.recipe import DataRecipe, prepare
from core.errors import DataError
from core.fields import ComponentSpec


def many(count: int) -> str:
    rng = np.random.default_rng(0)
    return write_points(rng.uniform(-6, 6, (count, 2)), rng.integers(0, 2, count))


def recipe(points: str, classes: int = 2) -> DataRecipe:
    return DataRecipe(ComponentSpec.of("Painted", points=points, class_count=classes), scaling="none", validation=0.2, test=0.2)


def test_that_points_are_read_as_they_were_written():
    x, t = read_points(write_points([(1.5, -2.0), (0.2504, 3)], [0, 4]))
    np.testing.assert_allclose(x, [[1.5, -2.0], [0.25, 3.0]])
    assert t.tolist() == [0, 4]
    assert read_points("")[0].shape == (0, 2)


@pytest.mark.parametrize("text", ["1 2", "1 2 9", "a 2 0", "1 2 0 3", "nan 2 0", "1 99999 0", "1 2 -1"])
def test_that_what_is_no_point_is_refused_with_its_number(text):
    with pytest.raises(DataError) as caught:
        read_points(f"0 0 0;{text}")
    assert caught.value.details["number"] == 2


def test_that_a_class_beyond_the_number_of_classes_is_refused():
    with pytest.raises(DataError, match="label"):
        Painted(points="0 0 2", class_count=2).load(0)


def test_that_nearly_every_point_keeps_its_part_when_one_is_added():
    text = many(200)
    before = prepare(recipe(text), 0)
    after = prepare(recipe(f"{text};0 0 1"), 0)
    kept = {tuple(row) for row in before.train.x.tolist()} & {tuple(row) for row in after.train.x.tolist()}
    assert len(kept) >= len(before.train) - 2


def test_that_a_third_class_asks_for_a_third_output():
    assert prepare(recipe(many(40) + ";1 1 2", classes=3), 0).outputs == 3
