"""The race's own time: back, play, on, to the end, the speed, and a slider over all steps."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.descent.session import DescentSession
from workbench.descent.wording import racer_name
from workbench.theme.fonts import font
from workbench.widgets.buttons import IconButton
from workbench.widgets.combo_box import ComboBox
from workbench.widgets.labels import Label, Lamp
from workbench.widgets.slider import Slider

SPEEDS: Final = (0.25, 0.5, 1.0, 2.0, 5.0, 20.0)


class RaceTransport(QWidget):
    """A row under the plane. The transport of the window stays the network's."""

    def __init__(self, session: DescentSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._player = session, session.player
        self._to_start = IconButton("descent.to_start", "reset")
        self._back = IconButton("descent.back", "step_back")
        self._play = IconButton("descent.play", "play", side=30)
        self._play.set_filled(True)
        self._on = IconButton("descent.on", "step")
        self._to_end = IconButton("descent.to_end", "step_epoch")
        self._to_start.clicked.connect(lambda: self._player.look_at(0))
        self._back.clicked.connect(lambda: self._player.look_at(self._player.step - 1))
        self._play.clicked.connect(self._player.toggle)
        self._on.clicked.connect(lambda: self._player.look_at(self._player.step + 1))
        self._to_end.clicked.connect(lambda: self._player.look_at(self._session.race.spec.steps))
        self._speed = ComboBox("descent.speed")
        self._speed.taken.connect(self._take_speed)
        self._slider = Slider("descent.time")
        self._slider.changed.connect(lambda step: self._player.look_at(step, settled=False))
        self._slider.settled.connect(self._player.look_at)
        self._count = Label(size="dense", weight=600)
        self._count.setObjectName("descent.step")
        self.lamp = Lamp("descent.lamp")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (self._to_start, self._back, self._play, self._on, self._to_end):
            row.addWidget(widget)
        row.addSpacing(4)
        row.addWidget(self._speed)
        row.addSpacing(4)
        row.addWidget(self._slider, 1)
        row.addSpacing(4)
        row.addWidget(self._count)
        row.addSpacing(6)
        row.addWidget(self.lamp)

    def retranslate(self) -> None:
        """Set all words anew."""
        self._to_start.set_words(self.tr("To the start"))
        self._back.set_words(self.tr("Step back"))
        self._on.set_words(self.tr("Step"))
        self._to_end.set_words(self.tr("To the last step"))
        self._speed.setAccessibleName(self.tr("Speed of the race"))
        self._speed.set_choices([(f"{s:g}", self.tr("{speed}×").format(speed=f"{s:g}")) for s in SPEEDS])
        self._speed.set_key(f"{self._player.speed:g}")
        self._speed.setFixedWidth(QFontMetrics(self._speed.font()).horizontalAdvance("0.25×") + 36)
        self._slider.setAccessibleName(self.tr("Step of the race"))
        self.show_playing()
        self.show_race()

    def show_playing(self) -> None:
        """Show whether it plays."""
        playing = self._player.playing
        self._play.set_icon("pause" if playing else "play")
        self._play.set_words(self.tr("Pause the race") if playing else self.tr("Play the race"))

    def show_race(self) -> None:
        """Show how many steps there are, and whether someone is lost."""
        steps = self._session.race.spec.steps
        self._slider.set_numbers(0, steps, whole=True)
        widest = QFontMetrics(font("dense", 600)).horizontalAdvance(self._count_words(steps))
        self._count.setMinimumWidth(widest + 2)
        self.show_moment()

    def _count_words(self, step: int) -> str:
        return self.tr("step {step} / {steps}").format(step=step, steps=self._session.race.spec.steps)

    def show_moment(self) -> None:
        """Show where the race is."""
        step = self._player.step
        if not self._slider.isSliderDown():
            self._slider.set_number(step)
        words = self._count_words(step)
        if words == self._count.text() and self.lamp.word:
            return
        self._count.setText(words)
        self._back.setEnabled(step > 0)
        self._to_start.setEnabled(step > 0)
        self._on.setEnabled(step < self._session.race.spec.steps)
        self._to_end.setEnabled(step < self._session.race.spec.steps)
        self.show_lamp()

    def show_lamp(self) -> None:
        """Say whether everyone is still there."""
        step = self._player.step
        paths = [path for path in self._session.race.paths if path.racer.shown]
        gone = [(int(d), racer_name(path.racer)) for path in paths for d in path.diverged if 0 <= d <= step]
        if gone:
            words = self.tr("{name} diverged").format(name=min(gone)[1])
            about = self.tr("{name} is lost since step {step}: its steps grow instead of shrinking.")
            self.lamp.show_state(words, "error", about.format(name=min(gone)[1], step=min(gone)[0]))
        else:
            self.lamp.show_state(self.tr("stable"), "ok", self.tr("Nobody has left for infinity."))

    def _take_speed(self, key: str) -> None:
        self._player.speed = float(key)
