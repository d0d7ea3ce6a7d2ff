"""The panels of the perceptron lab beside each other, as a person has them, and gestures of the mouse on them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.experiment import Experiment
from core.perceptron.spec import PerceptronSpec
from workbench.panels.base import Panel
from workbench.panels.perceptron_learn.panel import PerceptronLearnPanel
from workbench.panels.perceptron_neuron.panel import PerceptronNeuronPanel
from workbench.panels.perceptron_plane.canvas import PlaneCanvas
from workbench.panels.perceptron_plane.panel import PerceptronPlanePanel
from workbench.panels.perceptron_table.panel import PerceptronTablePanel
from workbench.panels.perceptron_targets.panel import PerceptronTargetsPanel
from workbench.perceptron.live_text import LiveText
from workbench.perceptron.session import PerceptronSession, perceptron_session
from workbench.widgets.number_field import NumberField
from workbench.workspace import Workspace

W = TypeVar("W", bound=QWidget)
PANELS: tuple[type[Panel], ...] = (
    PerceptronPlanePanel,
    PerceptronTargetsPanel,
    PerceptronNeuronPanel,
    PerceptronTablePanel,
    PerceptronLearnPanel,
)


def type_into(field: NumberField, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


class Lab:
    """All panels in one window."""

    def __init__(self, qtbot: QtBot) -> None:
        self.workspace = Workspace(Experiment())
        self.window = QWidget()
        layout = QHBoxLayout(self.window)
        self.panels = {panel.name: panel(self.workspace) for panel in PANELS}
        for panel in self.panels.values():
            layout.addWidget(panel)
            for control in panel.head_controls():
                layout.addWidget(control)
        self.window.resize(2200, 700)
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.session: PerceptronSession = perceptron_session(self.workspace)

    @property
    def spec(self) -> PerceptronSpec:
        return self.workspace.experiment.perceptron

    @property
    def canvas(self) -> PlaneCanvas:
        return self.find(PlaneCanvas, "perceptron.plane")

    def show(self, **changed: object) -> None:
        self.session.edit(replace(self.spec, **changed), "Set up")

    def find(self, kind: type[W], name: str) -> W:
        found = self.window.findChild(kind, name)
        assert found is not None, f"no {kind.__name__} is called {name}"
        return found

    def text(self, name: str) -> str:
        """The plain text of a label or live text."""
        found = self.find(QWidget, name)
        return found.accessibleName() if isinstance(found, LiveText) else found.text()

    def click(self, widget: QWidget, at: QPointF | None = None) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=_pixel(at, widget))

    def pixel(self, x1: float, x2: float) -> QPointF:
        return self.canvas.view().at((x1, x2))

    @contextmanager
    def dragging(self, start: QPointF, *way: QPointF) -> Iterator[None]:
        """Press, move along the way, and let go after the block."""
        canvas = self.canvas
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=_pixel(start, canvas))
        for place in way:
            QTest.mouseMove(canvas, _pixel(place, canvas))
        yield
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=_pixel(way[-1], canvas))

    def drag(self, start: QPointF, *way: QPointF) -> None:
        with self.dragging(start, *way):
            pass


def _pixel(at: QPointF | None, widget: QWidget) -> QPoint:
    return at.toPoint() if at is not None else widget.rect().center()
