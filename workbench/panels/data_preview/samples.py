"""The samples of one part, all classes or one: images page by page, points all at once."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from core.arrays import Array
from core.datasets.base import Samples
from core.datasets.recipe import Data
from workbench.data_views.points import PointsView
from workbench.plots.image_grid import ImageGrid
from workbench.translation.core_text import translate_core
from workbench.widgets.buttons import IconButton
from workbench.widgets.combo_box import ComboBox
from workbench.widgets.labels import Label
from workbench.widgets.numbers import grouped
from workbench.widgets.segmented import Segmented

PAGE: Final = 96
PARTS: Final = ("train", "validation", "test")
ALL: Final = "all"


class SamplesView(QWidget):
    """Shows samples; Page Up and Page Down turn the pages.

    Attributes
    ----------
    part_changed
        With the part that is shown.
    """

    part_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data: Data | None = None
        self._rows: Array = np.empty(0, dtype=int)
        self._page = 0
        self._limits = (0.0, 1.0)
        self._parts = Segmented("preview.part")
        self._parts.changed.connect(self._choose_part)
        self._classes = ComboBox("preview.class")
        self._classes.taken.connect(lambda _key: self._filter())
        self._classes.setFixedWidth(150)
        self._back = IconButton("preview.back", "chevron_left")
        self._on = IconButton("preview.on", "chevron_right")
        self._back.clicked.connect(lambda: self.turn(-1))
        self._on.clicked.connect(lambda: self.turn(1))
        self._where = Label(size="dense", tone="text2")
        self._where.setObjectName("preview.where")
        self.grid = ImageGrid("preview.grid", "ink", least=28, most=112, gap=6)
        self.points = PointsView("preview.points")
        self._other = Label(tone="text2", wrap=True)
        self._other.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._views = QStackedWidget()
        for view in (self.grid, self.points, self._other):
            self._views.addWidget(view)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self._parts)
        bar.addWidget(self._classes)
        bar.addStretch(1)
        bar.addWidget(self._where)
        bar.addWidget(self._back)
        bar.addWidget(self._on)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(bar)
        layout.addWidget(self._views, 1)

    @property
    def part(self) -> str:
        """The part that is shown."""
        return self._parts.key

    def samples(self) -> Samples | None:
        """Return the samples of the part."""
        return getattr(self._data, self.part) if self._data is not None else None

    def show_data(self, data: Data, limits: tuple[float, float]) -> None:
        """Show other data, from its first page; `limits` are its least and greatest value."""
        self._data, self._limits = data, limits
        self._say_classes()
        self._filter()

    def _choose_part(self, part: str) -> None:
        self._filter()
        self.part_changed.emit(part)

    def _filter(self) -> None:
        samples = self.samples()
        if samples is None or self._data is None:
            return
        key = self._classes.key
        chosen = samples.t == int(key) if key not in {"", ALL} and self._data.classes else np.ones(len(samples), dtype=bool)
        self._rows = np.flatnonzero(chosen)
        self._page = 0
        self._draw()

    def turn(self, by: int) -> None:
        """Turn so many pages."""
        last = max(0, (len(self._rows) - 1) // PAGE)
        page = min(last, max(0, self._page + by))
        if page != self._page:
            self._page = page
            self._draw()

    def _draw(self) -> None:
        data, samples = self._data, self.samples()
        if data is None or samples is None:
            return
        shape = data.input_shape
        image = len(shape) == 3 and shape[0] in {1, 3}
        for button in (self._back, self._on):
            button.setVisible(image)
        if image:
            self._draw_images(data, samples)
        elif len(shape) == 1 and shape[0] <= 2:
            self.points.show_samples(samples.take(self._rows), data.classes, data.offset, data.scale)
            self._views.setCurrentWidget(self.points)
            self._where.setText(self.tr("{n} points").format(n=grouped(len(self._rows))))
        else:
            self._views.setCurrentWidget(self._other)
            self._where.setText(self.tr("{n} samples").format(n=grouped(len(self._rows))))
        self._retell()

    def _draw_images(self, data: Data, samples: Samples) -> None:
        rows = self._rows[self._page * PAGE : (self._page + 1) * PAGE]
        images = samples.x[rows]
        labels = [translate_core(data.classes[int(t)]) if data.classes else f"{float(t[0]):.3g}" for t in samples.t[rows]]
        self.grid.set_images(images[:, 0] if data.input_shape[0] == 1 else images, limits=self._limits, labels=labels)
        self._views.setCurrentWidget(self.grid)
        first = self._page * PAGE
        self._where.setText(
            self.tr("{first}–{last} of {all}").format(
                first=grouped(min(first + 1, len(self._rows))), last=grouped(first + len(rows)), all=grouped(len(self._rows))
            )
        )
        self._back.setEnabled(self._page > 0)
        self._on.setEnabled(first + PAGE < len(self._rows))

    def _say_classes(self) -> None:
        classes = self._data.classes if self._data is not None else ()
        self._classes.set_choices(
            [(ALL, self.tr("All classes")), *((str(k), translate_core(name)) for k, name in enumerate(classes))]
        )
        if self._classes.key == "":
            self._classes.set_key(ALL)
        self._classes.setVisible(bool(classes))

    def _retell(self) -> None:
        self.grid.setAccessibleName(self.tr("Samples"))
        self._other.setText(self.tr("These samples are neither images nor points; the figures are at the right."))

    def retranslate(self) -> None:
        """Set the words anew."""
        kept = self._parts.key or PARTS[0]
        words = {"train": self.tr("Training"), "validation": self.tr("Validation"), "test": self.tr("Test")}
        self._parts.set_choices([(part, words[part]) for part in PARTS])
        self._parts.set_key(kept)
        self._parts.setAccessibleName(self.tr("Part of the data"))
        self._classes.setAccessibleName(self.tr("Class"))
        self._back.set_words(self.tr("Previous page"))
        self._on.set_words(self.tr("Next page"))
        self._say_classes()
        self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()), 0)
        if by:
            self.turn(by)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
