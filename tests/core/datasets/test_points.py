from __future__ import annotations

import numpy as np
import pytest

from core.datasets.checkerboard import Checkerboard
from core.datasets.circle import Circle
from core.datasets.cubic import Cubic
from core.datasets.gauss import Gauss
from core.datasets.moons import Moons
from core.datasets.multi_gauss import MultiGauss
from core.datasets.plane import Plane
from core.datasets.sine import Sine
from core.datasets.spiral import Spiral, ThreeSpirals
from core.datasets.xor import Xor


def points(kind, **settings):
    data = kind(**settings).load(seed=0)
    return data.train.x, data.train.t


def test_that_the_disc_lies_inside_the_ring():
    x, t = points(Circle)
    radius = np.hypot(*x.T)
    assert radius[t == 1].max() <= 2.5
    assert 3.5 <= radius[t == 0].min() <= radius.max() <= 5.0001


def test_that_exclusive_or_goes_by_the_signs_and_keeps_off_the_axes():
    x, t = points(Xor)
    assert np.array_equal(t, (x[:, 0] * x[:, 1] < 0).astype(int))
    assert np.abs(x).min() >= 0.3


def test_that_noise_turns_labels_near_the_border_alone():
    x, t = points(Xor, samples=4000, noise=0.1)
    wrong = t != (x[:, 0] * x[:, 1] < 0)
    assert 0 < wrong.mean() < 0.2
    assert np.abs(x[wrong]).min(axis=1).max() <= 0.5


@pytest.mark.parametrize(("noise", "variance"), [(0.0, 0.5), (0.5, 4.0)])
def test_that_the_clouds_have_the_promised_centres_and_variance(noise, variance):
    x, t = points(Gauss, samples=20_000, noise=noise)
    for label, centre in ((0, -2), (1, 2)):
        cloud = x[t == label]
        assert np.allclose(cloud.mean(axis=0), centre, atol=0.08)
        assert np.allclose(cloud.var(axis=0), variance, rtol=0.06)


@pytest.mark.parametrize("kind", [Spiral, ThreeSpirals])
def test_that_calm_arms_do_not_touch(kind):
    x, t = points(kind, samples=300)
    distance = np.linalg.norm(x[:, None] - x[None], axis=2)
    np.fill_diagonal(distance, np.inf)
    nearest = distance.argmin(axis=1)
    # but for the middle, where all arms begin, the nearest point is one of the same arm
    outside = np.hypot(*x.T) > 0.5
    assert (t[nearest] == t)[outside].all()
    assert len(np.unique(x.round(4), axis=0)) == len(x)


def test_that_the_moons_are_half_circles():
    x, t = points(Moons)
    for label, centre in ((0, (-1.5, -0.75)), (1, (1.5, 0.75))):
        assert np.allclose(np.hypot(*(x[t == label] - centre).T), 3, atol=1e-5)


def test_that_neighbouring_squares_differ():
    x, t = points(Checkerboard)
    square = np.floor(x / 2.5).astype(int)
    assert np.array_equal(t, square.sum(axis=1) % 2)
    assert len(np.unique(square, axis=0)) == 16


def test_that_the_plane_is_a_tenth_of_the_sum():
    x, t = points(Plane)
    assert np.allclose(t[:, 0], x.sum(axis=1) / 10, atol=1e-6)
    assert np.abs(t).max() > 1


def test_that_hills_and_hollows_alternate():
    x, t = points(MultiGauss, samples=20_000)
    for centre, height in (((-4, 2.5), 1), ((0, 2.5), -1), ((4, -2.5), -1), ((0, -2.5), 1)):
        near = np.linalg.norm(x - centre, axis=1).argmin()
        assert np.isclose(t[near, 0], height, atol=0.1)
    assert (t[np.abs(x[:, 1]) < 0.4] == 0).all()


def test_that_the_curves_of_the_line_are_what_they_are_called():
    x, t = points(Sine)
    assert x.shape == t.shape == (1200, 1)
    assert np.allclose(t, np.sin(x), atol=1e-6)
    x, t = points(Cubic, noise=0.25)
    assert 0.2 < np.abs(t - ((x / 4) ** 3 - x / 4)).max() <= 0.2501
