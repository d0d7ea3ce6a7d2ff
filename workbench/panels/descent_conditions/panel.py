"""The panel of the conditions: what is the same for everyone in the race."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from core.descent.settings import RaceSettings
from core.fields import ComponentSpec, Value
from core.schedules.base import SCHEDULES
from workbench.descent.panel import DescentPanel
from workbench.labs import Place
from workbench.panels.base import register_panel
from workbench.translation.core_text import translate_core
from workbench.widgets.buttons import IconButton
from workbench.widgets.form_row import FormRow
from workbench.widgets.settings_form import ROW_GAP, ComponentEditor, SettingsForm
from workbench.widgets.slider import Slider
from workbench.workspace import Workspace


@register_panel
class DescentConditionsPanel(DescentPanel):
    """Steps, noise, clipping and schedule."""

    name: ClassVar[str] = "descent_conditions"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "Conditions"))
    places: ClassVar[tuple[Place, ...]] = (Place("descent", 0, 2, stretch=25),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._form = SettingsForm("descent", RaceSettings.fields)
        self._form.changed.connect(self._set)
        self._schedule = ComponentEditor("descent.schedule", SCHEDULES, label=str(QT_TRANSLATE_NOOP("core", "Schedule")))
        self._schedule.changed.connect(self._set_schedule)
        self._dice = IconButton("descent.seed", "dice", side=24)
        self._dice.clicked.connect(self._new_noise)
        held = QWidget()
        held.setObjectName("scrolled")
        column = QVBoxLayout(held)
        column.setContentsMargins(10, 8, 8, 8)
        column.setSpacing(ROW_GAP)
        column.addWidget(self._form)
        column.addWidget(self._schedule)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(held)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def head_controls(self) -> list[QWidget]:
        return [self._dice]

    def retranslate(self) -> None:
        self.set_note(self.tr("for all"))
        self._dice.set_words(self.tr("Other noise"))
        self.show_spec()
        QTimer.singleShot(0, self, self._narrow_labels)  # the forms set their labels after this

    def _narrow_labels(self) -> None:
        """Give the labels what they need and no more: the column is narrow on small screens."""
        rows = [row for row in self.findChildren(FormRow) if row.isVisibleTo(self)]
        widest = max((row.words_width() for row in rows), default=0)
        for row in rows:
            row.set_label_width(widest, widest)

    def show_spec(self) -> None:
        spec = self.session.spec
        self._form.set_values({name: getattr(spec, name) for name in RaceSettings.fields})
        self._schedule.set_value(spec.schedule)
        self._narrow_labels()
        self._form.row("batch").setVisible(spec.noise > 0)
        self._dice.setVisible(spec.noise > 0)
        for slider in self.findChildren(Slider):
            slider.settled.connect(self._settle, Qt.ConnectionType.UniqueConnection)

    def _settle(self, _number: float) -> None:
        self.session.end_gesture()

    def _begin(self) -> None:
        if any(slider.isSliderDown() for slider in self.findChildren(Slider)) and not self.session.in_gesture:
            self.session.begin_gesture()

    def _set(self, name: str, value: Value) -> None:
        self._begin()
        spec = self.session.spec
        changed: dict[str, Any] = {name: value}
        if name == "steps" and isinstance(value, int):
            changed["step"] = min(spec.step, value)
        title = translate_core(RaceSettings.fields[name].title)
        self.session.edit(replace(spec, **changed), self.tr("Change {0}").format(title))

    def _set_schedule(self, schedule: ComponentSpec) -> None:
        self._begin()
        self.session.edit(replace(self.session.spec, schedule=schedule), self.tr("Change the schedule"))

    def _new_noise(self) -> None:
        spec = self.session.spec
        self.session.edit(replace(spec, seed=spec.seed + 1), self.tr("Other noise"))
