"""The kernels of any layer, large, and the numbers of the one that is selected."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from core.layers.base import LAYERS
from core.probes.kernels import KernelLayer, kernel_layers
from core.training.frame import Frame
from workbench.labs import Place
from workbench.panels.base import Panel, register_panel
from workbench.panels.filters.first_layer import FirstLayerPanel
from workbench.panels.filters.kernel_view import KernelView
from workbench.plots.heat_map import HeatMap
from workbench.theme.fonts import font
from workbench.translation.core_text import translate_core
from workbench.widgets.card import EmptyState
from workbench.widgets.combo_box import ComboBox
from workbench.widgets.labels import Label
from workbench.widgets.number_field import NumberField
from workbench.widgets.numbers import figure, grouped
from workbench.widgets.segmented import Segmented
from workbench.workspace import Workspace

__all__ = ["FiltersPanel", "FirstLayerPanel"]


@register_panel
class FiltersPanel(Panel):
    """Every layer with kernels: choose layer, input channel, output position and the scale of the colours."""

    name: ClassVar[str] = "filters"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "Filters"))
    places: ClassVar[tuple[Place, ...]] = (Place("filters", column=0, tab=4),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._run = -1
        self._frame: Frame | None = None
        self._layers: tuple[KernelLayer, ...] = ()
        self._layer: KernelLayer | None = None
        self._channel = 0
        self._position = (0, 0)
        self._build()
        workspace.selection_changed.connect(self._follow_selection)

    def _build(self) -> None:
        self.layer_choice = ComboBox("filters.layer")
        self.layer_choice.setFixedWidth(220)
        self.layer_choice.taken.connect(self._take_layer)
        self._channel_label, self._row_label, self._column_label = (Label(tone="text2") for _ in range(3))
        self.channel = NumberField("filters.channel")
        self.channel.changed.connect(self._take_channel)
        self.row, self.column = NumberField("filters.row"), NumberField("filters.column")
        self.row.changed.connect(self._take_position)
        self.column.changed.connect(self._take_position)
        self.scale = Segmented("filters.scale")
        self.scale.changed.connect(lambda _key: self._redraw())
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for part in (
            self.layer_choice,
            self._channel_label,
            self.channel,
            self._row_label,
            self.row,
            self._column_label,
            self.column,
        ):
            bar.addWidget(part)
        bar.addStretch(1)
        bar.addWidget(self.scale)
        self.view = KernelView("filters.view", most_side=180)
        self.view.picked.connect(lambda _index: self._show_numbers())
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(10)
        column.addLayout(bar)
        column.addWidget(self.view, 3)
        column.addLayout(self._build_numbers(), 2)
        self.empty = EmptyState("filters.empty")
        self._stack = QStackedLayout(self)
        self._stack.addWidget(page)
        self._stack.addWidget(self.empty)

    def _build_numbers(self) -> QHBoxLayout:
        self.cells, self.before = HeatMap("filters.cells"), HeatMap("filters.before")
        self._now_title, self._before_title = (Label(size="dense") for _ in range(2))
        numbers = QHBoxLayout()
        numbers.setSpacing(24)
        for title, cells in ((self._now_title, self.cells), (self._before_title, self.before)):
            title.setFont(font("dense", 600))
            title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            part = QVBoxLayout()
            part.setSpacing(6)
            part.addWidget(title)
            part.addWidget(cells, 1)
            numbers.addLayout(part, 1)
        return numbers

    def retranslate(self) -> None:
        self.layer_choice.setAccessibleName(self.tr("Layer"))
        self._channel_label.setText(self.tr("Input channel"))
        self.channel.setAccessibleName(self.tr("Input channel"))
        self._row_label.setText(self.tr("Row"))
        self.row.setAccessibleName(self.tr("Row of the output position"))
        self._column_label.setText(self.tr("Column"))
        self.column.setAccessibleName(self.tr("Column of the output position"))
        self.scale.setAccessibleName(self.tr("Scale of the colours"))
        self.scale.set_choices([("layer", self.tr("per layer")), ("filter", self.tr("per filter"))])
        self.view.set_words(self.tr("Filters"), self.tr("one scale for all"), self.tr("a scale for each"))
        self.cells.setAccessibleName(self.tr("Numbers of the selected filter"))
        self.before.setAccessibleName(self.tr("The selected filter before training"))
        self.empty.set_words(self.tr("This network has no filters. A convolution would have some, or an Affine layer on images."))
        self._offer_layers()
        self._redraw()

    def show_frame(self, frame: Frame) -> None:
        self._frame = frame
        if frame.run != self._run:
            self._run = frame.run
            self._layers = kernel_layers(frame.experiment, frame.data.input_shape)
            self._stack.setCurrentIndex(0 if self._layers else 1)
            self._offer_layers()
            if self._layers:
                kept = [layer for layer in self._layers if self._layer is not None and layer.id == self._layer.id]
                self._choose((kept or list(self._layers))[0])
        self._redraw()

    def _offer_layers(self) -> None:
        names = [(layer.id, self._name_of(layer)) for layer in self._layers]
        self.layer_choice.set_choices(names)

    def _name_of(self, layer: KernelLayer) -> str:
        kind = translate_core(LAYERS.get(layer.kind).title)
        place = [other.id for other in self._layers].index(layer.id) + 1
        return f"{place}  {kind}  {grouped(layer.units)} × {layer.height}×{layer.width}"

    def _follow_selection(self, layer_id: str) -> None:
        for layer in self._layers:
            if layer.id == layer_id:
                self._choose(layer)
                self._redraw()

    def _take_layer(self, layer_id: str) -> None:
        self._follow_selection(layer_id)
        self.workspace.select(layer_id)

    def _take_channel(self, number: float) -> None:
        self._channel = int(number) - 1
        self._redraw()

    def _take_position(self, _number: float) -> None:
        self._position = (int(self.row.number) - 1, int(self.column.number) - 1)
        self._redraw()

    def _choose(self, layer: KernelLayer) -> None:
        self._layer = layer
        self.layer_choice.set_key(layer.id)
        self._channel = min(self._channel, layer.channels - 1)
        self.channel.set_numbers(1, layer.channels, whole=True)
        self.channel.set_number(self._channel + 1)
        for part in (self._channel_label, self.channel):
            part.setVisible(layer.channels > 1)
        rows, columns = layer.positions or (1, 1)
        self._position = (rows // 2, columns // 2) if layer.positions else (0, 0)
        for field, most, now in ((self.row, rows, self._position[0]), (self.column, columns, self._position[1])):
            field.set_numbers(1, most, whole=True)
            field.set_number(now + 1)
        for part in (self._row_label, self.row, self._column_label, self.column):
            part.setVisible(layer.positions is not None)

    def _redraw(self) -> None:
        if self._frame is None or self._layer is None or self._frame.run != self._run or not self._layers:
            return
        self.view.show_layer(
            self._frame, self._layer, channel=self._channel, position=self._position, per_filter=self.scale.key == "filter"
        )
        self._show_numbers()

    def _show_numbers(self) -> None:
        frame, layer = self._frame, self._layer
        if frame is None or layer is None:
            return
        unit = min(max(self.view.grid.selected, 0), len(self.view.kernels) - 1)
        if unit != self.view.grid.selected:
            self.view.grid.select(unit)
        now, before = (
            layer.kernels(frame.parameters(initial=initial), self._position)[unit, self._channel] for initial in (False, True)
        )
        limits = (-self.view.limit, self.view.limit)
        for cells, kernel in ((self.cells, now), (self.before, before)):
            cells.set_values(kernel, limits)
        bias = frame.parameters().get(f"{layer.id}.b")
        title = self.tr("Filter {n}").format(n=unit + 1)
        if bias is not None and bias.ndim == 1:
            title = self.tr("Filter {n}, bias {bias}").format(n=unit + 1, bias=figure(float(bias[unit])))
        self._now_title.setText(title)
        self._before_title.setText(self.tr("Before training"))
