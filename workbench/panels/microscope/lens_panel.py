"""What the panels that look at one filter share: which filter, which window it has, and on how many samples."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from PySide6.QtWidgets import QWidget

from core.arrays import Array
from core.network import Network
from core.probes.convolution_view import ConvolutionView, convolution_view
from core.training.frame import Frame
from workbench.panels.microscope.formula import size_formula
from workbench.panels.microscope.playing_panel import PlayingPanel
from workbench.panels.microscope.window_fields import MOST_BATCH, WindowFields
from workbench.workspace import Workspace


class LensPanel(PlayingPanel):
    """Looks at one filter of a convolution, with the network's window or another; a subclass shows the view.

    Attributes
    ----------
    has_batch
        Whether groups and a batch can be chosen.
    """

    has_batch: ClassVar[bool] = False

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._own: ConvolutionView | None = None
        self.view: ConvolutionView | None = None
        self._sample = 0
        self.fields = WindowFields(f"{self.name}.window", self.without_head, batch=self.has_batch)
        self.fields.changed.connect(self._show)

    def retranslate(self) -> None:
        super().retranslate()
        words = (self.tr("Kernel"), self.tr("Pad"), self.tr("Stride"), self.tr("Dilation"), self.tr("Groups"), self.tr("Batch"))
        self.fields.set_words(words, self.tr("The network's own window"))
        self.empty.set_words(self.tr("This network has no convolution to look at. Put a Conv layer into it."))

    def look(self, network: Network, frame: Frame, x: Array, layer: str, unit: int) -> ConvolutionView | None:
        others = frame.data.test.x[: MOST_BATCH - 1]
        return convolution_view(network, frame, np.concatenate([x, others]), layer, unit)

    def show_answer(self, found: object | None) -> None:
        if not isinstance(found, ConvolutionView):
            self._own = self.view = None
            return
        before = self._own
        if before is None or (before.frame.run, before.layer_id) != (found.frame.run, found.layer_id):
            self.fields.groups.set_number(1)
            self.fields.follow(found.window)
            rows, columns = found.map.shape
            self.specimen.suggest_middle(rows, columns)
        self._own = found
        note = self.tr("{layer}, filter {n} of {count}")
        self.set_note(note.format(layer=found.layer_id, n=found.unit + 1, count=found.filters))
        self._show()

    def take_sample(self, sample: int) -> None:
        """Look at another sample of the batch."""
        self._sample = sample
        self._show()

    def _show(self) -> None:
        if self._own is None:
            return
        grouped = self._own.with_groups(self.fields.group_count)
        view = (grouped or self._own).with_window(self.fields.chosen).with_batch(self.fields.batch_size, self._sample)
        self._judge(view, comes_out=grouped is not None)
        self.view = view
        self.show_view(view)
        self.follow_place()

    def _judge(self, view: ConvolutionView, *, comes_out: bool) -> None:
        """Say in red which choices do not fit together."""
        window, uneven, groups = "", "", ""
        if not view.fits:
            window = self.tr("The window is larger than the padded image. Take a smaller kernel or more padding.")
        else:
            left = max(size_formula(size, view.window).left_over for size in view.image.shape[1:])
            uneven = self.tr("With this stride {n} rows or columns at the edge are never seen.").format(n=left) if left else ""
        if not comes_out:
            text = self.tr("{channels} channels and {filters} filters cannot be shared out evenly among {groups} groups.")
            channels = len(view.w)
            groups = text.format(channels=channels, filters=view.filters, groups=self.fields.group_count)
        self.fields.judge(window=window, uneven=uneven, groups=groups)

    def show_view(self, view: ConvolutionView) -> None:
        """Show another filter, sample, moment or window."""
        raise NotImplementedError
