"""A person drags a place along a curve, slides h, and tries learning rates up to the edge."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.descent.line import LineSpec
from tests.workbench.panels.descent_lab import DescentLab
from workbench.descent.formula_edit import FormulaEdit
from workbench.panels.descent_line.curve_canvas import CurveCanvas
from workbench.panels.descent_line.panel import DescentLinePanel
from workbench.panels.descent_line.valley import ValleyPlot
from workbench.theme.theme import Theme
from workbench.widgets.number_field import NumberField
from workbench.widgets.segmented import Segmented
from workbench.widgets.slider import Slider


@pytest.fixture
def lab(qtbot: QtBot) -> Iterator[DescentLab]:
    made = DescentLab(qtbot, DescentLinePanel)
    made.window.resize(700, 460)
    yield made
    assert made.workspace.close(30.0)


@pytest.fixture
def curve(lab: DescentLab) -> CurveCanvas:
    return lab.find(CurveCanvas, "descent.line")


def type_into(field: NumberField | FormulaEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_that_the_slope_of_the_book_is_read_to_the_last_digit(lab: DescentLab) -> None:
    assert "numerical 0.1999999999990898, exact 0.2." in lab.text("descent.line.slope")


def test_that_dragging_along_the_curve_is_one_step_of_undo(lab: DescentLab, curve: CurveCanvas) -> None:
    way = [curve.point(x).toPoint() for x in (5.0, 2.0, -10.0)]
    QTest.mousePress(curve, Qt.MouseButton.LeftButton, pos=way[0])
    for place in way[1:]:
        QTest.mouseMove(curve, place)
    QTest.mouseRelease(curve, Qt.MouseButton.LeftButton, pos=way[-1])
    assert lab.spec.line.x == pytest.approx(-10, abs=0.2)
    assert lab.undo_steps == 1
    lab.undo()
    assert lab.spec.line == LineSpec()


def test_that_the_arrow_keys_move_the_place_and_plus_comes_nearer(lab: DescentLab, curve: CurveCanvas) -> None:
    QTest.keyClick(curve, Qt.Key.Key_Right)
    assert lab.spec.line.x > 5
    QTest.keyClick(curve, Qt.Key.Key_Plus)
    left, right = lab.spec.line.view
    assert right - left < 32


def test_that_h_is_slid_typed_and_picked_on_the_valley(lab: DescentLab) -> None:
    QTest.keyClick(lab.find(Slider, "descent.line.h.slider"), Qt.Key.Key_Home)
    assert lab.spec.line.h == pytest.approx(1e-15)
    assert "numerical 0.16653345369377348" in lab.text("descent.line.slope"), "rounding has eaten the difference"
    type_into(lab.find(NumberField, "descent.line.h"), "0.1")
    assert lab.spec.line.h == 0.1
    valley = lab.find(ValleyPlot, "descent.valley")
    QTest.mouseClick(valley, Qt.MouseButton.LeftButton, pos=QPoint(valley.width() // 2, valley.height() // 2))
    assert 1e-11 < lab.spec.line.h < 1e-6
    QTest.keyClick(valley, Qt.Key.Key_Left)
    assert lab.spec.line.h < 1e-7


def test_that_the_example_rates_do_what_they_are_called(lab: DescentLab) -> None:
    rates = lab.find(Segmented, "descent.line.rates")
    said = {}
    for key in ("small", "right", "swinging", "diverging"):
        rates.take(key)
        said[key] = lab.text("descent.line.verdict")
        assert rates.key == key
    assert all("Edge 2/L = 100.00, exact." in words for words in said.values())
    assert "slow" in said["small"]
    assert "Straight" in said["right"]
    assert "overshoots" in said["swinging"]
    assert "lost" in said["diverging"]


def test_that_the_edge_of_a_curve_that_is_no_quadratic_is_local(lab: DescentLab) -> None:
    type_into(lab.find(FormulaEdit, "descent.line.formula"), "x**4/100")
    assert lab.spec.line.formula == "x**4/100"
    assert "near x" in lab.text("descent.line.verdict")
    type_into(lab.find(FormulaEdit, "descent.line.formula"), "-x**2")
    assert not lab.find(Segmented, "descent.line.rates").isEnabled()


def test_that_a_mistake_keeps_the_curve(lab: DescentLab) -> None:
    field = lab.find(FormulaEdit, "descent.line.formula")
    type_into(field, "x + y")
    assert "y is not known" in field.accessibleDescription()
    assert "y" not in lab.spec.line.formula


def test_that_steps_are_seen_on_the_curve(lab: DescentLab, curve: CurveCanvas, theme: Theme) -> None:
    type_into(lab.find(NumberField, "descent.line.rate"), "30")
    at = curve.point(float(curve.places()[2]))
    assert curve.grab().toImage().pixelColor(at.toPoint()).name() == theme.run(0).name()


def test_that_curves_with_holes_or_walls_are_drawn(lab: DescentLab, curve: CurveCanvas) -> None:
    for text in ("1/x", "log(x)", "sqrt(-1 - x**2)", "3", "exp(x**2)"):
        type_into(lab.find(FormulaEdit, "descent.line.formula"), text)
        assert not curve.grab().isNull()
        assert not lab.find(ValleyPlot, "descent.valley").grab().isNull()
        assert isinstance(curve.point(1.0), QPointF)


def test_that_the_wheel_zooms_at_the_pointer(lab: DescentLab, curve: CurveCanvas) -> None:
    before = lab.spec.line.view
    curve._zoom(0.5, 0.0)
    assert lab.spec.line.view == (before[0] / 2, before[1] / 2)
