"""The two other views of the plane's panel: the weights, and the cube of three inputs."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLineF, QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from core.perceptron.functions import rows
from core.perceptron.spec import PerceptronSpec
from core.perceptron.unit import right
from tests.workbench.panels.perceptron_lab import Lab, type_into
from workbench.panels.perceptron_plane.cube_canvas import CubeCanvas
from workbench.panels.perceptron_plane.cube_geometry import cut
from workbench.panels.perceptron_plane.lettering import crosses
from workbench.panels.perceptron_plane.weights_canvas import WeightsCanvas, name_box, rows_right
from workbench.widgets.number_field import NumberField
from workbench.widgets.segmented import Segmented


@pytest.fixture
def lab(qtbot: QtBot) -> Iterator[Lab]:
    made = Lab(qtbot)
    yield made
    assert made.workspace.close(30.0)


def show_view(lab: Lab, key: str) -> None:
    lab.find(Segmented, "perceptron.view").take(key)


def test_that_the_counts_of_the_weights_are_those_of_the_unit() -> None:
    w1, w2 = np.linspace(-2, 2, 9), np.linspace(-2, 2, 5)
    counted = rows_right((0, 1, 1, 0), 0.3, w1, w2)
    for i, b in enumerate(w2):
        for j, a in enumerate(w1):
            spec = PerceptronSpec(float(a), float(b), 0.3, target=(0, 1, 1, 0))
            assert counted[i, j] == sum(right(spec))


def test_that_weights_can_be_taken_with_the_mouse(lab: Lab) -> None:
    show_view(lab, "weights")
    canvas = lab.find(WeightsCanvas, "perceptron.weights")
    view = canvas.view()
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=view.at((0.2, 0.6)).toPoint())
    QTest.mouseMove(canvas, view.at((-0.4, 0.8)).toPoint())
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=view.at((-0.4, 0.8)).toPoint())
    assert lab.spec.weights == pytest.approx((-0.4, 0.8, -0.7), abs=0.02)
    assert lab.workspace.document.undo_stack.index() == 1
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert lab.spec.w1 == pytest.approx(-0.35, abs=0.02)


def test_that_the_weights_show_far_paths_whole(lab: Lab) -> None:
    show_view(lab, "weights")
    canvas = lab.find(WeightsCanvas, "perceptron.weights")
    assert canvas.reach() == 1.0
    lab.show(w1=-7.0)
    assert canvas.reach() == 10.0
    lab.show(eta=2.0, target=(0, 1, 1, 0))
    lab.session.learner.step(40, "Learn")
    assert not canvas.grab().toImage().isNull()


def test_that_the_regions_of_the_weights_have_the_colours_of_their_counts(lab: Lab) -> None:
    show_view(lab, "weights")
    canvas = lab.find(WeightsCanvas, "perceptron.weights")
    image, view = canvas.grab().toImage(), canvas.view()
    all_right, three = (image.pixelColor(view.at(w).toPoint()) for w in ((0.6, 0.45), (-0.5, -0.5)))
    assert all_right.lightness() < three.lightness()


def test_that_a_corner_of_the_cube_can_be_clicked(lab: Lab) -> None:
    show_view(lab, "cube")
    cube = lab.find(CubeCanvas, "perceptron.cube")
    assert lab.text("perceptron.cube.verdict") == "8 of 8 right"
    lab.click(cube, cube.look().at((1, 1, 1)))
    assert lab.spec.cube.target == (0, 0, 0, 1, 0, 1, 1, 0)
    assert lab.text("perceptron.cube.verdict") == "7 of 8 right"
    assert "No plane separates it" in lab.text("perceptron.cube.about")
    QTest.keyClick(cube, Qt.Key.Key_Space)
    assert lab.spec.cube.target == (0, 0, 0, 1, 0, 1, 1, 1)


def test_that_each_of_the_256_functions_can_be_called_by_its_number(lab: Lab) -> None:
    show_view(lab, "cube")
    field = lab.find(NumberField, "perceptron.cube.number")
    assert field.text() == "23"
    type_into(field, "150")
    assert lab.spec.cube.target == (1, 0, 0, 1, 0, 1, 1, 0)
    type_into(field, "256")
    assert field.message == "The most is 255."
    assert lab.spec.cube.target == (1, 0, 0, 1, 0, 1, 1, 0)


def test_that_no_name_in_the_weights_stands_on_a_line_or_over_the_edge() -> None:
    area, size = QRectF(0, 0, 200, 200), QSizeF(60, 14)
    lines = (QLineF(0, 20, 200, 20), QLineF(180, 0, 180, 200), QLineF(0, 10, 190, 200))
    for line in lines:
        box = name_box(line, size, area, lines, QPointF(100, 100))
        assert box is not None
        assert area.contains(box)
        for other in lines:
            assert not crosses((other.x1(), other.y1(), other.dx(), other.dy()), *box.getCoords())


def test_that_dragging_turns_the_cube_and_changes_nothing_else(lab: Lab) -> None:
    show_view(lab, "cube")
    cube = lab.find(CubeCanvas, "perceptron.cube")
    before = cube.angles
    start = cube.look().at((1, 1, 1)).toPoint()
    QTest.mousePress(cube, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(cube, start + QPoint(40, 10))
    QTest.mouseRelease(cube, Qt.MouseButton.LeftButton, pos=start + QPoint(40, 10))
    assert cube.angles != before
    QTest.keyClick(cube, Qt.Key.Key_Left)
    assert lab.workspace.document.undo_stack.index() == 0


def test_that_the_cube_finds_weights_and_takes_typed_ones(lab: Lab) -> None:
    show_view(lab, "cube")
    lab.find(Segmented, "perceptron.cube.preset").take("or")
    lab.click(lab.find(QPushButton, "perceptron.cube.find"))
    assert lab.text("perceptron.cube.verdict") == "8 of 8 right"
    lab.find(Segmented, "perceptron.cube.preset").take("parity")
    lab.click(lab.find(QPushButton, "perceptron.cube.find"))
    assert lab.text("perceptron.cube.verdict") == "6 of 8 right"
    field = lab.find(NumberField, "perceptron.cube.w3")
    field.selectAll()
    QTest.keyClicks(field, "-0.5")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert lab.spec.cube.w3 == -0.5
    assert "− 0.50·x₃" in lab.panels["perceptron_plane"].note


@given(st.tuples(*[st.integers(-200, 200).map(lambda n: n / 100)] * 4))
def test_that_the_cut_lies_on_the_plane_and_on_the_cube(weights: tuple[float, float, float, float]) -> None:
    polygon = cut(weights)
    w = np.array(weights[:3])
    for point in polygon:
        assert abs(w @ point + weights[3]) < 1e-9
        assert sum(value in {0, 1} for value in point) >= 2
    signs = {float(np.sign(w @ x + weights[3])) for x in rows(3)}
    assert len(polygon) >= 3 or not {1.0, -1.0} <= signs


@pytest.mark.parametrize(
    "weights", [(0.0, 0.0, 0.0, 0.0), (5e-324, 0.0, 0.0, 0.0), (1e-200, -1e-200, 1.0, -0.5), (1.0, 1.0, 1.0, -1e-300)]
)
def test_that_no_plane_is_too_odd_to_cut(weights: tuple[float, float, float, float]) -> None:
    assert all(0 <= value <= 1 for point in cut(weights) for value in point)


def test_that_the_cut_of_the_majority_is_a_hexagon_in_order() -> None:
    polygon = [np.array(point) for point in cut((1.0, 1.0, 1.0, -1.5))]
    sides = [np.linalg.norm(a - b) for a, b in zip(polygon, polygon[1:] + polygon[:1], strict=True)]
    assert sides == pytest.approx([np.sqrt(0.5)] * 6)


def test_that_the_eye_sees_the_near_corner_first(lab: Lab) -> None:
    look = lab.find(CubeCanvas, "perceptron.cube").look()
    towards = np.array(look.towards)
    assert np.linalg.norm(towards) == pytest.approx(1)
    ahead = look.at(tuple(0.5 + 0.3 * towards))
    assert (ahead - QPointF(look.centre)).manhattanLength() < 1e-6


def test_that_a_slope_that_vanishes_keeps_its_order_of_magnitude(lab: Lab) -> None:
    lab.show(activation="sigmoid", w1=8.0, w2=8.0, b=0.0)
    assert "= 1e−7, with y" in lab.text("perceptron.slope").replace("\N{NO-BREAK SPACE}", " ")
    lab.show(activation="step")
    assert "0, as everywhere else" in lab.text("perceptron.slope")
