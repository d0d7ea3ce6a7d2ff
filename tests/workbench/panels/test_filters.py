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
