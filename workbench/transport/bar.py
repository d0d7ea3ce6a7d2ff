"""The bar with buttons, speed, time, read-outs and lamp."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QRectF
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from core.training.frame import Frame
from core.training.smoothing import latest
from workbench.status import RunState, Status
from workbench.theme.theme import current_theme
from workbench.training.inbox import Speed
from workbench.transport.film_button import FilmButton
from workbench.transport.read_outs import ReadOut, ReadOuts
from workbench.transport.time_slider import TimeSlider
from workbench.transport.wording import lamp_words
from workbench.widgets.buttons import IconButton
from workbench.widgets.combo_box import ComboBox
from workbench.widgets.labels import Lamp
from workbench.widgets.numbers import duration, figure, percent, short_count
from workbench.workspace import Workspace

HEIGHT: Final = 64
SPEEDS: Final[tuple[float | None, ...]] = (None, 100.0, 20.0, 5.0, 1.0)
"""Updates per second that can be chosen; None for as fast as it goes."""

USUAL: Final = (RunState.RUNNING, RunState.PAUSED, RunState.FINISHED, RunState.EDITED)
"""States whose words the lamp keeps room for, so that the read-outs stay where they are from one to another."""

SLIDER_ROOM: Final = 260
TALL_PLAY: Final = 36
MANY_EPOCHS: Final = 1000
"""From so many on the epoch is told without decimals, so that it fits its place."""


class Rule(QWidget):
    """A thin line between groups."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(1, 28)
        current_theme().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(QRectF(self.rect()), current_theme().color("line2"))


