"""The network as a stack of layers, to look at and to change."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QScrollArea, QVBoxLayout, QWidget

from core.datasets.base import DATASETS
from core.edits import duplicated, next_after_removal, place_after, shifted, without_ids
from core.errors import CoreError
from core.experiment import Experiment
from core.layers.base import shape_text
from core.losses.base import LOSSES
from core.shapes import Diagnosis, Fix
from core.spec import LayerSpec, NetworkSpec
from core.spec import Place as LayerPlace
from core.text import parse_network
from core.text.writing import layer_text
from workbench.labs import Place
from workbench.mending import fix_words
from workbench.panels.base import Panel, register_panel
from workbench.panels.stack.bubble import fixes_of
from workbench.panels.stack.canvas import StackCanvas
from workbench.panels.stack.dropping import Dragged, Drop, judge_drop
from workbench.panels.stack.figure import Words, count_text, figure_of
from workbench.panels.stack.layout import INPUT, LOSS
from workbench.panels.stack.totals import Totals
from workbench.presets import PresetsButton
from workbench.translation.core_text import error_text, translate_core
from workbench.workspace import Workspace

MOST_NOTED = 4
"""For so many layers with an error the cost of each mend is worked out; more are not read at once anyway."""


@register_panel
class StackPanel(Panel):
    """Draws the document's network, not the run's: this is where it is edited."""

    name = "stack"
    title = str(QT_TRANSLATE_NOOP("Panels", "Network"))
    places = (Place("network", 1, 0), Place("train", 0, 1, stretch=4))

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        self.canvas = StackCanvas(self._judge)
        self._area = QScrollArea()
        self._totals = Totals()
        self._presets = PresetsButton("stack.presets", workspace)
        super().__init__(workspace, parent)
        self._presets.setParent(self)
        self._area.setObjectName("stack.scroll")
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setWidget(self.canvas)
        self._area.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.viewport().setAutoFillBackground(False)
        self._area.viewport().installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._area, 1)
        layout.addWidget(self._totals)
        self.canvas.chosen.connect(workspace.select)
        self.canvas.asked.connect(self._obey)
        self.canvas.dropped.connect(self._carry_out)
        self.canvas.mended.connect(self._mend)
        self.canvas.menu_wanted.connect(self._show_menu)
        self.canvas.data_wanted.connect(lambda: workspace.lab_wanted.emit("data"))
        self._totals.problem_wanted.connect(self._show_problem)
        workspace.selection_changed.connect(self._select)
        workspace.data_changed.connect(self._data_arrived)

    def head_controls(self) -> list[QWidget]:
        return [self._presets]

    def retranslate(self) -> None:
        self.canvas.setAccessibleName(self.tr("Layers of the network"))
        self._presets.retranslate()
        self._refresh()
        self.canvas.retranslate()

    # -- showing ------------------------------------------------------------------------------------------------

    def show_experiment(self, experiment: Experiment) -> None:
        self._refresh()

    def _data_arrived(self) -> None:
        self._when_seen("data", self._refresh)

    def _refresh(self) -> None:
        network = self._network
        diagnosis = self.workspace.diagnosis()
        if self.workspace.selection not in {"", *(layer.id for layer in network.walk())}:
            self.workspace.select("")
        self.canvas.show_figure(figure_of(network, diagnosis), self._ends(diagnosis), self._notes(diagnosis))
        self.canvas.show_selected(self.workspace.selection)
        self._totals.show_diagnosis(network, diagnosis)
        self.set_note(network.name)

    @property
    def _network(self) -> NetworkSpec:
        return self.workspace.experiment.network

    def _ends(self, diagnosis: Diagnosis | None) -> dict[str, Words]:
        experiment, data = self.workspace.experiment, self.workspace.data
        source = translate_core(DATASETS.get(experiment.data.source.kind).title)
        shape = shape_text(data.input_shape) if data is not None else ""
        loss = translate_core(LOSSES.get(experiment.training.loss.kind).title)
        out = shape_text(diagnosis.output_shape) if diagnosis and diagnosis.output_shape is not None else ""
        return {
            INPUT: Words(
                "data",
                "data",
                self.tr("Input"),
                source,
                shape,
                spoken=f"{self.tr('Input')}, {source}, {shape}",
                about=self.tr("Double-click to choose other data."),
            ),
            LOSS: Words("data", "descent", self.tr("Loss"), loss, out, spoken=f"{self.tr('Loss')}, {loss}"),
        }

    def _notes(self, diagnosis: Diagnosis | None) -> dict[str, tuple[str, ...]]:
        """Return what the layer at fault would cost after each of its mends."""
        notes: dict[str, tuple[str, ...]] = {}
        for problem in diagnosis.errors if diagnosis else ():
            if diagnosis is not None and problem.layer_id not in notes and len(notes) < MOST_NOTED:
                fixes = fixes_of(diagnosis.of(problem.layer_id))
                notes[problem.layer_id] = tuple(self._cost_after(fix, problem.layer_id) for fix in fixes)
        return notes

    def _cost_after(self, fix: Fix, layer_id: str) -> str:
        diagnosis = self.workspace.diagnosis(fix.network)
        report = next((row for row in diagnosis.layers if row.id == layer_id), None) if diagnosis else None
        parameters = report.cost.parameters if report is not None and report.cost is not None else 0
        return self.tr("{n} par.").format(n=count_text(parameters)) if parameters else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._area.viewport():
            self.canvas.set_view_width(self._area.viewport().width())
            self._presets.setVisible(not self.canvas.layout_now.sizes.compact)
        return super().eventFilter(watched, event)

    def _select(self, layer_id: str) -> None:
        self.canvas.show_selected(layer_id)
        spot = self.canvas.layout_now.spots.get(layer_id)
        if spot is not None:
            middle = spot.rect.center()
            self._area.ensureVisible(round(middle.x()), round(middle.y()), 20, round(spot.rect.height()) + 40)

    def _show_problem(self) -> None:
        """Go to the next layer with something to say, after the selected one."""
        diagnosis = self.workspace.diagnosis()
        problems = (diagnosis.errors or diagnosis.hints) if diagnosis else ()
        ids = [problem.layer_id for problem in problems if problem.layer_id]
        if ids:
            selected = self.workspace.selection
            self.workspace.select(ids[(ids.index(selected) + 1) % len(ids)] if selected in ids else ids[0])

    # -- editing ------------------------------------------------------------------------------------------------

    def _apply(self, network: NetworkSpec, text: str, select: str) -> None:
        self.workspace.apply(replace(self.workspace.experiment, network=network), text)
        self.workspace.select(select)

    def _obey(self, command: str) -> None:
        network, selected = self._network, self.workspace.selection
        if command == "paste":
            self._paste()
            return
        if not selected:
            return
        layer = network.find(selected)
        match command:
            case "remove":
                self._remove(layer)
            case "duplicate":
                edited, copy = duplicated(network, selected)
                self._apply(edited, self.tr("Duplicate {layer}").format(layer=layer.label), copy)
            case "up" | "down":
                edited = shifted(network, selected, 1 if command == "down" else -1)
                self._apply(edited, self.tr("Move {layer}").format(layer=layer.label), selected)
            case "freeze":
                edited = network.replace(selected, replace(layer, frozen=not layer.frozen))
                words = self.tr("Release {layer}") if layer.frozen else self.tr("Freeze {layer}")
                self._apply(edited, words.format(layer=layer.label), selected)
            case "copy" | "cut":
                QGuiApplication.clipboard().setText(layer_text(layer))
                if command == "cut":
                    self._remove(layer)

    def _remove(self, layer: LayerSpec) -> None:
        network = self._network
        after = next_after_removal(network, layer.id)
        self._apply(network.remove(layer.id), self.tr("Remove {layer}").format(layer=layer.label), after)

    def _paste(self) -> None:
        """Put in what the clipboard says as text; what cannot be read changes nothing and is said."""
        try:
            pasted = parse_network(QGuiApplication.clipboard().text()).layers
        except CoreError as error:
            self.canvas.say(self.tr("This cannot be pasted. {reason}").format(reason=error_text(error)))
            return
        if not pasted:
            return
        network = self._network
        place = place_after(network, self.workspace.selection)
        edited = network.insert(place, *(without_ids(layer) for layer in pasted))
        known = {layer.id for layer in network.walk()}
        new = [layer.id for layer in edited.walk() if layer.id not in known]
        self._apply(edited, self.tr("Paste"), new[0])

    def _judge(self, dragged: Dragged, place: LayerPlace) -> Drop | None:
        return judge_drop(self._network, self.workspace.diagnosis, dragged, place)

    def _carry_out(self, drop: Drop) -> None:
        words = self.tr("Insert {layer}") if drop.copies else self.tr("Move {layer}")
        self._apply(drop.network, words.format(layer=drop.kind), drop.selected)

    def _mend(self, fix: Fix) -> None:
        self._apply(fix.network, fix_words(fix), self.workspace.selection)
        self.canvas.setFocus()

    def _show_menu(self, at: QPoint) -> None:
        menu = self._menu()
        menu.exec(at)
        menu.deleteLater()

    def _menu(self) -> QMenu:
        """Return what can be done with the selected layer."""
        menu = QMenu(self)
        menu.setObjectName("stack.menu")
        selected = self.workspace.selection
        frozen = bool(selected) and self._network.find(selected).frozen
        for command, words, keys in (
            ("duplicate", self.tr("Duplicate"), "Ctrl+D"),
            ("up", self.tr("Move up"), "Alt+Up"),
            ("down", self.tr("Move down"), "Alt+Down"),
            ("freeze", self.tr("Release its parameters") if frozen else self.tr("Freeze its parameters"), ""),
            ("", "", ""),
            ("cut", self.tr("Cut"), "Ctrl+X"),
            ("copy", self.tr("Copy as text"), "Ctrl+C"),
            ("paste", self.tr("Paste after it"), "Ctrl+V"),
            ("", "", ""),
            ("remove", self.tr("Remove"), "Del"),
        ):
            if not command:
                menu.addSeparator()
                continue
            action = menu.addAction(f"{words}\t{keys}" if keys else words)
            action.setObjectName(f"stack.menu.{command}")
            action.setEnabled(bool(selected) or command == "paste")
            action.triggered.connect(lambda _checked=False, c=command: self._obey(c))
        return menu
