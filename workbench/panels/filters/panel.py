"""The kernels of any layer, large, and the numbers of the one that is selected."""

from __future__ import annotations

from typing import ClassVar, Final

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from core.arrays import Array
from core.layers.base import LAYERS
from core.probes.kernel_statistics import kernel_statistics, similarity_order, unit_use
from core.probes.kernels import KernelLayer, kernel_layers, norms
from core.training.frame import Frame
from workbench.labs import Place
from workbench.panels.base import Panel, register_panel
from workbench.panels.filters.first_layer import FirstLayerPanel
from workbench.panels.filters.kernel_view import MOST_UNITS, KernelView, Showing, figure_of
from workbench.plots.heat_map import HeatMap
from workbench.specimen import specimen_of
from workbench.theme.fonts import font
from workbench.training.rounds import Rounds
from workbench.translation.core_text import translate_core
from workbench.widgets.card import EmptyState
from workbench.widgets.combo_box import ComboBox
from workbench.widgets.labels import ElidedLabel, Label
from workbench.widgets.number_field import NumberField
from workbench.widgets.numbers import figure, grouped
from workbench.widgets.segmented import Segmented
from workbench.workspace import Workspace

__all__ = ["FiltersPanel", "FirstLayerPanel"]


COLOURS: Final = 3
"""Three channels can be shown as the colours that they are."""

WIDEST: Final = 1.9
"""Cells of the selected filter may be so many times as wide as high, for the numbers in them."""

