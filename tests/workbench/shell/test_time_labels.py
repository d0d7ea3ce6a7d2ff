"""The numbers under the time slider: the end is always among them, and none stands on another."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QFontMetricsF

from workbench.theme.fonts import font
from workbench.transport.time_slider import TICK_GAP, TimeSlider


@pytest.mark.parametrize(
    ("width", "total", "unit"), [(340, 2048, 256), (600, 2048, 256), (130, 9, 3), (340, 2, 0), (900, 54321, 0)]
)
def test_that_the_end_is_labelled_and_no_label_stands_on_another(qtbot, width: int, total: int, unit: float) -> None:
    slider = TimeSlider("time")
    qtbot.addWidget(slider)
    slider.resize(width, 62)
    slider.show_time(0, 0, total, (), unit)
    metrics = QFontMetricsF(font("caption"))
    labels = slider._labels(slider._track())
    assert labels[-1][1] == f"{total:,}"
    ends = [x + metrics.horizontalAdvance(label) for x, label in labels]
    assert all(end < x for end, (x, _) in zip(ends, labels[1:], strict=False))
    assert ends[-1] <= width


@pytest.mark.parametrize("seed", range(20))
def test_that_kept_moments_are_marked_unless_they_stand_too_close_to_one_that_is(qtbot, seed: int) -> None:
    rng = np.random.default_rng(seed)
    total = int(rng.integers(1, 5000))
    kept = np.unique(rng.integers(0, total + 1, int(rng.integers(1, 300)))).tolist()
    slider = TimeSlider("time")
    qtbot.addWidget(slider)
    slider.resize(420, 62)
    slider.show_time(0, 0, total, kept, 1)
    track = slider._track()
    places = np.array([track.left() + iteration / total * track.width() for iteration in kept])
    ticks = np.array(list(slider._ticks(track)))
    assert (np.diff(ticks) > TICK_GAP - 1e-6).all()
    assert all(
        np.isclose(place, ticks).any() or ((place - ticks > 0) & (place - ticks < TICK_GAP + 1e-6)).any() for place in places
    )
    assert set(ticks.round(6)) <= set(places.round(6))
