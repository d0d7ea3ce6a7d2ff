"""The panels of the descent lab beside each other, as a person has them."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from core.descent.spec import DescentSpec
from core.experiment import Experiment
from workbench.descent.session import DescentSession, descent_session
from workbench.panels.base import Panel
from workbench.panels.descent_conditions.panel import DescentConditionsPanel
from workbench.panels.descent_contour.canvas import ContourCanvas
from workbench.panels.descent_contour.panel import DescentContourPanel
from workbench.panels.descent_curve.panel import DescentCurvePanel
from workbench.panels.descent_optimizers.panel import DescentOptimizersPanel
from workbench.panels.descent_relief.panel import DescentReliefPanel
from workbench.panels.descent_steps.panel import DescentStepsPanel
from workbench.panels.descent_surface.panel import DescentSurfacePanel
from workbench.widgets.labels import ElidedLabel
from workbench.workspace import Workspace

W = TypeVar("W", bound=QWidget)
PANELS: tuple[type[Panel], ...] = (
    DescentSurfacePanel,
    DescentOptimizersPanel,
    DescentConditionsPanel,
    DescentContourPanel,
    DescentCurvePanel,
    DescentStepsPanel,
    DescentReliefPanel,
)


def picture(widget: QWidget) -> bytes:
    """Return the pixels of a widget; the image outlives the copy of its bytes, of which Qt only lends a view."""
    image = widget.grab().toImage()
    return bytes(image.constBits())


class DescentLab:
    """Some panels in one window; all of them by default."""

    def __init__(self, qtbot: QtBot, *panels: type[Panel], descent: DescentSpec | None = None) -> None:
        self.workspace = Workspace(Experiment(descent=descent or DescentSpec()))
        self.window = QWidget()
        layout = QHBoxLayout(self.window)
        self.panels = {panel.name: panel(self.workspace) for panel in panels or PANELS}
        for panel in self.panels.values():
            layout.addWidget(panel, 1)
            for control in panel.head_controls():
                layout.addWidget(control)
        self.window.resize(2200, 700)
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.session: DescentSession = descent_session(self.workspace)
        self.session.at_once = 60.0  # so that no test depends on how busy the machine is

    @property
    def spec(self) -> DescentSpec:
        return self.workspace.experiment.descent

    @property
    def canvas(self) -> ContourCanvas:
        return self.find(ContourCanvas, "descent.contour")

    def show(self, **changed: object) -> None:
        self.session.edit(replace(self.spec, **changed), "Set up")

    def find(self, kind: type[W], name: str) -> W:
        found = self.window.findChild(kind, name)
        assert found is not None, f"no {kind.__name__} is called {name}"
        return found

    def text(self, name: str) -> str:
        label = self.find(QLabel, name)
        return label.whole if isinstance(label, ElidedLabel) else label.text()

    def undo(self) -> None:
        self.workspace.document.undo_stack.undo()

    @property
    def undo_steps(self) -> int:
        return self.workspace.document.undo_stack.index()

    def press(self, name: str) -> None:
        QTest.mouseClick(self.find(QWidget, name), Qt.MouseButton.LeftButton)

    def pixel(self, x: float, y: float) -> QPoint:
        return self.canvas.plane().at(x, y).toPoint()

    def click(self, x: float, y: float, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        QTest.mouseClick(self.canvas, button, pos=self.pixel(x, y))

    def drag(self, start: QPoint, *way: QPoint) -> None:
        QTest.mousePress(self.canvas, Qt.MouseButton.LeftButton, pos=start)
        for place in way:
            QTest.mouseMove(self.canvas, place)
        QTest.mouseRelease(self.canvas, Qt.MouseButton.LeftButton, pos=way[-1])

    def colour_at(self, at: QPointF) -> str:
        """Return the colour on the plane under a pixel."""
        return self.canvas.grab().toImage().pixelColor((at * self.canvas.devicePixelRatioF()).toPoint()).name()
