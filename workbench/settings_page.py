"""The settings of the program, on a page of their own."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from core.fields import IntField
from workbench.plots.color_bar import ColorBar
from workbench.settings import Settings, SettingsStore
from workbench.theme.colormaps import PALETTES
from workbench.widgets.card import Card
from workbench.widgets.combo_box import ComboBox
from workbench.widgets.field_editors import NumberEditor
from workbench.widgets.form_row import FormRow, align_labels
from workbench.widgets.labels import Label
from workbench.widgets.segmented import Segmented
from workbench.widgets.switch import Switch

WIDTH = 520


class SettingsPage(QWidget):
    """Theme, palette, language, motion, memory and the way of computing; each is kept at once."""

    def __init__(self, store: SettingsStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings")
        self._store = store
        self.theme = Segmented("settings.theme")
        self.palette_choice = Segmented("settings.palette")
        self.language = ComboBox("settings.language")
        self.motion = Switch("settings.reduce_motion")
        self.memory = NumberEditor(
            "settings.memory",
            IntField(256, minimum=16, maximum=65_536, soft_maximum=4096, help="Memory for the kept moments of a run."),
        )
        self.engine = ComboBox("settings.engine")
        self._signed, self._magnitude = ColorBar("settings.signed", "signed"), ColorBar("settings.magnitude", "magnitude")
        self._head = Label(weight=600)
        self._rows = {
            name: FormRow(control)
            for name, control in (
                ("theme", _left(self.theme)),
                ("palette", _left(self.palette_choice)),
                ("signed", self._signed),
                ("magnitude", self._magnitude),
                ("language", self.language),
                ("motion", self.motion),
                ("memory", self.memory),
                ("engine", self.engine),
            )
        }
        card = Card(margin=20)
        card.setFixedWidth(WIDTH)
        card.body.setSpacing(10)
        card.body.addWidget(self._head)
        for row in self._rows.values():
            card.body.addWidget(row)
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(24, 24, 24, 24)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(card)
        line.addStretch(1)
        column.addLayout(line)
        column.addStretch(1)
        area = QScrollArea()
        area.setObjectName("settings.scroll")
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(held)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self.theme.changed.connect(lambda key: self._change(theme=key))
        self.palette_choice.changed.connect(lambda key: self._change(palette=key))
        self.language.taken.connect(lambda key: self._change(language=key))
        self.motion.clicked.connect(lambda on: self._change(reduce_motion=on))
        self.engine.taken.connect(lambda key: self._change(engine=key))
        self.memory.changed.connect(lambda number: self._change(memory_megabytes=number))
        store.changed.connect(self.show_settings)
        self.retranslate()

    def _change(self, **changes: Any) -> None:
        self._store.change(**changes)

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen."""
        self.theme.set_key(settings.theme)
        self.palette_choice.set_key(settings.palette)
        self.language.set_key(settings.language)
        self.motion.setChecked(settings.reduce_motion)
        self.memory.set_value(settings.memory_megabytes)
        self.engine.set_key(settings.engine)

    def retranslate(self) -> None:
        """Set all words anew."""
        self._head.setText(self.tr("Settings"))
        self._signed.set_ends("−1", "+1")
        self._magnitude.set_ends("0", "1")
        self.theme.set_choices([("system", self.tr("System")), ("light", self.tr("Light")), ("dark", self.tr("Dark"))])
        words = {"default": self.tr("Orange and blue"), "cividis": self.tr("Yellow and blue"), "grey": self.tr("Grey")}
        self.palette_choice.set_choices([(name, words[name]) for name in PALETTES])
        self.language.set_choices([("system", self.tr("System")), ("en", "English"), ("ja", "日本語")])
        self.engine.set_choices(
            [
                ("measured", self.tr("As measured on this machine")),
                ("direct-1", self.tr("Direct, one thread")),
                ("direct-2", self.tr("Direct, two threads")),
                ("winograd-1", self.tr("Winograd, one thread")),
                ("winograd-2", self.tr("Winograd, two threads")),
            ]
        )
        about = {
            "theme": (self.tr("Theme"), ""),
            "palette": (
                self.tr("Colour maps"),
                self.tr("All of them can be told apart by colour-blind eyes; grey needs no colour at all."),
            ),
            "signed": (self.tr("Signed values"), ""),
            "magnitude": (self.tr("Magnitudes"), ""),
            "language": (self.tr("Language"), ""),
            "motion": (self.tr("Reduce motion"), self.tr("Slots, folds and explanations jump instead of moving.")),
            "memory": (self.tr("Memory (MB)"), self.tr("How much the kept moments of a run may take; from the next run on.")),
            "engine": (
                self.tr("Convolution"),
                self.tr("How it is computed; from the next run on, and kept with that run. Threads change the time alone."),
            ),
        }
        for name, (label, remark) in about.items():
            self._rows[name].set_words(label, remark)
            self._rows[name].show_remark(remark)
        for control, name in ((self.theme, "theme"), (self.palette_choice, "palette")):
            control.setAccessibleName(about[name][0])
        self.memory.set_words(*about["memory"])
        align_labels(list(self._rows.values()))
        self.show_settings(self._store.settings)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _left(control: QWidget) -> QWidget:
    """Return the control at the left of a row."""
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(control)
    line.addStretch(1)
    return holder
