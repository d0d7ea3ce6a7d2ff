"""A process that trains in the window for minutes, then looks back at random moments, and prints memory and times."""

from __future__ import annotations

import sys

from core.blas_threads import use_one_blas_thread

use_one_blas_thread()

import gc  # noqa: E402
import json  # noqa: E402
import time  # noqa: E402
from pathlib import Path  # noqa: E402

import numpy as np  # noqa: E402
from PySide6.QtCore import QObject, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from tests.benchmarks.ui.cases import case  # noqa: E402
from workbench.app import Program, start  # noqa: E402
from workbench.status import RunState  # noqa: E402

FIRST_MINUTE = 60_000
LOOKS = 120


def resident() -> int:
    """Bytes of memory that this process holds."""
    gc.collect()
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS"):
            return 1024 * int(line.split()[1])
    raise SystemExit("Memory is measured on Linux alone.")


class Soak(QObject):
    """Waits for the run to begin, notes the memory after a minute and at the end, then scrubs."""

    def __init__(self, program: Program, minutes: float) -> None:
        super().__init__(program.window)
        self.program, self.minutes, self.first = program, minutes, 0
        self._poll = QTimer(self, interval=100)
        self._poll.timeout.connect(self._begin)
        self._poll.start()

    def _begin(self) -> None:
        if self.program.workspace.status.state is RunState.RUNNING:
            self._poll.stop()
            QTimer.singleShot(FIRST_MINUTE, self, self._note_first)
            QTimer.singleShot(round(60_000 * self.minutes), self, self._end)

    def _note_first(self) -> None:
        self.first = resident()

    def _end(self) -> None:
        workspace = self.program.workspace
        last = resident()
        workspace.pause()
        deadline = time.monotonic() + 5
        while workspace.status.state is RunState.RUNNING and time.monotonic() < deadline:
            QApplication.processEvents()
        times = [1000 * self._look() for _ in range(LOOKS)]
        timeline = workspace.run.timeline
        row = {
            "first": self.first,
            "last": last,
            "budget": timeline.budget,
            "kept": len(timeline.iterations),
            "states": timeline.nbytes,
            "scrub_p95": float(np.percentile(times, 95)),
        }
        print(json.dumps(row), flush=True)
        self.program.window.close()
        self.program.application.quit()

    def _look(self) -> float:
        """Look at a moment; return the seconds until every panel in sight shows it, answers of probes included."""
        workspace = self.program.workspace
        kept = workspace.run.timeline.iterations
        iteration = int(self._rng.choice(kept))
        started = time.perf_counter()
        workspace.look_at(iteration)
        while not workspace.probes.is_idle:
            QApplication.processEvents()
        QApplication.processEvents()
        return time.perf_counter() - started

    _rng = np.random.default_rng(0)


def main(name: str, minutes: float) -> int:
    program = start([], case(name).experiment())
    Soak(program, minutes)
    return program.run()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], float(sys.argv[2])))
