"""The network of the run as neurons and links: every weight and bias can be seen, and set by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar, Final

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from core.experiment import Experiment
from core.layers.base import LAYERS
from core.probes.neurons import (
    INPUTS,
    SUBSCRIPTS,
    NeuronLayer,
    NeuronState,
    Stage,
    input_names,
    neuron_layers,
    neuron_state,
)
from core.probes.output_map import input_range
from core.training.frame import Frame
from workbench.labs import Place
from workbench.panels.base import Panel, register_panel
from workbench.panels.neurons.canvas import NeuronCanvas
from workbench.panels.neurons.column_head import HEIGHT as HEAD_HEIGHT
from workbench.panels.neurons.column_head import WIDTH as HEAD_WIDTH
from workbench.panels.neurons.column_head import ColumnHead
from workbench.panels.neurons.detail import NeuronDetail
from workbench.panels.neurons.geometry import Spot
from workbench.panels.neurons.picture import NeuronPicture, map_images
from workbench.plots.color_bar import ColorBar
from workbench.plots.picture import images_of
from workbench.theme.theme import current_theme
from workbench.training.by_hand import SettingByHand
from workbench.training.probe_worker import Probe
from workbench.translation.core_text import class_names, translate_core
from workbench.widgets.buttons import Button
from workbench.widgets.card import EmptyState, Separator
from workbench.widgets.labels import ElidedLabel
from workbench.widgets.numbers import figure, grouped, percent, plain_number
from workbench.widgets.segmented import Segmented
from workbench.workspace import Workspace

MAP_SIDE: Final = 40
PACE_MILLISECONDS: Final = 60


@register_panel
class NeuronsPanel(Panel):
    """Draws networks of Affine layers; of others it says why not."""

    name: ClassVar[str] = "neurons"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "Neurons"))
    places: ClassVar[tuple[Place, ...]] = (Place("network", 1, 0, tab=2), Place("playground", 1))

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._frame: Frame | None = None
        self._run = -1
        self._layers: tuple[NeuronLayer, ...] = ()
        self._obstacle = ""
        self._inputs: tuple[str, ...] = ()
        self._classes: tuple[str, ...] = ()
        self._outputs: tuple[str, ...] = ()
        self._state: NeuronState | None = None
        self._waiting: Frame | None = None
        self.hand = SettingByHand(workspace, self)
        self._probe = Probe(workspace.probes, self)
        self._probe.answered.connect(self._answered)
        self._pace = QTimer(self)
        self._pace.setSingleShot(True)
        self._pace.setInterval(PACE_MILLISECONDS)
        self._pace.timeout.connect(self._ask)
        self._heads: list[ColumnHead] = []
        self._build()
        workspace.status_changed.connect(lambda _status: self._show_numbers())
        current_theme().changed.connect(self._recolour)

    def _build(self) -> None:
        self._without_head = QWidget(self)  # until a dock's head takes them
        self._without_head.hide()
        self.stage = Segmented("neurons.stage", self._without_head)
        self.stage.changed.connect(lambda _key: self._ask_about(self._frame))
        self.forget = Button("neurons.forget", parent=self._without_head, quiet=True)
        self.forget.clicked.connect(self._forget_by_hand)
        self.canvas = NeuronCanvas()
        self.canvas.chosen.connect(lambda _spot: self._show_detail())
        self.canvas.taken_hold.connect(self.hand.take_hold)
        self.canvas.let_go.connect(self.hand.let_go)
        self.canvas.pulled.connect(self._set_value)
        self.canvas.numbers_wanted.connect(self._ask_numbers)
        self.canvas.laid_out.connect(self._place_heads)
        self.detail = NeuronDetail()
        self.detail.typed.connect(self._type_value)
        self.detail.entered.connect(self.hand.begin_anew)
        self.detail.left.connect(self.canvas.setFocus)
        self._line = Separator()
        self.bar = ColorBar("neurons.colours", "signed")
        self.legend = ElidedLabel(size="caption", tone="text3")
        self.losses = ElidedLabel(size="dense", tone="text2")
        self.losses.setObjectName("neurons.losses")
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 4, 12, 8)
        foot.setSpacing(12)
        self.bar.setMaximumWidth(140)
        foot.addWidget(self.bar)
        foot.addWidget(self.legend, 3)
        foot.addWidget(self.losses, 4)
        self.losses.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.canvas, 1)
        column.addWidget(self._line)
        column.addWidget(self.detail)
        column.addLayout(foot)
        self.empty = EmptyState("neurons.empty")
        self.empty.asked.connect(self._help)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(page)
        self._stack.addWidget(self.empty)

    def head_controls(self) -> list[QWidget]:
        return [self.forget, self.stage]

    def retranslate(self) -> None:
        self.stage.setAccessibleName(self.tr("What the maps show"))
        self.stage.set_choices(
            [("output", self.tr("Output")), ("sum", self.tr("Weighted sum")), ("gradient", self.tr("Gradient"))],
            {
                "sum": self.tr("What each neuron adds up, before its activation"),
                "gradient": self.tr("How the score of the answer changes when a neuron gives more, by backpropagation"),
            },
        )
        self.canvas.setAccessibleName(self.tr("Neurons and links"))
        self.canvas.setToolTip(self.tr("Drag a link or a bias up or down to set it; click it to type a number"))
        self.canvas.set_more(self.tr("{shown} of {all}"))
        self.bar.set_ends(self.tr("negative"), self.tr("positive"))
        self.forget.setToolTip(self.tr("Give all numbers that were set by hand back to training"))
        self._say_obstacle()
        self._begin()
        self._show_detail()
        self._say_losses()

    # -- frames -------------------------------------------------------------------------------------------------

    def show_frame(self, frame: Frame) -> None:
        fresh = frame.run != self._run
        self._frame, self._run = frame, frame.run
        if fresh:
            found = neuron_layers(frame.experiment.network, frame.data.input_shape)
            self._layers, self._obstacle = ((), found) if isinstance(found, str) else (found, "")
            self._state = None
            self.detail.show_neuron(None, ())  # its numbers may not exist in another network
            self._stack.setCurrentIndex(1 if self._obstacle else 0)
            self._say_obstacle()
            self._begin()
        elif frame.data.classes != self._classes:
            self._begin()
        self._classes = frame.data.classes
        if self._layers:
            self._draw()
            self._ask_about(frame)
        if fresh:
            self._show_detail()

    def _begin(self) -> None:
        """Set what stays the same through a run."""
        if self._frame is None or not self._layers:
            self.set_note("")
            return
        data = self._frame.data
        sizes = "-".join(str(n) for n in (self._layers[0].inputs, *(layer.units for layer in self._layers)))
        self.set_note(sizes)
        self._inputs = input_names(self._frame.experiment.network, min(self._layers[0].inputs, 256))
        named = data.classes if len(data.classes) == self._layers[-1].units else data.classes[-1:]
        self._outputs = class_names(named)
        self._draw()

    def _draw(self) -> None:
        frame = self._frame
        if frame is None:
            return
        picture = NeuronPicture(self._layers, frame.parameters(), self._inputs, self._outputs, self._images())
        self.canvas.show_picture(picture)
        self._show_numbers()

    def _images(self) -> dict[int, list[QImage]]:
        frame, state = self._frame, self._state
        if frame is None or state is None or not state.maps or not set(state.maps) >= {layer.id for layer in self._layers}:
            return {}
        theme = current_theme()
        answers = frame.data.task == "classification" and self.stage.key == "output"
        images = map_images(self._layers, state.maps, theme, probabilities=answers, bounded=self.stage.key == "output")
        entering = state.maps[INPUTS]
        largest = np.abs(entering).max(axis=(1, 2), keepdims=True)
        images[0] = images_of(entering / np.maximum(largest, 1e-6), (-1.0, 1.0), theme.lookup("signed"))
        return images

    def _recolour(self) -> None:
        if self._layers:
            self._draw()
            self._show_detail()

    # -- what the probe says ------------------------------------------------------------------------------------

    def _ask_about(self, frame: Frame | None) -> None:
        self._waiting = frame
        if not self._pace.isActive():
            self._ask()

    def _ask(self) -> None:
        frame, self._waiting = self._waiting, None
        if frame is None or not self._layers:
            return
        self._pace.start()
        layers, stage = self._layers, self._stage()
        ranges = input_range(frame.data.train.x) if frame.data.input_shape in {(1,), (2,)} else ()
        self._probe.ask(lambda networks: (frame.run, neuron_state(networks, frame, layers, ranges, MAP_SIDE, stage=stage)))

    def _stage(self) -> Stage:
        match self.stage.key:
            case "sum" | "gradient" as stage:
                return stage
            case _:
                return "output"

    def _answered(self, answer: tuple[int, NeuronState]) -> None:
        run, state = answer
        if run == self._run:
            self._state = state
            self._draw()
            self._say_losses()

    def _say_losses(self) -> None:
        state = self._state
        if state is None:
            self.losses.set_text("")
            return
        (train, right), (held_out, held_right) = state.train, state.held_out
        words = self.tr("loss {train} · test {test}").format(train=figure(train), test=figure(held_out))
        if not np.isnan(held_right):
            words = self.tr("loss {train} · test {test}, {share} right").format(
                train=figure(train), test=figure(held_out), share=percent(held_right, 1)
            )
        self.losses.set_text(words)
        self.losses.setAccessibleDescription(self.tr("{share} of the training samples right").format(share=percent(right, 1)))

    # -- numbers set by hand ------------------------------------------------------------------------------------

    def _set_value(self, spot: Spot, value: float) -> None:
        picture = self.canvas.picture
        if picture is not None and self.hand.possible:
            name, index = picture.array_of(spot)
            self.hand.set_value(name, index, value, self._act(spot))

    def _type_value(self, spot: Spot, value: float) -> None:
        self.hand.take_hold(again=True)
        self._set_value(spot, value)
        self.hand.let_go()

    def _act(self, spot: Spot) -> str:
        return self.tr("Set a bias by hand") if spot.what == "bias" else self.tr("Set a weight by hand")

    def _forget_by_hand(self) -> None:
        experiment = self.workspace.experiment
        self.workspace.apply(replace(experiment, by_hand=()), self.tr("Forget what was set by hand"))

    def _ask_numbers(self, spot: Spot) -> None:
        self._show_detail()
        self.detail.focus_on(spot)

    def _show_detail(self) -> None:
        """Show the selected neuron, that of a selected link or bias, or say what can be done."""
        spot, picture = self.canvas.selected, self.canvas.picture
        if picture is None or not self._layers:
            return
        if spot is None or spot.column == 0:
            self.detail.show_neuron(None, ())
            self.detail.title.setText(self.tr("Nothing selected") if spot is None else self._inputs_name(spot))
            self.detail.formula.setText(
                self.tr("Click a neuron to see its numbers. Drag a link or a bias up or down to set it by hand.")
                if spot is None
                else self.tr("An input: it has no weights of its own.")
            )
            self.detail.note.setText("")
        else:
            layer = self._layers[spot.column - 1]
            self.detail.title.setText(self.tr("Neuron {n}, layer {layer}").format(n=spot.unit + 1, layer=spot.column))
            self.detail.formula.setText(self._formula(layer))
            self.detail.note.setText(self._note_on(layer))
            self.detail.show_neuron(Spot("neuron", spot.column, spot.unit), self._names(spot.column))
        self._show_numbers()

    def _inputs_name(self, spot: Spot) -> str:
        return self.tr("Input {name}").format(name=self._inputs[spot.unit] if spot.unit < len(self._inputs) else spot.unit + 1)

    def _formula(self, layer: NeuronLayer) -> str:
        total = "w · x + b" if layer.has_bias else "w · x"
        if layer is not self._layers[0]:
            total = total.replace("x", "h")
        return f"{translate_core(LAYERS.get(layer.activation).title)}({total})" if layer.activation else total

    def _note_on(self, layer: NeuronLayer) -> str:
        if not self.hand.possible:
            return self.tr("Only the newest moment can be set by hand.")
        if layer.inputs > 256:
            return self.tr("The first 256 of {n} weights").format(n=grouped(layer.inputs))
        return ""

    def _names(self, column: int) -> tuple[str, ...]:
        layer = self._layers[column - 1]
        hidden = tuple("h" + str(n + 1).translate(SUBSCRIPTS) for n in range(min(layer.inputs, 256)))
        weights = self._inputs if column == 1 and len(self._inputs) == layer.inputs else hidden
        return (self.tr("bias"), *weights) if layer.has_bias else weights

    def _show_numbers(self) -> None:
        picture, spot = self.canvas.picture, self.canvas.selected
        if picture is None or not self._layers:
            return
        image = None
        if spot is not None and spot.column in picture.images and spot.unit < len(picture.images[spot.column]):
            image = picture.images[spot.column][spot.unit]
        self.detail.show_numbers(picture, self.canvas.limit, image, possible=self.hand.possible)
        count = len(self.workspace.experiment.by_hand)
        self.forget.setVisible(count > 0)
        self.forget.setText(self.tr("Forget {n} set by hand").format(n=count))
        self.legend.set_text(
            self.tr("width = |weight|, full at {limit} · square = bias · {n} parameters").format(
                limit=plain_number(self.canvas.limit), n=grouped(picture.parameter_count())
            )
        )
        self._describe()

    def _describe(self) -> None:
        spot, picture = self.canvas.selected, self.canvas.picture
        if spot is None or picture is None or not spot.column:
            self.canvas.setAccessibleDescription("")
            return
        words = self.tr("Neuron {n}, layer {layer}").format(n=spot.unit + 1, layer=spot.column)
        if spot.what == "weight":
            words += ", " + self.tr("weight from {n}: {value}").format(n=spot.source + 1, value=figure(picture.value(spot)))
        elif picture.biased[spot.column]:
            bias = picture.value(Spot("bias", spot.column, spot.unit))
            words += ", " + self.tr("bias {value}").format(value=figure(bias))
        self.canvas.setAccessibleDescription(words)

    # -- columns ------------------------------------------------------------------------------------------------

    def _place_heads(self) -> None:
        """Put a head above each column."""
        picture, geometry = self.canvas.picture, self.canvas.geometry_now
        if picture is None or geometry is None:
            return
        for new in range(len(self._heads), len(picture.counts)):
            head = ColumnHead(f"neurons.column.{new}", self.canvas)
            head.wanted.connect(lambda by, column=new: self._change_units(column, by))
            self._heads.append(head)
        for column, head in enumerate(self._heads):
            head.setVisible(column < len(picture.counts))
            if column < len(picture.counts):
                self._fill_head(head, column)
                head.move(round(geometry.x(column) - HEAD_WIDTH / 2), 54 - HEAD_HEIGHT)

    def _fill_head(self, head: ColumnHead, column: int) -> None:
        last = column == len(self._layers)
        layer = self._layers[column - 1] if column else None
        title = self.tr("Input")
        if layer is not None:
            title = translate_core(LAYERS.get(layer.activation or "Affine").title)
            if last and not layer.activation:
                title = self.tr("Output")
        count = layer.units if layer is not None else self._layers[0].inputs
        head.show_column(title, count, editable=layer is not None and not last)
        head.set_words(
            self.tr("One neuron less in layer {n}").format(n=column), self.tr("One neuron more in layer {n}").format(n=column)
        )

    def _change_units(self, column: int, by: int) -> None:
        experiment = self.workspace.experiment
        layer_id = self._layers[column - 1].id
        if layer_id not in {layer.id for layer in experiment.network.walk()}:
            return
        spec = experiment.network.find(layer_id)
        component = spec.component.with_settings(units=self._layers[column - 1].units + by)
        network = experiment.network.replace(layer_id, replace(spec, settings=component.settings))
        words = self.tr("One neuron more") if by > 0 else self.tr("One neuron less")
        self.workspace.apply(replace(experiment, network=network), words)

    def show_experiment(self, experiment: Experiment) -> None:
        self._say_obstacle()

    def _reason(self) -> str:
        """Return why nothing is drawn; of a network that was edited since, what stands between it and its neurons."""
        network, diagnosis = self.workspace.experiment.network, self.workspace.diagnosis()
        if self._frame is None or diagnosis is None or self._frame.experiment.network.computes_as(network):
            return self._obstacle
        if not diagnosis.ok:
            return "broken"
        found = neuron_layers(network, self.workspace.data.input_shape if self.workspace.data is not None else ())
        return found if isinstance(found, str) else "earlier"

    def _help(self) -> None:
        """Do what the button says that stands in the place of the neurons."""
        if self._reason() == "earlier":
            self.workspace.restart(play=False)
        else:
            self.workspace.lab_wanted.emit("filters")

    def _say_obstacle(self) -> None:
        reason = self._reason()
        match reason:
            case "broken":
                sentence = self.tr("This network cannot be trained yet, so it has no neurons. Mend it in the stack.")
            case "earlier":
                sentence = self.tr("The run is still of an earlier network. Restart it to see the neurons of this one.")
            case "images":
                sentence = self.tr(
                    "Neurons and links are drawn for networks of Affine layers. "
                    "This one has layers that slide over images; look at their filters and maps instead."
                )
            case "containers":
                sentence = self.tr(
                    "Neurons and links are drawn for layers in one row. This network has branches or blocks; "
                    "look at its filters and maps instead, or take the layers out of their blocks in the stack."
                )
            case _:
                sentence = self.tr("This network has no Affine layer yet, so it has no neurons. Insert one in the stack.")
        acts = {"earlier": self.tr("Restart"), "images": self.tr("Open Filters"), "containers": self.tr("Open Filters")}
        act = acts.get(reason, "")
        self.empty.set_words(sentence, act)
