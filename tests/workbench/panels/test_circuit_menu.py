"""The menu of the canvas, and keys that the window uses for something else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton

from core.experiment import Experiment
from tests.workbench.panels.circuit_bench import Bench


@pytest.fixture
def bench(qtbot) -> Iterator[Bench]:
    made = Bench(qtbot)
    yield made
    made.workspace.close()


def right_click(bench: Bench, part_id: str) -> None:
    at = bench.middle(part_id)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(bench.canvas, QContextMenuEvent(reason, at, bench.canvas.mapToGlobal(at)))


def entries(bench: Bench) -> dict[str, bool]:
    return {
        action.objectName().rpartition(".")[2]: action.isEnabled() for action in bench.panel.menu().actions() if action.text()
    }


def choose(bench: Bench, command: str) -> None:
    next(action for action in bench.panel.menu().actions() if action.objectName() == f"circuits.menu.{command}").trigger()


def test_that_the_menu_acts_on_the_part_under_the_pointer(bench):
    shown = []
    bench.canvas.menu_wanted.disconnect()
    bench.canvas.menu_wanted.connect(shown.append)
    assert not entries(bench)["delete"]
    right_click(bench, "nand")
    assert len(shown) == 1
    assert bench.desk.selected == {"nand"}
    choose(bench, "duplicate")
    assert len(bench.board.parts) == len(Experiment().circuit.parts) + 1
    choose(bench, "delete")
    assert bench.board == Experiment().circuit
    choose(bench, "select_all")
    assert len(bench.desk.selected) == len(bench.board.parts)
    choose(bench, "cut")
    assert bench.board.parts == ()
    assert entries(bench) == {
        "copy": False,
        "cut": False,
        "paste": True,
        "duplicate": False,
        "delete": False,
        "select_all": False,
        "fit": False,
    }


@pytest.mark.parametrize("key", [Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_V, Qt.Key.Key_A, Qt.Key.Key_D])
def test_that_the_canvas_takes_its_keys_before_the_menus_of_the_window(bench, key):
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
    event.ignore()
    QApplication.sendEvent(bench.canvas, event)
    assert event.isAccepted()


def test_that_a_loose_gate_in_hand_does_not_keep_a_whole_circuit_from_being_opened(bench):
    bench.add("AND")
    assert len(bench.desk.selected) == 1
    open_it = bench.find(QPushButton, "circuits.open")
    assert open_it.isEnabled()
    bench.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    bench.key(Qt.Key.Key_Delete)
    assert not open_it.isEnabled()
    assert open_it.toolTip() == "A circuit needs an input and an output first"
