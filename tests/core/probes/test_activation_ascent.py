import numpy as np
import pytest

from core.probes.activation_ascent import Ascent, Regularisers, Slope, begin_ascent, blurred, climb, value_and_gradient
from core.probes.asked_network import asked_network
from core.probes.path import path_to
from core.text import parse_network

FREE = Regularisers(decay=0, blur=0, jitter=0)


def slope(whole_map: bool = False, network: str = "Conv(3, 5) ReLU Conv(2, 3)", layer: str = "conv2") -> Slope:
    built = asked_network(parse_network(network), (1, 12, 12), seed=2)
    return Slope(path_to(built, layer), 1, whole_map, (1, 12, 12), 0.0, 1.0, 0.0)


def climbed(steps: int, regularisers: Regularisers = FREE, seed: int = 0, **settings: object) -> Ascent:
    rng = np.random.default_rng(seed)
    up = slope(**settings)
    return climb(up, begin_ascent(up, (1, 12, 12), rng), regularisers, rng, steps)


@pytest.mark.parametrize("whole_map", [False, True])
def test_that_the_unit_grows_and_the_picture_stays_within_the_data(whole_map: bool) -> None:
    found = climbed(30, whole_map=whole_map)
    assert found.steps == 30
    assert found.activations[-1] > found.activations[0]
    assert found.picture.min() >= 0
    assert found.picture.max() <= 1


def test_that_only_what_the_middle_sees_is_painted() -> None:
    found = climbed(20)
    begun = begin_ascent(slope(), (1, 12, 12), np.random.default_rng(0))
    changed = np.argwhere(found.picture[0] != begun.picture[0])
    assert len(changed)
    assert changed.min() >= 3  # the middle of a map of 6×6 sees 7×7 from pixel 3 on
    assert changed.max() <= 9


def test_that_the_value_is_that_of_the_map() -> None:
    picture = np.random.default_rng(1).uniform(size=(1, 12, 12)).astype(np.float32)
    y = picture[np.newaxis]
    for layer in slope().path:
        y = layer.forward(y)
    assert value_and_gradient(slope(), picture)[0] == pytest.approx(float(y[0, 1, 3, 3]), rel=1e-5)
    assert value_and_gradient(slope(whole_map=True), picture)[0] == pytest.approx(float(y[0, 1].mean()), rel=1e-5)


def test_that_going_on_is_the_same_as_not_stopping() -> None:
    up, rng = slope(), np.random.default_rng(0)
    halves = climb(up, climb(up, begin_ascent(up, (1, 12, 12), rng), Regularisers(), rng, 7), Regularisers(), rng, 6)
    whole = climbed(13, Regularisers())
    np.testing.assert_array_equal(halves.picture, whole.picture)


def test_that_each_regulariser_does_what_it_says() -> None:
    free = climbed(24)
    faded = climbed(24, Regularisers(decay=0.2, blur=0, jitter=0))
    assert np.abs(faded.picture).sum() < np.abs(free.picture).sum()

    def roughness(picture: np.ndarray) -> float:
        return float(np.abs(np.diff(picture, axis=2)).sum() / np.abs(picture).sum())

    assert roughness(climbed(24, Regularisers(decay=0, blur=1, jitter=0)).picture) < roughness(free.picture)
    assert not np.array_equal(climbed(24, Regularisers(decay=0, blur=0, jitter=2)).picture, free.picture)


def test_that_blurring_keeps_what_is_even_and_the_sum_inside() -> None:
    np.testing.assert_allclose(blurred(np.full((2, 6, 7), 3.0), 0.8), 3.0)
    spot = np.zeros((1, 9, 9))
    spot[0, 4, 4] = 1
    spread = blurred(spot, 0.7)
    assert spread.sum() == pytest.approx(1)
    assert spread[0, 4, 4] == spread.max() < 1
