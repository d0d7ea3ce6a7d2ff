"""The network as a stack of layers, to look at and to change."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, QObject, QPoint, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QMenu, QScrollArea, QVBoxLayout, QWidget

from core.datasets.base import DATASETS
from core.errors import CoreError
from core.experiment import Experiment
from core.layers.base import shape_text
from core.losses.base import LOSSES
from core.shapes import Diagnosis, Fix, LayerReport
from core.shapes.sight import Sight, sights
from core.spec import NetworkSpec
from workbench.errors import show_error
from workbench.labs import Place
from workbench.layer_facts import about_layer
from workbench.layer_timing import layer_timing_of
from workbench.my_blocks import my_blocks_of
from workbench.panels.base import Panel, register_panel
from workbench.panels.stack.acts import StackActs
from workbench.panels.stack.canvas import ZOOM_STEP, StackCanvas
from workbench.panels.stack.drag_desk import DragDesk
from workbench.panels.stack.dropping import Judge
from workbench.panels.stack.exporting import Drawing
from workbench.panels.stack.figure import Figures, Words
from workbench.panels.stack.mend_costs import MendCosts
from workbench.panels.stack.menu import make_menu
from workbench.panels.stack.minimap import MiniMap
from workbench.panels.stack.standing import INPUT, LOSS
from workbench.panels.stack.totals import Totals
from workbench.panels.stack.zoom_bar import ZoomBar
from workbench.presets import PresetsButton
from workbench.translation.core_text import translate_core
from workbench.workspace import Workspace

CORNER = 12
ROOM_FOR_MAP = 520
TALL = 1.4
"""A network that is taller than the view by this factor has an overview."""


@register_panel
class StackPanel(Panel):
    """Draws the document's network, not the run's: this is where it is edited."""

    name = "stack"
    title = str(QT_TRANSLATE_NOOP("Panels", "Network"))
    places = (Place("network", 1, 0), Place("train", 0, 1, stretch=4))

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        self.canvas = StackCanvas(self._about)
        self._area = QScrollArea()
        self._totals = Totals()
        self._presets = PresetsButton("stack.presets", workspace)
        self._figures = Figures()
        self._reports: Mapping[str, LayerReport] = {}
        self._sights: tuple[NetworkSpec, Mapping[str, Sight]] | None = None
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
        self.zoom_bar = ZoomBar(self)
        self.minimap = MiniMap(self)
        self.acts = StackActs(workspace, self.canvas)
        self.desk = DragDesk(self.canvas, self._judge)
        self._timing = layer_timing_of(workspace)
        self._costs = MendCosts(workspace, self)
        self._connect()

    def _connect(self) -> None:
        canvas, workspace, bar = self.canvas, self.workspace, self._area.verticalScrollBar()
        canvas.chosen.connect(workspace.select)
        canvas.asked.connect(self._obey)
        canvas.mended.connect(self._mend)
        canvas.menu_wanted.connect(self._show_menu)
        canvas.data_wanted.connect(lambda: workspace.lab_wanted.emit("data"))
        canvas.letter_typed.connect(workspace.layer_sought)
        canvas.drag_wanted.connect(self.desk.start)
        canvas.laid_out.connect(self._show_overview)
        self.desk.dropped.connect(self.acts.carry_out)
        self.desk.data_dropped.connect(workspace.source_wanted)
        self.desk.scroll_wanted.connect(lambda by: bar.setValue(bar.value() + by))
        self.zoom_bar.fit_wanted.connect(lambda: self._obey("zoom_fit"))
        self.zoom_bar.chosen.connect(self._zoom_to)
        self.minimap.wanted.connect(self._go_to)
        bar.valueChanged.connect(self._show_view)
        self._totals.problem_wanted.connect(self._show_problem)
        workspace.selection_changed.connect(lambda: self._when_seen("selection", self._show_selection))
        workspace.data_changed.connect(self._data_arrived)
        self._costs.found.connect(lambda: canvas.show_notes(self._costs.known))

    def head_controls(self) -> list[QWidget]:
        return [self._presets]

    def retranslate(self) -> None:
        self.canvas.setAccessibleName(self.tr("Layers of the network"))
        self._presets.retranslate()
        self.zoom_bar.retranslate()
        self.minimap.retranslate()
        self._figures.forget()
        self._costs.forget()
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
        figure = self._figures.of(network, diagnosis)
        self._reports = {row.id: row for row in diagnosis.layers} if diagnosis else {}
        if self.workspace.selection and self.workspace.selection not in figure.words:
            self.workspace.select("")
        self._costs.look_at(diagnosis)
        self.canvas.show_figure(figure, self._ends(diagnosis), self._costs.known)
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
                about=self.tr("Double-click to choose other data, or drop a source here."),
            ),
            LOSS: Words("data", "descent", self.tr("Loss"), loss, out, spoken=f"{self.tr('Loss')}, {loss}", about=loss),
        }

    def _about(self, layer_id: str) -> str:
        """Return what a tooltip says of a layer."""
        network, data = self._network, self.workspace.data
        if self._sights is None or self._sights[0] is not network:
            self._sights = (network, sights(network, data.input_shape) if data is not None else {})
        times, time = self._timing.times, self._timing.of(layer_id, network)
        batch = times.batch if times is not None else 0
        return about_layer(network.find(layer_id), self._reports.get(layer_id), self._sights[1].get(layer_id), time, batch)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._area.viewport():
            self.canvas.set_view_width(self._area.viewport().width())
            self._presets.setVisible(not self.canvas.layout_now.sizes.compact)
            self._show_overview()
        return super().eventFilter(watched, event)

    def _show_selection(self) -> None:
        layer_id = self.workspace.selection
        self.canvas.show_selected(layer_id)
        spot = self.canvas.layout_now.spots.get(layer_id)
        if spot is not None:
            middle, zoom = spot.rect.center(), self.canvas.zoom
            high = round(spot.rect.height() * zoom) + 40
            self._area.ensureVisible(round(middle.x() * zoom), round(middle.y() * zoom), 20, high)

    def _show_problem(self) -> None:
        """Go to the next layer with something to say, after the selected one."""
        diagnosis = self.workspace.diagnosis()
        problems = (diagnosis.errors or diagnosis.hints) if diagnosis else ()
        ids = [problem.layer_id for problem in problems if problem.layer_id]
        if ids:
            selected = self.workspace.selection
            self.workspace.select(ids[(ids.index(selected) + 1) % len(ids)] if selected in ids else ids[0])

    # -- zoom and overview --------------------------------------------------------------------------------------

    def _zoom_to(self, zoom: float) -> None:
        """Zoom and keep in the middle what is there."""
        bar, view = self._area.verticalScrollBar(), self._area.viewport().height()
        middle = (bar.value() + view / 2) / max(1, self.canvas.height())
        self.canvas.set_zoom(zoom)
        bar.setValue(round(middle * self.canvas.height() - view / 2))

    def _fit(self) -> None:
        """Show all of it, and not larger than it is."""
        view, layout = self._area.viewport().size(), self.canvas.layout_now
        for _ in range(2):  # at another zoom there is another room, so that blocks stand otherwise
            self._zoom_to(min(1.0, view.height() / layout.height, view.width() / layout.width))
            layout = self.canvas.layout_now

    def _show_overview(self) -> None:
        """Put zoom and overview into the corner where there is room for them."""
        view, canvas = self._area.viewport(), self.canvas
        roomy = view.width() >= ROOM_FOR_MAP
        self.zoom_bar.setVisible(roomy)
        self.zoom_bar.show_zoom(canvas.zoom)
        self.zoom_bar.adjustSize()
        self.zoom_bar.move(view.width() - self.zoom_bar.width() - CORNER, CORNER)
        tall = canvas.height() > TALL * view.height()
        if canvas.drop is None:  # while a slot is open the overview stays as it is
            self.minimap.setVisible(roomy and tall)
        if roomy and tall and canvas.drop is None:
            self.minimap.show_layout(canvas.layout_now, canvas.figure)
            top = self.zoom_bar.geometry().bottom() + 8
            self.minimap.move(view.width() - self.minimap.width() - CORNER, top)
            self._show_view()
        for corner in (self.zoom_bar, self.minimap):
            corner.raise_()

    def _show_view(self) -> None:
        high = max(1, self.canvas.height())
        top = self._area.verticalScrollBar().value()
        self.minimap.show_view(top / high, min(1.0, (top + self._area.viewport().height()) / high))

    def _go_to(self, share: float) -> None:
        bar, view = self._area.verticalScrollBar(), self._area.viewport().height()
        bar.setValue(round(share * self.canvas.height() - view / 2))

    # -- editing ------------------------------------------------------------------------------------------------

    def _obey(self, command: str) -> None:
        match command:
            case "zoom_in":
                self._zoom_to(self.canvas.zoom * ZOOM_STEP)
            case "zoom_out":
                self._zoom_to(self.canvas.zoom / ZOOM_STEP)
            case "zoom_whole":
                self._zoom_to(1.0)
            case "zoom_fit":
                self._fit()
            case "fold_all" | "unfold_all":
                self.canvas.fold_all(command == "fold_all")
            case "export":
                self._export()
            case _:
                self.acts.obey(command)

    def _judge(self) -> Judge:
        data = self.workspace.data
        shape = data.input_shape if data is not None else None
        return Judge(self._network, self.workspace.diagnosis, shape, my_blocks_of(self.workspace).blocks)

    def _mend(self, fix: Fix) -> None:
        self.acts.mend(fix)
        self.canvas.setFocus()

    def _show_menu(self, at: QPoint) -> None:
        menu = self._menu()
        menu.exec(at)
        menu.deleteLater()

    def _menu(self) -> QMenu:
        """Return what can be done with the selected layers."""
        return make_menu(self, [self._network.find(layer_id) for layer_id in self.acts.chosen], self._obey)

    def drawing(self) -> Drawing:
        """Return the network as it is drawn in a file."""
        canvas = self.canvas
        return Drawing(canvas.figure, canvas.ends, canvas.folded, canvas.unfolded, self._network.name)

    def _export(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        start = str(Path(folder) / f"{self._network.name or self.tr('Network')}.png")
        filters = self.tr("Pictures (*.png *.svg)")
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Export the drawing"), start, filters)
        if not chosen:
            return
        path = Path(chosen)
        try:
            self.drawing().save(path if path.suffix.lower() in {".png", ".svg"} else path.with_name(f"{path.name}.png"))
        except CoreError as error:
            show_error(self, error)
