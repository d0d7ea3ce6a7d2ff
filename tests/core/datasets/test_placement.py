from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.datasets.drawn_digits import DrawnDigits
from core.datasets.placement import box_of, centre_by_mass, place_in_frame
from core.errors import DataError


def brush(points, side=200, radius=9.0):
    """Draw round dots along a line, with the soft edge of a painted stroke."""
    y, x = np.mgrid[:side, :side] + 0.5
    ink = np.zeros((side, side))
    for (x0, y0), (x1, y1) in pairwise(points):
        for share in np.linspace(0, 1, 60):
            distance = np.hypot(x - (x0 + share * (x1 - x0)), y - (y0 + share * (y1 - y0)))
            ink = np.maximum(ink, np.clip(radius - distance + 0.5, 0, 1))
    return ink


SEVEN = brush([(60, 40), (140, 40), (90, 170)])


def centre_of_mass(image):
    rows, columns = np.indices(image.shape)
    return (image * rows).sum() / image.sum(), (image * columns).sum() / image.sum()


def extent(image):
    rows, columns = np.nonzero(image > 0.05)
    return np.ptp(rows) + 1, np.ptp(columns) + 1


def test_that_a_drawing_fills_the_box_and_is_centred_by_its_mass():
    placed = place_in_frame(SEVEN)
    assert placed.shape == (28, 28)
    assert placed.dtype == np.float32
    assert max(extent(placed)) == 20
    assert np.allclose(centre_of_mass(placed), 13.5, atol=0.51)
    assert placed.min() == 0
    assert placed.max() == 1


def test_that_the_pad_resolution_does_not_matter():
    large = brush([(120, 80), (280, 80), (180, 340)], side=400, radius=18)
    assert np.abs(place_in_frame(large) - place_in_frame(SEVEN)).mean() < 0.01


@pytest.mark.parametrize("shift", [(0, 0), (15, 25), (-30, 40)])
def test_that_it_does_not_matter_where_on_the_pad_one_draws(shift):
    assert np.allclose(place_in_frame(np.roll(SEVEN, shift, axis=(0, 1))), place_in_frame(SEVEN), atol=1e-6)


def test_that_ink_of_any_strength_and_type_is_taken():
    as_bytes = (SEVEN * 255).astype(np.uint8)
    assert np.allclose(place_in_frame(as_bytes), place_in_frame(SEVEN), atol=0.01)
    assert np.allclose(place_in_frame(SEVEN * 0.3), place_in_frame(SEVEN), atol=1e-6)


@pytest.mark.parametrize("style", ["wild", "tidy"])
def test_that_placing_a_placed_digit_again_gives_it_back_within_a_pixel(style):
    images = DrawnDigits(samples=200, style=style).load(seed=1).train.x[:, 0]
    again = np.stack([place_in_frame(image) for image in images])
    for before, after in zip(images, again, strict=True):
        assert np.allclose(centre_of_mass(before), centre_of_mass(after), atol=1)
    nearest = [
        min(np.abs(np.roll(after, (dy, dx), axis=(0, 1)) - before).mean() for dy in (-1, 0, 1) for dx in (-1, 0, 1))
        for before, after in zip(images, again, strict=True)
    ]
    assert np.median(nearest) < 0.01
    assert max(nearest) < 0.06


@pytest.mark.parametrize(("size", "box"), [(8, 8), (16, 16), (28, 20), (14, 10)])
def test_that_every_usual_frame_has_its_box(size, box):
    assert box_of(size) == box
    placed = place_in_frame(SEVEN, box_of(size), size)
    assert placed.shape == (size, size)
    assert max(extent(placed)) == box
    assert placed.max() == 1


def test_that_a_drawing_in_the_frame_is_as_bold_and_soft_as_the_drawn_digits():
    drawn = DrawnDigits(samples=400, style="tidy").load(seed=0).train.x
    placed = place_in_frame(SEVEN)

    def soft(image):
        return ((image > 0.1) & (image < 0.9)).sum() / (image > 0.1).sum()

    softness = [soft(image) for image in drawn[:, 0]]
    ink = drawn.sum(axis=(1, 2, 3))
    assert min(softness) <= soft(placed) <= max(softness)
    assert ink.min() <= placed.sum() <= ink.max()


@given(st.integers(1, 60), st.integers(1, 60), st.integers(0, 2**32 - 1))
@settings(max_examples=60, deadline=None)
def test_that_any_drawing_fits(height, width, seed):
    image = np.random.default_rng(seed).random((height, width)) + 0.01
    placed = place_in_frame(image)
    assert placed.shape == (28, 28)
    assert np.isfinite(placed).all()
    assert max(extent(placed)) <= 20
    assert placed.max() == 1


@pytest.mark.parametrize("paper", [np.zeros((200, 200)), np.zeros((0, 0)), np.zeros((28, 28), dtype=np.uint8)])
def test_that_an_empty_drawing_is_refused(paper):
    with pytest.raises(DataError) as error:
        place_in_frame(paper)
    assert error.value.code == "empty_drawing"


def test_that_the_drawing_is_left_as_it_was():
    before = SEVEN.copy()
    place_in_frame(SEVEN)
    assert np.array_equal(before, SEVEN)


def test_that_centring_never_pushes_pixels_out():
    corner = np.zeros((1, 20, 20), dtype=np.float32)
    corner[0, 0, 0] = 1
    corner[0, 19, 19] = 0.001
    centred = centre_by_mass(corner, 28)
    assert np.isclose(centred.sum(), corner.sum())
