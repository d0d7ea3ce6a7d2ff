"""A process that looks into a network while it trains, and prints how long every redraw and every hover took."""

from __future__ import annotations

import sys

from core.blas_threads import use_one_blas_thread

use_one_blas_thread()

import json  # noqa: E402
import time  # noqa: E402
from dataclasses import replace  # noqa: E402
from statistics import quantiles  # noqa: E402

from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from core.zoo import zoo  # noqa: E402
from workbench.panels.overview.panel import OverviewPanel  # noqa: E402
from workbench.starting_point import first_experiment  # noqa: E402
from workbench.workspace import Workspace  # noqa: E402

SIZE = (1350, 300)
HOVERS = 300


def wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def shares(times: list[float]) -> dict[str, float]:
    cuts = quantiles(times, n=20, method="inclusive")
    return {"p50": 1000 * cuts[9], "p95": 1000 * cuts[18]}


def tell(name: str, times: list[float]) -> None:
    print(json.dumps({"name": name, "count": len(times), **shares(times)}), flush=True)


def main(network: str, layer: str, seconds: float) -> None:
    application = QApplication([])
    experiment = replace(first_experiment(), network=next(n.spec for n in zoo() if n.name == network))
    experiment = replace(experiment, training=replace(experiment.training, epochs=1000))
    workspace = Workspace(experiment)
    workspace.restart(play=True)
    panel = OverviewPanel(workspace)
    panel.resize(*SIZE)
    panel.show()
    while workspace.run.iteration < 5 or not panel.canvas.placed:
        wait(50)
    redraws, redrawing, latencies, asked = [], [], [], [time.perf_counter()]

    def answered(maps: object) -> None:
        begun, busy = time.perf_counter(), time.thread_time()
        panel._answered(maps)
        panel.canvas.repaint()
        redraws.append(time.perf_counter() - begun)
        redrawing.append(time.thread_time() - busy)
        latencies.append(time.perf_counter() - asked[0])

    def frame_came(_frame: object) -> None:
        asked[0] = time.perf_counter()

    panel._probe.answered.disconnect(panel._answered)
    panel._probe.answered.connect(answered)
    workspace.frame_changed.connect(frame_came)
    wait(round(1000 * seconds))
    tell(f"{network} overview redraw", redraws)
    tell(f"{network} overview redraw, work alone", redrawing)
    tell(f"{network} overview, frame to picture", latencies)
    panel._fold(layer.rpartition("/")[0]) if "/" in layer else None
    wait(500)
    panel._open(layer.rpartition("/")[2], 1)
    hovers, work = [], []
    for n in range(HOVERS):
        high, wide = panel.large.detail.map.shape
        begun, busy = time.perf_counter(), time.thread_time()
        panel._specimen.take_place(n // 3 % high, n % wide)
        panel.large.repaint()
        hovers.append(time.perf_counter() - begun)
        work.append(time.thread_time() - busy)
        if n % 10 == 0:
            application.processEvents()
    tell(f"{network} hover over {layer}", hovers)
    tell(f"{network} hover over {layer}, work alone", work)
    panel.close()
    workspace.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], float(sys.argv[3]))
