import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.plots.scales import Scale, covering

NUMBERS = st.floats(-1e6, 1e6, allow_nan=False)
SIZES = st.floats(1e-6, 1e6)


@given(NUMBERS, SIZES, st.integers(2, 12))
def test_that_linear_ticks_are_inside_even_and_not_too_many(low, span, most) -> None:
    values = [tick.value for tick in Scale(low, low + span).ticks(most)]
    assert len(values) <= most + 1
    assert all(low - 1e-6 * span <= v <= low + span * (1 + 1e-6) for v in values)
    if len(values) > 2:
        assert np.diff(values) == pytest.approx(np.diff(values)[0], rel=1e-3, abs=1e-9)


@pytest.mark.parametrize(
    ("scale", "most", "labels"),
    [
        (Scale(0.03, 3, log=True), 8, ["0.03", "0.1", "0.3", "1", "3"]),
        (Scale(0.003, 0.3, log=True), 8, ["0.003", "0.01", "0.03", "0.1", "0.3"]),
        (Scale(1e-5, 1, log=True), 4, ["10⁻⁵", "10⁻³", "0.1"]),
        (Scale(0.9, 1, percent=True), 5, ["90\N{THIN SPACE}%", "92", "94", "96", "98", "100"]),
        (Scale(0.875, 1, percent=True), 5, ["87.5\N{THIN SPACE}%", "90", "92.5", "95", "97.5", "100"]),
        (Scale(-1, 1), 4, ["−1", "−0.5", "0", "0.5", "1"]),
        (Scale(0, 0.005), 5, ["0", "0.001", "0.002", "0.003", "0.004", "0.005"]),
    ],
)
def test_that_ticks_read_as_people_count(scale, most, labels) -> None:
    assert [tick.label for tick in scale.ticks(most)] == labels


def test_that_ticks_stand_at_whole_epochs() -> None:
    assert [t.label for t in Scale(0, 2700).ticks(6, unit=540)] == ["0", "540", "1,080", "1,620", "2,160", "2,700"]
    assert [t.value for t in Scale(0, 27_000).ticks(6, unit=540)] == [0, 5400, 10_800, 16_200, 21_600, 27_000]


@given(st.lists(st.tuples(NUMBERS, SIZES), min_size=1, max_size=6), st.booleans())
def test_that_the_axis_shows_all_and_holds_still_for_the_same_data(ranges, log) -> None:
    scale = Scale(0.001, 1, log=True) if log else Scale(0, 1)
    for low, span in ranges:
        start = abs(low) + 1e-6 if log else low
        scale = covering(scale, start, start + span)
        assert scale.low <= start + 1e-9 * abs(start)
        assert scale.high >= (start + span) - 1e-6 * (abs(start) + span)
        assert covering(scale, start, start + span) == scale


def test_that_small_growth_inside_the_ends_moves_nothing() -> None:
    scale = covering(Scale(0, 1), 0.0, 10.0)
    assert covering(scale, 0.1, 9.5) is scale
    assert covering(scale, 0.0, 3.0) != scale


def test_that_an_axis_of_shares_never_passes_its_ends() -> None:
    assert covering(Scale(0, 1, percent=True), 0.98, 1.0, floor=0.0, ceiling=1.0).high == 1.0


@pytest.mark.parametrize("log", [False, True])
def test_that_data_without_extent_still_gets_an_axis(log) -> None:
    scale = covering(Scale(0.001, 1, log=log), 2.0, 2.0)
    assert scale.low <= 2.0 <= scale.high
    assert scale.low < scale.high
    assert covering(scale, math.inf, -math.inf) is scale


@given(st.floats(0, 1), st.booleans())
def test_that_share_and_value_undo_each_other(share, log) -> None:
    scale = Scale(0.01, 100, log=log)
    assert float(scale.share(np.array(scale.value(share)))) == pytest.approx(share, abs=1e-9)
