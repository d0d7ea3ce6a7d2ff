"""The kernels of one layer at one moment: pictures, and what their colours mean."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from core.arrays import Array
from core.probes.kernels import KernelLayer, norms
from core.training.frame import Frame
from workbench.panels.filters.kernel_grid import MOST_UNITS, KernelGrid
from workbench.panels.filters.legend import Legend
from workbench.panels.filters.levels import Level, round_up


class KernelView(QWidget):
    """A grid of kernels that scrolls where there is no room, with one legend under it.

    Parameters
    ----------
    name
        Object name; its parts are called ``name.grid`` and ``name.legend``.
    most_side
        The largest side of one picture.
    """

    selected = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None, *, most_side: int = 120) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.grid = KernelGrid(most_side=most_side)
        self.grid.setObjectName(f"{name}.grid")
        self.grid.selected.connect(self.selected)
        self.legend = Legend()
        self.legend.setObjectName(f"{name}.legend")
        self._level = Level()
        self._per_filter = False
        self._shown: tuple[object, ...] = ()
        self._words = ("", "")
        self._limit = 1.0
        held = QWidget()
        held.setObjectName("scrolled")
        inside = QVBoxLayout(held)
        inside.setContentsMargins(2, 2, 2, 2)
        inside.addWidget(self.grid)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(held)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(scroll, 1)
        column.addWidget(self.legend)

    @property
    def limit(self) -> float:
        """The weight of the strongest colour where all share one."""
        return self._limit

    def set_words(self, name: str, shared: str, own: str) -> None:
        """Set the accessible name, and what the legend says of one scale for all and of a scale for each."""
        self.grid.setAccessibleName(name)
        self._words = (shared, own)
        self._say()

    def show_layer(
        self, frame: Frame, layer: KernelLayer, *, channel: int = 0, position: tuple[int, int] = (0, 0), per_filter: bool = False
    ) -> None:
        """Show the kernels of a layer for one of its input channels."""
        what = (frame.run, layer.id, channel, position, per_filter)
        if what[:2] != self._shown[:2]:
            self._level = Level()
        self._per_filter = per_filter
        kernels = layer.kernels(frame.parameters(), position)[:MOST_UNITS]
        self._limit = self._level.follow(_largest(kernels))
        self.grid.show_kernels(kernels[:, channel], self._limits(kernels[:, channel]), norms(kernels))
        if what != self._shown or not per_filter:
            before = self._initial(frame.parameters(initial=True), layer, channel, position)
            if what != self._shown or self.legend.limit != self._limit:
                self.grid.show_before(before, self._limits(before))
        self._shown = what
        self._say()

    @staticmethod
    def _initial(parameters: Mapping[str, Array], layer: KernelLayer, channel: int, position: tuple[int, int]) -> Array:
        return layer.kernels(parameters, position)[:MOST_UNITS, channel]

    def _limits(self, kernels: Array) -> Array:
        """Return the weight of the strongest colour for each kernel."""
        if not self._per_filter:
            return np.full(len(kernels), self._limit)
        return np.array([round_up(_largest(kernel)) for kernel in kernels])

    def _say(self) -> None:
        shared, own = self._words
        limit, remark = (None, own) if self._per_filter else (self._limit, shared)
        if (limit or 0.0) != self.legend.limit or remark != self.legend.remark:
            self.legend.show_limit(limit, remark)


def _largest(kernels: Array) -> float:
    return float(np.abs(kernels).max(initial=0.0))
