"""The panel of one weight: why loss is descended, and not accuracy."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.descent.one_weight import WeightSlice, weight_slice
from core.training.frame import Frame
from workbench.labs import Place
from workbench.panels.base import Panel, register_panel
from workbench.panels.descent_weight.slice_plot import SlicePlot
from workbench.training.probe_worker import Probe
from workbench.widgets.buttons import IconButton
from workbench.widgets.combo_box import ComboBox
from workbench.widgets.labels import Label
from workbench.widgets.number_field import NumberField
from workbench.widgets.numbers import figure, percent
from workbench.widgets.slider import Slider
from workbench.workspace import Workspace

LEAST_REACH, MOST_REACH = 0.1, 100.0


@register_panel
class DescentWeightPanel(Panel):
    """Loss and accuracy of the network in training while one of its weights is moved."""

    name: ClassVar[str] = "descent_weight"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "One weight of the network"))
    places: ClassVar[tuple[Place, ...]] = (Place("descent", 1, 1, stretch=5, tab=1),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._frame: Frame | None = None
        self._array = ""
        self._found: WeightSlice | None = None
        self._arrays = ComboBox("descent.weight.array")
        self._arrays.taken.connect(self._take_array)
        self._index = NumberField("descent.weight.index")
        self._index.set_numbers(0, 0, whole=True)
        self._index.changed.connect(lambda _number: self._ask())
        self._next = IconButton("descent.weight.next", "dice", side=26)
        self._next.clicked.connect(self._take_another)
        self._reach_label = Label(size="dense", tone="text2")
        self._reach = Slider("descent.weight.reach")
        self._reach.set_numbers(LEAST_REACH, MOST_REACH, log=True)
        self._reach.set_number(3.0)
        self._reach.changed.connect(lambda _number: self._ask())
        self.plot = SlicePlot()
        self._words = Label(size="dense", tone="text2", wrap=True)
        self._words.setObjectName("descent.weight.words")
        self._probe = Probe(workspace.probes, self)
        self._probe.answered.connect(self._show)
        controls = QHBoxLayout()
        controls.setSpacing(6)
        controls.addWidget(self._arrays, 1)
        controls.addWidget(self._index)
        controls.addWidget(self._next)
        controls.addSpacing(6)
        controls.addWidget(self._reach_label)
        controls.addWidget(self._reach, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 12, 8)
        layout.setSpacing(6)
        layout.addLayout(controls)
        layout.addWidget(self.plot, 1)
        layout.addWidget(self._words)

    def retranslate(self) -> None:
        self._arrays.setAccessibleName(self.tr("Array of the network"))
        self._index.setAccessibleName(self.tr("Which number of the array"))
        self._index.set_about(self.tr("Which number of the array, counted from 0"))
        self._next.set_words(self.tr("Another weight"))
        self._reach_label.setText(self.tr("Reach"))
        self._reach.setAccessibleName(self.tr("How far the weight is moved to both sides"))
        self.plot.setAccessibleName(self.tr("Loss and accuracy over one weight"))
        self.plot.set_words(self.tr("Loss"), self.tr("Accuracy"))
        self._say()

    def show_frame(self, frame: Frame) -> None:
        other = self._frame is None or frame.layout != self._frame.layout
        self._frame = frame
        if other:
            names = [slot.name for slot in frame.layout]
            self._arrays.set_choices([(name, name) for name in names])
            weights = [name for name in names if name.endswith(".W")] or names
            self._take_array(weights[-1] if weights else "")
        else:
            self._ask()

    def _take_array(self, name: str) -> None:
        self._array = name
        self._arrays.set_key(name)
        self._index.set_numbers(0, max(0, self._size() - 1), whole=True)
        self._index.set_number(0)
        self._ask()

    def _size(self) -> int:
        layout = self._frame.layout if self._frame is not None else ()
        return next((slot.stop - slot.start for slot in layout if slot.name == self._array), 0)

    def _take_another(self) -> None:
        """Go on to a weight far from this one, the same after the same clicks."""
        size = self._size()
        if size > 1:
            rng = np.random.default_rng([size, int(self._index.number)])
            self._index.set_number(float(rng.integers(size)))
            self._ask()

    def look_again(self) -> None:
        self._ask()

    def _ask(self) -> None:
        frame, name, index, reach = self._frame, self._array, int(self._index.number), self._reach.number
        if frame is None or not name:
            self._found = None
            self.plot.show_slice(None)
            self._say()
        elif self.is_seen:
            self._probe.ask(lambda networks: weight_slice(networks, frame, name, index, reach))

    def _show(self, found: WeightSlice) -> None:
        self._found = found
        self.plot.show_slice(found)
        self._say()

    def _say(self) -> None:
        found = self._found
        if found is None:
            self.set_note("")
            self._words.setText(self.tr("The network has no weight yet."))
            return
        where = self.tr("{name}[{index}] = {value}, iteration {iteration}")
        self.set_note(
            where.format(name=found.name, index=found.index, value=figure(found.here), iteration=f"{found.iteration:,}")
        )
        flat = percent(found.flat_share(found.loss_slope), 0)
        if not np.isfinite(found.accuracy).any():
            self._words.setText(self.tr("The derivative of the loss is exactly 0 at {flat} of the positions.").format(flat=flat))
            return
        words = self.tr(
            "The derivative of the accuracy is exactly 0 at {stairs} of the positions, that of the loss at {flat}: "
            "only the loss says which way to go."
        )
        self._words.setText(words.format(stairs=percent(found.flat_share(found.accuracy_slope), 0), flat=flat))
