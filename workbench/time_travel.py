"""Going back in the time of a run: to a kept moment, one update back, and through all of it as a film."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from core.arrays import Array, read_only
from core.training.replay import replay
from core.training.snapshot import Snapshot
from workbench.status import RunState
from workbench.training.probe_worker import Probe

if TYPE_CHECKING:
    from workbench.workspace import Workspace

FILM_MILLISECONDS: Final = 33
FILM_SECONDS: Final = 10.0
"""How long the film of a whole run takes at single speed."""


class TimeTravel(QObject):
    """Moves the moment that the window shows. Runs of a duel are looked at together.

    Attributes
    ----------
    film_changed
        With whether a film is playing.
    film_speed
        How many times as fast as the whole run in ten seconds.
    """

    film_changed = Signal(bool)

    def __init__(self, workspace: Workspace, show: Callable[[], None]) -> None:
        super().__init__(workspace)
        self._workspace, self._show = workspace, show
        self._replays = Probe(workspace.probes, self)
        self._replays.answered.connect(self._show_replayed)
        self.film_speed = 1.0
        self._at = 0.0
        self._clock = QTimer(self)
        self._clock.setInterval(FILM_MILLISECONDS)
        self._clock.timeout.connect(self._next_picture)

    def look_at(self, iteration: int) -> None:
        """Show the kept moment nearest to an iteration; the run goes on as it was."""
        self.stop_film()
        self._look_at(iteration)

    def _look_at(self, iteration: int) -> None:
        for run in self._workspace.runs.active:
            run.look_at(iteration)
        self._show()

    def look_aside(self, theta: Array) -> None:
        """Show the network with other parameters for a while; the run goes on as it was, and time travel leads back."""
        self.stop_film()
        run = self._workspace.shown
        here = run.looked_at or run.newest
        if here is not None:
            other = read_only(theta.astype(here.theta.dtype, copy=False))
            run.looked_at = replace(here, theta=other, memory={}, resumable=False, aside=True)
            self._show()

    def show_run(self, place: int) -> bool:
        """Show another run of a duel, and say whether there is one of that place in the list."""
        workspace = self._workspace
        found = next((run for run in workspace.runs.active if run.about.place == place), None)
        if found is not None:
            workspace.shown = found
            self._show()
            workspace.runs.changed.emit()
        return found is not None

    def follow(self) -> None:
        """Show the newest moment again."""
        self.stop_film()
        if any(run.looked_at is not None for run in self._workspace.runs.active):
            for run in self._workspace.runs.active:
                run.looked_at = None
            self._show()

    def step_forward(self) -> None:
        """Go one kept moment forward."""
        frame, run = self._workspace.frame, self._workspace.shown
        if frame is not None:
            later = [i for i in run.timeline.iterations if i > frame.iteration]
            self.look_at(later[0] if later else run.iteration)

    def step_back(self) -> None:
        """Pause, and show the moment one update earlier, computed again if it was not kept."""
        workspace = self._workspace
        frame = workspace.frame
        if frame is None or frame.iteration == 0:
            return
        if workspace.status.state is RunState.RUNNING:
            workspace.pause()
        wanted = frame.iteration - 1
        start = workspace.shown.timeline.at(wanted)
        if start is None:
            return
        if start.iteration == wanted or wanted < workspace.shown.about.data_since:
            self.look_at(start.iteration)  # with the data of that time gone, only what was kept can be shown
            return
        changes = frame.all_curves.changes
        self._replays.ask(
            lambda _networks: (frame.run, replay(frame.experiment, frame.data, start, wanted, changes)),
        )

    def _show_replayed(self, answer: tuple[int, Snapshot]) -> None:
        number, snapshot = answer
        run = self._workspace.shown
        if number == run.number:
            run.timeline.keep(snapshot)
            self.look_at(snapshot.iteration)

    # -- the film -----------------------------------------------------------------------------------------------

    @property
    def film_plays(self) -> bool:
        """Whether the film is on."""
        return self._clock.isActive()

    def play_film(self) -> None:
        """Show the run from the moment that is looked at, or from its beginning, to the present."""
        frame, workspace = self._workspace.frame, self._workspace
        if frame is None or not workspace.shown.iteration:
            return
        if workspace.status.state is RunState.RUNNING:
            workspace.pause()
        self._at = 0.0 if frame.live else float(frame.iteration)
        self._clock.start()
        self.film_changed.emit(True)

    def stop_film(self) -> None:
        """Stand still where the film is."""
        if self._clock.isActive():
            self._clock.stop()
            self.film_changed.emit(False)

    def toggle_film(self) -> None:
        """Play the film, or stop it."""
        if self.film_plays:
            self.stop_film()
        else:
            self.play_film()

    def _next_picture(self) -> None:
        whole = self._workspace.shown.iteration
        self._at += self.film_speed * whole * FILM_MILLISECONDS / (1000 * FILM_SECONDS)
        if self._at >= whole:
            self.follow()
            return
        run, frame = self._workspace.shown, self._workspace.frame
        found = run.timeline.at(int(self._at))
        if found is not None and (frame is None or found.iteration != frame.iteration):
            self._look_at(found.iteration)
