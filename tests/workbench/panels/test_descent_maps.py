"""A person reads the maps of many races, and runs what they show."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.descent.presets import preset
from core.descent.spec import Racer
from tests.workbench.panels.descent_lab import DescentLab
from workbench.descent.map_canvas import MapCanvas
from workbench.panels.descent_maps import panel as maps
from workbench.panels.descent_maps.panel import DescentMapsPanel, basins_image, rates_image
from workbench.panels.descent_optimizers.panel import DescentOptimizersPanel
from workbench.theme.theme import Theme
from workbench.widgets.segmented import Segmented


@pytest.fixture(autouse=True)
def _small_maps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(maps, "RATES", np.geomspace(1e-2, 10.0, 7))
    monkeypatch.setattr(maps, "MOMENTA", np.linspace(0.0, 0.9, 4))
    monkeypatch.setattr(maps, "MOST", 60)
    monkeypatch.setattr(maps, "BASIN_CELLS", 24)
    monkeypatch.setattr(maps, "PATIENCE_MILLISECONDS", 1)


@pytest.fixture
def lab(qtbot: QtBot) -> Iterator[DescentLab]:
    made = DescentLab(qtbot, DescentMapsPanel, DescentOptimizersPanel)
    yield made
    made.session.player.pause()
    assert made.workspace.close(30.0)


@pytest.fixture
def canvas(lab: DescentLab) -> MapCanvas:
    return lab.find(MapCanvas, "descent.map")


def wait_for_map(lab: DescentLab, qtbot: QtBot, words: str) -> None:
    qtbot.waitUntil(lambda: words in lab.text("descent.map.words"), timeout=20_000)


def show_basins(lab: DescentLab, qtbot: QtBot) -> None:
    lab.session.edit(preset("hollows").spec, "Set up")
    lab.find(Segmented, "descent.maps.kind").take("basins")
    wait_for_map(lab, qtbot, "SGD reaches")


def test_that_the_map_of_rates_says_the_best_and_a_click_runs_a_cell(lab: DescentLab, canvas: MapCanvas, qtbot: QtBot) -> None:
    wait_for_map(lab, qtbot, "At best")
    at = canvas.pixel_of(1.0, 0.6)
    QTest.mouseMove(canvas, at.toPoint())
    assert canvas.accessibleDescription().startswith("rate 1.000, momentum 0.6:")
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=at.toPoint())
    settings = dict(lab.spec.racers[1].optimizer.settings)
    assert (settings["lr"], settings["momentum"]) == (1.0, 0.6)
    assert lab.session.player.playing


def test_that_cells_are_reached_and_run_by_keyboard(lab: DescentLab, canvas: MapCanvas, qtbot: QtBot) -> None:
    wait_for_map(lab, qtbot, "At best")
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    first = canvas.accessibleDescription()
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.accessibleDescription() != first
    before = lab.spec.racers[1]
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert lab.spec.racers[1] != before


def test_that_without_anyone_with_momentum_the_map_brings_one(lab: DescentLab, canvas: MapCanvas, qtbot: QtBot) -> None:
    lab.show(racers=(Racer.of("SGD", lr=0.5),))
    wait_for_map(lab, qtbot, "At best")
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=canvas.pixel_of(0.1, 0.3).toPoint())
    assert [racer.optimizer.kind for racer in lab.spec.racers] == ["SGD", "Momentum"]
    assert len({racer.colour for racer in lab.spec.racers}) == 2


def test_that_the_basins_of_himmelblau_are_four_and_a_click_starts_there(
    lab: DescentLab, canvas: MapCanvas, qtbot: QtBot
) -> None:
    show_basins(lab, qtbot)
    assert "(3, 2)" in lab.text("descent.map.words")
    at = canvas.pixel_of(3.0, 2.5)
    QTest.mouseMove(canvas, at.toPoint())
    assert canvas.accessibleDescription().endswith("ends at (3, 2)")
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=at.toPoint())
    assert lab.spec.starts[0] == pytest.approx((3, 2.5), abs=0.5)


def test_that_a_race_without_anyone_says_so(lab: DescentLab) -> None:
    lab.find(Segmented, "descent.maps.kind").take("basins")
    lab.show(racers=())
    assert lab.text("descent.map.words") == "Add an optimizer to map its ways."


def test_that_the_map_follows_another_surface(lab: DescentLab, qtbot: QtBot) -> None:
    wait_for_map(lab, qtbot, "At best")
    lab.session.edit(lab.spec.on_surface("Saddle"), "Set up")
    wait_for_map(lab, qtbot, "No rate here")


def test_that_the_edge_of_each_optimizer_is_found_beside_the_window(lab: DescentLab, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: lab.text("descent.racer.0.edge") == "edge 1.00", timeout=20_000)
    lab.session.edit(lab.spec.on_surface("Rosenbrock"), "Set up")
    qtbot.waitUntil(lambda: lab.text("descent.racer.1.edge") not in {"", "edge 1.90"}, timeout=20_000)


def test_that_cells_have_their_colours(theme: Theme) -> None:
    image = rates_image(np.array([[1.0, np.nan, np.inf]]), 100, theme)
    colours = [image.pixelColor(column, 0) for column in range(3)]
    assert len({colour.name() for colour in colours}) == 3
    assert colours[1] == theme.color("hover")
    assert colours[2].red() > colours[2].blue()
    ends = basins_image(np.array([[0, 1, -1]]), theme)
    assert len({ends.pixelColor(column, 0).name() for column in range(3)}) == 3
