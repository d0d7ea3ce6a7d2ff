from __future__ import annotations

import numpy as np
import pytest

from core.datasets.digits import Digits
from core.datasets.drawn_digits import CHUNK, DrawnDigits
from core.datasets.placement import place_in_frame
from core.strokes.pen import draw
from core.strokes.variation import LOOKS


def images_of(style, samples=800, seed=0):
    train = DrawnDigits(samples=samples, style=style).load(seed).train
    return train.x[:, 0], train.t


@pytest.mark.parametrize("style", ["wild", "tidy"])
def test_that_digits_lie_in_the_frame_as_in_mnist(style):
    images, _ = images_of(style)
    assert images.min() >= 0
    assert images.max() <= 1
    rows, columns = (images.max(axis=axis) > 0 for axis in (2, 1))
    height, width = rows.sum(axis=1), columns.sum(axis=1)
    assert (np.maximum(height, width) <= 20).all()
    assert (np.maximum(height, width) >= 18).all()
    middle = (images.sum(axis=2) @ np.arange(28)) / images.sum(axis=(1, 2))
    assert np.abs(middle - 13.5).max() < 0.6


@pytest.mark.parametrize("style", ["wild", "tidy"])
def test_that_strokes_are_as_bright_as_ink(style):
    images, _ = images_of(style)
    assert (images.max(axis=(1, 2)) > 0.7).all()
    assert np.median(images.max(axis=(1, 2))) > 0.95
    share = (images > 0.5).mean(axis=(1, 2))
    assert share.min() > 0.02
    assert share.max() < 0.45


def test_that_wild_digits_differ_more_than_tidy_ones():
    spread = {}
    for style in LOOKS:
        images, labels = images_of(style)
        spread[style] = np.mean([images[labels == digit].var(axis=0).sum() for digit in range(10)])
    assert spread["wild"] > 1.2 * spread["tidy"]


def test_that_classes_are_equally_frequent():
    _, labels = images_of("wild", samples=CHUNK * 10)
    assert (np.bincount(labels) == CHUNK).all()


def test_that_a_larger_set_begins_with_the_smaller_one():
    small, large = (images_of("wild", samples=samples)[0] for samples in (50, 130))
    assert np.array_equal(small, large[:50])


def test_that_progress_rises_to_one_in_small_steps():
    seen = []
    DrawnDigits(samples=2000).load(0, progress=seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == 1
    assert len(seen) >= 20


def test_that_one_digit_can_be_drawn_alone():
    assert draw(np.array([7]), LOOKS["tidy"], np.random.default_rng(0)).shape == (1, 28, 28)


def test_that_drawn_digits_look_like_digits_that_people_wrote():
    images, labels = images_of("wild", samples=1000)
    small = np.stack([place_in_frame(image, 8, 8) for image in images]).reshape(len(images), -1)
    real = Digits().load(0).train
    written = real.x.reshape(len(real), -1) / 16
    nearest = ((written**2).sum(axis=1)[:, None] - 2 * written @ small.T + (small**2).sum(axis=1)).argmin(axis=1)
    right = labels[nearest] == real.t
    # the nearest of 1,000 very small pictures; chance is 0.1
    assert right.mean() > 0.5
