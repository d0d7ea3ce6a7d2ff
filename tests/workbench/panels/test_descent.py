"""A person drags starts, types formulas, turns rates, plays, steps back, and undoes all of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from core.descent.presets import PRESETS, preset
from core.descent.spec import MOST_RACERS, DescentSpec
from core.surfaces import SURFACES
from tests.workbench.panels.descent_lab import DescentLab, picture
from workbench.descent.formula_edit import FormulaEdit
from workbench.descent.wording import place
from workbench.panels.descent_contour.transport import RaceTransport
from workbench.panels.descent_curve.panel import DescentCurvePanel
from workbench.plots.live_plot import LivePlot
from workbench.theme.theme import Theme
from workbench.widgets.buttons import Button, IconButton
from workbench.widgets.combo_box import ComboBox
from workbench.widgets.labels import Lamp
from workbench.widgets.number_field import NumberField
from workbench.widgets.segmented import Segmented
from workbench.widgets.slider import Slider


@pytest.fixture
def lab(qtbot: QtBot) -> Iterator[DescentLab]:
    made = DescentLab(qtbot)
    yield made
    made.session.player.pause()
    assert made.workspace.close(30.0)


def choose(box: ComboBox, key: str) -> None:
    index = box.findData(key)
    box.setCurrentIndex(index)
    box.activated.emit(index)


def type_into(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


# -- the plane ------------------------------------------------------------------------------------------------------


def test_that_dragging_a_start_moves_every_path_and_is_one_step_of_undo(lab: DescentLab) -> None:
    lab.drag(lab.pixel(-7, 2), lab.pixel(-6, 1.5), lab.pixel(-5, 1.2), lab.pixel(-4, 1))
    assert lab.spec.starts[0] == pytest.approx((-4, 1), abs=0.03)
    assert [path.at[0, :, 0].tolist() for path in lab.session.race.paths] == [list(lab.spec.starts[0])] * 4
    assert lab.undo_steps == 1
    lab.undo()
    assert lab.spec == DescentSpec()
    assert lab.session.race.paths[0].at[0, :, 0].tolist() == [-7, 2]


def test_that_a_click_adds_a_start_and_delete_removes_it(lab: DescentLab) -> None:
    lab.click(1, -2)
    assert len(lab.spec.starts) == 2
    assert lab.spec.starts[1] == pytest.approx((1, -2), abs=0.03)
    QTest.keyClick(lab.canvas, Qt.Key.Key_Delete)
    assert lab.spec.starts == ((-7.0, 2.0),)
    QTest.keyClick(lab.canvas, Qt.Key.Key_Delete)
    assert len(lab.spec.starts) == 1, "the last start stays"


def test_that_a_right_click_removes_a_start(lab: DescentLab) -> None:
    lab.click(1, -2)
    lab.click(-7, 2, Qt.MouseButton.RightButton)
    assert len(lab.spec.starts) == 1
    assert lab.spec.starts[0] == pytest.approx((1, -2), abs=0.03)


def test_that_starts_are_moved_added_and_chosen_by_keyboard(lab: DescentLab) -> None:
    canvas = lab.canvas
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert lab.spec.starts[0][0] > -7
    QTest.keyClick(canvas, Qt.Key.Key_Insert)
    assert canvas.chosen == 1
    QTest.keyClick(canvas, Qt.Key.Key_N)
    assert canvas.chosen == 0
    QTest.keyClick(canvas, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert lab.spec.starts[0][1] > 2.3
    for _ in range(3):
        lab.undo()
    assert lab.spec == DescentSpec()


def test_that_escape_brings_a_dragged_start_back(lab: DescentLab) -> None:
    QTest.mousePress(lab.canvas, Qt.MouseButton.LeftButton, pos=lab.pixel(-7, 2))
    QTest.mouseMove(lab.canvas, lab.pixel(0, 0))
    assert lab.spec.starts[0] != (-7.0, 2.0)
    QTest.keyClick(lab.canvas, Qt.Key.Key_Escape)
    assert lab.spec.starts[0] == (-7.0, 2.0)


def test_that_drawing_the_ground_along_moves_the_view_and_0_brings_it_back(lab: DescentLab) -> None:
    begin = lab.pixel(1, -2)
    lab.drag(begin, begin + QPoint(30, 0), begin + QPoint(60, 20))
    assert lab.spec.view[0] < -8.5
    assert lab.spec.starts == ((-7.0, 2.0),)
    lab.canvas.setFocus()
    QTest.keyClick(lab.canvas, Qt.Key.Key_0)
    assert lab.spec.view == DescentSpec().view


def test_that_plus_comes_nearer_and_minus_goes_away(lab: DescentLab) -> None:
    near = lab.canvas.plane().scale
    QTest.keyClick(lab.canvas, Qt.Key.Key_Plus)
    assert lab.canvas.plane().scale == pytest.approx(1.2 * near)
    QTest.keyClick(lab.canvas, Qt.Key.Key_Minus)
    QTest.keyClick(lab.canvas, Qt.Key.Key_Minus)
    assert lab.canvas.plane().scale < near


def test_that_both_axes_have_one_scale(lab: DescentLab) -> None:
    plane = lab.canvas.plane()
    origin, right, up = plane.at(0, 0), plane.at(1, 0), plane.at(0, 1)
    assert right.x() - origin.x() == pytest.approx(origin.y() - up.y())


def test_that_a_path_is_seen_in_its_colour_where_it_went(lab: DescentLab, theme: Theme) -> None:
    lab.session.player.look_at(30)
    here = lab.session.race.paths[2].at[30, :, 0]
    assert lab.colour_at(lab.canvas.plane().at(*here)) == theme.run(2).name()
    lab.press("descent.racer.2.eye")
    assert not lab.spec.racers[2].shown
    assert lab.colour_at(lab.canvas.plane().at(*here)) != theme.run(2).name()


def test_that_going_back_takes_the_path_back(lab: DescentLab, theme: Theme) -> None:
    lab.session.player.look_at(30)
    path = lab.session.race.paths[0]
    far = lab.canvas.plane().at(*(path.at[20, :, 0]))
    seen = lab.colour_at(far)
    lab.session.player.look_at(2)
    assert lab.colour_at(far) != seen


def test_that_the_theme_repaints_the_ground(lab: DescentLab, theme: Theme) -> None:
    corner = QPointF(lab.canvas.plane().area.right() - 60, lab.canvas.plane().area.top() + 30)
    light = lab.colour_at(corner)
    theme.set_mode("dark")
    assert lab.colour_at(corner) != light


# -- time -----------------------------------------------------------------------------------------------------------


def test_that_steps_go_on_and_back_with_all_numbers(lab: DescentLab) -> None:
    for _ in range(3):
        lab.press("descent.on")
    assert lab.text("descent.step") == "step 3 / 30"
    third = lab.text("descent.sentence.1")
    lab.press("descent.back")
    assert lab.text("descent.step") == "step 2 / 30"
    assert lab.text("descent.sentence.1") != third
    lab.press("descent.to_end")
    assert lab.text("descent.racer.0.f") == "f 0.0133"
    assert lab.text("descent.racer.0.path") == "path 37"
    lab.press("descent.to_start")
    assert lab.session.player.step == 0


def test_that_playing_runs_to_the_end_and_stops(lab: DescentLab, qtbot: QtBot) -> None:
    lab.session.player.speed = 20.0
    lab.press("descent.play")
    assert lab.session.player.playing
    qtbot.waitUntil(lambda: not lab.session.player.playing, timeout=10_000)
    assert lab.spec.step == 30
    assert lab.text("descent.step") == "step 30 / 30"


def test_that_pausing_stands_at_a_whole_step_and_the_document_knows_it(lab: DescentLab, qtbot: QtBot) -> None:
    lab.session.player.speed = 5.0
    lab.press("descent.play")
    qtbot.waitUntil(lambda: lab.session.player.step >= 2, timeout=10_000)
    lab.press("descent.play")
    assert lab.session.player.position == lab.spec.step >= 2


def test_that_scrubbing_is_one_step_of_undo_and_no_new_race(lab: DescentLab) -> None:
    race = lab.session.race
    slider = lab.find(Slider, "descent.time")
    slider.setFocus()
    for _ in range(4):
        QTest.keyClick(slider, Qt.Key.Key_Right)
    assert lab.spec.step == 4
    assert lab.undo_steps == 1
    assert [a.at is b.at for a, b in zip(race.paths, lab.session.race.paths, strict=True)] == [True] * 4
    lab.undo()
    assert lab.session.player.step == 0


def test_that_space_on_the_plane_plays(lab: DescentLab) -> None:
    QTest.keyClick(lab.canvas, Qt.Key.Key_Space)
    assert lab.session.player.playing


def test_that_hiding_the_plane_stops_the_clock(lab: DescentLab) -> None:
    lab.session.player.play()
    lab.panels["descent_contour"].hide()
    assert not lab.session.player.playing


def test_that_reduced_motion_shows_whole_steps_only(lab: DescentLab, qtbot: QtBot, theme: Theme) -> None:
    theme.set_reduce_motion(True)
    seen = []
    lab.session.player.moved.connect(lambda: seen.append(lab.session.player.position))
    lab.session.player.speed = 2.0
    lab.session.player.play()
    qtbot.waitUntil(lambda: len(seen) > 2, timeout=10_000)
    lab.session.player.pause()
    assert all(position == int(position) for position in seen)


def test_that_clicking_the_curves_looks_at_that_step(lab: DescentLab) -> None:
    plot = lab.find(LivePlot, "descent.curves")
    layout = plot.plot_layout(plot.width(), plot.height())
    QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=layout.area.center().toPoint())
    assert lab.spec.step == 15


# -- surfaces and formulas ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SURFACES.names())
def test_that_a_surface_brings_its_formula_start_and_view(lab: DescentLab, name: str) -> None:
    lab.show(surface="", formula="x*y")
    choose(lab.find(ComboBox, "descent.surface"), name)
    kind = SURFACES.get(name)
    assert lab.find(FormulaEdit, "descent.formula").text() == kind.formula
    assert (lab.spec.starts, lab.spec.view) == ((kind.start,), kind.view)
    assert not lab.canvas.grab().isNull()


def test_that_a_formula_acts_while_it_is_typed_and_is_one_step_of_undo(lab: DescentLab) -> None:
    type_into(lab.find(FormulaEdit, "descent.formula"), "(x + 4)**2 + y**2")
    assert lab.spec.text == "(x + 4)**2 + y**2"
    assert lab.find(ComboBox, "descent.surface").key == "typed"
    assert lab.session.race.objective.minima.tolist() == [[-4.0, 0.0]]
    assert lab.undo_steps == 1
    lab.undo()
    assert lab.find(FormulaEdit, "descent.formula").text() == "x**2/20 + y**2"


def test_that_a_mistake_in_a_formula_is_named_and_the_race_stays(lab: DescentLab) -> None:
    field = lab.find(FormulaEdit, "descent.formula")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "sni(x)")
    assert "Did you mean sin" in field.accessibleDescription()
    assert field.property("invalid") is True
    assert lab.spec.text != "sni(x)"
    assert lab.session.race.spec.text == lab.spec.text


def test_that_typing_the_start_moves_it(lab: DescentLab) -> None:
    type_into(lab.find(NumberField, "descent.start.x"), "-3")
    type_into(lab.find(NumberField, "descent.start.y"), "1.5")
    assert lab.spec.starts == ((-3.0, 1.5),)


@pytest.mark.parametrize("each", PRESETS, ids=lambda each: each.name)
def test_that_a_preset_begins_and_plays(lab: DescentLab, qtbot: QtBot, each) -> None:
    lab.show(surface="", formula="x*y")
    lab.find(QAction, f"descent.preset.{each.name}").trigger()
    assert lab.spec == each.spec
    assert lab.session.player.playing
    qtbot.waitUntil(lambda: not lab.session.computing, timeout=10_000)
    assert not lab.canvas.grab().isNull()


# -- optimizers -----------------------------------------------------------------------------------------------------


def test_that_a_rate_is_typed_and_its_path_alone_is_computed(lab: DescentLab) -> None:
    before = lab.session.race.paths
    type_into(lab.find(NumberField, "descent.racer.0.lr.field"), "0.5")
    assert lab.spec.racers[0].rate == 0.5
    after = lab.session.race.paths
    assert after[0].at is not before[0].at
    assert [after[i].at is before[i].at for i in (1, 2, 3)] == [True] * 3


def test_that_sliding_a_rate_is_one_step_of_undo(lab: DescentLab) -> None:
    slider = lab.find(Slider, "descent.racer.1.momentum.slider")
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() // 2, 10))
    for x in (20, 30, 40):
        QTest.mouseMove(slider, QPoint(x, 10))
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(40, 10))
    assert dict(lab.spec.racers[1].optimizer.settings)["momentum"] != 0.9
    assert lab.undo_steps == 1


def test_that_optimizers_are_added_with_a_colour_of_their_own_up_to_eight(lab: DescentLab) -> None:
    for name in ("Nesterov", "RMSProp", "AdamW", "Newton"):
        lab.find(QAction, f"descent.add.{name}").trigger()
    assert len(lab.spec.racers) == MOST_RACERS
    assert len({racer.colour for racer in lab.spec.racers}) == MOST_RACERS
    assert not lab.find(Button, "descent.add").isEnabled()
    assert lab.spec.racers[-1].newton
    lab.press("descent.racer.2.remove")
    assert [racer.optimizer.kind for racer in lab.spec.racers[:3]] == ["SGD", "Momentum", "Adam"]
    lab.undo()
    assert len(lab.spec.racers) == MOST_RACERS


def test_that_the_sentence_of_momentum_has_its_numbers(lab: DescentLab) -> None:
    lab.session.player.look_at(12)
    words = lab.text("descent.sentence.1")
    assert "Keeps 0.9 of v = (0.387, 0.500)" in words
    assert "adds −0.1·∇f = (0.040, −0.102); v is now (0.388, 0.348)." in words


def test_that_every_optimizer_has_a_sentence_for_every_step(lab: DescentLab) -> None:
    for name in ("Nesterov", "RMSProp", "AdamW", "Newton"):
        lab.find(QAction, f"descent.add.{name}").trigger()
    lab.show(noise=1.0, clip=2.0)
    for step in (1, 2, 30):
        lab.session.player.look_at(step)
        words = [lab.text(f"descent.sentence.{i}") for i in range(MOST_RACERS)]
        assert all("∇f" in sentence and "nan" not in sentence for sentence in words)


# -- conditions -----------------------------------------------------------------------------------------------------


def test_that_the_conditions_act_on_the_race(lab: DescentLab) -> None:
    type_into(lab.find(NumberField, "descent.steps.field"), "50")
    type_into(lab.find(NumberField, "descent.noise.field"), "0.5")
    type_into(lab.find(NumberField, "descent.clip.field"), "2")
    choose(lab.find(ComboBox, "descent.schedule.kind"), "Cosine")
    lab.find(Segmented, "descent.slope.choice").take("numerical")
    assert (lab.spec.steps, lab.spec.noise, lab.spec.clip, lab.spec.slope) == (50, 0.5, 2.0, "numerical")
    assert lab.spec.schedule.kind == "Cosine"
    assert lab.session.race.paths[0].steps == 50
    before = lab.session.race.paths[0].at
    lab.press("descent.seed")
    assert lab.session.race.paths[0].at is not before


def test_that_fewer_steps_than_are_shown_show_the_last_one(lab: DescentLab) -> None:
    lab.session.player.look_at(30)
    type_into(lab.find(NumberField, "descent.steps.field"), "10")
    assert lab.session.player.step == lab.spec.step == 10


# -- what goes wrong ------------------------------------------------------------------------------------------------


def test_that_a_lost_path_is_flagged_and_explained_and_nothing_is_blank(lab: DescentLab) -> None:
    lab.session.edit(preset("large").spec, "Set up")
    lab.session.player.look_at(100)
    assert lab.find(Lamp, "descent.lamp").word == "SGD diverged"
    words = lab.text("descent.sentence.0")
    assert "Lost since step 3" in words
    assert "2/2.000 = 1.000" in words
    assert "stands still" in words, "the numerical gradient is rounded away"
    lab.session.player.look_at(1)
    assert lab.find(Lamp, "descent.lamp").word == "stable"


def test_that_a_formula_without_values_draws_a_ground_and_loses_everyone(lab: DescentLab) -> None:
    for text in ("sqrt(-1 - x**2)", "1/(x - x)", "3", "log(x) + y"):
        lab.session.edit(replace(lab.spec, surface="", formula=text), "Set up")
        lab.session.player.look_at(5)
        assert not lab.canvas.grab().isNull()


def test_that_a_long_race_is_computed_beside_the_window(lab: DescentLab, qtbot: QtBot) -> None:
    lab.session.at_once = 0.0
    lab.session.edit(replace(preset("all").spec, steps=400), "Set up")
    assert lab.session.computing
    qtbot.waitUntil(lambda: not lab.session.computing, timeout=30_000)
    assert lab.session.race.paths[0].steps == 400
    assert len(lab.session.race.paths) == MOST_RACERS


# -- heads and words ------------------------------------------------------------------------------------------------


def test_that_the_field_can_point_up_for_contrast_or_be_left_out(lab: DescentLab) -> None:
    field = lab.find(Segmented, "descent.field")
    pictures = set()
    for key in ("none", "down", "up"):
        field.take(key)
        pictures.add(picture(lab.canvas))
    assert len(pictures) == 3


def test_that_the_numbers_are_those_of_the_start_that_is_clicked(lab: DescentLab) -> None:
    lab.click(-2.0, -2.0)
    lab.session.player.look_at(5)
    path = lab.session.race.paths[0]
    note = lab.panels["descent_steps"].note
    assert note == f"step 5, from {place(lab.spec.starts[1])}"
    assert lab.text("descent.racer.0.f") == f"f {float(path.value[5, 1]):.3g}"
    QTest.mouseClick(lab.canvas, Qt.MouseButton.LeftButton, pos=lab.pixel(-7.0, 2.0))
    assert lab.panels["descent_steps"].note == "step 5, from (−7, 2)"
    assert lab.text("descent.racer.0.f") == f"f {float(path.value[5, 0]):.3g}"


def test_that_another_language_leaves_what_was_chosen(lab: DescentLab) -> None:
    field, what = lab.find(Segmented, "descent.field"), lab.find(Segmented, "descent.curve.what")
    assert field.key == "down"
    field.take("up")
    what.take("distance")
    QCoreApplication.sendEvent(lab.window, QEvent(QEvent.Type.LanguageChange))
    assert (field.key, what.key) == ("up", "distance")
    assert lab.find(ComboBox, "descent.surface").key == "Ravine"


def test_that_arrows_of_the_last_step_can_be_shown(lab: DescentLab) -> None:
    lab.session.player.look_at(5)
    before = picture(lab.canvas)
    lab.find(IconButton, "descent.arrows").click()
    assert picture(lab.canvas) != before


def test_that_the_curves_show_distance_and_a_linear_axis(lab: DescentLab) -> None:
    plot = lab.find(LivePlot, "descent.curves")
    lab.find(Segmented, "descent.curve.what").take("distance")
    assert float(plot.curves[0].y[0]) == pytest.approx((49 + 4) ** 0.5)
    lab.find(Segmented, "descent.curve.axis").take("linear")
    assert not plot.plot_layout(400, 200).y.log
    panel = lab.panels["descent_curve"]
    assert isinstance(panel, DescentCurvePanel)
    lab.session.player.look_at(30)
    assert "AdaGrad" in panel.note


def test_that_everything_that_can_be_used_has_a_name(lab: DescentLab) -> None:
    for kind in (Slider, NumberField, ComboBox, Segmented, IconButton):
        for widget in lab.window.findChildren(kind):
            assert widget.objectName()
            assert widget.accessibleName(), f"{widget.objectName()} has no accessible name"
    assert lab.canvas.accessibleName()


def test_that_the_row_of_the_race_can_be_narrow(qtbot: QtBot, lab: DescentLab) -> None:
    row = lab.window.findChild(RaceTransport)
    assert row is not None
    assert row.minimumSizeHint().width() <= 480
