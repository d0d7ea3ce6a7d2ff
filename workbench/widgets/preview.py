"""All controls on one page, to look at: ``python -m workbench.widgets.preview [light|dark]``."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from core.layers.base import LAYERS
from core.registries import REGISTRIES
from workbench.theme.fonts import font
from workbench.theme.icons import icon_names
from workbench.theme.theme import current_theme
from workbench.widgets.buttons import Button, IconButton
from workbench.widgets.card import Card, EmptyState, Separator
from workbench.widgets.combo_box import ComboBox
from workbench.widgets.dock_head import DockHead
from workbench.widgets.flow_layout import FlowLayout
from workbench.widgets.labels import Chip, Label, Lamp
from workbench.widgets.number_field import NumberField
from workbench.widgets.progress import Progress
from workbench.widgets.segmented import Segmented
from workbench.widgets.settings_form import ComponentEditor, SettingsForm
from workbench.widgets.slider import Slider
from workbench.widgets.switch import CheckBox, Switch
from workbench.widgets.toast import Toast


def _dock(title: str, note: str = "") -> tuple[QWidget, QVBoxLayout]:
    dock = QWidget()
    column = QVBoxLayout(dock)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    head = DockHead(f"preview.{title}")
    head.set_title(title)
    head.set_note(note)
    column.addWidget(head)
    body = QVBoxLayout()
    body.setContentsMargins(12, 10, 12, 12)
    body.setSpacing(8)
    column.addLayout(body)
    column.addStretch()
    return dock, body


def _controls() -> QWidget:
    dock, body = _dock("Controls", "one of each")
    for low, high, log, number in ((0, 1, False, 0.4), (1e-5, 1, True, 0.001), (-2, 2, False, -0.7)):
        slider = Slider("preview.slider")
        slider.set_numbers(low, high, log=log)
        slider.set_number(number)
        field = NumberField("preview.field")
        field.set_number(number)
        slider.changed.connect(field.set_number)
        line = QHBoxLayout()
        line.addWidget(slider)
        line.addWidget(field)
        body.addLayout(line)
    wrong = NumberField("preview.wrong")
    wrong.setText("1e")
    wrong.textEdited.emit("1e")
    body.addWidget(wrong)
    segments = Segmented("preview.segments")
    segments.set_choices([("i", "Iteration"), ("e", "Epoch"), ("t", "Time")])
    body.addWidget(segments)
    combo = ComboBox("preview.combo")
    combo.set_choices([("a", "Adam"), ("s", "SGD")])
    body.addWidget(combo)
    edit = QLineEdit()
    edit.setPlaceholderText("Filter layers")
    body.addWidget(edit)
    line = QHBoxLayout()
    for on in (False, True):
        switch, check = Switch("preview.switch", "Switch"), CheckBox("preview.check", "Check")
        switch.setChecked(on)
        check.setChecked(on)
        line.addWidget(switch)
        line.addWidget(check)
    body.addLayout(line)
    line = QHBoxLayout()
    off: QPushButton = Button("preview.off", "Not now")
    off.setEnabled(False)
    for button in (
        Button("preview.go", "Insert Flatten", primary=True),
        Button("preview.other", "Clear"),
        Button("preview.quiet", "Presets", quiet=True),
        off,
    ):
        line.addWidget(button)
    body.addLayout(line)
    return dock


def _words() -> QWidget:
    dock, body = _dock("Words")
    for weight in (400, 500, 600):
        body.addWidget(Label(f"Body {weight}: 61,706 parameters, −0.0345 % 学習率", weight=weight))
    for tone in ("text2", "text3", "accent", "ok", "warn", "error"):
        body.addWidget(Label(f"Dense, {tone}", size="dense", tone=tone))
    code = Label("Conv(30, 5) ReLU MaxPool(2)")
    code.setFont(font("code"))
    body.addWidget(code)
    for word, tone in (("stable", "ok"), ("diverged at 412", "error"), ("changed: start anew", "warn")):
        lamp = Lamp("preview.lamp")
        lamp.show_state(word, tone)
        body.addWidget(lamp)
    body.addWidget(Chip("Applies from the next batch"))
    body.addWidget(Chip("needs a restart", tone="warn"))
    card = Card()
    card.body.addWidget(Label("(32 + 2·1 − 3) / 1 + 1 = 32"))
    trouble = Card(tone="error")
    trouble.body.addWidget(Label("Affine needs a vector and receives 56×8×8 = 3,584 values.", wrap=True))
    body.addWidget(card)
    body.addWidget(trouble)
    body.addWidget(Separator())
    progress = Progress("preview.progress")
    body.addWidget(progress)
    progress.show_progress("Drawing digits", 0.6, 12)
    return dock


def _forms() -> QWidget:
    dock, body = _dock("Forms", "made from fields")
    body.addWidget(SettingsForm("preview.conv", LAYERS.get("Conv").fields))
    body.addWidget(Separator())
    optimizer = ComponentEditor("preview.optimizer", REGISTRIES["optimizers"], label="Optimizer")
    body.addWidget(optimizer)
    optimizer.set_value(optimizer.spec)
    return dock


def _icons() -> QWidget:
    dock, body = _dock("Icons")
    holder = QWidget()
    flow = FlowLayout(holder, gap=2)
    for name in icon_names():
        button = IconButton(f"preview.icon.{name}", name)
        button.set_words(name)
        flow.addWidget(button)
    body.addWidget(holder)
    empty = EmptyState("preview.empty")
    empty.set_words("No run yet.", "Train the network")
    body.addWidget(empty)
    return dock


def preview() -> QWidget:
    """Return the page."""
    page = QWidget()
    page.setObjectName("preview")
    page.setWindowTitle("Controls")
    grid = QGridLayout(page)
    grid.setSpacing(12)
    for column, part in enumerate((_controls(), _words(), _forms(), _icons())):
        grid.addWidget(part, 0, column, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(column, 1)
    page.resize(1280, 640)
    Toast(page).say("Removed Conv 2", "Undo", lambda: None)
    return page


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    current_theme().set_mode("dark" if "dark" in sys.argv else "light")
    window = preview()
    window.show()
    sys.exit(application.exec())
