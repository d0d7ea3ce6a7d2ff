"""The transport of the perceptron lab: the rows of the truth table, the learning, and whether a line can do it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from core.perceptron.functions import name_of, number_of
from core.perceptron.separability import separable_numbers
from core.perceptron.unit import right
from workbench.perceptron.row_clock import ROWS, RowClock
from workbench.perceptron.session import perceptron_session
from workbench.transport.bar import HEIGHT, TALL_PLAY, Rule
from workbench.transport.read_outs import ReadOut, ReadOuts
from workbench.transport.row_slider import RowSlider
from workbench.widgets.buttons import IconButton
from workbench.widgets.combo_box import ComboBox
from workbench.widgets.labels import Lamp
from workbench.workspace import Workspace

RATES: Final = (0.5, 1.0, 2.0, 5.0)


class RowTransport(QWidget):
    """From left to right: the start weights, the rows, their speed, the row, what is right, and the lamp.

    The network of the document is not meant here; its own transport is there again in the other labs.
    """

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rows")
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._session = perceptron_session(workspace)
        self.clock = RowClock(self._session, self)
        self._buttons = {
            name: IconButton(f"rows.{name}", icon, side=32, icon_side=18, tone="text")
            for name, icon in (
                ("reset", "reset"),
                ("new_seed", "dice"),
                ("step_back", "step_back"),
                ("play", "play"),
                ("step_batch", "step"),
                ("step_epoch", "step_epoch"),
            )
        }
        self._buttons["play"].setFixedSize(44, TALL_PLAY)
        self._buttons["play"].set_filled(True)
        for name, button in self._buttons.items():
            button.clicked.connect(lambda _on=False, name=name: self.act(name))
        self.speed = ComboBox("rows.speed")
        self.speed.taken.connect(lambda key: self.clock.set_rate(float(key)))
        self.slider = RowSlider("rows.row")
        self.slider.looked_at.connect(self._session.look_at)
        self.read_outs = ReadOuts("rows.readouts")
        self.lamp = Lamp("rows.lamp")
        self._lay_out()
        self._session.row_changed.connect(self._show)
        self._session.learner.changed.connect(self._show)
        workspace.experiment_changed.connect(self._show)
        self.clock.changed.connect(self._show_clock)
        self.retranslate()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 0, 12, 0)
        layout.setSpacing(4)
        for name, button in self._buttons.items():
            layout.addWidget(button)
            if name == "new_seed":
                layout.addSpacing(6)
                layout.addWidget(Rule())
                layout.addSpacing(6)
        layout.addSpacing(4)
        layout.addWidget(self.speed)
        layout.addSpacing(6)
        layout.addWidget(Rule())
        layout.addSpacing(4)
        layout.addWidget(self.slider, 1)
        layout.addSpacing(6)
        layout.addWidget(Rule())
        layout.addSpacing(10)
        layout.addWidget(self.read_outs)
        layout.addWidget(self.lamp)

    def act(self, name: str) -> bool:
        """Do what a command of the run means in this lab; say whether it means anything."""
        learner = self._session.learner
        match name:
            case "play":
                self.clock.run(not self.clock.running)
            case "step_back":
                self.clock.step(-1)
            case "step_batch":
                self.clock.step(1)
            case "step_epoch":
                learner.step(ROWS - learner.progress.within_pass, self.tr("Learn one pass"))
            case "reset":
                self._session.begin_at(self._session.spec.start, self.tr("Go to the start"))
            case "new_seed":
                self._session.random_start(self.tr("Random start"))
            case _:
                return False
        return True

    def retranslate(self) -> None:
        """Set all words anew."""
        for name, words in (
            ("reset", self.tr("Go to the start")),
            ("new_seed", self.tr("Random start")),
            ("step_back", self.tr("Row before")),
            ("step_batch", self.tr("Next row")),
            ("step_epoch", self.tr("Learn one pass")),
        ):
            self._buttons[name].set_words(words)
        per_second = self.tr("{rate} / s")
        choices = [(f"{rate:g}", per_second.format(rate=f"{rate:g}")) for rate in RATES]
        self.speed.set_choices(choices)
        self.speed.set_key(f"{self.clock.rate:g}")
        metrics = QFontMetrics(self.speed.font())
        self.speed.setFixedWidth(max(metrics.horizontalAdvance(label) for _, label in choices) + 60)
        self.speed.setAccessibleName(self.tr("Rows per second"))
        self.speed.setToolTip(self.speed.accessibleName())
        self.slider.setAccessibleName(self.tr("Row of the truth table"))
        self._target = -1
        self._show_clock()
        self._show()

    def _show_clock(self) -> None:
        running = self.clock.running
        self._buttons["play"].set_icon("pause" if running else "play")
        self._buttons["play"].set_words(self.tr("Pause") if running else self.tr("Clock through the rows"))

    def _show(self) -> None:
        if not self.isVisible():
            return
        spec, row = self._session.spec, self._session.row
        if row != self.slider.value():
            self.slider.setValue(row)
        target = number_of(spec.target)
        if target != self._target:
            self._target = target
            self._show_target(target)
        count = self.tr("{count} of 4").format(count=sum(right(spec)))
        updates = f"{self._session.learner.progress.updates:,}"
        self.read_outs.show_values({"row": (str(row + 1), f" / {ROWS}"), "right": (count, ""), "updates": (updates, "")})

    def _show_target(self, target: int) -> None:
        self.read_outs.set_read_outs(
            [
                ReadOut("row", self.tr("row"), f"4 / {ROWS}"),
                ReadOut("right", name_of(self._session.spec.target), self.tr("{count} of 4").format(count=4)),
                ReadOut("updates", self.tr("updates"), "00,000"),
            ]
        )
        if target in separable_numbers(2):
            about = self.tr("A straight line can separate the 1s from the 0s of this target.")
            self.lamp.show_state(self.tr("separable"), "ok", about)
        else:
            about = self.tr(
                "No straight line separates the 1s from the 0s of this target; the proof stands below the truth table."
            )
            self.lamp.show_state(self.tr("not separable"), "error", about)

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        match event.type():
            case QEvent.Type.Show:
                self._show()
            case QEvent.Type.Hide:
                self.clock.run(False)
            case QEvent.Type.LanguageChange:
                self.retranslate()
        return handled
