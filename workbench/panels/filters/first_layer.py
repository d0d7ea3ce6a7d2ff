"""The kernels of the first layer, small, beside the curves."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from core.probes.kernels import KernelLayer, kernel_layers
from core.training.frame import Frame
from workbench.labs import Place
from workbench.panels.base import Panel, register_panel
from workbench.panels.filters.kernel_view import KernelView, Showing
from workbench.widgets.card import EmptyState
from workbench.widgets.numbers import grouped
from workbench.workspace import Workspace


@register_panel
class FirstLayerPanel(Panel):
    """The first layer that has kernels, as it takes shape."""

    name: ClassVar[str] = "first_filters"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "First-layer filters"))
    places: ClassVar[tuple[Place, ...]] = (Place("train", column=2, row=0),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._run = -1
        self._layer: KernelLayer | None = None
        self.view = KernelView("first_filters.view", most_side=110)
        page = QWidget()
        around = QVBoxLayout(page)
        around.setContentsMargins(12, 10, 12, 10)
        around.addWidget(self.view)
        self.empty = EmptyState("first_filters.empty")
        self._stack = QStackedLayout(self)
        self._stack.addWidget(page)
        self._stack.addWidget(self.empty)

    def retranslate(self) -> None:
        self.view.set_words(self.tr("Filters of the first layer"), self.tr("one scale for all"), self.tr("a scale for each"))
        self.empty.set_words(self.tr("This network has no filters. A convolution would have some, or an Affine layer on images."))

    def show_frame(self, frame: Frame) -> None:
        if frame.run != self._run:
            self._run = frame.run
            self._layer = next(iter(kernel_layers(frame.experiment, frame.data.input_shape)), None)
            self._stack.setCurrentIndex(0 if self._layer else 1)
            layer = self._layer
            self.set_note(f"{grouped(layer.units)} × {layer.height}×{layer.width}" if layer else "")
        if self._layer is not None:
            middle = tuple(n // 2 for n in self._layer.positions) if self._layer.positions else (0, 0)
            self.view.show_layer(frame, self._layer, Showing(position=(middle[0], middle[1])))
