"""The numbers under the time slider: the end is always among them, and none stands on another."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF

from workbench.theme.fonts import font
from workbench.transport.time_slider import TimeSlider


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
