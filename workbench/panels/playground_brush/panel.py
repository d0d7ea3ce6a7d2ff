"""The tools: look, brush, single points, eraser, shaker; what is painted, and how wide and dense."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.datasets.painted import MOST_CLASSES
from core.experiment import Experiment
from core.playground.settings import BrushSettings
from workbench.labs import Place
from workbench.panels.base import Panel, register_panel
from workbench.playground.session import TOOLS, playground_session
from workbench.theme.theme import current_theme
from workbench.widgets.buttons import IconButton
from workbench.widgets.form_row import align_labels
from workbench.widgets.labels import Label
from workbench.widgets.segmented import Segmented
from workbench.widgets.settings_form import SettingsForm
from workbench.workspace import Workspace

ICONS = {"look": "eye", "brush": "pencil", "point": "crosshair", "erase": "eraser", "shake": "arrows"}


@register_panel
class PlaygroundBrushPanel(Panel):
    """Paints while training goes on; each stroke is one step of undo."""

    name: ClassVar[str] = "playground_brush"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "Brush"))
    places: ClassVar[tuple[Place, ...]] = (Place("playground", 0, 1, stretch=3),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._session = playground_session(workspace)
        self.tools = {tool: IconButton(f"playground.tool.{tool}", ICONS[tool], self, side=28) for tool in TOOLS}
        for tool, button in self.tools.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _on, tool=tool: self._session.take(tool))
        self.label = Segmented("playground.label", self)
        self.label.changed.connect(lambda key: self._session.set_label(int(key)))
        self._classes_label = Label(tone="text2")
        self.fewer = IconButton("playground.classes.fewer", "minus", self, side=24, icon_side=12)
        self.more = IconButton("playground.classes.more", "plus", self, side=24, icon_side=12)
        self.fewer.clicked.connect(lambda: self._session.set_classes(self._session.classes - 1))
        self.more.clicked.connect(lambda: self._session.set_classes(self._session.classes + 1))
        self.form = SettingsForm("playground.brush", BrushSettings.fields, self)
        self.form.changed.connect(lambda name, value: self._session.set_brush(**{name: value}))
        align_labels(self.form.rows())
        row = QHBoxLayout()
        row.setSpacing(2)
        for button in self.tools.values():
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.label)
        count = QHBoxLayout()
        count.setSpacing(6)
        count.addWidget(self._classes_label, 1)
        count.addWidget(self.fewer)
        count.addWidget(self.more)
        self.hint = Label(size="caption", tone="text3", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(5)
        column.addLayout(row)
        column.addWidget(self.form)
        column.addLayout(count)
        column.addWidget(self.hint)
        column.addStretch(1)
        self._session.changed.connect(self._show)
        self._session.refused.connect(self._refuse)
        workspace.data_changed.connect(lambda _data: self._show())
        current_theme().changed.connect(self._show)

    def show_experiment(self, experiment: Experiment) -> None:
        self._show()

    def retranslate(self) -> None:
        words = {
            "look": self.tr("Look: read values under the pointer, drag points"),
            "brush": self.tr("Brush: paint several points"),
            "point": self.tr("Paint one point at a time"),
            "erase": self.tr("Erase points"),
            "shake": self.tr("Shake points"),
        }
        for tool, button in self.tools.items():
            button.set_words(words[tool])
        self.label.setAccessibleName(self.tr("Class to paint"))
        self.fewer.set_words(self.tr("One class less"))
        self.more.set_words(self.tr("One class more"))
        self._show()

    def _show(self) -> None:
        session = self._session
        for tool, button in self.tools.items():
            button.setChecked(tool == session.tool)
            button.setEnabled(tool == "look" or session.paintable)
        self.label.set_choices([(str(k), str(k)) for k in range(session.classes)])
        self.label.set_key(str(min(session.label, session.classes - 1)))
        self.label.setEnabled(session.paintable)
        self.form.set_values(session.brush.settings)
        self.form.setVisible(session.paintable)  # which leaves room for the words that say why not
        self.form.row("radius").setVisible(session.tool != "point")
        self.form.row("density").setVisible(session.tool not in {"erase", "shake"})
        self.form.row("jitter").setVisible(session.tool == "shake")
        self._classes_label.setText(self.tr("{n} classes").format(n=session.classes))
        self.fewer.setEnabled(session.paintable and session.classes > 2)
        self.more.setEnabled(session.paintable and session.classes < MOST_CLASSES)
        self._say(
            ""
            if session.paintable
            else self.tr("Points can be painted where the data are points of the plane in classes. Choose such data."),
            "text3",
        )

    def _refuse(self, reason: str) -> None:
        self._say(reason, "warn")

    def _say(self, words: str, tone: str) -> None:
        self.hint.setText(words)
        self.hint.setVisible(bool(words))
        self.hint.set_tone(tone)
