"""Which units Dropout drops in the update that comes next: of one sample, and of all samples of the batch."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from core.probes.coming_update import ComingUpdate, Dropped
from workbench.panels.inside_training.unit_mask import UnitMask
from workbench.plots.color_bar import ColorBar
from workbench.plots.heat_map import HeatMap
from workbench.plots.picture import limits_of
from workbench.widgets.labels import ElidedLabel, Label
from workbench.widgets.numbers import figure, grouped, percent, plain_number
from workbench.widgets.slider import Slider

MOST_COLUMNS: Final = 512
DEEPEST: Final = 1.6
"""The last colour of the table of the batch: a unit that is let through, 1, is drawn softer than ink."""


class DropoutPage(QWidget):
    """The units of the chosen sample at the left, and the whole batch, a row for each sample, at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._update: ComingUpdate | None = None
        self._layer: Dropped | None = None
        self.sentence = Label(tone="text", wrap=True)
        self.sentence.setObjectName("inside_training.dropped")
        self._sample_label = Label(size="dense", tone="text2")
        self.sample = Slider("inside_training.sample")
        self.sample.changed.connect(lambda _number: self._show_sample())
        self.units = UnitMask("inside_training.mask")
        self.units.hovered.connect(self._say_unit)
        self.unit = ElidedLabel(size="caption", tone="text2")
        self._own = Label(size="dense", weight=600)
        self._whole = Label(size="dense", weight=600)
        self._key = Label(size="caption", tone="text3", wrap=True)
        self.batch = HeatMap("inside_training.batch", "ink", square=False)
        self.batch.set_numbers(False)
        self.batch.set_whole_rows(True)
        self.batch.picked.connect(lambda row, _column: self.choose(row))
        self.bar = ColorBar("inside_training.colours", "signed")
        self.bar.setMaximumWidth(200)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._own)
        head.addStretch(1)
        head.addWidget(self._sample_label)
        head.addWidget(self.sample)
        self.sample.setFixedWidth(160)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.bar)
        foot.addWidget(self.unit, 1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.addLayout(head, 0, 0)
        grid.addWidget(self._whole, 0, 1)
        grid.addWidget(self.units, 1, 0)
        grid.addWidget(self.batch, 1, 1)
        grid.addLayout(foot, 2, 0)
        grid.addWidget(self._key, 2, 1)
        grid.setRowStretch(1, 1)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addWidget(self.sentence)
        column.addLayout(grid, 1)

    def retranslate(self) -> None:
        """Set all texts anew."""
        self.sample.setAccessibleName(self.tr("Sample of the batch"))
        self.units.setAccessibleName(self.tr("Units of this sample"))
        self.batch.setAccessibleName(self.tr("Units of all samples of the batch"))
        self._key.setText(self.tr("Filled: let through. Empty: dropped. Each sample loses other units; click a row to see it."))
        self._show()

    def show_layer(self, update: ComingUpdate, layer: Dropped) -> None:
        """Show another moment or another layer."""
        self._update, self._layer = update, layer
        self.sample.set_numbers(1, max(2, len(layer.kept)), whole=True)
        self.sample.set_number(min(max(self.sample.number, 1), len(layer.kept)))
        self._show()

    def choose(self, row: int) -> None:
        """Look at another sample of the batch."""
        self.sample.set_number(row + 1)
        self._show_sample()

    @property
    def _row(self) -> int:
        return min(round(self.sample.number), len(self._layer.kept) if self._layer else 1) - 1

    def _show(self) -> None:
        update, layer = self._update, self._layer
        if update is None or layer is None:
            return
        self.sentence.setText(
            self.tr(
                "Update {n} will drop {share} of all values that reach {layer} (ratio {ratio}), and divide the others by {rest} "
                "so that their sum stays the same on average. In prediction nothing is dropped."
            ).format(
                n=grouped(update.iteration),
                share=percent(layer.share, 1),
                layer=layer.id,
                ratio=plain_number(layer.ratio),
                rest=plain_number(round(1 - layer.ratio, 6)),
            )
        )
        flat = layer.kept.reshape(len(layer.kept), -1)
        shown = flat[:, :MOST_COLUMNS]
        words = self.tr("{rows} of {samples} samples × {columns} of {units} units").format(
            rows=len(flat), samples=grouped(update.samples), columns=shown.shape[1], units=grouped(flat.shape[1])
        )
        self._whole.setText(words)
        self.batch.set_values(shown.astype(np.float32), (0.0, DEEPEST))
        self._show_sample()

    def _show_sample(self) -> None:
        layer, row = self._layer, self._row
        if layer is None:
            return
        kept, limits = layer.kept[row], limits_of(layer.values, "signed")
        self.units.show_units(layer.values[row], kept, limits)
        self.batch.select((row, 0))
        self.bar.set_limits(*limits)
        self._own.setText(self.tr("{n} of {all} units off").format(n=grouped(int((~kept).sum())), all=grouped(kept.size)))
        self._sample_label.setText(self.tr("Sample {n} of {all}").format(n=row + 1, all=len(layer.kept)))
        self._say_unit(-1)

    def _say_unit(self, place: int) -> None:
        layer = self._layer
        if layer is None:
            return
        if place < 0:
            self.unit.set_text(self.tr("Colour: what the unit gives. Crossed: dropped."))
            return
        value, kept = float(layer.values[self._row].reshape(-1)[place]), layer.kept[self._row].reshape(-1)[place]
        words = self.tr("unit {n}: {value} becomes {after}") if kept else self.tr("unit {n}: {value} is dropped and becomes 0")
        after = value / (1 - layer.ratio)
        self.unit.set_text(words.format(n=place + 1, value=figure(value), after=figure(after)))
