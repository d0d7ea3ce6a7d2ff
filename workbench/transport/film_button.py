"""The button that plays a run as a film, with its speeds."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from workbench.time_travel import FILM_SECONDS, TimeTravel
from workbench.widgets.buttons import IconButton

SPEEDS: Final = (0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 20.0)


class FilmButton(IconButton):
    """Opens the menu: play or stop, and how fast. While the film is on, a press stops it."""

    def __init__(self, time: TimeTravel, play: QAction, parent: QWidget | None = None) -> None:
        super().__init__("transport.film", "film", parent, side=32, icon_side=18, tone="text")
        self._time = time
        menu = QMenu(self)
        menu.addAction(play)
        menu.addSeparator()
        self._speeds = QActionGroup(menu)
        self._actions: dict[float, QAction] = {}
        for speed in SPEEDS:
            action = QAction(menu)
            action.setObjectName(f"film.speed.{speed:g}")
            action.setCheckable(True)
            action.setChecked(speed == time.film_speed)
            action.triggered.connect(lambda _on=False, s=speed: self._take(s))
            self._speeds.addAction(action)
            menu.addAction(action)
            self._actions[speed] = action
        self.setMenu(menu)
        time.film_changed.connect(self._show_state)

    def _show_state(self, plays: bool) -> None:
        self.set_icon("stop" if plays else "film")

    def _take(self, speed: float) -> None:
        self._time.film_speed = speed

    def retranslate(self) -> None:
        """Set all words anew."""
        self.set_words(QCoreApplication.translate("Transport", "Play the run as a film"))
        words = QCoreApplication.translate("Transport", "{0}× (the whole run in {1} s)")
        for speed, action in self._actions.items():
            action.setText(words.format(f"{speed:g}", f"{FILM_SECONDS / speed:g}"))
