"""Colour maps: even steps, symmetric where signed, safe beyond their limits."""

import numpy as np
import pytest

from workbench.theme.colormaps import PALETTES, STOPS, colourise, lookup_table
from workbench.theme.oklab import from_oklab, rgb_of, to_oklab


def test_that_oklab_is_undone() -> None:
    rgb = rgb_of(["#5646C8", "#F7F7F8", "#0B0C0D", "#ED5F18"])
    assert from_oklab(to_oklab(rgb)) == pytest.approx(rgb, abs=2e-4)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("sort", "palette"), STOPS)
def test_that_a_map_runs_from_its_first_stop_to_its_last(sort, palette, dark) -> None:
    table = lookup_table(sort, palette, dark=dark)
    stops = rgb_of(STOPS[sort, palette][dark]) * 255
    assert table.shape == (256, 3)
    assert table[[0, -1]] == pytest.approx(stops[[0, -1]], abs=1)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("palette", PALETTES)
def test_that_magnitudes_go_one_way_in_lightness(palette, dark) -> None:
    lightness = to_oklab(lookup_table("magnitude", palette, dark=dark) / 255)[:, 0]
    steps = np.diff(lightness) * (1 if dark else -1)
    assert steps.min() > -0.004
    assert abs(lightness[-1] - lightness[0]) > 0.5


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("palette", ["default", "cividis"])
def test_that_signed_values_of_equal_size_look_equally_strong(palette, dark) -> None:
    lab = to_oklab(lookup_table("signed", palette, dark=dark) / 255)
    from_zero = np.linalg.norm(lab - (lab[127] + lab[128]) / 2, axis=1)
    assert from_zero[:128][::-1] == pytest.approx(from_zero[128:], abs=0.09)


def test_that_values_beyond_the_limits_take_the_end_colours_and_nothing_is_drawn_for_nan() -> None:
    table = lookup_table("signed")
    out = colourise(np.array([-5.0, -1, 1, 5, np.nan, np.inf]), -1, 1, table)
    assert (out[0, :3] == table[0]).all()
    assert (out[1] == out[0]).all()
    assert (out[3, :3] == table[255]).all()
    assert out[:, 3].tolist() == [255, 255, 255, 255, 0, 0]
