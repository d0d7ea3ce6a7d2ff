"""Eight optimizers race in the descent lab: how long one frame takes in the plane, and with the surface turning beside it."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from statistics import quantiles

from tests.benchmarks.ui.screen import screen

FRAMES = 600
GOAL = 16.0
PACE = 0.4
"""Steps per frame: fast, so that the paths grow at nearly every other frame."""


def show(name: str, milliseconds: list[float], goal: float | None, *, as_json: bool) -> None:
    """Print the median and the 95th percentile of frame times."""
    shares = quantiles(milliseconds, n=100)
    for share, value, limit in (("p50", shares[49], None), ("p95", shares[94], goal)):
        row = {"name": f"{name} {share}", "value": round(value, 2), "unit": "ms"}
        words = f"  (goal {limit:g})" if limit else ""
        print(json.dumps(row) if as_json else f"  {row['name']}: {row['value']} ms{words}", flush=True)


def frames() -> dict[str, list[float]]:
    """Draw the race and return the milliseconds of every frame; in a process of its own."""
    from dataclasses import replace

    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

    from core.descent.presets import preset
    from core.experiment import Experiment
    from workbench.descent.session import descent_session
    from workbench.panels.descent_contour.panel import DescentContourPanel
    from workbench.panels.descent_relief.panel import DescentReliefPanel
    from workbench.theme.theme import current_theme
    from workbench.workspace import Workspace

    application = QApplication([])
    current_theme()
    workspace = Workspace(Experiment(descent=replace(preset("all").spec, steps=round(FRAMES * PACE))))
    player = descent_session(workspace).player
    window = QWidget()
    layout = QHBoxLayout(window)
    plane, space = DescentContourPanel(workspace), DescentReliefPanel(workspace)
    layout.addWidget(plane, 1)
    layout.addWidget(space, 1)
    window.resize(1300, 560)
    window.show()
    application.processEvents()

    painted: Counter[QObject] = Counter()

    class Counting(QObject):
        """Counts what is really painted."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                painted[watched] += 1
            return False

    counting = Counting()
    plane.canvas.installEventFilter(counting)
    space.canvas.installEventFilter(counting)

    def race(turning: bool) -> list[float]:
        space.setVisible(turning)
        player.show_step(0)
        application.processEvents()
        painted.clear()
        taken = []
        for frame in range(FRAMES):
            began = time.perf_counter()
            player.show_step(frame * PACE)
            if turning:
                space.canvas.rotate(0.6, 0)
            plane.canvas.update()
            application.processEvents()  # paints what changed, once, as the window does
            taken.append(1000 * (time.perf_counter() - began))
        if painted[plane.canvas] < FRAMES or (turning and painted[space.canvas] < FRAMES):
            raise SystemExit("Not every frame was painted; nothing was measured.")
        return taken

    measured = {"plane, 8 optimizers": race(False), "plane and turning surface": race(True)}
    workspace.close()
    return measured


def main(as_json: bool = False) -> int:
    """Measure on an X display."""
    with screen() as variables, tempfile.TemporaryDirectory() as folder:
        own = variables | dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), folder)
        command = [sys.executable, "-m", "tests.benchmarks.bench_descent"]
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=own, timeout=300)
    if done.returncode:
        raise SystemExit(f"the race ended with {done.returncode}:\n{done.stderr.strip()}")
    for name, milliseconds in json.loads(done.stdout.splitlines()[-1]).items():
        show(name, milliseconds, GOAL if name.startswith("plane,") else None, as_json=as_json)
    return 0


if __name__ == "__main__":
    print(json.dumps(frames()))
