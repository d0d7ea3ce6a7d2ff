"""What a drag on the plane means, for any line."""

from __future__ import annotations

from math import atan2, hypot, remainder, tau

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from workbench.panels.perceptron_plane.geometry import (
    HIGH,
    LOW,
    Grip,
    View,
    follow,
    handles,
    tip_of,
    turned,
    visible_line,
)
from workbench.panels.perceptron_plane.lettering import words_at_right

VIEW = View(QRectF(40, 6, 400, 400))
hundredths = st.integers(-300, 300).map(lambda n: n / 100)
weights_of_lines = st.tuples(hundredths, hundredths, hundredths).filter(lambda w: hypot(w[0], w[1]) > 0.1)
places = st.tuples(st.floats(-0.4, 1.4), st.floats(-0.4, 1.4))


def z_at(weights, x):
    return weights[0] * x[0] + weights[1] * x[1] + weights[2]


def gripped(weights, part, pressed=(0.5, 0.5)) -> Grip:
    found = handles(weights, VIEW)
    assume(found is not None and (part != "turn" or found.turn is not None))
    return Grip(part, pressed, weights, found)


@given(places)
def test_that_pixels_and_inputs_are_inverse(x) -> None:
    assert VIEW.inputs(VIEW.at(x)) == pytest.approx(x)


@given(weights_of_lines)
def test_that_the_visible_line_ends_on_the_border(weights) -> None:
    ends = visible_line(weights)
    corners = [z_at(weights, (a, b)) for a in (LOW, HIGH) for b in (LOW, HIGH)]
    if ends is None:
        assert min(corners) > -1e-9 or max(corners) < 1e-9
        return
    for end in ends:
        assert z_at(weights, end) == pytest.approx(0, abs=1e-9)
        assert all(LOW - 1e-9 <= value <= HIGH + 1e-9 for value in end)
        assert any(abs(value - border) < 1e-9 for value in end for border in (LOW, HIGH))


@given(weights_of_lines)
def test_that_handles_stand_on_the_line_and_the_arrow_inside(weights) -> None:
    found = handles(weights, VIEW)
    assume(found is not None)
    for place in (found.move, found.base, found.turn):
        assert place is None or z_at(weights, place) == pytest.approx(0, abs=1e-9)
    tip = tip_of(found, weights)
    assert z_at(weights, tip) > 0
    inside = all(LOW <= value <= HIGH for value in found.base)
    assert not inside or found.shown_at < 1e-5 or all(LOW <= value <= HIGH for value in tip)


@given(weights_of_lines, places, places)
def test_that_the_dragged_line_moves_as_far_as_the_pointer(weights, pressed, pointer) -> None:
    after = gripped(weights, "line", pressed).weights_at(pointer)
    assert after[:2] == weights[:2]
    assert z_at(after, pointer) == pytest.approx(z_at(weights, pressed), abs=0.0051)


@given(weights_of_lines, places)
def test_that_turning_keeps_the_length_and_points_the_line_at_the_pointer(weights, pointer) -> None:
    grip = gripped(weights, "turn")
    base = grip.handles.base
    assume(hypot(pointer[0] - base[0], pointer[1] - base[1]) > 0.1)
    after = grip.weights_at(pointer)
    assert hypot(*after[:2]) == pytest.approx(hypot(*weights[:2]), abs=0.002)
    assert z_at(after, pointer) == pytest.approx(0, abs=0.006)
    along = atan2(-after[0], after[1])
    assert abs(remainder(along - atan2(pointer[1] - base[1], pointer[0] - base[0]), tau)) < 0.02


@given(weights_of_lines, st.floats(0.2, 3.0))
def test_that_the_tip_changes_the_length_alone(weights, factor) -> None:
    grip = gripped(weights, "tip")
    base, shown = grip.handles.base, grip.handles.shown_at
    after = grip.weights_at((base[0] + shown * factor * weights[0], base[1] + shown * factor * weights[1]))
    assume(hypot(*weights[:2]) * factor > 0.06)
    assert after == pytest.approx([factor * w for w in weights], abs=0.0011)


@given(weights_of_lines, places)
def test_that_large_steps_are_quarter_right_angles_and_tenths(weights, pointer) -> None:
    grip = gripped(weights, "turn")
    after = grip.weights_at(pointer, coarse=True)
    angle = atan2(after[1], after[0]) / (tau / 24)
    assert angle == pytest.approx(round(angle), abs=0.05)
    shifted = gripped(weights, "line").weights_at(pointer, coarse=True)
    assert shifted[2] * 10 == pytest.approx(round(shifted[2] * 10), abs=1e-9)


@given(weights_of_lines, places, st.sampled_from(["line", "turn"]))
def test_that_the_handles_stay_on_the_line_during_a_drag(weights, pointer, part) -> None:
    grip = gripped(weights, part)
    after = grip.weights_at(pointer)
    found = follow(grip, after)
    for place in (found.move, found.base, found.turn):
        assert place is None or z_at(after, place) == pytest.approx(0, abs=0.006)


@given(weights_of_lines, places, st.floats(-180, 180))
def test_that_a_turn_by_keyboard_keeps_the_length(weights, base, degrees) -> None:
    after = turned(weights, base, degrees)
    assert hypot(*after[:2]) == pytest.approx(hypot(*weights[:2]), abs=0.002)
    assert z_at(after, base) == pytest.approx(0, abs=0.003)


def test_that_the_numbers_of_a_corner_make_way_for_the_line() -> None:
    assert words_at_right(VIEW, (0.5, 0.5, -0.7)) == (False, False, False, False)
    assert words_at_right(VIEW, (0.5, 0.5, -0.9)) == (False, False, False, True)  # close below (1, 1)
    assert words_at_right(VIEW, (0.0, 0.0, 0.3)) == (False, False, False, False)
    assert words_at_right(VIEW, (0.0, 1.0, 0.06)) == (False, False, False, False)  # a level line goes through both sides
