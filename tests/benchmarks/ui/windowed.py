"""A process that opens the window, trains at full speed, and prints how fast it trained and how late its event loop was.

The two are measured one after the other: two hundred ticks a second that note how late they come would take a twentieth
of a tiny network's speed, and no window ticks so.
"""

from __future__ import annotations

import sys

from core.blas_threads import use_one_blas_thread
from core.heap import keep_freed_memory

use_one_blas_thread()
keep_freed_memory()

import json  # noqa: E402
import time  # noqa: E402

from PySide6.QtCore import QObject, Qt, QTimer  # noqa: E402

from tests.benchmarks.ui.cases import case  # noqa: E402
from workbench.app import Program, start  # noqa: E402
from workbench.status import RunState  # noqa: E402

TICK_MILLISECONDS = 5
POLL_MILLISECONDS = 50


class Watch(QObject):
    """Counts updates once the run is warm, then ticks every 5 ms and notes by how much each tick comes late."""

    def __init__(self, program: Program, warm: float, seconds: float) -> None:
        super().__init__(program.window)
        self.program, self.warm, self.seconds = program, warm, seconds
        self.late: list[float] = []
        self.frames = 0
        program.workspace.frame_changed.connect(self._count)
        self._waiting = QTimer(self, interval=POLL_MILLISECONDS)
        self._waiting.timeout.connect(self._begin_when_running)
        self._waiting.start()
        self._ticks = QTimer(self, interval=TICK_MILLISECONDS, timerType=Qt.TimerType.PreciseTimer)
        self._ticks.timeout.connect(self._tick)

    def _count(self) -> None:
        self.frames += 1

    def _begin_when_running(self) -> None:
        if self.program.workspace.status.state is RunState.RUNNING:
            self._waiting.stop()
            QTimer.singleShot(round(1000 * self.warm), self, self._begin)

    def _updates(self) -> int:
        return len(self.program.workspace.run.timeline.history.curves().steps)

    def _begin(self) -> None:
        self.frames, self.before = 0, self._updates()
        self.busy = time.thread_time()
        self.started = time.perf_counter()
        QTimer.singleShot(round(1000 * self.seconds), self, self._watch_lateness)

    def _watch_lateness(self) -> None:
        passed = time.perf_counter() - self.started
        self.row = {
            "updates_per_second": (self._updates() - self.before) / passed,
            "frames_per_second": self.frames / passed,
            "milliseconds_per_frame": 1000 * (time.thread_time() - self.busy) / max(self.frames, 1),
        }
        self.started = self.last = time.perf_counter()
        self._ticks.start()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.late.append(max(0.0, 1000 * (now - self.last) - TICK_MILLISECONDS))
        self.last = now
        if now - self.started >= self.seconds:
            self._ticks.stop()
            self._tell()
            self.program.window.close()
            self.program.application.quit()

    def _tell(self) -> None:
        late = sorted(self.late)
        shares = {f"p{share}": late[min(len(late) - 1, len(late) * share // 100)] for share in (50, 95, 99)}
        print(json.dumps({**shares, **self.row}), flush=True)


def main(name: str, warm: float, seconds: float) -> int:
    program = start([], case(name).experiment())
    Watch(program, warm, seconds)
    return program.run()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], float(sys.argv[2]), float(sys.argv[3])))
