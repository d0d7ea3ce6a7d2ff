"""Drag the line, its handle and the tip in the program's own window, and print how long each move takes until all is painted.

The window is the real one at 1440×900 with every panel of the lab in sight, and a move counts from the mouse event until
the event loop has nothing left to do: document, undo stack, every panel's text, every repaint and its way to the screen.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections import Counter
from dataclasses import replace
from math import cos, pi, sin
from pathlib import Path
from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.perceptron.spec import PerceptronSpec
from workbench.app import Program, start
from workbench.panels.perceptron_plane.canvas import PlaneCanvas
from workbench.panels.perceptron_plane.geometry import handles, tip_of
from workbench.perceptron.session import perceptron_session
from workbench.status import RunState

SIZE: Final = QSize(1440, 900)
MOVES: Final = 240
WARM: Final = 40
LONGEST_LOADING: Final = 60.0
FOLLOWING: Final = ("perceptron.plane", "perceptron.diagram", "perceptron.table", "perceptron.formula")
"""What has to be painted anew with every move; a bench that measured moves nobody sees would be worth nothing."""


class PaintCounter(QObject):
    """Counts the paintings of widgets by their names."""

    def __init__(self) -> None:
        super().__init__()
        self.counts: Counter[str] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.counts[watched.objectName()] += 1
        return False


def drag(
    program: Program, canvas: PlaneCanvas, begin: QPoint, way: list[QPoint], counter: PaintCounter
) -> list[tuple[float, float]]:
    """Return for each move that changed the line the seconds that passed, and those in which this thread worked."""
    application, session = program.application, perceptron_session(program.workspace)
    took = []
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=begin)
    application.processEvents()
    counter.counts.clear()
    for place in way:
        before = session.spec
        wall, work = time.perf_counter(), time.thread_time()
        QTest.mouseMove(canvas, place)
        application.processEvents()
        if session.spec != before:
            took.append((time.perf_counter() - wall, time.thread_time() - work))
    seen = counter.counts.copy()
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=way[-1])
    unseen = [name for name in FOLLOWING if seen[name] < 0.95 * len(took)]
    if unseen:
        raise SystemExit(f"{', '.join(unseen)}: painted {[seen[name] for name in unseen]} times in {len(took)} moves")
    return took[WARM:]


def settle(application: QApplication, seconds: float) -> None:
    """Handle events for some time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        application.processEvents()
        time.sleep(0.005)


def rest(program: Program) -> None:
    """Wait until the data is loaded and no thread works beside the drag."""
    end = time.monotonic() + LONGEST_LOADING
    while program.workspace.status.state is RunState.PREPARING and time.monotonic() < end:
        settle(program.application, 0.1)
    program.workspace.pause()
    settle(program.application, 1.5)


def measure(program: Program) -> None:
    """Drag each part with each kind of picture, and print a line for each."""
    application, session = program.application, perceptron_session(program.workspace)
    canvas = program.window.findChild(PlaneCanvas, "perceptron.plane")
    counter = PaintCounter()
    for name in FOLLOWING:
        program.window.findChild(QObject, name).installEventFilter(counter)
    first = PerceptronSpec()
    for activation in ("step", "sigmoid"):
        session.edit(replace(first, activation=activation), "Begin")
        application.processEvents()
        view = canvas.view()
        found = handles(session.spec.weights, view)
        turns = [2 * pi * n / 60 for n in range(MOVES)]
        ways = {
            "line": (found.move, [(found.move[0] + 0.3 * sin(t), found.move[1] + 0.3 * sin(t)) for t in turns]),
            "turn": (found.turn, [(found.base[0] + 0.4 * cos(t), found.base[1] + 0.4 * sin(t)) for t in turns]),
            "tip": (None, [(found.base[0] + 0.3 + 0.2 * sin(t), found.base[1] + 0.3 + 0.2 * sin(t)) for t in turns]),
        }
        for part, (begin, way) in ways.items():
            session.edit(replace(first, activation=activation), "Begin")
            application.processEvents()
            place: QPointF = view.at(begin or tip_of(handles(session.spec.weights, view), session.spec.weights))
            took = drag(program, canvas, place.toPoint(), [view.at(x).toPoint() for x in way], counter)
            wall, work = (1000 * np.array(times) for times in zip(*took, strict=True))
            row = {"name": f"{activation} {part}", "side": view.area.width()}
            row |= {f"p{share}": float(np.percentile(wall, share)) for share in (50, 95)}
            row |= {f"work p{share}": float(np.percentile(work, share)) for share in (50, 95)}
            print(json.dumps(row), flush=True)


def main() -> int:
    with tempfile.TemporaryDirectory() as home:
        program = start([], home=Path(home))
        program.window.resize(SIZE)
        program.window.open_lab("perceptron")
        rest(program)
        measure(program)
        program.window.close()
        program.files.close()
        program.workspace.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
