"""The kernels of one layer at one moment: pictures, and what their colours mean."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from core.arrays import Array
from core.probes.kernels import KernelLayer, norms
from core.training.frame import Frame
from workbench.panels.filters.levels import Level, round_up
from workbench.plots.color_bar import ColorBar
from workbench.plots.image_grid import ImageGrid
from workbench.widgets.numbers import MINUS, figure

MOST_UNITS: Final = 256
"""More kernels than this are not shown: nobody looks at them, and each costs time."""

LEAST_SIDE: Final = 40
ROOMY_SIDE: Final = 60
"""Pictures of this width have room for the length under them."""


class KernelView(QWidget):
    """A grid of kernels that scrolls where there is no room, with one legend under it.

    Parameters
    ----------
    name
        Object name; its parts are called ``name.grid`` and ``name.legend``.
    most_side
        The largest side of one picture.

    Attributes
    ----------
    picked
        With the index of the kernel that the person selected.
    """

    picked = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None, *, most_side: int) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.grid = ImageGrid(f"{name}.grid", least=LEAST_SIDE, most=most_side)
        self.grid.picked.connect(self.picked)
        self.legend = ColorBar(f"{name}.legend", "signed")
        self.limit = 1.0
        self.kernels: Array = np.zeros((0, 1, 1))
        self._lengths: Array = np.zeros(0)
        self._before: Array = np.zeros((0, 1, 1))
        self._per_filter = False
        self._level = Level()
        self._layer: tuple[int, str] | None = None
        self._words = ("", "")
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(scroll, 1)
        column.addWidget(self.legend)

    def set_words(self, name: str, shared: str, own: str) -> None:
        """Set the accessible name, and what the legend says of one scale for all and of a scale for each."""
        self.grid.setAccessibleName(name)
        self._words = (shared, own)
        self._say()

    def show_layer(
        self, frame: Frame, layer: KernelLayer, *, channel: int = 0, position: tuple[int, int] = (0, 0), per_filter: bool = False
    ) -> None:
        """Show the kernels of a layer for one of its input channels."""
        if self._layer != (frame.run, layer.id):
            self._layer, self._level = (frame.run, layer.id), Level()
        kernels = layer.kernels(frame.parameters(), position)[:MOST_UNITS]
        self.kernels, self._lengths = kernels[:, channel], norms(kernels)
        self._before = layer.kernels(frame.parameters(initial=True), position)[:MOST_UNITS, channel]
        self._per_filter = per_filter
        self.limit = self._level.follow(float(np.abs(kernels).max(initial=0.0)))
        self._draw()

    def _draw(self) -> None:
        scales = (_own_scales(self.kernels), _own_scales(self._before)) if self._per_filter else None
        limit = 1.0 if self._per_filter else self.limit
        self.grid.set_images(self.kernels, limits=(-limit, limit), labels=self._labels(), before=self._before, scales=scales)
        self._say()

    def _labels(self) -> list[str]:
        """Return number and length of each kernel; the number alone where the pictures are small."""
        roomy = self.grid.image_area(0).width() >= ROOMY_SIDE
        return [f"{n}  ‖w‖ {figure_of(length)}" if roomy else f"{n}" for n, length in enumerate(self._lengths.tolist(), start=1)]

    def _say(self) -> None:
        shared, own = self._words
        self.legend.set_caption(own if self._per_filter else shared)
        if self._per_filter:
            self.legend.set_ends(MINUS, "+")
        else:
            self.legend.set_limits(-self.limit, self.limit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if len(self.kernels):
            self._draw()


def figure_of(length: float) -> str:
    """Return a length with two decimals, or three significant figures where it is large."""
    return f"{length:.2f}" if length < 100 else figure(length)


def _own_scales(kernels: Array) -> Array:
    """Return the round number that the strongest colour of each kernel stands for."""
    return np.array([round_up(float(np.abs(kernel).max())) for kernel in kernels])
