"""The panel of circuits in a window, and a hand that acts on it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from core.experiment import Experiment
from core.perceptron.board import CircuitBoard, Part
from workbench.panels.perceptron_circuits.canvas import CircuitCanvas
from workbench.panels.perceptron_circuits.geometry import pin_at, port_at, rect_of
from workbench.panels.perceptron_circuits.panel import PerceptronCircuitsPanel
from workbench.workspace import Workspace

LEFT = Qt.MouseButton.LeftButton


class Bench:
    """The panel in a window, and a hand."""

    def __init__(self, qtbot, board: CircuitBoard | None = None) -> None:
        experiment = Experiment() if board is None else replace(Experiment(), circuit=board)
        self.workspace = Workspace(experiment)
        self.panel = PerceptronCircuitsPanel(self.workspace)
        self.head = self.panel.head_controls()
        for control in self.head:
            control.setParent(self.panel)
        self.panel.resize(560, 760)
        qtbot.addWidget(self.panel)
        self.panel.show()
        qtbot.waitExposed(self.panel)

    @property
    def board(self) -> CircuitBoard:
        return self.workspace.experiment.circuit

    @property
    def canvas(self) -> CircuitCanvas:
        return self.find(CircuitCanvas, "circuits.canvas")

    @property
    def desk(self):
        return self.panel._desk

    def find(self, kind, name):
        found = self.panel.findChild(kind, name)
        assert found is not None, f"no {kind.__name__} is called {name}"
        return found

    def said(self) -> str:
        return self.find(QWidget, "circuits.message").whole

    def click(self, name: str) -> None:
        QTest.mouseClick(self.find(QWidget, name), LEFT)

    def add(self, name: str) -> Part:
        before = {part.id for part in self.board.parts}
        self.click(f"circuits.add.{name}")
        return next(part for part in self.board.parts if part.id not in before)

    def take(self, menu: str, entry: str) -> None:
        button = next(control for control in self.head if control.objectName() == menu)
        action = button.menu().findChild(QAction, f"{menu}.{entry}") or next(
            a for a in button.menu().actions() if a.objectName() == f"{menu}.{entry}"
        )
        action.trigger()

    def pixel(self, place: QPointF) -> QPoint:
        return self.canvas.pixel_of(place).toPoint()

    def middle(self, part_id: str) -> QPoint:
        return self.pixel(rect_of(self.board, self.board.part(part_id)).center())

    def drag(self, start: QPoint, *way: QPoint, release: bool = True) -> None:
        QTest.mousePress(self.canvas, LEFT, pos=start)
        for place in way:
            QTest.mouseMove(self.canvas, (start + place) / 2)
            QTest.mouseMove(self.canvas, place)
        if release:
            QTest.mouseRelease(self.canvas, LEFT, pos=way[-1])

    def pin(self, source: str) -> QPoint:
        return self.pixel(pin_at(self.board, source))

    def port(self, part_id: str, port: int) -> QPoint:
        return self.pixel(port_at(self.board, self.board.part(part_id), port))

    def wire(self, source: str, part_id: str, port: int) -> None:
        self.drag(self.pin(source), self.port(part_id, port))

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.canvas, key, modifier)

    def undo(self) -> None:
        self.workspace.document.undo_stack.undo()
