"""Loss and accuracy as they grow, and looking back at them."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from core.fields import ComponentSpec
from core.training.history import Curves
from tests.workbench.panels.acting import Make
from tests.workbench.panels.running import experiment, shown, train_all, train_to
from workbench.panels.curves.panel import CurvesPanel, end_of_x
from workbench.plots.curve import Curve
from workbench.plots.legend import BOTH
from workbench.plots.live_plot import LivePlot


def lines(plot: LivePlot) -> dict[str, Curve]:
    """Return the curves that have a name."""
    return {curve.label: curve for curve in plot.curves if curve.label}


def pale(plot: LivePlot) -> list[Curve]:
    return [curve for curve in plot.curves if curve.faint]


def test_that_curves_grow_with_the_run(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, CurvesPanel(make(experiment())), 700, 420)
    train_to(qtbot, panel.workspace, 6)
    training, validation = lines(panel.loss)["training"], lines(panel.loss)["validation"]
    np.testing.assert_array_equal(training.x, np.arange(1, 7))
    np.testing.assert_array_equal(validation.x, [0, 5])
    assert not training.faint
    assert validation.validation
    assert panel.accuracy.isVisible()


def test_that_the_raw_numbers_lie_faint_under_the_smoothed_line(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, CurvesPanel(make(experiment())), 700, 420)
    train_to(qtbot, panel.workspace, 6)
    (raw,) = pale(panel.loss)
    np.testing.assert_array_equal(raw.y, panel.workspace.frame.curves.steps[:, 1])
    assert not np.array_equal(lines(panel.loss)["training"].y, raw.y)
    qtbot.keyClick(panel.smoothing, Qt.Key.Key_Home)
    np.testing.assert_allclose(lines(panel.loss)["training"].y, raw.y)
    assert panel.smoothing_field.number == 0


def test_that_looking_back_marks_the_moment_and_makes_what_came_after_pale(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, CurvesPanel(make(experiment())), 700, 420)
    train_to(qtbot, panel.workspace, 12)
    whole = lines(panel.loss)["training"]
    panel.workspace.look_at(7)
    training = lines(panel.loss)["training"]
    np.testing.assert_array_equal(training.x, np.arange(1, 8))
    np.testing.assert_array_equal(training.y, whole.y[:7])
    assert panel.loss._present == panel.accuracy._present == 7
    later = [curve for curve in pale(panel.loss) if not curve.validation and curve.x[0] > 1]
    np.testing.assert_array_equal(later[0].x, np.arange(7, 13))
    panel.workspace.follow()
    assert math.isnan(panel.loss._present)
    np.testing.assert_array_equal(lines(panel.loss)["training"].y, whole.y)


def test_that_a_click_on_a_curve_goes_to_that_moment(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, CurvesPanel(make(experiment())), 700, 420)
    train_to(qtbot, panel.workspace, 12)
    layout = panel.loss.plot_layout(panel.loss.width(), panel.loss.height())
    place = QPoint(round(float(layout.px(np.array([5.0]))[0])), int(layout.area.center().y()))
    qtbot.mouseClick(panel.loss, Qt.MouseButton.LeftButton, pos=place)
    assert panel.workspace.frame.iteration == 5
    assert not panel.workspace.frame.live


def test_that_x_can_be_epochs(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, CurvesPanel(make(experiment())), 700, 420)
    train_to(qtbot, panel.workspace, 6)
    panel.axis.take("epoch")
    np.testing.assert_array_equal(lines(panel.loss)["training"].x, panel.workspace.frame.curves.steps[:, 4])
    assert lines(panel.loss)["validation"].x[-1] < 1


def test_that_a_change_of_settings_is_marked_with_what_changed(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, CurvesPanel(make(experiment())), 700, 420)
    workspace = panel.workspace
    train_to(qtbot, workspace, 3)
    training = replace(workspace.experiment.training, optimizer=ComponentSpec.of("Adam", lr=0.1))
    workspace.apply(replace(workspace.experiment, training=training), "more")
    train_to(qtbot, workspace, 5)
    qtbot.waitUntil(lambda: any(mark.flag for mark in panel.loss._marks))
    mark = next(mark for mark in panel.loss._marks if mark.flag)
    assert (mark.x, mark.label) == (3, "learning rate 0.1 instead of 0.01")


def test_that_a_hundred_thousand_updates_are_drawn_from_few_points(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, CurvesPanel(make(experiment())), 700, 420)
    steps = np.zeros((100_000, 6))
    steps[:, 0] = np.arange(1, 100_001)
    steps[:, 1] = np.random.default_rng(0).uniform(0.1, 2, 100_000)
    steps[77_777, 1] = 50.0
    curves = Curves(steps, panel.workspace.frame.curves.evaluations)
    panel.show_frame(replace(panel.workspace.frame, curves=curves, all_curves=curves, total_iterations=100_000))
    assert all(len(curve.x) < 6100 for curve in panel.loss.curves)
    (raw,) = pale(panel.loss)
    assert raw.y.max() == 50
    panel.loss.show_x(77_000, 79_000)
    panel._zoom(77_000, 79_000)
    assert len(pale(panel.loss)[0].x) >= 2000


def test_that_a_narrow_panel_leaves_out_the_word_and_keeps_legend_and_controls(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, CurvesPanel(make(experiment())), 900, 420)
    assert panel.legend.isVisible()
    assert panel._smoothing_label.isVisible()
    panel.resize(560, 420)
    assert panel.legend.isVisible()
    assert not panel._smoothing_label.isVisible()
    assert panel.axis.isVisible()
    panel.resize(900, 420)
    assert panel._smoothing_label.isVisible()


def test_that_a_legend_too_long_for_the_bar_leaves_the_slider_and_its_word(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, CurvesPanel(make(experiment())), 740, 420)
    panel.legend.set_entries([(place, f"{place + 1} a run with a name", BOTH) for place in range(8)])
    panel._make_room()
    assert not panel.legend.isVisible()
    assert panel.smoothing.isVisible()
    assert panel._smoothing_label.isVisible()


def test_that_values_have_no_accuracy(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, CurvesPanel(make(experiment("Affine(1)", "Sine", "MeanSquared", samples=60))), 700, 420)
    train_to(qtbot, panel.workspace, 2)
    assert not panel.accuracy.isVisible()
    assert len(lines(panel.loss)["training"].x) == 2


def test_that_the_cross_hair_goes_through_both_plots_and_reads_both_lines(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, CurvesPanel(make(experiment())), 700, 420)
    train_all(qtbot, panel.workspace)
    place = panel.loss.rect().center()
    qtbot.mouseMove(panel.loss, place)
    qtbot.waitUntil(lambda: math.isfinite(panel.loss._crosshair))
    assert panel.accuracy._crosshair == panel.loss._crosshair
    read = [curve.label for curve, _ in panel.loss.values_at(panel.loss._crosshair)]
    assert read == ["training", "validation"]


def test_that_zooming_one_plot_zooms_the_other(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, CurvesPanel(make(experiment())), 700, 420)
    train_all(qtbot, panel.workspace)
    panel.loss.setFocus()
    for _ in range(6):
        qtbot.keyClick(panel.loss, Qt.Key.Key_Plus)
    assert panel.accuracy._zoomed == panel.loss._zoomed
    assert panel.loss._zoomed is not None
    assert len(lines(panel.loss)["training"].x) < panel.workspace.run.iteration


def test_that_both_plots_begin_and_end_at_the_same_pixels(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, CurvesPanel(make(experiment())), 700, 420)
    train_all(qtbot, panel.workspace)
    upper, lower = (plot.plot_layout(plot.width(), plot.height()).area for plot in (panel.loss, panel.accuracy))
    assert (upper.left(), upper.right()) == (lower.left(), lower.right())


@pytest.mark.parametrize(("reached", "end"), [(0, 100), (100, 100), (101, 200), (800, 800), (801, 1600), (1600, 1600)])
def test_that_x_grows_in_steps_to_the_whole_run(reached: float, end: float) -> None:
    assert end_of_x(reached, 1600) == end


def test_that_a_young_run_fills_the_plot(make: Make, qtbot: QtBot) -> None:
    young = replace(experiment(), training=replace(experiment().training, epochs=100))
    panel = shown(qtbot, CurvesPanel(make(young)), 700, 420)
    train_to(qtbot, panel.workspace, 6)
    whole = panel.workspace.frame.total_iterations
    assert panel.loss.plot_layout(600, 200).x.high == panel.accuracy.plot_layout(600, 200).x.high == whole / 16
    panel.axis.take("epoch")
    assert panel.loss.plot_layout(600, 200).x.high == 100 / 16
