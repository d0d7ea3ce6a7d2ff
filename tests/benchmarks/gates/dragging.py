"""Drag the line, its handle and the tip in the whole lab, and print how long each move takes until all is painted."""

from __future__ import annotations

import importlib
import json
import sys
import time
from dataclasses import replace
from math import cos, pi, sin

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from core.experiment import Experiment
from workbench.panels.base import PANELS
from workbench.panels.perceptron_plane.canvas import PlaneCanvas
from workbench.panels.perceptron_plane.geometry import handles, tip_of
from workbench.perceptron.session import perceptron_session
from workbench.theme.theme import current_theme
from workbench.workspace import Workspace

MOVES = 240
WARM = 40
LAB = ("perceptron_plane", "perceptron_targets", "perceptron_neuron", "perceptron_table", "perceptron_learn")


def drag(application: QApplication, canvas: PlaneCanvas, start: QPointF, way: list[QPointF]) -> list[tuple[float, float]]:
    """Return for each move the seconds that passed, and those in which this thread worked."""
    took = []
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start.toPoint())
    for place in way:
        wall, work = time.perf_counter(), time.thread_time()
        QTest.mouseMove(canvas, place.toPoint())
        application.processEvents()
        took.append((time.perf_counter() - wall, time.thread_time() - work))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=way[-1].toPoint())
    return took[WARM:]


def main() -> int:
    application = QApplication(sys.argv[:1])
    current_theme()
    workspace = Workspace(Experiment())
    window = QWidget()
    layout = QHBoxLayout(window)
    for name in LAB:
        importlib.import_module(f"workbench.panels.{name}.panel")
        panel = PANELS[name](workspace)
        layout.addWidget(panel)
        for control in panel.head_controls():
            layout.addWidget(control)
    window.resize(1800, 800)
    window.show()
    application.processEvents()
    session = perceptron_session(workspace)
    canvas = window.findChild(PlaneCanvas, "perceptron.plane")
    for activation in ("step", "sigmoid"):
        session.edit(replace(Experiment().perceptron, activation=activation), "Begin")
        application.processEvents()
        view = canvas.view()
        found = handles(session.spec.weights, view)
        turns = [2 * pi * n / 60 for n in range(MOVES)]
        ways = {
            "line": (found.move, [(found.move[0] + 0.3 * sin(t), found.move[1] + 0.3 * sin(t)) for t in turns]),
            "turn": (found.turn, [(found.base[0] + 0.4 * cos(t), found.base[1] + 0.4 * sin(t)) for t in turns]),
            "tip": (None, [(found.base[0] + 0.3 + 0.2 * sin(t), found.base[1] + 0.3 + 0.2 * sin(t)) for t in turns]),
        }
        for part, (start, way) in ways.items():
            session.edit(replace(Experiment().perceptron, activation=activation), "Begin")
            application.processEvents()
            place = start or tip_of(handles(session.spec.weights, view), session.spec.weights)
            took = drag(application, canvas, view.at(place), [view.at(x) for x in way])
            wall, work = (1000 * np.array(times) for times in zip(*took, strict=True))
            row = {"name": f"{activation} {part}", "side": view.area.width()}
            row |= {f"p{share}": float(np.percentile(wall, share)) for share in (50, 95)}
            row |= {f"work p{share}": float(np.percentile(work, share)) for share in (50, 95)}
            print(json.dumps(row), flush=True)
    window.close()
    workspace.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
