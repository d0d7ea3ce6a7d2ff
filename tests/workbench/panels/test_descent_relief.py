"""A person turns the surface in space; what is seen there is the race of the plane."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.descent.objective import objective_of
from core.descent.spec import DescentSpec
from core.surfaces import SURFACES
from tests.workbench.panels.descent_lab import DescentLab, picture
from workbench.panels.descent_contour.panel import DescentContourPanel
from workbench.panels.descent_relief.canvas import ReliefCanvas
from workbench.panels.descent_relief.panel import DescentReliefPanel
from workbench.panels.descent_relief.relief import HEIGHT, make_relief
from workbench.plots.surface import Camera
from workbench.theme.theme import Theme
from workbench.widgets.segmented import Segmented


@pytest.fixture
def lab(qtbot: QtBot) -> Iterator[DescentLab]:
    made = DescentLab(qtbot, DescentReliefPanel, DescentContourPanel)
    yield made
    made.session.player.pause()
    assert made.workspace.close(30.0)


@pytest.fixture
def relief(lab: DescentLab) -> ReliefCanvas:
    return lab.find(ReliefCanvas, "descent.relief")


def test_that_dragging_turns_the_surface(relief: ReliefCanvas) -> None:
    before, seen = relief.angles, picture(relief)
    QTest.mousePress(relief, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    QTest.mouseMove(relief, QPoint(140, 110))
    QTest.mouseRelease(relief, Qt.MouseButton.LeftButton, pos=QPoint(140, 110))
    assert relief.angles != before
    assert picture(relief) != seen


def test_that_the_arrow_keys_turn_it_and_0_turns_it_back(relief: ReliefCanvas) -> None:
    first = relief.angles
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Plus):
        QTest.keyClick(relief, key)
    assert relief.angles == (first[0] + 5, first[1] + 5)
    QTest.keyClick(relief, Qt.Key.Key_0)
    assert relief.angles == first


def test_that_it_cannot_be_turned_upside_down(relief: ReliefCanvas) -> None:
    relief.rotate(0, 500)
    assert relief.angles[1] == 90
    relief.rotate(0, -500)
    assert relief.angles[1] > 0


def test_that_the_race_is_seen_on_it_in_its_colours(lab: DescentLab, relief: ReliefCanvas, theme: Theme) -> None:
    lab.session.player.look_at(30)
    net, camera = relief.relief(), relief.camera()
    path = lab.session.race.paths[1]
    x, y = camera.pixels(net.in_space(path.at[30], path.value[30]))[:, 0]
    colour = relief.grab().toImage().pixelColor(round(float(x)), round(float(y)))
    assert colour.name() == theme.run(1).name()


def test_that_lines_alone_can_be_shown(lab: DescentLab, relief: ReliefCanvas) -> None:
    before = picture(relief)
    lab.find(Segmented, "descent.relief.style").take("wire")
    assert picture(relief) != before


def test_that_the_place_under_the_mouse_on_the_plane_is_shown_in_space(lab: DescentLab, relief: ReliefCanvas) -> None:
    before = picture(relief)
    QTest.mouseMove(lab.canvas, lab.pixel(1, 1))
    assert lab.session.pointer == pytest.approx((1, 1), abs=0.05)
    assert picture(relief) != before


@pytest.mark.parametrize("name", SURFACES.names())
def test_that_every_surface_stands_inside_its_box_and_is_not_flat(name: str) -> None:
    spec = DescentSpec().on_surface(name)
    net = make_relief(objective_of(spec), spec.view)
    assert np.isfinite(net.points).all()
    assert np.abs(net.points[2]).max() <= HEIGHT * 0.5 + 1e-9
    heights = net.points[2] / HEIGHT + 0.5
    assert np.ptp(heights) > 0.95
    assert np.median(heights) > 0.1


def test_that_a_surface_with_holes_is_drawn_where_it_is(lab: DescentLab, relief: ReliefCanvas) -> None:
    for text in ("log(x) + y", "sqrt(-1 - x**2)", "2"):
        lab.session.edit(replace(lab.spec, surface="", formula=text), "Set up")
        assert not relief.grab().isNull()


def test_that_what_is_nearer_is_known() -> None:
    camera = Camera(0.0, 30.0, 0.0, 0.0, 1.0)
    near, far, high = np.array([0.0, -1.0, 0.0]), np.array([0.0, 1.0, 0.0]), np.array([0.0, 0.0, 1.0])
    assert camera.nearness(near) > camera.nearness(far)
    assert camera.nearness(high) > 0
    assert QPointF(*camera.pixels(high)).y() < 0
