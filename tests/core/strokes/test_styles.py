from __future__ import annotations

import numpy as np
import pytest

from core.strokes.styles import SAMPLES, Style
from core.strokes.variation import STYLES

EVERY = [pytest.param(style, id=f"{digit}-{style.name}") for digit, styles in enumerate(STYLES) for style in styles]


def test_that_there_are_about_eighty_styles_or_more():
    assert len(STYLES) == 10
    assert sum(map(len, STYLES)) >= 80
    assert all(len({style.name for style in styles}) == len(styles) >= 5 for styles in STYLES)


@pytest.mark.parametrize("style", EVERY)
def test_that_a_style_is_well_formed(style):
    assert style.weight > 0
    assert style.curve.shape == (SAMPLES, len(style.points))
    # the weights of every curve point sum to 1, so that moving all control points moves the curve with them
    assert np.allclose(style.curve.sum(axis=1), 1)
    path = style.curve @ style.points
    assert path.min() > -0.45
    assert path.max() < 1.45
    assert path[:, 1].max() - path[:, 1].min() > 0.8


@pytest.mark.parametrize("style", EVERY)
def test_that_a_curve_goes_through_both_ends_of_each_stroke(style):
    path = style.curve @ style.points
    for stroke in style.strokes:
        for x, y, _ in (stroke[0], stroke[-1]):
            assert np.hypot(*(path - (x, y)).T).min() < 1e-9


@pytest.mark.parametrize("style", EVERY)
def test_that_the_dots_of_a_stroke_are_evenly_spaced(style):
    steps = np.hypot(*np.diff(style.curve @ style.points, axis=0).T)
    assert np.sort(steps)[-len(style.strokes)] < 3 * np.median(steps)


def test_that_a_corner_is_sharp_and_a_bend_is_not():
    def closest(path):
        style = Style("bend", 1, path)
        return np.hypot(*(style.curve @ style.points - (1, 0)).T).min()

    def turn(path):
        points = Style("bend", 1, path).curve @ Style("bend", 1, path).points
        steps = np.diff(points, axis=0)
        angles = np.arctan2(steps[:, 1], steps[:, 0])
        return np.abs(np.diff(np.unwrap(angles))).max()

    assert turn("0,0 100,0! 100,100") > 0.7
    assert turn("0,0 100,0 100,100") < 0.3
    assert closest("0,0 100,0! 100,100") < 0.02
