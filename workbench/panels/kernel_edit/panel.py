"""Set the numbers of a kernel by hand and see at once what becomes of its map and of the accuracy."""

from __future__ import annotations

from typing import ClassVar, Final

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from core.by_hand import LARGEST_VALUE
from core.probes.kernel_presets import PRESETS, Preset, preset_kernel
from core.probes.kernels import KernelLayer, kernel_layers
from core.training.frame import Frame
from workbench.labs import Place
from workbench.panels.base import register_panel
from workbench.panels.kernel_edit.effect import Effect, effect
from workbench.panels.kernel_edit.paint_kernel import PaintKernel
from workbench.panels.kernel_edit.verdict import Verdict
from workbench.plots.heat_map import HeatMap
from workbench.specimen_panel import SpecimenPanel
from workbench.training.by_hand import SettingByHand, Spot
from workbench.training.rounds import Rounds
from workbench.widgets.buttons import Button, IconButton
from workbench.widgets.combo_box import ComboBox
from workbench.widgets.labels import ElidedLabel, Label
from workbench.widgets.number_field import NumberField
from workbench.widgets.numbers import figure, grouped
from workbench.widgets.slider import Slider
from workbench.workspace import Workspace

STRONGEST: Final = 2.0
"""Ends of the brush's slider; the field beside it takes any number."""


