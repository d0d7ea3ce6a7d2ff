"""The whole network at work on one sample, from the input to what it says."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedLayout, QWidget

from core.arrays import Array, Shape
from core.probes.frame_network import FrameNetwork
from core.probes.network_maps import NetworkMaps, network_maps
from core.probes.pictures import picture_shape, sample_pictures
from core.training.frame import Frame
from workbench.labs import ACROSS, Place
from workbench.panels.base import Panel, register_panel
from workbench.panels.overview.canvas import OverviewCanvas
from workbench.panels.overview.columns import columns_of
from workbench.panels.overview.detail_canvas import DetailCanvas
from workbench.panels.overview.detail_words import DetailWords
from workbench.panels.overview.map_detail import MapDetail, map_detail, place_detail
from workbench.plots.color_bar import ColorBar
from workbench.specimen import specimen_of
from workbench.training.probe_worker import Probe
from workbench.widgets.buttons import IconButton
from workbench.widgets.numbers import MINUS, grouped
from workbench.widgets.segmented import Segmented
from workbench.workspace import Workspace


@register_panel
class OverviewPanel(Panel):
    """Every layer's maps for a test sample that the person chooses; a click shows one map large, with its arithmetic."""

    name: ClassVar[str] = "overview"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "Overview"))
    places: ClassVar[tuple[Place, ...]] = (Place("filters", column=ACROSS, stretch=4),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._run = -1
        self._frame: Frame | None = None
        self._maps: NetworkMaps | None = None
        self._asked: tuple[int, int] | None = None
        self._opened: tuple[str, ...] = ()
        self._image_shape: Shape = ()
        self._signature: object = None
        self._own = FrameNetwork()  # for the arithmetic under the mouse, which cannot wait for another thread
        self._detail: MapDetail | None = None
        self._probe = Probe(workspace.probes, self, prompt=True)
        self._probe.answered.connect(self._answered)
        self._specimen = specimen_of(workspace)
        self._build()

    def _build(self) -> None:
        self.canvas = OverviewCanvas()
        self.canvas.setObjectName("overview.canvas")
        self.canvas.picked.connect(self._pick)
        self.canvas.opened.connect(self._open)
        self.canvas.folded.connect(self._fold)
        self.canvas.stepped.connect(self.step_sample)
        self.large = DetailCanvas()
        self.large.setObjectName("overview.detail")
        self.large.placed.connect(self._specimen.take_place)
        self.large.left.connect(self.close_map)
        self.large.stepped.connect(self.step_sample)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.canvas)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(scroll)
        self._stack.addWidget(self.large)
        self._build_head()
        self._specimen.sample_changed.connect(self._take_sample)
        self._specimen.map_changed.connect(self._follow_map)
        self._specimen.place_changed.connect(self._show_place)

    def _build_head(self) -> None:
        self._without_head = QWidget(self)  # until a dock's head takes them
        self._without_head.hide()
        self.back = IconButton("overview.back", "arrow_up", self._without_head, side=24, icon_side=14)
        self.back.clicked.connect(self.close_map)
        self.before = IconButton("overview.before", "chevron_left", self._without_head, side=24, icon_side=14)
        self.after = IconButton("overview.after", "chevron_right", self._without_head, side=24, icon_side=14)
        self.before.clicked.connect(lambda: self.step_sample(-1))
        self.after.clicked.connect(lambda: self.step_sample(1))
        self.legend = ColorBar("overview.legend", "signed", self._without_head)
        self.legend.setFixedWidth(150)
        self.legend.set_ends(MINUS, "+")
        self.scale = Segmented("overview.scale", self._without_head)
        self.scale.changed.connect(self.canvas.set_scale)
        self.back.hide()

    def head_controls(self) -> list[QWidget]:
        return [self.back, self.before, self.after, self.legend, self.scale]

    def retranslate(self) -> None:
        self.back.set_words(self.tr("Back to the overview (Esc)"))
        self.before.set_words(self.tr("Sample before (←)"))
        self.after.set_words(self.tr("Next sample (→)"))
        self.scale.setAccessibleName(self.tr("What shares one scale of colours"))
        self.scale.set_choices([("map", self.tr("per map")), ("layer", self.tr("per layer")), ("all", self.tr("all"))])
        self.scale.set_key(self.canvas.scale)
        self.large.set_words(
            self.tr("One map and its arithmetic"),
            DetailWords(
                input=self.tr("Input"),
                sees=self.tr("sees {height}×{width}"),
                channels=self.tr("Channels"),
                input_map=self.tr("Input map"),
                each=self.tr("input × filter = share"),
                sum=self.tr("Sum and bias"),
                map=self.tr("Map {n}"),
                window=self.tr("Window"),
                filter=self.tr("Filter"),
                products=self.tr("Products"),
                channel=self.tr("channel {n} of {count}"),
                all_channels=self.tr("sum of all"),
                bias=self.tr("bias"),
                output=self.tr("output"),
                before=self.tr("input"),
                largest=self.tr("largest"),
                mean=self.tr("mean"),
            ),
        )
        self._say()

    # -- the sample and the moment ------------------------------------------------------------------------------

    def show_frame(self, frame: Frame) -> None:
        self._frame = frame
        if frame.run != self._run:
            self._run = frame.run
            self._begin(frame)
        self._ask()

    def _begin(self, frame: Frame) -> None:
        self._image_shape = picture_shape(frame)
        self._opened = ()
        self._signature = None
        self._maps = None
        self.close_map()
        if self._specimen.row >= len(frame.data.test):
            self._specimen.take_sample(0)
        self._show_sample()

    def step_sample(self, step: int) -> None:
        """Look into the next test sample, or the one before; the last follows the first."""
        if self._frame is not None:
            self._specimen.take_sample((self._specimen.row + step) % len(self._frame.data.test))

    def _take_sample(self) -> None:
        if self._frame is not None:
            self._show_sample()
            self._ask()

    def _show_sample(self) -> None:
        frame = self._frame
        if frame is None:
            return
        x = self._specimen.sample(frame.data)
        picture: Array = sample_pictures(frame.data, x, self._image_shape)[0]
        self.canvas.show_input(picture)
        self.large.show_input(picture)
        self._say()

    def _ask(self) -> None:
        frame, opened = self._frame, self._opened
        if frame is None:
            return
        x = self._specimen.sample(frame.data)
        self._probe.ask(lambda networks: network_maps(networks.at(frame), frame, x, opened))

    def _answered(self, maps: NetworkMaps) -> None:
        frame = maps.frame
        if frame.run != self._run:
            return
        self._maps = maps
        signature = (frame.run, self._opened, tuple(m.id for m in maps.layers))
        if signature != self._signature:
            self._signature = signature
            columns = columns_of(maps.layers, frame.data.input_shape, self._opened, bars=frame.data.task == "classification")
            self.canvas.show_columns(columns, frame.data.classes)
        self.canvas.show_maps(maps)
        if self._detail is not None:
            self._show_map()
        self._say()

    def _say(self) -> None:
        frame = self._frame
        if frame is None:
            return
        at = self.tr("iteration {n}").format(n=grouped(frame.iteration))
        if frame.data.task == "classification":
            target = frame.data.test.t[self._specimen.row]
            sample = self.tr("a “{label}” from the test set").format(label=frame.data.classes[int(target)])
            said, note = self.tr("Probabilities"), self.tr("softmax of {n}").format(n=len(frame.data.classes))
        else:
            sample, said, note = self.tr("sample {n} of the test set").format(n=self._specimen.row + 1), self.tr("Output"), ""
        if self._specimen.is_drawn(frame.data):
            sample = self.tr("your drawing")
        self.set_note(f"{sample} · {at}")
        self.canvas.set_words(self.tr("Every layer's maps"), self.tr("Input"), said, note)

    # -- one map ------------------------------------------------------------------------------------------------

    def _pick(self, layer: str, unit: int) -> None:
        self._specimen.take_map(layer, unit)
        self.workspace.select(layer.partition("#")[0])

    def _follow_map(self) -> None:
        self.canvas.select(self._specimen.layer, self._specimen.unit)
        if self._detail is not None:
            self._open(self._specimen.layer, self._specimen.unit)

    def _fold(self, container: str) -> None:
        kept = tuple(name for name in self._opened if name != container)
        self._opened = kept if container in self._opened else (*self._opened, container)
        self._ask()

    def _open(self, layer: str, unit: int) -> None:
        maps = self._maps.layer(layer) if self._maps is not None else None
        if maps is None or maps.y.ndim != 3 or unit >= len(maps.y):
            return
        _, high, wide = maps.y.shape
        if self._detail is None or self._detail.maps.id != layer:
            self._specimen.take_place(high // 2, wide // 2)
        self._detail = MapDetail(maps, unit, (), None, None, 0.0)
        self._show_map()
        self.back.show()
        self._stack.setCurrentIndex(1)
        self.large.setFocus()

    def close_map(self) -> None:
        """Show all layers again."""
        if self._detail is not None:
            self._detail = None
            self.back.hide()
            self._stack.setCurrentIndex(0)
            self.canvas.setFocus()

    def _show_map(self) -> None:
        """Show the map that is open with the numbers of the newest answer."""
        if self._maps is None or self._detail is None:
            return
        maps = self._maps.layer(self._detail.maps.id)
        if maps is None:
            self.close_map()
            return
        network = self._own.at(self._maps.frame)
        self._detail = map_detail(network.layer(maps.id), maps, self._detail.unit)
        self.large.show_detail(self._detail, place_detail(network, self._detail, self._place_on(maps.y)))

    def _place_on(self, y: Array) -> tuple[int, int]:
        row, column = self._specimen.place
        return min(row, y.shape[1] - 1), min(column, y.shape[2] - 1)

    def _show_place(self) -> None:
        if self._maps is not None and self._detail is not None:
            network = self._own.at(self._maps.frame)
            self.large.show_place(place_detail(network, self._detail, self._place_on(self._detail.maps.y)))
