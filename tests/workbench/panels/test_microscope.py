"""Convolution under the microscope: what is lit in one view is lit in all, and every number is the network's."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from pytestqt.qtbot import QtBot

from core.kernels.window import Window
from tests.workbench.panels.acting import Make
from tests.workbench.panels.running import experiment, shown, train_to
from workbench.panels.microscope.formula import size_formula
from workbench.panels.microscope.geometry import lay_out
from workbench.panels.microscope.panel import Im2colPanel
from workbench.specimen import specimen_of
from workbench.theme.theme import Theme
from workbench.widgets.number_field import NumberField

NETWORK = "Conv(4, 3, pad=1) ReLU Conv(5, 3) ReLU Flatten Affine(10)"
SIZE = (940, 400)


def opened(qtbot: QtBot, make: Make, network: str = NETWORK) -> Im2colPanel:
    panel = shown(qtbot, Im2colPanel(make(experiment(network))), *SIZE)
    qtbot.waitUntil(lambda: panel.canvas.view is not None or panel.empty.isVisible(), timeout=5000)
    return panel


def move(qtbot: QtBot, panel: Im2colPanel, x: float, y: float) -> None:
    qtbot.mouseMove(panel.canvas, QPoint(1, 1))
    qtbot.mouseMove(panel.canvas, QPointF(x, y).toPoint())


def type_into(qtbot: QtBot, field, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_that_the_lit_row_times_the_filter_is_the_lit_output(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    canvas, specimen = panel.canvas, specimen_of(panel.workspace)
    for layer in ("conv1", "conv2"):
        specimen.take_map(layer, 3)
        qtbot.waitUntil(lambda layer=layer: (canvas.view.layer_id, canvas.view.unit) == (layer, 3), timeout=5000)
        frame = panel.workspace.frame
        for place in ((0, 0), (2, 4)):
            specimen.take_place(*place)
            assert canvas.place == place
            row = canvas.view.unfolding.rows(canvas.row, canvas.row + 1)[0]
            product = row @ frame.parameters()[f"{layer}.W"][3].reshape(-1) + frame.parameters()[f"{layer}.b"][3]
            assert float(canvas.view.map[place]) == pytest.approx(product, abs=1e-5)
    assert panel.note == "conv2, filter 4 of 5"


def test_that_the_mouse_over_any_view_lights_the_others(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    canvas, parts = panel.canvas, panel.canvas.parts()
    step = parts.map.width() / 8
    move(qtbot, panel, parts.map.left() + 5.5 * step, parts.map.top() + 2.5 * step)
    assert canvas.place == (2, 5)
    assert canvas.row == 2 * 8 + 5
    pixel = parts.image.width() / 10
    move(qtbot, panel, parts.image.left() + 4.5 * pixel, parts.image.top() + 7.5 * pixel)
    assert canvas.place == (6, 3)
    first, stop = canvas.excerpt()
    assert first <= canvas.row < stop
    high = parts.matrix.height() / (stop - first)
    wide = parts.matrix.width() / 9
    move(qtbot, panel, parts.matrix.left() + 7.5 * wide, parts.matrix.top() + (canvas.row - first + 0.5) * high)
    assert canvas.tap == 7
    assert canvas.place == (6, 3)
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPointF(parts.output.center().x(), parts.output.top() + 2).toPoint())
    assert canvas.place == canvas.view.unfolding.place(first)[1:]
    move(qtbot, panel, parts.filter.center().x(), parts.filter.top() + parts.filter.height() * 4.5 / 9)
    assert canvas.tap == 4
    move(qtbot, panel, parts.tables[1].left() + 2, parts.tables[1].top() + 2)
    assert canvas.tap == 0


def test_that_a_column_of_another_channel_shows_its_numbers(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    specimen_of(panel.workspace).take_map("conv2", 0)
    canvas = panel.canvas
    qtbot.waitUntil(lambda: canvas.view.layer_id == "conv2", timeout=5000)
    parts = canvas.parts()
    move(qtbot, panel, parts.filter.center().x(), parts.filter.top() + parts.filter.height() * 20.5 / 36)
    seen, weights, products = canvas.tables()
    np.testing.assert_array_equal(weights, canvas.view.w[2])
    np.testing.assert_array_equal(products, seen * weights)
    qtbot.keyClick(canvas, Qt.Key.Key_PageDown)
    np.testing.assert_array_equal(canvas.tables()[1], canvas.view.w[3])


def test_that_another_window_is_tried_at_once_and_taken_back(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    canvas = panel.canvas
    assert canvas.view.map.shape == (8, 8)
    type_into(qtbot, panel.fields.stride, "2")
    assert canvas.view.map.shape == (4, 4)
    assert canvas.view.changed
    type_into(qtbot, panel.fields.kernel, "12")
    assert not canvas.view.fits
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(50, 60))
    canvas.grab()
    panel.fields.own.click()
    assert canvas.view.map.shape == (8, 8)
    assert not canvas.view.changed
    assert not panel.fields.own.isEnabled()


def test_that_the_window_moves_by_itself_until_it_is_stopped_or_hidden(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    canvas = panel.canvas
    assert canvas.place == (4, 4)
    specimen_of(panel.workspace).take_place(0, 0)
    qtbot.mouseClick(panel.next, Qt.MouseButton.LeftButton)
    assert canvas.place == (0, 1)
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Space)
    assert panel.playing
    qtbot.waitUntil(lambda: canvas.place == (0, 3), timeout=5000)
    qtbot.keyClick(canvas, Qt.Key.Key_Space)
    assert not panel.playing
    specimen_of(panel.workspace).take_place(7, 7)
    canvas.step()
    assert canvas.place == (0, 0)
    panel.toggle()
    panel.hide()
    assert not panel.playing


def test_that_arrow_keys_move_the_window_within_the_image(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    specimen_of(panel.workspace).take_place(0, 0)
    qtbot.keyClick(panel.canvas, Qt.Key.Key_Up)
    assert panel.canvas.place == (0, 0)
    qtbot.keyClick(panel.canvas, Qt.Key.Key_Down)
    qtbot.keyClick(panel.canvas, Qt.Key.Key_Right)
    assert specimen_of(panel.workspace).place == (1, 1)


def test_that_the_filter_follows_training(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    before = panel.canvas.view.w
    train_to(qtbot, panel.workspace, 3)
    qtbot.waitUntil(lambda: panel.canvas.view.frame.iteration == 3, timeout=5000)
    assert not np.array_equal(panel.canvas.view.w, before)


def test_that_a_network_without_convolution_says_so(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make, "Flatten Affine(10)")
    assert panel.empty.isVisible()


def test_that_sizes_come_with_their_numbers_and_say_what_does_not_fit() -> None:
    fine = size_formula(28, Window(5, 1, 2))
    assert (fine.text, fine.result, fine.even) == ("(28 + 2·2 − 5) / 1 + 1", "28", True)
    uneven = size_formula(28, Window(5, 2))
    assert (uneven.result, uneven.even, uneven.left_over) == ("12.5 → 12", False, 1)
    assert size_formula(28, Window(3, 1, 0, 2)).text == "(28 + 2·0 − (2·(3 − 1) + 1)) / 1 + 1"
    assert not size_formula(3, Window(5)).fits


@pytest.mark.parametrize(("width", "height"), [(800, 320), (940, 420), (1500, 700)])
@pytest.mark.parametrize("taps", [1, 3, 5, 11])
def test_that_nothing_overlaps(width: int, height: int, taps: int) -> None:
    parts = lay_out(width, height, (32, 32), (28, 28), taps)
    areas = [parts.image, parts.matrix, parts.filter, parts.output, parts.map, *parts.tables, parts.card, parts.footer]
    for n, area in enumerate(areas):
        assert area.right() <= width
        assert area.bottom() <= height
        assert not any(area.intersects(other) for other in areas[n + 1 :])


def test_that_another_theme_paints_the_microscope_anew(make: Make, qtbot: QtBot, theme: Theme) -> None:
    panel = opened(qtbot, make)
    light = panel.canvas.grab().toImage()
    theme.set_mode("dark")
    assert panel.canvas.grab().toImage() != light


def typed(qtbot: QtBot, field: NumberField, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_that_a_batch_stands_in_the_matrix_sample_after_sample(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    canvas, one = panel.canvas, panel.canvas.view.whole.row_count
    typed(qtbot, panel.fields.batch, "3")
    view = canvas.view
    assert view.whole.row_count == 3 * one
    tests = panel.workspace.frame.data.test.x
    np.testing.assert_array_equal(view.batch[1:], tests[:2])
    specimen_of(panel.workspace).take_place(*(n - 1 for n in view.map.shape))
    canvas.step()
    assert canvas.view.sample == 1
    assert canvas.place == (0, 0)
    assert canvas.row == one
    row = canvas.view.whole.rows(canvas.row, canvas.row + 1)[0]
    assert row @ view.w.reshape(-1) + view.bias == pytest.approx(float(canvas.view.map[0, 0]), abs=1e-5)


def test_that_groups_share_the_channels_out_and_what_does_not_come_out_is_red(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make, NETWORK.replace("Conv(5, 3)", "Conv(6, 3)"))
    specimen_of(panel.workspace).take_map("conv2", 0)
    qtbot.waitUntil(lambda: panel.view.layer_id == "conv2", timeout=5000)
    channels = len(panel.view.w)
    typed(qtbot, panel.fields.groups, "2")
    assert len(panel.view.w) == panel.view.batch.shape[1] == channels // 2
    assert not panel.fields.groups.message
    typed(qtbot, panel.fields.groups, "5")
    assert panel.fields.groups.message
    assert panel.fields.groups.property("invalid")
    assert len(panel.view.w) == channels
    qtbot.mouseClick(panel.fields.own, Qt.MouseButton.LeftButton)
    assert not panel.fields.groups.message


def test_that_windows_that_do_not_fit_are_red(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    typed(qtbot, panel.fields.stride, "4")
    assert panel.fields.stride.message
    typed(qtbot, panel.fields.stride, "1")
    assert not panel.fields.stride.message
    typed(qtbot, panel.fields.kernel, "15")
    assert panel.fields.kernel.message


def test_that_loops_and_im2col_are_timed_on_request(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    qtbot.mouseClick(panel.stopwatch, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.canvas._timing is not None, timeout=10_000)


def test_that_every_array_can_be_looked_at_large(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    canvas, parts = panel.canvas, panel.canvas.parts()
    found = [canvas._shown_at(area.center()) for area in (parts.image, parts.matrix, parts.filter, parts.map, *parts.tables)]
    np.testing.assert_array_equal(found[1].values, canvas.view.whole.col)
    np.testing.assert_array_equal(found[3].values, canvas.view.map)
    assert len({shown.title for shown in found}) >= 5
    assert canvas._shown_at(QPointF(1, 1)) is None
