"""What the panels that look at one filter share: which filter, which sample, which moment, which window."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout, QWidget

from core.probes.convolution_view import ConvolutionView, convolution_view
from core.training.frame import Frame
from workbench.panels.base import Panel
from workbench.panels.microscope.window_fields import WindowFields
from workbench.specimen import specimen_of
from workbench.training.probe_worker import Probe
from workbench.widgets.card import EmptyState
from workbench.workspace import Workspace


class LensPanel(Panel):
    """Follows the sample, the map and the place that the lab looks at; a subclass makes the canvas and shows the view."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._frame: Frame | None = None
        self._own: ConvolutionView | None = None
        self.view: ConvolutionView | None = None
        self._probe = Probe(workspace.probes, self)
        self._probe.answered.connect(self._answered)
        self.specimen = specimen_of(workspace)
        self.specimen.sample_changed.connect(self._ask)
        self.specimen.map_changed.connect(self._ask)
        self.specimen.place_changed.connect(self.follow_place)
        self.without_head = QWidget(self)  # until a dock's head takes the controls
        self.without_head.hide()
        self.fields = WindowFields(f"{self.name}.window", self.without_head)
        self.fields.changed.connect(lambda _window: self._show())
        self.empty = EmptyState(f"{self.name}.empty")
        self._stack = QStackedLayout(self)

    def hold(self, canvas: QWidget) -> None:
        """Take the canvas that is shown while there is a convolution."""
        self._stack.addWidget(canvas)
        self._stack.addWidget(self.empty)

    def retranslate(self) -> None:
        self.fields.set_words(
            self.tr("Kernel"), self.tr("Pad"), self.tr("Stride"), self.tr("Dilation"), self.tr("The network's own window")
        )
        self.empty.set_words(self.tr("This network has no convolution to look at. Put a Conv layer into it."))

    def show_frame(self, frame: Frame) -> None:
        self._frame = frame
        self._ask()

    def _ask(self) -> None:
        frame, specimen = self._frame, self.specimen
        if frame is None or not self.isVisible():
            return
        row = min(specimen.row, len(frame.data.test) - 1)
        x, layer, unit = frame.data.test.x[row : row + 1], specimen.layer, specimen.unit
        self._probe.ask(lambda networks: (frame.run, convolution_view(networks.at(frame), frame, x, layer, unit)))

    def _answered(self, answer: tuple[int, ConvolutionView | None]) -> None:
        run, view = answer
        if self._frame is None or run != self._frame.run:
            return
        self._stack.setCurrentIndex(1 if view is None else 0)
        if view is None:
            self.set_note("")
            self._own = self.view = None
            return
        before = self._own
        if before is None or (before.frame.run, before.layer_id) != (run, view.layer_id):
            self.fields.follow(view.window)
        self._own = view
        self.set_note(self.tr("{layer}, filter {n} of {count}").format(layer=view.layer_id, n=view.unit + 1, count=view.filters))
        self._show()

    def _show(self) -> None:
        if self._own is not None:
            self.view = self._own.with_window(self.fields.chosen)
            self.show_view(self.view)
            self.follow_place()

    def show_view(self, view: ConvolutionView) -> None:
        """Show another filter, sample, moment or window."""
        raise NotImplementedError

    def follow_place(self) -> None:
        """Show the place that the lab looks at."""
        raise NotImplementedError