@register_panel
class KernelEditPanel(SpecimenPanel):
    """Paint or choose a preset; what was set stands in the document, and Undo takes it back."""

    name: ClassVar[str] = "kernel_edit"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "Edit kernel"))
    places: ClassVar[tuple[Place, ...]] = (Place("filters", column=0, tab=3),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._run = -1
        self._layers: tuple[KernelLayer, ...] = ()
        self._channel = 0
        self._before: Frame | None = None
        self.effect: Effect | None = None
        self._hand = SettingByHand(workspace, self)
        self._rounds = Rounds(workspace.probes, self)
        self._rounds.answered.connect(self._judged)
        self._build()

    def _build(self) -> None:
        self._without_head = QWidget(self)  # until a dock's head takes them
        self._without_head.hide()
        head = self._without_head
        self.layer_choice = ComboBox("kernel_edit.layer", head)
        self.layer_choice.setFixedWidth(140)
        self.layer_choice.taken.connect(lambda layer: self.specimen.take_map(layer, 0))
        self._filter_label, self._channel_label = (Label(size="dense", tone="text2", parent=head) for _ in range(2))
        self.filter, self.channel = (NumberField(f"kernel_edit.{part}", head) for part in ("filter", "channel"))
        for field in (self.filter, self.channel):
            field.setFixedSize(44, 24)
        self.filter.changed.connect(self._take_filter)
        self.channel.changed.connect(self._take_channel)
        self.preset = Button("kernel_edit.preset", parent=head)
        self._menu = QMenu(self.preset)
        self.preset.setMenu(self._menu)
        self.undo = IconButton("kernel_edit.undo", "undo", head, side=24, icon_side=14)
        self.undo.clicked.connect(self.workspace.document.undo_stack.undo)
        self.undo.setEnabled(False)
        self.workspace.document.undo_stack.canUndoChanged.connect(self.undo.setEnabled)
        self.kernel = PaintKernel("kernel_edit.kernel")
        self.kernel.setMinimumSize(120, 120)
        self.kernel.set_at_top(True)
        self.kernel.begun.connect(self._hand.take_hold)
        self.kernel.painted.connect(self._paint)
        self.kernel.ended.connect(self._hand.let_go)
        self.map_before, self.map_now = HeatMap("kernel_edit.before"), HeatMap("kernel_edit.now")
        self.verdict = Verdict("kernel_edit.verdict")
        self._titles = [ElidedLabel(size="dense", weight=600) for _ in range(3)]
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(20)
        row.addLayout(self._build_kernel(), 4)
        for title, view in zip(self._titles[1:], (self.map_before, self.map_now), strict=True):
            view.set_numbers(False)
            view.set_at_top(True)
            part = QVBoxLayout()
            part.setSpacing(6)
            part.addWidget(title)
            part.addWidget(view, 1)
            row.addLayout(part, 3)
        row.addWidget(self.verdict, 3)
        self.hold(page)

    def _build_kernel(self) -> QVBoxLayout:
        self._brush_label = Label(size="dense", tone="text2")
        self.brush = Slider("kernel_edit.brush")
        self.brush.set_numbers(-STRONGEST, STRONGEST)
        self.brush.set_number(1.0)
        self.brush.changed.connect(self._take_brush)
        self.number = NumberField("kernel_edit.number")
        self.number.set_numbers(-LARGEST_VALUE, LARGEST_VALUE)
        self.number.set_number(1.0)
        self.number.changed.connect(self._take_brush)
        line = QGridLayout()
        line.setHorizontalSpacing(8)
        line.addWidget(self._brush_label, 0, 0)
        line.addWidget(self.brush, 0, 1)
        line.addWidget(self.number, 0, 2)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(self._titles[0])
        column.addWidget(self.kernel, 1)
        column.addLayout(line)
        return column

    def head_controls(self) -> list[QWidget]:
        return [
            self.layer_choice,
            self._filter_label,
            self.filter,
            self._channel_label,
            self.channel,
            self.preset,
            self.undo,
        ]

    def retranslate(self) -> None:
        self.layer_choice.setAccessibleName(self.tr("Layer"))
        for label, field, words in (
            (self._filter_label, self.filter, self.tr("Filter")),
            (self._channel_label, self.channel, self.tr("Channel")),
        ):
            label.setText(words)
            field.setAccessibleName(words)
        self.preset.setText(self.tr("Preset"))
        self.preset.setAccessibleName(self.tr("Set the kernel to a preset"))
        self.undo.set_words(self.tr("Undo"))
        self._menu.clear()
        for preset, words in self._presets().items():
            action = self._menu.addAction(words, lambda p=preset: self.take_preset(p))
            action.setObjectName(f"kernel_edit.preset.{preset}")
        self.kernel.setAccessibleName(self.tr("Kernel to paint"))
        self.kernel.setToolTip(self.tr("Drag to paint. + and − change the chosen cell, Return paints it, Delete makes it 0."))
        self._brush_label.setText(self.tr("Brush"))
        self.brush.setAccessibleName(self.tr("Value of the brush"))
        self.number.setAccessibleName(self.tr("Value of the brush, typed"))
        self.map_before.setAccessibleName(self.tr("Map before"))
        self.map_now.setAccessibleName(self.tr("Map now"))
        self._titles[1].set_text(self.tr("Map before"))
        self._titles[2].set_text(self.tr("Map now"))
        self.verdict.set_words(
            self.tr("Accuracy before and now"), self.tr("Accuracy, validation data"), self.tr("paint to see it change")
        )
        self.empty.set_words(self.tr("This network has no kernels. A convolution would have some, or an Affine layer on images."))
        self._show()

    def _presets(self) -> dict[Preset, str]:
        words = {
            "identity": self.tr("Identity"),
            "blur": self.tr("Blur"),
            "sharpen": self.tr("Sharpen"),
            "sobel_x": self.tr("Sobel, upright edges"),
            "sobel_y": self.tr("Sobel, level edges"),
            "emboss": self.tr("Emboss"),
            "outline": self.tr("Outline"),
            "negative": self.tr("Negative of what it is"),
            "zero": self.tr("Nothing"),
        }
        return {preset: words[preset] for preset in PRESETS}

    # -- what is shown ------------------------------------------------------------------------------------------

    def show_frame(self, frame: Frame) -> None:
        before = self._frame
        self._frame = frame
        if frame.run != self._run:
            self._run = frame.run
            self._layers = kernel_layers(frame.experiment, frame.data.input_shape)
            self._stack.setCurrentIndex(0 if self._layers else 1)
            self._rounds.give_up()
            self._before = None
            self.layer_choice.set_choices([(layer.id, f"{layer.id}  {grouped(layer.units)}") for layer in self._layers])
        elif before is None or frame.iteration != before.iteration or not self._touched(frame):
            self._before = None  # once training goes on, what was set by hand is the network's own
        elif not self._touched(before):
            self._before = before
        self._show()
        self._ask(at_once=not self.workspace.is_pacing)

    def look_again(self) -> None:
        self._show()
        self.ask()

    @staticmethod
    def _touched(frame: Frame) -> bool:
        """Whether anything was set by hand at the moment that is shown."""
        return any(each.iteration == frame.iteration for each in frame.experiment.by_hand)

    @property
    def layer(self) -> KernelLayer | None:
        """The layer that is painted: the lab's where it has kernels, else the first."""
        found = next((layer for layer in self._layers if layer.id == self.specimen.layer), None)
        return found or (self._layers[0] if self._layers else None)

    @property
    def unit(self) -> int:
        """The filter that is painted."""
        layer = self.layer
        return min(self.specimen.unit, layer.units - 1) if layer is not None and layer.id == self.specimen.layer else 0

    def _position(self, layer: KernelLayer) -> tuple[int, int]:
        rows, columns = layer.positions or (1, 1)
        return min(self.specimen.place[0], rows - 1), min(self.specimen.place[1], columns - 1)

    def _show(self) -> None:
        frame, layer = self._frame, self.layer
        if frame is None or layer is None:
            return
        self._channel = min(self._channel, layer.channels - 1)
        self.layer_choice.set_key(layer.id)
        for field, count, now in ((self.filter, layer.units, self.unit), (self.channel, layer.channels, self._channel)):
            field.set_numbers(1, count, whole=True)
            field.set_number(now + 1)
        for part in (self._channel_label, self.channel):
            part.setVisible(layer.channels > 1)
        kernel = layer.kernels(frame.parameters(), self._position(layer))[self.unit, self._channel]
        most = float(np.abs(kernel).max(initial=0.0)) or 1.0
        self.kernel.show_kernel(kernel, (-most, most))
        possible = self._hand.possible
        self.kernel.setEnabled(possible)
        self.preset.setEnabled(possible)
        title = self.tr("Filter {n} of {layer}, ‖w‖ {norm}")
        norm = figure(float(np.linalg.norm(kernel)))
        self._titles[0].set_text(title.format(n=self.unit + 1, layer=layer.id, norm=norm))
        self.set_note("" if possible else self.tr("only the newest moment can be painted"))

    def ask(self) -> None:
        self._show()
        self._ask(at_once=True)

    def _ask(self, *, at_once: bool) -> None:
        frame, layer, unit = self._frame, self.layer, self.unit
        if frame is None or layer is None or not self.is_seen:
            return
        before, x, filter_of = self._before or frame, self.specimen.sample(frame.data), (layer.id, unit)
        self._rounds.begin({"effect": lambda networks: effect(networks, frame, before, x, filter_of)}, at_once=at_once)

    def _judged(self, _name: str, found: Effect) -> None:
        if self._frame is None or found.frame.run != self._frame.run:
            return
        self.effect = found
        most = max(float(np.abs(found.map).max()), float(np.abs(found.map_before).max())) or 1.0
        for view, values in ((self.map_before, found.map_before), (self.map_now, found.map)):
            view.set_values(values, (-most, most))
        self.verdict.show_change(found.accuracy_before, found.accuracy, found.frame.data.classes)

    # -- what is set --------------------------------------------------------------------------------------------

    def _take_filter(self, number: float) -> None:
        if self.layer is not None:
            self.specimen.take_map(self.layer.id, int(number) - 1)

    def _take_channel(self, number: float) -> None:
        self._channel = int(number) - 1
        self._show()

    def _take_brush(self, value: float) -> None:
        self.kernel.brush = value
        self.brush.set_number(value)
        self.number.set_number(value)

    def _spot(self, layer: KernelLayer, row: int, column: int) -> Spot:
        return f"{layer.id}.W", layer.index(self.unit, self._channel, row, column, self._position(layer))

    def _paint(self, row: int, column: int, value: float) -> None:
        layer = self.layer
        if layer is not None:
            name, index = self._spot(layer, row, column)
            self._hand.set_value(name, index, value, self.tr("Paint a kernel"))

    def take_preset(self, preset: Preset) -> None:
        """Set the whole kernel as one step of undo."""
        layer = self.layer
        if layer is None:
            return
        kernel = preset_kernel(preset, self.kernel.values)
        values = {self._spot(layer, row, column): float(value) for (row, column), value in np.ndenumerate(kernel)}
        self._hand.set_at_once(values, self.tr("Set a kernel to a preset"))
