"""The overview: every layer's maps of one sample, one map large, and the numbers at a place of it."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from core.network import Network
from core.probes.network_maps import network_maps
from tests.workbench.panels.acting import Make
from tests.workbench.panels.running import experiment, shown, train_to
from workbench.panels.overview.colours import column_limits
from workbench.panels.overview.columns import INPUT, SAID, columns_of, joined, lay_out
from workbench.panels.overview.panel import OverviewPanel
from workbench.specimen import specimen_of
from workbench.theme.theme import Theme

NETWORK = "Conv(4, 3) ReLU MaxPool(2) Conv(6, 3, pad=1) ReLU Flatten Affine(12) ReLU Affine(10)"
WIDE = (1300, 270)


def opened(qtbot: QtBot, make: Make, network: str = NETWORK, **settings) -> OverviewPanel:
    panel = shown(qtbot, OverviewPanel(make(experiment(network, **settings))), *WIDE)
    qtbot.waitUntil(lambda: bool(panel.canvas.placed), timeout=5000)
    return panel


def click_map(qtbot: QtBot, panel: OverviewPanel, layer: str, unit: int) -> None:
    qtbot.mouseClick(panel.canvas, Qt.MouseButton.LeftButton, pos=panel.canvas.tile_of(layer, unit).center().toPoint())


def hover(qtbot: QtBot, panel: OverviewPanel, row: int, column: int) -> None:
    area = panel.large.map_area()
    rows, columns = panel.large.detail.map.shape
    x = area.left() + (column + 0.5) * area.width() / columns
    y = area.top() + (row + 0.5) * area.height() / rows
    qtbot.mouseMove(panel.large, QPoint(1, 1))
    qtbot.mouseMove(panel.large, QPoint(round(x), round(y)))


def test_that_every_layer_has_its_column_from_the_input_to_the_probabilities(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    columns = [p.column for p in panel.canvas.placed]
    assert [c.id for c in columns] == [INPUT, "conv1", "relu1", "maxpool1", "conv2", "relu2", "relu3", SAID]
    assert [c.shape for c in columns[1:5]] == [(4, 6, 6), (4, 6, 6), (4, 3, 3), (6, 3, 3)]
    assert columns[6].kinds == ("Affine",)
    areas = [p.area for p in panel.canvas.placed]
    assert all(a.right() < b.left() for a, b in pairwise(areas))
    assert areas[-1].right() <= panel.canvas.width()
    assert "test set" in panel.note


def test_that_the_maps_are_what_the_network_makes_of_the_sample(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    frame = panel.workspace.frame
    network = Network(frame.experiment.network, frame.data.input_shape, seed=0)
    frame.load_into(network)
    expected = dict(network.outputs(frame.data.test.x[:1]))
    for layer in ("conv1", "relu2"):
        np.testing.assert_allclose(panel.canvas._values[layer], expected[layer][0], rtol=1e-5, atol=1e-6)
    assert panel._maps.said.sum() == pytest.approx(1, abs=1e-5)


def test_that_the_arrow_keys_choose_another_sample(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    before = panel.canvas.grab().toImage()
    qtbot.keyClick(panel.canvas, Qt.Key.Key_Right)
    assert specimen_of(panel.workspace).row == 1
    second = panel.workspace.frame.data.test.x[1]
    qtbot.waitUntil(lambda: np.array_equal(panel._maps.sample, second), timeout=5000)
    assert panel.canvas.grab().toImage() != before
    qtbot.keyClick(panel.canvas, Qt.Key.Key_Left)
    qtbot.keyClick(panel.canvas, Qt.Key.Key_Left)
    assert specimen_of(panel.workspace).row == len(panel.workspace.frame.data.test) - 1
    qtbot.mouseClick(panel.after, Qt.MouseButton.LeftButton)
    assert specimen_of(panel.workspace).row == 0


def test_that_the_maps_follow_training(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    before = panel.canvas._values["conv1"].copy()
    train_to(qtbot, panel.workspace, 8)
    qtbot.waitUntil(lambda: panel._maps.frame.iteration == 8, timeout=5000)
    assert not np.array_equal(panel.canvas._values["conv1"], before)


def test_that_a_click_shows_a_map_with_its_channels_and_escape_leads_back(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    click_map(qtbot, panel, "conv2", 4)
    assert panel.large.isVisible()
    assert panel.workspace.selection == "conv2"
    detail = panel.large.detail
    assert len(detail.kernels) == len(detail.parts) == 4
    np.testing.assert_allclose(detail.parts.sum(axis=0) + detail.bias, detail.map, atol=1e-5)
    qtbot.keyClick(panel.large, Qt.Key.Key_Escape)
    assert panel.canvas.isVisible()
    assert not panel.large.isVisible()


def test_that_the_numbers_under_the_mouse_add_up_to_the_value_of_the_map(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    click_map(qtbot, panel, "conv2", 1)
    for place in ((0, 0), (2, 1)):
        hover(qtbot, panel, *place)
        at = panel.large.at
        assert at.place == place
        assert at.dot.output == pytest.approx(panel._maps.layer("conv2").y[(1, *place)], abs=1e-6)
    assert at.box == (2, 0, 8, 8)
    qtbot.keyClick(panel.large, Qt.Key.Key_Up)
    assert panel.large.at.place == (1, 1)


def test_that_numbers_after_many_places_look_as_those_of_a_map_just_opened(make: Make, qtbot: QtBot) -> None:
    panel, other = opened(qtbot, make), opened(qtbot, make)
    click_map(qtbot, panel, "conv2", 1)
    for place in ((0, 0), (2, 2), (1, 0), (0, 2), (1, 2)):
        hover(qtbot, panel, *place)
        panel.large.grab()
    click_map(qtbot, other, "conv2", 1)
    specimen_of(other.workspace).take_place(1, 2)
    assert panel.large.grab().toImage() == other.large.grab().toImage()


def test_that_pixels_between_the_taps_of_a_dilated_filter_are_covered(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make, "Conv(2, 3, dilation=2) Flatten Affine(10)")
    click_map(qtbot, panel, "conv1", 0)
    hover(qtbot, panel, 1, 1)
    assert panel.large.at.box == (1, 1, 6, 6)
    assert panel.large.at.field[1:6, 1:6].sum() == 9
    picture, area = panel.large.grab().toImage(), panel.large.layout_of_parts.input
    cell = area.width() / 8

    def colour(row: int, column: int) -> str:
        return picture.pixelColor(round(area.left() + (column + 0.5) * cell), round(area.top() + (row + 0.5) * cell)).name()

    covered = {colour(row, column) for row in range(2, 6, 2) for column in range(1, 6)}
    assert len(covered) == 1
    assert colour(1, 1) not in covered


def test_that_of_many_channels_those_that_add_most_are_shown_and_answer_to_the_mouse(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make, "Conv(60, 3) ReLU Conv(4, 3) Flatten Affine(10)")
    click_map(qtbot, panel, "conv2", 0)
    layout, detail = panel.large.layout_of_parts, panel.large.detail
    assert len(layout.channels) == len(layout.shown) < 60
    sizes = np.abs(detail.parts).sum(axis=(1, 2))
    assert sizes[list(layout.shown)].min() >= np.delete(sizes, list(layout.shown)).max()
    assert all(panel.large.rect().contains(layout.around(n).toRect()) for n in range(len(layout.channels)))
    last = layout.channels[-1].center().toPoint()
    qtbot.mouseMove(panel.large, QPoint(1, 1))
    qtbot.mouseMove(panel.large, last)
    assert panel.large._active == layout.shown[-1]


def test_that_a_pooled_map_shows_which_value_won(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    click_map(qtbot, panel, "maxpool1", 2)
    hover(qtbot, panel, 1, 2)
    assert panel.large.at.pooled.output == pytest.approx(panel._maps.layer("maxpool1").y[2, 1, 2])
    assert panel.large.at.pooled.winner is not None
    assert panel.large.at.box == (2, 4, 6, 8)


def test_that_an_open_map_follows_training(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    click_map(qtbot, panel, "conv1", 0)
    before = panel.large.detail.kernels.copy()
    train_to(qtbot, panel.workspace, 3)
    qtbot.waitUntil(lambda: panel._maps.frame.iteration == 3, timeout=5000)
    weights = panel.workspace.frame.parameters()["conv1.W"]
    np.testing.assert_array_equal(panel.large.detail.kernels, weights[0])
    assert not np.array_equal(panel.large.detail.kernels, before)


def test_that_a_container_opens_and_closes(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make, "Conv(4, 3) Residual(Conv(4, 3, pad=1) ReLU) Flatten Affine(10)")
    assert [p.column.id for p in panel.canvas.placed] == [INPUT, "conv1", "residual1", SAID]
    residual = panel.canvas.placed[2]
    spot = panel.canvas.fold_area(residual).center().toPoint() + QPoint(16, 0)
    qtbot.mouseClick(panel.canvas, Qt.MouseButton.LeftButton, pos=spot)
    qtbot.waitUntil(lambda: len(panel.canvas.placed) == 6, timeout=5000)
    columns = [p.column for p in panel.canvas.placed]
    assert [c.id for c in columns] == [INPUT, "conv1", "conv2", "relu1", "residual1", SAID]
    assert columns[4].sources == ("relu1", "conv1")
    click_map(qtbot, panel, "conv2", 3)
    assert panel.large.detail.maps.id == "conv2"
    qtbot.keyClick(panel.large, Qt.Key.Key_Escape)
    panel.canvas.folded.emit("residual1")
    qtbot.waitUntil(lambda: len(panel.canvas.placed) == 4, timeout=5000)


def test_that_maps_are_reached_and_opened_by_keys(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    qtbot.keyClick(panel.canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert panel.canvas.selected == ("conv1", 0)
    qtbot.keyClick(panel.canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(panel.canvas, Qt.Key.Key_Down)
    assert panel.canvas.selected == ("relu1", 1)
    qtbot.keyClick(panel.canvas, Qt.Key.Key_Return)
    assert panel.large.isVisible()
    assert panel.large.at.before is not None


def test_that_points_and_regression_have_an_overview_too(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make, "Affine(5) Tanh Affine(2)", source="Circle", samples=60)
    assert [p.column.id for p in panel.canvas.placed] == [INPUT, "tanh1", SAID]
    other = opened(qtbot, make, "Affine(5) Tanh Affine(1)", source="Sine", loss="MeanSquared", samples=60)
    assert [p.column.id for p in other.canvas.placed] == [INPUT, "tanh1", "affine2"]
    click_map(qtbot, panel, "tanh1", 2)
    assert not panel.large.isVisible()


def test_that_one_scale_is_shared_as_was_chosen(make: Make, qtbot: QtBot) -> None:
    values = {"a": np.array([[[1.0]], [[-4.0]]]), "b": np.array([8.0])}
    assert column_limits(values, "layer") == {"a": (-4, 4), "b": (-8, 8)}
    assert column_limits(values, "all") == {"a": (-8, 8), "b": (-8, 8)}
    np.testing.assert_array_equal(column_limits(values, "map")["a"], [[-1, 1], [-4, 4]])
    panel = opened(qtbot, make)
    before = panel.canvas.grab().toImage()
    panel.scale.take("all")
    assert panel.canvas.grab().toImage() != before


def test_that_columns_are_joined_before_pictures_get_too_small() -> None:
    text = "Conv(16, 3, pad=1) BatchNorm ReLU Conv(16, 3, pad=1) BatchNorm ReLU MaxPool(2) Conv(16, 3) ReLU Flatten Affine(10)"
    spec = experiment(text).network
    network = Network(spec, (1, 28, 28), seed=0)

    class Moment:
        experiment = experiment(text)

    maps = network_maps(network, Moment(), np.zeros((1, 1, 28, 28), np.float32))
    columns = columns_of(maps.layers, (1, 28, 28), (), bars=True)
    assert [c.kinds for c in joined(columns)[1:-1]] == [
        ("Conv",), ("BatchNorm", "ReLU"), ("Conv",), ("BatchNorm", "ReLU", "MaxPool"), ("Conv",), ("ReLU",),
    ]  # fmt: skip
    roomy, narrow = lay_out(columns, 3000, 300), lay_out(columns, 700, 220)
    assert len(roomy) == len(columns)
    assert len(narrow) < len(columns)
    for placed in (*roomy, *narrow):
        for n, tile in enumerate(placed.tiles):
            assert tile.bottom() <= 300
            assert not any(tile.intersects(other) for other in placed.tiles[n + 1 :])


def test_that_another_theme_paints_the_overview_anew(make: Make, qtbot: QtBot, theme: Theme) -> None:
    panel = opened(qtbot, make)
    light = panel.canvas.grab().toImage()
    theme.set_mode("dark")
    assert panel.canvas.grab().toImage() != light
