"""Training waits until everything that a frame changed is painted."""

from __future__ import annotations

import threading

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from workbench.painting_gate import PaintingGate


class Ground(QWidget):
    """Notes whether the gate was open while it was painted."""

    def __init__(self, gate: threading.Event) -> None:
        super().__init__()
        self.gate, self.open_when_painted = gate, []

    def paintEvent(self, event):
        self.open_when_painted.append(self.gate.is_set())


def test_that_the_gate_stays_closed_while_a_new_text_is_laid_out_and_painted(qtbot) -> None:
    gate, opened = threading.Event(), []
    gate.set()
    ground = Ground(gate)
    label = QLabel("1")
    QVBoxLayout(ground).addWidget(label)
    qtbot.addWidget(ground)
    ground.show()
    qtbot.waitExposed(ground)
    guard = PaintingGate(gate, lambda: opened.append(gate.is_set()), ground)
    ground.open_when_painted.clear()
    guard.close()
    label.setText("a longer text\nof two lines")
    assert not gate.is_set()
    qtbot.waitUntil(gate.is_set, timeout=2000)
    assert opened == [False]
    assert ground.open_when_painted
    assert not any(ground.open_when_painted)


def test_that_closing_it_again_opens_it_once(qtbot) -> None:
    gate, opened = threading.Event(), []
    owner = QWidget()
    qtbot.addWidget(owner)
    guard = PaintingGate(gate, lambda: opened.append(True), owner)
    guard.close()
    guard.close()
    qtbot.waitUntil(gate.is_set, timeout=2000)
    qtbot.wait(20)
    assert opened == [True]
