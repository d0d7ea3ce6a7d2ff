import numpy as np
import pytest

from core.datasets.recipe import DataRecipe, prepare
from core.fields import ComponentSpec
from core.network import Network
from core.probes.invariance import DISTURBANCES, POINTS, STRONGEST, Trial, accuracies, disturbed, stillness, strengths
from core.probes.rivals import begin_rival, rival_network, train_on
from core.text import parse_network

RNG = np.random.default_rng(3)
IMAGES = RNG.uniform(0.2, 1, (4, 2, 9, 9)).astype(np.float32)


def apply(kind: str, strength: float, images: np.ndarray = IMAGES, ground: float = 0.0) -> np.ndarray:
    return disturbed(images, kind, strength, ground=ground, rng=np.random.default_rng(0))


@pytest.mark.parametrize("kind", DISTURBANCES)
def test_that_no_strength_changes_nothing_and_some_changes_much(kind: str) -> None:
    np.testing.assert_array_equal(apply(kind, 0), IMAGES)
    changed = apply(kind, STRONGEST[kind])
    assert changed.shape == IMAGES.shape
    assert changed.dtype == np.float32
    assert np.abs(changed - IMAGES).mean() > 0.05
    assert strengths(kind)[0] == 0
    assert strengths(kind)[-1] == STRONGEST[kind]


def test_that_a_shift_moves_whole_pixels_exactly_and_brings_the_ground_in() -> None:
    moved = apply("shift", 3.0, ground=-1)
    np.testing.assert_allclose(moved[..., 3:], IMAGES[..., :-3], rtol=1e-6)
    np.testing.assert_array_equal(moved[..., :3], -1)
    half = apply("shift", 0.5)
    np.testing.assert_allclose(half[..., 1:], (IMAGES[..., 1:] + IMAGES[..., :-1]) / 2, rtol=1e-5)


def test_that_a_quarter_turn_is_exact_and_shrinking_keeps_the_middle() -> None:
    turned = apply("rotate", 90.0)
    assert np.allclose(turned, np.rot90(IMAGES, 1, (2, 3)), atol=1e-5) or np.allclose(
        turned, np.rot90(IMAGES, -1, (2, 3)), atol=1e-5
    )
    small = apply("scale", 0.5)
    np.testing.assert_allclose(small[..., 4, 4], IMAGES[..., 4, 4], rtol=1e-6)
    assert not small[..., 0, :].any()


def test_that_contrast_fades_to_the_ground_and_mixing_keeps_every_pixel() -> None:
    np.testing.assert_allclose(apply("contrast", 1.0, ground=0.3), 0.3)
    mixed = apply("permutation", 1.0)
    np.testing.assert_array_equal(np.sort(mixed.reshape(4, 2, -1)), np.sort(IMAGES.reshape(4, 2, -1)))
    first, second = (np.argsort(np.argsort(im.ravel())) for im in (IMAGES[0, 0], mixed[0, 0]))
    assert not np.array_equal(first, second)


def test_that_networks_meet_the_same_disturbances_and_a_shift_costs_accuracy() -> None:
    data = prepare(DataRecipe(ComponentSpec("Digits")), 0)
    rival = begin_rival("mlp", data, (1, 8, 8), 0)
    assert rival.share == 0
    while rival.share < 1:
        rival = train_on(rival, 40)
    trial = Trial(data.test.x[:200], data.test.t[:200], 0.0, 1)
    found = accuracies(rival.session.network, trial, "shift")
    assert found.shape == (POINTS,)
    assert found[0] > 0.85
    assert found[-1] < 0.5
    noisy = [accuracies(rival.session.network, trial, "noise") for _ in range(2)]
    np.testing.assert_array_equal(noisy[0], noisy[1])


@pytest.mark.parametrize("shape", [(1, 8, 8), (1, 28, 28), (3, 32, 32), (1, 5, 5)])
def test_that_the_rivals_take_any_images_and_are_of_about_one_size(shape: tuple[int, int, int]) -> None:
    sizes = [Network(rival_network(kind, shape, 10), shape, seed=0).theta.size for kind in ("mlp", "cnn")]
    assert 0.2 < sizes[0] / sizes[1] < 5


def test_that_pooling_keeps_more_still_than_what_it_pools() -> None:
    network = Network(parse_network("MaxPool(3, stride=3) Flatten Affine(2)"), (1, 9, 9), seed=0)
    images = np.zeros((1, 1, 9, 9), np.float32)
    images[0, 0, 4, 3] = 1  # moves by one within its window
    found = stillness(network, images, 0.0)[0]
    assert (found.before, found.after) == (0, 1)
    images[0, 0, 4, 5] = 2  # leaves its window
    assert stillness(network, images, 0.0)[0].after < 1
    assert stillness(Network(parse_network("Flatten Affine(2)"), (1, 9, 9), seed=0), images, 0.0) == ()