SEEN: Final = 200
"""Test samples on which the use of filters is measured."""


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
        self._unit = 0
        self._use: Array | None = None
        self._uses = Rounds(workspace.probes, self)
        self._uses.answered.connect(self._used)
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
        self.colour = Segmented("filters.colour")
        self.colour.changed.connect(lambda _key: self._redraw())
        self._without_head = QWidget(self)  # until a dock's head takes them
        self._without_head.hide()
        self.order = ComboBox("filters.order", self._without_head)
        self.order.setFixedWidth(130)
        self.order.taken.connect(self._take_order)
        self.beside = Segmented("filters.beside", self._without_head)
        self.beside.changed.connect(lambda _key: self._redraw())
        self.scale = Segmented("filters.scale", self._without_head)
        self.scale.changed.connect(lambda _key: self._redraw())
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for part in (
            self.layer_choice,
            self.colour,
            self._channel_label,
            self.channel,
            self._row_label,
            self.row,
            self._column_label,
            self.column,
        ):
            bar.addWidget(part)
        self.statistics = ElidedLabel(size="dense", tone="text2")
        self.statistics.setObjectName("filters.statistics")
        bar.addWidget(self.statistics, 1)
        self.view = KernelView("filters.view", most_side=180)
        self.view.picked.connect(self._pick)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(10)
        column.addLayout(bar)
        both = QHBoxLayout()
        both.setSpacing(20)
        both.addWidget(self.view, 5)
        both.addLayout(self._build_numbers(), 3)
        column.addLayout(both, 1)
        self.empty = EmptyState("filters.empty")
        self._stack = QStackedLayout(self)
        self._stack.addWidget(page)
        self._stack.addWidget(self.empty)

    def head_controls(self) -> list[QWidget]:
        return [self.order, self.beside, self.scale]

    def _build_numbers(self) -> QVBoxLayout:
        self.cells, self.before = HeatMap("filters.cells", widest=WIDEST), HeatMap("filters.before", widest=WIDEST)
        self._now_title, self._before_title = (Label(size="dense") for _ in range(2))
        numbers = QVBoxLayout()
        numbers.setSpacing(4)
        for title, cells in ((self._now_title, self.cells), (self._before_title, self.before)):
            title.setFont(font("dense", 600))
            cells.set_at_top(True)
            numbers.addWidget(title)
            numbers.addWidget(cells, 1)
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
        self.scale.set_choices(
            [("layer", self.tr("per layer")), ("filter", self.tr("per filter")), ("all", self.tr("all layers"))],
            {"all": self.tr("Colours mean the same in every layer. Zero is always in the middle.")},
        )
        self.order.setAccessibleName(self.tr("Order of the filters"))
        self.order.set_choices(
            [
                ("number", self.tr("by number")),
                ("norm", self.tr("by norm")),
                ("similarity", self.tr("by similarity")),
                ("use", self.tr("by use")),
            ],
            {
                "similarity": self.tr("Each beside the one that points most nearly the same way."),
                "use": self.tr("By the mean strength of its map on test samples."),
            },
        )
        self.beside.setAccessibleName(self.tr("Before training"))
        self.beside.set_choices([("small", self.tr("now")), ("beside", self.tr("before and now"))])
        self.colour.setAccessibleName(self.tr("Colours of three channels"))
        self.colour.set_choices([("rgb", self.tr("RGB")), ("channel", self.tr("by channel"))])
        self.view.set_words(
            self.tr("Filters"), self.tr("one scale for all"), self.tr("a scale for each"), self.tr("Before training")
        )
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
        self._ask_use()
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
                self._ask_use()
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
        self._layer, self._use = layer, None
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
        frame, layer = self._frame, self._layer
        if frame is None or layer is None or frame.run != self._run or not self._layers:
            return
        kernels = layer.kernels(frame.parameters(), self._position)
        in_colour = layer.channels == COLOURS and self.colour.key == "rgb"
        for part in (self._channel_label, self.channel):
            part.setVisible(layer.channels > 1 and not in_colour)
        self.colour.setVisible(layer.channels == COLOURS)
        largest = None
        if self.scale.key == "all":
            arrays = frame.parameters()
            largest = max(float(np.abs(arrays[f"{each.id}.W"]).max(initial=0.0)) for each in self._layers)
        self.view.show_layer(
            frame,
            layer,
            Showing(
                channel=None if in_colour else self._channel,
                position=self._position,
                per_filter=self.scale.key == "filter",
                order=self._order_of(kernels),
                largest=largest,
                beside=self.beside.key == "beside",
            ),
        )
        self._say(kernels)
        self._show_numbers()

    def _order_of(self, kernels: Array) -> Array | None:
        """Return the units in the order that is chosen, None for that of their numbers."""
        match self.order.key:
            case "norm":
                return np.argsort(-norms(kernels), kind="stable")
            case "similarity" if len(kernels) <= MOST_UNITS:
                return similarity_order(kernels)
            case "use" if self._use is not None and len(self._use) == len(kernels):
                return np.argsort(-self._use, kind="stable")
        return None

    def _take_order(self, _key: str) -> None:
        self._ask_use()
        self._redraw()

    def _ask_use(self) -> None:
        """Ask how much each filter is used, where they stand in that order."""
        frame, layer = self._frame, self._layer
        if frame is None or layer is None or self.order.key != "use":
            return
        x, layer_id = frame.data.test.x[:SEEN], layer.id
        at_once = not self.workspace.is_pacing
        self._uses.begin(
            {"use": lambda networks: (frame.run, layer_id, unit_use(networks.at(frame), x, layer_id))}, at_once=at_once
        )

    def _used(self, _name: str, answer: tuple[int, str, Array]) -> None:
        run, layer_id, use = answer
        if run == self._run and self._layer is not None and layer_id == self._layer.id:
            self._use = use
            self._redraw()

    def _say(self, kernels: Array) -> None:
        """Say in numbers how the kernels are."""
        if len(kernels) > MOST_UNITS:
            self.statistics.set_text("")
            return
        found = kernel_statistics(kernels)
        text = self.tr("mean {mean} · σ {deviation} · ‖w‖ {shortest}–{longest} · {redundant} redundant · rank {rank} of {units}")
        self.statistics.set_text(
            text.format(
                mean=figure(found.mean),
                deviation=figure(found.deviation),
                shortest=figure_of(found.shortest),
                longest=figure_of(found.longest),
                redundant=found.redundant,
                rank=f"{found.rank:.1f}",
                units=min(len(kernels), kernels[0].size),
            )
        )

    def _pick(self, index: int) -> None:
        self._unit = self.view.unit_at(index)
        if self._layer is not None:
            specimen_of(self.workspace).take_map(self._layer.id, self._unit)
        self._show_numbers()

    def _show_numbers(self) -> None:
        frame, layer = self._frame, self._layer
        if frame is None or layer is None:
            return
        unit = self._unit = min(max(self._unit, 0), layer.units - 1)
        self.view.select_unit(unit)
        channel = min(self._channel, layer.channels - 1)
        now, before = (
            layer.kernels(frame.parameters(initial=initial), self._position)[unit, channel] for initial in (False, True)
        )
        limits = (-self.view.limit, self.view.limit)
        for cells, kernel in ((self.cells, now), (self.before, before)):
            cells.set_values(kernel, limits)
        bias = frame.parameters().get(f"{layer.id}.b")
        title = self.tr("Filter {n}").format(n=unit + 1)
        if bias is not None and bias.ndim == 1:
            title = self.tr("Filter {n}, bias {bias}").format(n=unit + 1, bias=figure(float(bias[unit])))
        if layer.channels > 1:
            which = self.tr("channel {n} of {count}").format(n=channel + 1, count=layer.channels)
            title = f"{title} · {which}"
        self._now_title.setText(title)
        self._before_title.setText(self.tr("Before training"))