class Transport(QWidget):
    """Commands of the run from left to right, its time, and its numbers.

    Parameters
    ----------
    actions
        The actions ``reset``, ``new_seed``, ``step_back``, ``play``, ``step_batch``, ``step_epoch``, ``film`` by name.
    """

    def __init__(self, workspace: Workspace, actions: dict[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transport")
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._workspace = workspace
        self._speed = Speed(math.nan, math.nan)
        self._buttons: dict[str, IconButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 0, 12, 0)
        layout.setSpacing(4)
        icons = {"reset": "reset", "new_seed": "dice", "step_back": "step_back", "play": "play", "step_batch": "step"}
        for name, icon in {**icons, "step_epoch": "step_epoch"}.items():
            button = IconButton(f"transport.{name}", icon, side=32, icon_side=18, tone="text")
            button.clicked.connect(actions[name].trigger)
            self._buttons[name] = button
            layout.addWidget(button)
            if name == "new_seed":
                layout.addSpacing(6)
                layout.addWidget(Rule())
                layout.addSpacing(6)
        self._actions = actions
        play = self._buttons["play"]
        play.setFixedSize(44, TALL_PLAY)
        play.set_filled(True)
        self.speed = ComboBox("transport.speed")
        self.speed.taken.connect(lambda key: workspace.set_speed(float(key) if key else None))
        self.time = TimeSlider("transport.time")
        self.time.looked_at.connect(workspace.look_at)
        self.time.followed.connect(workspace.follow)
        self.read_outs = ReadOuts("transport.readouts")
        self.lamp = Lamp("transport.lamp")
        self.film = FilmButton(workspace.time, actions["film"])
        layout.addSpacing(4)
        layout.addWidget(self.speed)
        layout.addWidget(self.film)
        layout.addSpacing(6)
        layout.addWidget(Rule())
        layout.addSpacing(4)
        layout.addWidget(self.time, 1)
        layout.addSpacing(6)
        layout.addWidget(Rule())
        layout.addSpacing(10)
        layout.addWidget(self.read_outs)
        layout.addWidget(self.lamp)
        workspace.frame_changed.connect(self._frame_arrived)
        workspace.status_changed.connect(self._show_status)
        workspace.speed_changed.connect(self._show_speed)
        self.retranslate()
        self._show_status(workspace.status)
        if workspace.frame is not None:
            self._show_frame(workspace.frame)

    def retranslate(self) -> None:
        """Set all words anew."""
        for name in ("reset", "new_seed", "step_back", "step_batch", "step_epoch"):
            self._buttons[name].set_words(self._actions[name].text(), self._actions[name].shortcut())
        self.film.retranslate()
        full = QCoreApplication.translate("Transport", "Full speed")
        per_second = QCoreApplication.translate("Transport", "{0} / s")
        choices = [(str(s), per_second.format(f"{s:g}")) if s is not None else ("", full) for s in SPEEDS]
        self.speed.set_choices(choices)
        metrics = QFontMetrics(self.speed.font())
        self.speed.setFixedWidth(max(metrics.horizontalAdvance(label) for _, label in choices) + 60)
        self.speed.setAccessibleName(QCoreApplication.translate("Transport", "Updates per second"))
        self.speed.setToolTip(self.speed.accessibleName())
        self.lamp.set_usual([lamp_words(Status(state))[0] for state in USUAL])
        self.time.setAccessibleName(QCoreApplication.translate("Transport", "Time of the run"))
        accuracy = QCoreApplication.translate("Transport", "accuracy")
        self.read_outs.set_read_outs(
            [
                ReadOut("epoch", QCoreApplication.translate("Transport", "epoch"), "0000 / 0,000"),
                ReadOut("iteration", QCoreApplication.translate("Transport", "iteration"), "000,000"),
                ReadOut("loss", QCoreApplication.translate("Transport", "loss"), "0.0000"),
                ReadOut("accuracy", accuracy, percent(0.9999)),
                ReadOut("samples", QCoreApplication.translate("Transport", "samples/s"), "000,000", rank=2),
                ReadOut("left", QCoreApplication.translate("Transport", "left"), "00:00", rank=1),
            ]
        )
        self._show_status(self._workspace.status)

    def _frame_arrived(self, frame: Frame) -> None:
        self._workspace.pace("transport", lambda: self._show_frame(frame))

    def _show_frame(self, frame: Frame) -> None:
        run = self._workspace.run
        unit = frame.total_iterations / max(1, frame.experiment.training.epochs)
        self.time.show_time(frame.iteration, run.iteration, frame.total_iterations, run.timeline.iterations, unit)
        steps = frame.curves.steps[:0] if frame.aside else frame.curves.steps
        loss, right = latest(steps[:, 1]), latest(steps[:, 2])
        running = self._workspace.status.state is RunState.RUNNING
        updates = self._speed.updates if running and self._speed.updates else math.nan
        left = (frame.total_iterations - run.iteration) / updates if running else math.nan
        epochs = frame.experiment.training.epochs
        decimals = 1 if epochs < MANY_EPOCHS else 0
        self.read_outs.show_values(
            {
                "epoch": (f"{frame.epoch:.{decimals}f}", f" / {epochs if epochs < MANY_EPOCHS else short_count(epochs)}"),
                "iteration": (f"{frame.iteration:,}", ""),
                "loss": (figure(loss), ""),
                "accuracy": (percent(right), ""),
                "samples": (f"{self._speed.samples:,.0f}" if running and math.isfinite(self._speed.samples) else "—", ""),
                "left": (duration(left), ""),
            }
        )

    def _show_speed(self, speed: Speed) -> None:
        self._speed = speed

    def _show_status(self, status: Status) -> None:
        word, tone, about = lamp_words(status)
        self.lamp.show_state(word, tone, about)
        running = status.state is RunState.RUNNING
        play = self._buttons["play"]
        play.set_icon("pause" if running else "play")
        words = QCoreApplication.translate("Transport", "Pause") if running else QCoreApplication.translate("Transport", "Play")
        play.set_words(words, self._actions["play"].shortcut())
        self._actions["play"].setText(words)
        blocked = status.state is RunState.BLOCKED
        for name in ("play", "step_batch", "step_epoch"):
            self._actions[name].setEnabled(not blocked)
            self._buttons[name].setEnabled(not blocked)
        self.read_outs.setAccessibleDescription(self.read_outs.describe())
        if self._workspace.frame is not None and not running:
            self._show_frame(self._workspace.frame)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fixed = 506 + self.lamp.sizeHint().width() + SLIDER_ROOM
        rank = next((r for r in (2, 1) if self.read_outs.width_for(r) + fixed <= self.width()), 0)
        self.read_outs.set_rank(rank)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
