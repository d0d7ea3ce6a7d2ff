"""Kernels of the first layer and of any other."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.workbench.panels.acting import Make
from tests.workbench.panels.running import experiment, shown, train_to
from workbench.panels.filters.first_layer import FirstLayerPanel
from workbench.panels.filters.kernel_view import LEAST_SIDE
from workbench.panels.filters.levels import Level, round_up
from workbench.panels.filters.panel import FiltersPanel
from workbench.theme.theme import Theme

DEEP = "Conv(6, 3) ReLU Conv(4, 3) ReLU Flatten Affine(5) ReLU Affine(10)"


def test_that_the_first_filters_are_shown_and_change_with_training(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, FirstLayerPanel(make(experiment())), 337, 300)
    assert len(panel.view.kernels) == 4
    assert panel.note == "4 × 3×3"
    before = panel.view.grid.grab().toImage()
    train_to(qtbot, panel.workspace, 12)
    assert panel.view.grid.grab().toImage() != before


def test_that_a_few_filters_all_fit_without_scrolling(make: Make, qtbot: QtBot) -> None:
    panel = FirstLayerPanel(make(experiment("Conv(8, 5) ReLU Flatten Affine(10)")))
    panel.resize(337, 236)
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitUntil(lambda: len(panel.view.kernels) == 8)
    qtbot.wait(20)  # the layout comes after the pictures
    room = panel.view.grid.parentWidget().parentWidget()
    qtbot.waitUntil(lambda: panel.view.grid.image_area(7).bottom() <= room.height())


def test_that_a_network_without_filters_says_so(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, FirstLayerPanel(make(experiment("Affine(4) ReLU Affine(2)", "Circle", samples=60))))
    assert panel.empty.isVisible()


def test_that_colours_have_one_meaning_for_all_filters_of_a_layer(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, FiltersPanel(make(experiment(DEEP))), 800, 600)
    weights = panel.workspace.frame.parameters()["conv1.W"]
    low, high = panel.view.legend._ends
    assert float(high) == pytest.approx(round_up(np.abs(weights).max()))
    assert low[1:] == high[1:]
    panel.scale.take("filter")
    assert panel.view.legend._ends == ("\N{MINUS SIGN}", "+")


def test_that_every_layer_with_kernels_can_be_chosen(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, FiltersPanel(make(experiment(DEEP))), 800, 600)
    assert [panel.layer_choice.itemData(i) for i in range(panel.layer_choice.count())] == ["conv1", "conv2", "affine1"]
    assert not panel.channel.isVisible()
    panel.layer_choice.setCurrentIndex(1)
    panel.layer_choice.activated.emit(1)
    assert panel.workspace.selection == "conv2"
    assert panel.channel.isVisible()
    qtbot.keyClick(panel.channel, Qt.Key.Key_Up)
    weights = panel.workspace.frame.parameters()["conv2.W"]
    np.testing.assert_array_equal(panel.cells._values, weights[0, 1])
    assert f"channel 2 of {weights.shape[1]}" in panel._now_title.text()


def test_that_the_layer_selected_elsewhere_is_shown(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, FiltersPanel(make(experiment(DEEP))), 800, 600)
    panel.workspace.select("affine1")
    assert panel.layer_choice.key == "affine1"
    assert panel.cells._values.shape == (4, 4)


def test_that_a_click_or_an_arrow_key_shows_the_numbers_of_a_filter(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, FiltersPanel(make(experiment(DEEP))), 800, 600)
    weights = panel.workspace.frame.parameters()["conv1.W"]
    grid = panel.view.grid
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid.image_area(2).center().toPoint())
    np.testing.assert_array_equal(panel.cells._values, weights[2, 0])
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    np.testing.assert_array_equal(panel.cells._values, weights[3, 0])


def test_that_what_was_before_training_stays(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, FiltersPanel(make(experiment(DEEP))), 800, 600)
    first = panel.cells._values.copy()
    train_to(qtbot, panel.workspace, 5)
    np.testing.assert_array_equal(panel.before._values, first)
    assert not np.array_equal(panel.cells._values, first)


def test_that_unshared_filters_have_a_position(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, FiltersPanel(make(experiment("LocallyConnected(2, 3) Flatten Affine(10)"))), 800, 600)
    assert panel.row.isVisible()
    assert (panel.row.number, panel.column.number) == (4, 4)
    qtbot.keyClick(panel.row, Qt.Key.Key_Down)
    weights = panel.workspace.frame.parameters()["locallyconnected1.W"]
    np.testing.assert_array_equal(panel.cells._values, weights[2, 3, 0, 0])


def test_that_many_filters_keep_a_size_that_can_be_seen(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, FirstLayerPanel(make(experiment("Conv(100, 3) ReLU Flatten Affine(10)"))), 337, 260)
    tiles = [panel.view.grid.image_area(index) for index in range(100)]
    assert min(tile.width() for tile in tiles) >= LEAST_SIDE - 1
    assert max(tile.right() for tile in tiles) <= panel.view.grid.width()
    assert not any(tiles[0].intersects(tile) for tile in tiles[1:])


def test_that_another_theme_paints_the_filters_anew(make: Make, qtbot: QtBot, theme: Theme) -> None:
    panel = shown(qtbot, FirstLayerPanel(make(experiment())), 337, 300)
    light = panel.view.grid.grab().toImage()
    theme.set_mode("dark")
    assert panel.view.grid.grab().toImage() != light


def test_that_the_scale_follows_in_steps() -> None:
    level = Level()
    assert level.follow(0.42) == pytest.approx(0.5)
    assert level.follow(0.35) == pytest.approx(0.5)
    assert level.follow(0.51) == pytest.approx(0.7)
    assert level.follow(0.1) == pytest.approx(0.1)
    assert round_up(0) == 1
    assert round_up(float("nan")) == 1


def test_that_filters_stand_in_the_order_of_their_norm_their_likeness_or_their_use(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, FiltersPanel(make(experiment(DEEP))), 900, 600)
    assert panel.view.order.tolist() == sorted(panel.view.order)
    for key in ("norm", "similarity", "use"):
        panel.order.set_key(key)
        panel.order.taken.emit(key)
        if key == "use":
            qtbot.waitUntil(lambda: panel._use is not None, timeout=5000)
        units = panel.view.order.tolist()
        assert sorted(units) == list(range(len(units)))
        if key == "norm":
            lengths = np.linalg.norm(panel.workspace.frame.parameters()["conv1.W"].reshape(len(units), -1), axis=1)
            assert lengths[units].tolist() == sorted(lengths.tolist(), reverse=True)
            assert panel.view.grid._labels[0].startswith(f"{units[0] + 1}")
        if key == "use":
            assert panel._use[units].tolist() == sorted(panel._use.tolist(), reverse=True)
    qtbot.mouseClick(panel.view.grid, Qt.MouseButton.LeftButton, pos=panel.view.grid.image_area(1).center().toPoint())
    weights = panel.workspace.frame.parameters()["conv1.W"]
    np.testing.assert_array_equal(panel.cells._values, weights[panel.view.order[1], 0])


def test_that_before_and_now_stand_beside_each_other(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, FiltersPanel(make(experiment(DEEP))), 900, 600)
    train_to(qtbot, panel.workspace, 4)
    panel.beside.take("beside")
    assert panel.view.earlier.isVisible()
    assert panel.view.earlier.x() < panel.view.grid.x()
    before = panel.workspace.frame.parameters(initial=True)["conv1.W"][:, 0]
    np.testing.assert_array_equal(panel.view.earlier._images, before)
    assert not np.array_equal(panel.view.grid._images, before)


def test_that_all_layers_can_share_one_scale(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, FiltersPanel(make(experiment(DEEP))), 900, 600)
    panel.scale.take("all")
    first = panel.view.limit
    panel._take_layer(panel._layers[1].id)
    assert panel.view.limit == first
    arrays = panel.workspace.frame.parameters()
    assert first >= max(np.abs(arrays[f"{layer.id}.W"]).max() for layer in panel._layers)


def test_that_kernels_of_three_channels_are_seen_in_colour(make: Make, qtbot: QtBot) -> None:
    deep = "Conv(3, 3) ReLU Conv(2, 3) ReLU Flatten Affine(10)"
    panel = shown(qtbot, FiltersPanel(make(experiment(deep))), 900, 600)
    assert not panel.colour.isVisible()
    panel._take_layer("conv2")
    assert panel.colour.isVisible()
    assert panel.view.grid._images.shape == (2, 3, 3, 3)
    panel.colour.take("channel")
    assert panel.view.grid._images.shape == (2, 3, 3)
    assert "rank" in panel.statistics.whole


def test_that_all_filters_are_seen_at_once_where_there_is_room(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, FiltersPanel(make(experiment(DEEP))), 900, 420)
    assert panel.view.grid.height() <= panel.view.height()
    last = panel.view.grid.image_area(len(panel.view.kernels) - 1)
    assert last.bottom() <= panel.view.grid.height()
    panel.beside.take("beside")
    qtbot.wait(20)
    qtbot.waitUntil(lambda: panel.view.grid.height() <= panel.view.height())
    assert panel.view.earlier.image_area(0).width() == panel.view.grid.image_area(0).width()
