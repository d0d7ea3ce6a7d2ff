"""The transport of the perceptron lab goes through the rows of the truth table, not through the run of the network."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from core.experiment import Experiment
from workbench.perceptron.session import perceptron_session
from workbench.transport.row_bar import RowTransport
from workbench.workspace import Workspace

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bar(qtbot):
    workspace = Workspace(Experiment())
    made = RowTransport(workspace)
    made.resize(1280, 64)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    workspace.close()


def press(bar: RowTransport, name: str) -> None:
    QTest.mouseClick(bar.findChild(QWidget, f"rows.{name}"), LEFT)


def test_that_its_buttons_go_from_row_to_row_and_round(bar):
    session = perceptron_session(bar._session.workspace)
    assert bar.read_outs.text("row") == "4 / 4"
    press(bar, "step_batch")
    assert session.row == 0
    assert bar.read_outs.text("row") == "1 / 4"
    press(bar, "step_back")
    assert session.row == 3
    assert bar.slider.value() == 3


def test_that_its_slider_lights_the_row_that_is_clicked(bar):
    QTest.mouseClick(bar.slider, LEFT, pos=bar.slider.place_of(2).toPoint())
    assert bar._session.row == 2
    bar.slider.setFocus()
    QTest.keyClick(bar.slider, Qt.Key.Key_Left)
    assert bar._session.row == 1


def test_that_it_clocks_by_itself_until_it_is_paused_or_hidden(bar, qtbot):
    bar.clock.set_rate(50)
    press(bar, "play")
    with qtbot.waitSignal(bar._session.row_changed, timeout=5000):
        pass
    press(bar, "play")
    assert not bar.clock.running
    press(bar, "play")
    bar.hide()
    assert not bar.clock.running


def test_that_it_learns_a_pass_and_counts_the_updates(bar):
    session = bar._session
    press(bar, "new_seed")
    start = session.spec.start
    assert session.spec.weights == start
    for _ in range(30):
        press(bar, "step_epoch")
    assert bar.read_outs.text("right") == "4 of 4"
    assert int(bar.read_outs.text("updates")) == session.learner.progress.updates > 0
    press(bar, "reset")
    assert session.spec.weights == start


def test_that_the_lamp_says_whether_a_line_can_do_it(bar):
    assert bar.lamp.word == "separable"
    bar._session.set_target((0, 1, 1, 0), "Choose XOR")
    assert bar.lamp.word == "not separable"
    assert "XOR" in bar.read_outs.describe()
