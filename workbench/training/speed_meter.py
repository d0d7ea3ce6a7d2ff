"""How quick training is, without the time that it waits."""

from __future__ import annotations

from workbench.training.inbox import Speed


class SpeedMeter:
    """Samples and updates per second of the time spent training."""

    def __init__(self) -> None:
        self._samples = self._updates = 0
        self._seconds = 0.0

    def add(self, updates: int, batch_size: int, seconds: float) -> None:
        """Count updates that took so long."""
        self._updates += updates
        self._samples += updates * batch_size
        self._seconds += seconds

    def pause(self) -> None:
        """Forget the half-filled second."""
        self._samples = self._updates = 0
        self._seconds = 0.0

    def reading(self) -> Speed | None:
        """Return the speed each time about half a second of training has passed."""
        if self._seconds < 0.5:
            return None
        speed = Speed(self._samples / self._seconds, self._updates / self._seconds)
        self.pause()
        return speed
