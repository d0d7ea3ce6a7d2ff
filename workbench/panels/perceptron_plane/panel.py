"""The panel of the plane: gates with the book's weights, Find weights, and the plane itself."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from core.experiment import Experiment
from core.perceptron.functions import BOOK_WEIGHTS, name_of, target_of
from core.perceptron.separability import nearest_separable
from core.perceptron.solver import widest_margin
from core.perceptron.spec import PerceptronSpec, ThreeInputSpec
from core.perceptron.unit_text import unit_table, unit_text
from workbench.labs import Place
from workbench.panels.base import Panel, register_panel
from workbench.panels.perceptron_plane.canvas import PlaneCanvas
from workbench.panels.perceptron_plane.cube_canvas import CubeCanvas
from workbench.panels.perceptron_plane.cube_page import CubePage
from workbench.panels.perceptron_plane.weights_canvas import WeightsCanvas
from workbench.perceptron.export import save_svg, save_table
from workbench.perceptron.export_button import ExportButton
from workbench.perceptron.session import perceptron_session
from workbench.perceptron.wording import equation
from workbench.plots.export import save_png
from workbench.widgets.buttons import Button
from workbench.widgets.labels import ElidedLabel, Label
from workbench.widgets.segmented import Segmented
from workbench.workspace import Workspace

GATES = ("AND", "NAND", "OR", "XOR")
ROOM_FOR_LABEL = 460
"""In a narrower panel the weights of the book need the room of the label before the gates."""


@register_panel
class PerceptronPlanePanel(Panel):
    """The plane of the two inputs and the line that divides it."""

    name: ClassVar[str] = "perceptron_plane"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "Plane"))
    places: ClassVar[tuple[Place, ...]] = (Place("perceptron", 0, 0, stretch=3),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._session = perceptron_session(workspace)
        self._gate_label = Label(size="dense", tone="text2")
        self._gates = Segmented("perceptron.gate")
        self._gates.changed.connect(self._take_gate)
        self._book = ElidedLabel(size="caption", tone="text3")
        self._find = Button("perceptron.find")
        self._find.clicked.connect(self._find_weights)
        self._canvas = PlaneCanvas(self._session)
        self._weights = WeightsCanvas(self._session)
        self._views = QStackedWidget()
        self._views.addWidget(self._canvas)
        self._views.addWidget(self._weights)
        self._view = Segmented("perceptron.view")
        self._view.changed.connect(self._show_view)
        writers = {
            "png": lambda path: save_png(self._shown, path),
            "svg": lambda path: save_svg(self._shown, self._shown.draw, path),
            "csv": lambda path: save_table(unit_table(self._unit), path),
        }
        self._export = ExportButton("perceptron.export", self._copy_text, writers, "perceptron")
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._gate_label)
        top.addWidget(self._gates)
        top.addWidget(self._book, 1)
        top.addWidget(self._find)
        self._two = QWidget()
        inner = QVBoxLayout(self._two)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        inner.addLayout(top)
        inner.addWidget(self._views, 1)
        self._cube = CubePage(self._session)
        self._shown_cube: ThreeInputSpec | None = None
        self._pages = QStackedWidget()
        self._pages.addWidget(self._two)
        self._pages.addWidget(self._cube)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addWidget(self._pages)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._gate_label.setVisible(self.width() >= ROOM_FOR_LABEL)

    def head_controls(self) -> list[QWidget]:
        return [self._view, self._export]

    def _copy_text(self) -> None:
        QGuiApplication.clipboard().setText(unit_text(self._unit))

    @property
    def _unit(self) -> PerceptronSpec | ThreeInputSpec:
        """The unit that is in front."""
        return self._session.spec.cube if self._pages.currentWidget() is self._cube else self._session.spec

    @property
    def _shown(self) -> PlaneCanvas | WeightsCanvas | CubeCanvas:
        """The picture that is exported: the one in front."""
        if self._pages.currentWidget() is self._cube:
            return self._cube.canvas
        return self._weights if self._views.currentWidget() is self._weights else self._canvas

    def show_experiment(self, experiment: Experiment) -> None:
        self._show_note()
        if experiment.perceptron.cube != self._shown_cube:
            self._shown_cube = experiment.perceptron.cube
            self._cube.show_cube()
        self._show_gate()
        self._canvas.show_line()
        self._weights.show_weights()

    def retranslate(self) -> None:
        self._view.setAccessibleName(self.tr("What the plane shows"))
        self._view.set_choices(
            [("inputs", self.tr("Inputs")), ("weights", self.tr("Weights")), ("cube", self.tr("3 inputs"))],
            {
                "inputs": self.tr("The plane of x₁ and x₂"),
                "weights": self.tr("The plane of w₁ and w₂ at the present bias, with the path of learning"),
                "cube": self.tr("The cube of three inputs"),
            },
        )
        self._cube.retranslate()
        self._weights.setAccessibleName(self.tr("Plane of the weights w₁ and w₂"))
        self._weights.set_words(self.tr("rows right:"))
        self._gate_label.setText(self.tr("Gate"))
        self._gates.setAccessibleName(self.tr("Gate with the book's weights"))
        about = {
            gate: self.tr("{gate} with the book's weights {weights}").format(gate=gate, weights=_brief(BOOK_WEIGHTS[gate]))
            for gate in BOOK_WEIGHTS
        }
        about["XOR"] = self.tr("XOR: no line separates it")
        self._gates.set_choices([(gate, gate) for gate in GATES], about)
        self._find.setText(self.tr("Find weights"))
        self._find.setToolTip(self.tr("The line that keeps farthest from all four corners, computed exactly"))
        self._canvas.setAccessibleName(self.tr("Plane of the inputs x₁ and x₂"))
        self._show_gate()

    def _show_gate(self) -> None:
        name = name_of(self._session.spec.target)
        self._gates.set_key(name if name in GATES else "")
        weights = BOOK_WEIGHTS.get(name)
        book = self.tr("book: {weights}").format(weights=_brief(weights)) if weights else ""
        if book != self._book.whole:
            self._book.set_text(book)

    def _show_view(self, key: str) -> None:
        self._pages.setCurrentWidget(self._cube if key == "cube" else self._two)
        self._views.setCurrentWidget(self._weights if key == "weights" else self._canvas)
        self._show_note()

    def _show_note(self) -> None:
        three = self._pages.currentWidget() is self._cube
        self.set_note(self._cube.equation() if three else equation(self._session.spec.weights))

    def _take_gate(self, gate: str) -> None:
        target = next(t for t in map(target_of, range(16)) if name_of(t) == gate)
        text = self.tr("Choose {gate}").format(gate=gate)
        self._session.set_target(target, text, BOOK_WEIGHTS.get(gate))

    def _find_weights(self) -> None:
        target = self._session.spec.target
        found = widest_margin(nearest_separable(target))
        if found is not None:
            w1, w2, b = found
            self._session.set_weights((w1, w2, b), self.tr("Find weights"))


def _brief(weights: tuple[float, float, float]) -> str:
    return ", ".join(f"{w:g}".replace("-", "−") for w in weights)
