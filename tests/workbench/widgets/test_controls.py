"""Controls: what the person chooses is told once, what is set by the program is not."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from workbench.widgets.card import EmptyState
from workbench.widgets.combo_box import ComboBox
from workbench.widgets.dock_head import DockHead
from workbench.widgets.flow_layout import FlowLayout
from workbench.widgets.form_row import FormRow
from workbench.widgets.labels import ElidedLabel, Label
from workbench.widgets.number_field import NumberField
from workbench.widgets.segmented import Segmented
from workbench.widgets.slider import Slider
from workbench.widgets.toast import Toast


@pytest.fixture
def slider(qtbot) -> Slider:
    made = Slider("s")
    qtbot.addWidget(made)
    made.resize(114, 26)
    made.show()
    return made


@pytest.fixture
def field(qtbot) -> NumberField:
    made = NumberField("f")
    qtbot.addWidget(made)
    made.set_numbers(0, 10)
    made.show()
    return made


def test_that_a_slider_set_by_the_program_keeps_the_exact_number_and_tells_nothing(slider, qtbot) -> None:
    slider.set_numbers(1e-5, 1, log=True)
    with qtbot.assertNotEmitted(slider.changed):
        slider.set_number(0.00123456)
    assert slider.number == 0.00123456


def test_that_a_click_in_the_middle_of_a_log_slider_is_the_geometric_mean(slider, qtbot) -> None:
    slider.set_numbers(1e-4, 1, log=True)
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(57, 13))
    assert slider.number == pytest.approx(0.01, rel=0.05)


def test_that_a_slider_from_zero_reaches_zero_on_a_log_scale(slider, qtbot) -> None:
    slider.set_numbers(0, 1, log=True)
    slider.set_number(0.5)
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    assert slider.number == 0


def test_that_whole_numbers_move_by_one_with_the_arrow_keys(slider, qtbot) -> None:
    slider.set_numbers(1, 8, whole=True)
    slider.set_number(3)
    told = []
    slider.changed.connect(told.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_End):
        qtbot.keyClick(slider, key)
    assert told == [4, 5, 4, 8]


def test_that_dragging_tells_on_the_way_and_settles_at_the_end(slider, qtbot) -> None:
    slider.set_numbers(0, 1)
    told, settled = [], []
    slider.changed.connect(told.append)
    slider.settled.connect(settled.append)
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(20, 13))
    for x in (40, 60, 200):
        qtbot.mouseMove(slider, QPoint(x, 13))
    assert not settled
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(200, 13))
    assert told[-1] == 1
    assert settled == [1]


def test_that_a_typed_number_is_told_on_return(field, qtbot) -> None:
    field.setText("")
    with qtbot.waitSignal(field.changed) as told:
        qtbot.keyClicks(field, "25e-1")
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told.args == [2.5]


@pytest.mark.parametrize(("typed", "reason"), [("11", "most is 10"), ("-1", "least is 0"), ("1e", "Type a number")])
def test_that_a_wrong_number_stays_with_its_reason_and_is_not_told(field, qtbot, typed, reason) -> None:
    field.setText("")
    with qtbot.assertNotEmitted(field.changed):
        qtbot.keyClicks(field, typed)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == typed
    assert reason in field.message
    assert field.property("invalid")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), field.message) == ("0", "")


def test_that_arrow_keys_change_the_last_figure(field, qtbot) -> None:
    field.set_number(0.25)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.number == pytest.approx(0.26)
    qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert field.number == pytest.approx(0.16)


def test_that_segments_are_taken_by_mouse_and_key(qtbot) -> None:
    segments = Segmented("x")
    qtbot.addWidget(segments)
    segments.set_choices([("a", "First"), ("b", "Second"), ("c", "Third")])
    segments.resize(segments.sizeHint())
    told = []
    segments.changed.connect(told.append)
    segments.set_key("b")
    qtbot.mouseClick(segments, Qt.MouseButton.LeftButton, pos=QPoint(segments.width() - 4, 10))
    qtbot.keyClick(segments, Qt.Key.Key_Left)
    assert told == ["c", "b"]
    assert segments.accessibleDescription() == "Second"


def test_that_a_list_keeps_its_choice_when_its_words_change(qtbot) -> None:
    box = ComboBox("x")
    qtbot.addWidget(box)
    box.set_choices([("a", "One"), ("b", "Two")])
    box.set_key("b")
    box.set_choices([("a", "一"), ("b", "二")])
    assert (box.key, box.currentText()) == ("b", "二")


def test_that_a_cut_label_tells_the_whole_in_its_tooltip(qtbot) -> None:
    label = ElidedLabel("A rather long text indeed")
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    assert label.text().endswith("…")
    assert label.toolTip() == "A rather long text indeed"
    label.resize(400, 20)
    assert (label.text(), label.toolTip()) == ("A rather long text indeed", "")


def test_that_the_cut_note_of_a_dock_is_whole_in_its_tooltip_though_the_head_takes_the_mouse(qtbot) -> None:
    head = DockHead("head")
    qtbot.addWidget(head)
    head.set_title("Plane")
    head.set_note("0.50·x₁ + 0.50·x₂ − 0.70 = 0")
    head.resize(200, 30)
    head.show()
    place = QPoint(120, 15)
    QApplication.sendEvent(head, QHelpEvent(QEvent.Type.ToolTip, place, head.mapToGlobal(place)))
    assert QToolTip.text() == head.note
    QToolTip.hideText()


def test_that_a_flow_breaks_into_rows_when_it_gets_narrow(qtbot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, gap=4)
    for _ in range(6):
        part = Label()
        part.setFixedSize(50, 20)
        flow.addWidget(part)
    assert [flow.heightForWidth(w) for w in (400, 160, 50)] == [20, 44, 140]


def test_that_a_toast_offers_to_undo(qtbot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(400, 200)
    host.show()
    toast = Toast(host)
    done = []
    toast.say("Removed Conv 2", "Undo", lambda: done.append(True))
    assert toast.isVisible()
    assert toast.geometry().right() < host.width()
    qtbot.mouseClick(toast.findChild(QWidget, "toast.act"), Qt.MouseButton.LeftButton)
    assert done
    assert not toast.isVisible()


def test_that_an_empty_state_asks_for_the_next_thing(qtbot) -> None:
    empty = EmptyState("e")
    qtbot.addWidget(empty)
    empty.set_words("No run yet.", "Train")
    with qtbot.waitSignal(empty.asked):
        qtbot.mouseClick(empty.findChild(QWidget, "e.button"), Qt.MouseButton.LeftButton)


def turn(widget: QWidget, eighths: int, modifiers=Qt.KeyboardModifier.NoModifier) -> bool:
    at = QPointF(widget.rect().center())
    around, none = widget.mapToGlobal(at), Qt.MouseButton.NoButton
    event = QWheelEvent(at, around, QPoint(), QPoint(0, eighths), none, modifiers, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def test_that_the_wheel_changes_the_number_of_a_field_that_was_clicked_and_of_no_other(field: NumberField, qtbot) -> None:
    field.set_numbers(0, 100, whole=True)
    field.set_number(50)
    field.clearFocus()
    assert not turn(field, 120)
    assert field.number == 50
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(field.hasFocus)
    assert turn(field, 120)
    assert turn(field, -60)
    assert field.number == 51
    turn(field, -60)
    turn(field, -120, Qt.KeyboardModifier.ShiftModifier)
    assert field.number == 40


def test_that_a_double_click_selects_the_whole_number(field: NumberField, qtbot) -> None:
    field.set_number(0.002)
    qtbot.mouseDClick(field, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(field, "0.5")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.number == 0.5
    assert not field.message


def test_that_a_choice_too_long_for_its_list_ends_in_dots_and_is_whole_in_its_tooltip(qtbot) -> None:
    box = ComboBox("c")
    qtbot.addWidget(box)
    box.set_choices([("long", "Softmax cross-entropy"), ("short", "Huber")])
    box.resize(100, 26)
    box.show()
    assert box.shown_text().endswith("…")
    place = QPoint(20, 10)
    QApplication.sendEvent(box, QHelpEvent(QEvent.Type.ToolTip, place, box.mapToGlobal(place)))
    assert QToolTip.text() == "Softmax cross-entropy"
    QToolTip.hideText()
    box.set_key("short")
    assert box.shown_text() == "Huber"


def test_that_a_remark_keeps_all_its_lines_when_the_label_grows(qtbot) -> None:
    row = FormRow(NumberField("f"))
    qtbot.addWidget(row)
    row.set_words("Seed")
    row.resize(180, 80)
    row.show()
    row.show_remark("Changing it begins the run anew.")
    row.set_label_width(120, 120)
    remark = row.findChildren(Label)[-1]
    assert remark.minimumHeight() >= remark.heightForWidth(row.width())
