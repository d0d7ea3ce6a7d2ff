"""What the panels that look at one filter share: which filter, and which window it has."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from core.arrays import Array
from core.network import Network
from core.probes.convolution_view import ConvolutionView, convolution_view
from core.training.frame import Frame
from workbench.panels.microscope.playing_panel import PlayingPanel
from workbench.panels.microscope.window_fields import WindowFields
from workbench.workspace import Workspace


class LensPanel(PlayingPanel):
    """Looks at one filter of a convolution, with the network's window or another; a subclass shows the view."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._own: ConvolutionView | None = None
        self.view: ConvolutionView | None = None
        self.fields = WindowFields(f"{self.name}.window", self.without_head)
        self.fields.changed.connect(lambda _window: self._show())

    def retranslate(self) -> None:
        super().retranslate()
        self.fields.set_words(
            self.tr("Kernel"), self.tr("Pad"), self.tr("Stride"), self.tr("Dilation"), self.tr("The network's own window")
        )
        self.empty.set_words(self.tr("This network has no convolution to look at. Put a Conv layer into it."))

    def look(self, network: Network, frame: Frame, x: Array, layer: str, unit: int) -> ConvolutionView | None:
        return convolution_view(network, frame, x, layer, unit)

    def show_answer(self, found: object | None) -> None:
        if not isinstance(found, ConvolutionView):
            self._own = self.view = None
            return
        before = self._own
        if before is None or (before.frame.run, before.layer_id) != (found.frame.run, found.layer_id):
            self.fields.follow(found.window)
            rows, columns = found.map.shape
            self.specimen.suggest_middle(rows, columns)
        self._own = found
        note = self.tr("{layer}, filter {n} of {count}")
        self.set_note(note.format(layer=found.layer_id, n=found.unit + 1, count=found.filters))
        self._show()

    def _show(self) -> None:
        if self._own is not None:
            self.view = self._own.with_window(self.fields.chosen)
            self.show_view(self.view)
            self.follow_place()

    def show_view(self, view: ConvolutionView) -> None:
        """Show another filter, sample, moment or window."""
        raise NotImplementedError
