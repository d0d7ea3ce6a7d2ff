"""The kernels of one layer at one moment: pictures, and what their colours mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

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


@dataclass(frozen=True)
class Showing:
    """How the kernels of a layer are shown.

    Parameters
    ----------
    channel
        The input channel; None for three channels at once, as colours.
    position
        Row and column of the output, for weights that are not shared.
    per_filter
        Whether each kernel has a scale of its own.
    order
        The units in the order in which they stand; None for that of their numbers.
    largest
        The size of weight that has the strongest colour; None for the layer's largest.
    beside
        Whether a second grid shows what they were before training.
    """

    channel: int | None = 0
    position: tuple[int, int] = (0, 0)
    per_filter: bool = False
    order: Array | None = None
    largest: float | None = None
    beside: bool = False


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
        self._per_filter = self._beside = False
        self._level = Level()
        self.order: Array = np.zeros(0, np.intp)
        self._layer: tuple[int, str] | None = None
        self._words = ("", "")
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.earlier = ImageGrid(f"{name}.earlier", least=LEAST_SIDE, most=most_side)
        self.earlier.hide()
        both = QWidget()
        pair = _SideBySide(both)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(24)
        pair.addWidget(self.earlier, 1)
        pair.addWidget(self.grid, 1)
        scroll.setWidget(both)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(scroll, 1)
        column.addWidget(self.legend)

    def set_words(self, name: str, shared: str, own: str, before: str = "") -> None:
        """Set the accessible names, and what the legend says of one scale for all and of a scale for each."""
        self.grid.setAccessibleName(name)
        self.earlier.setAccessibleName(before)
        self._words = (shared, own)
        self._say()

    def show_layer(self, frame: Frame, layer: KernelLayer, how: Showing = Showing()) -> None:
        """Show the kernels of a layer."""
        if self._layer != (frame.run, layer.id):
            self._layer, self._level = (frame.run, layer.id), Level()
        kernels = layer.kernels(frame.parameters(), how.position)
        self.order = np.arange(len(kernels))[:MOST_UNITS] if how.order is None else how.order[:MOST_UNITS]
        kernels = kernels[self.order]
        before = layer.kernels(frame.parameters(initial=True), how.position)[self.order]
        channels: slice | int = slice(None) if how.channel is None else how.channel
        self.kernels, self._before = kernels[:, channels], before[:, channels]
        self._lengths = norms(kernels)
        self._per_filter, self._beside = how.per_filter, how.beside
        self.limit = self._level.follow(float(np.abs(kernels).max(initial=0.0)) if how.largest is None else how.largest)
        self._draw()

    def unit_at(self, index: int) -> int:
        """Return the unit whose picture has that index."""
        return int(self.order[index]) if 0 <= index < len(self.order) else -1

    def select_unit(self, unit: int) -> None:
        """Mark the picture of a unit."""
        found = np.flatnonzero(self.order == unit)
        self.grid.select(int(found[0]) if found.size else -1)

    def _draw(self) -> None:
        scales = (_own_scales(self.kernels), _own_scales(self._before)) if self._per_filter else None
        limit = 1.0 if self._per_filter else self.limit
        before = None if self._beside else self._before
        self.grid.set_images(self.kernels, limits=(-limit, limit), labels=self._labels(), before=before, scales=scales)
        self.earlier.setVisible(self._beside)
        if self._beside:
            then = None if scales is None else (scales[1], scales[1])
            self.earlier.set_images(self._before, limits=(-limit, limit), labels=self._labels(), scales=then)
        self._say()

    def _labels(self) -> list[str]:
        """Return number and length of each kernel; the number alone where the pictures are small."""
        roomy = self.grid.image_area(0).width() >= ROOMY_SIDE
        units = (self.order + 1).tolist()
        return [
            f"{n}  ‖w‖ {figure_of(length)}" if roomy else f"{n}" for n, length in zip(units, self._lengths.tolist(), strict=True)
        ]

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


class _SideBySide(QHBoxLayout):
    """Asks for no height: the grids take what the view has, and scroll only where not even their least fits."""

    def hasHeightForWidth(self) -> bool:
        return False


def figure_of(length: float) -> str:
    """Return a length with two decimals, or three significant figures where it is large."""
    return f"{length:.2f}" if length < 100 else figure(length)


def _own_scales(kernels: Array) -> Array:
    """Return the round number that the strongest colour of each kernel stands for."""
    return np.array([round_up(float(np.abs(kernel).max())) for kernel in kernels])
