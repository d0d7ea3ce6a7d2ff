"""A process that edits a large network in the window's network lab and prints how long each act takes until all is painted."""

from __future__ import annotations

import sys

from core.blas_threads import use_one_blas_thread

use_one_blas_thread()

import json  # noqa: E402
import time  # noqa: E402
from collections.abc import Callable, Iterator  # noqa: E402
from dataclasses import replace  # noqa: E402
from random import Random  # noqa: E402

import numpy as np  # noqa: E402
from PySide6.QtCore import QPoint, QPointF, Qt  # noqa: E402
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from core.datasets.recipe import DataRecipe  # noqa: E402
from core.experiment import Experiment  # noqa: E402
from core.fields import ComponentSpec  # noqa: E402
from core.spec import LayerSpec, NetworkSpec  # noqa: E402
from core.text import parse_network  # noqa: E402
from tests.benchmarks.editor.networks import NETWORKS  # noqa: E402
from workbench.app import Program, spare_the_collector, start  # noqa: E402
from workbench.dragging import LAYER_KIND, mime_of  # noqa: E402
from workbench.panels.stack.panel import StackPanel  # noqa: E402
from workbench.presets import use_network  # noqa: E402
from workbench.status import RunState  # noqa: E402

OPENINGS, ACTS, WARM = 7, 60, 5
BUSY = 0.1
"""The share of a processor below which the other threads rest."""
BETWEEN = 0.05
"""Seconds that a person needs at least from one act to the next, in which the window is idle."""


class Editing:
    """One network in one window; every act is timed until the window has nothing left to do for it.

    The data are digits of 8×8, because no set of photographs comes with the program; the shapes are small, the work of
    the editor is the same.
    """

    def __init__(self, program: Program, network: NetworkSpec) -> None:
        self.workspace, self.application = program.workspace, program.application
        self.network, self.random = network, Random(0)
        self.undone: list[tuple[float, float]] = []
        program.window.open_lab("network")
        view = program.window.open_lab_view()
        assert view is not None
        panel = view.docks["stack"].panel
        assert isinstance(panel, StackPanel)
        self.panel, self.canvas = panel, panel.canvas

    def timed(self, act: Callable[[], object]) -> tuple[float, float]:
        """Return the milliseconds that passed, and those in which this thread worked."""
        started, worked = time.perf_counter(), time.thread_time()
        act()
        QApplication.processEvents()
        took = 1000 * (time.perf_counter() - started), 1000 * (time.thread_time() - worked)
        self.idle(BETWEEN)
        return took

    def idle(self, seconds: float) -> None:
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            QApplication.processEvents()
            time.sleep(0.002)

    def settle(self) -> None:
        """Wait until the network is built and looked at in the other thread."""
        busy = 1.0
        while self.workspace.status.state is RunState.PREPARING or busy > BUSY:
            worked = time.process_time() - time.thread_time()
            self.idle(0.3)
            busy = (time.process_time() - time.thread_time() - worked) / 0.3

    def openings(self) -> Iterator[tuple[float, float]]:
        for _ in range(OPENINGS):
            use_network(self.workspace, parse_network("GlobalAveragePool Affine(10)"), "small")
            self.settle()
            fresh = NetworkSpec(tuple(_fresh(layer) for layer in self.network.layers), self.network.name)
            yield self.timed(lambda fresh=fresh: use_network(self.workspace, fresh, "large"))  # type: ignore[misc]
        self.settle()

    def edits(self) -> Iterator[tuple[float, float]]:
        """Edit and undo in turn, so that each edit meets the network as it was opened."""
        for _ in range(ACTS):
            layers = list(self.workspace.experiment.network.walk())
            chosen = self.random.choice([layer for layer in layers if layer.kind == "Conv"])
            self.workspace.select(chosen.id)
            self.idle(BETWEEN)
            yield self.timed(lambda chosen=chosen: self._edit(chosen))  # type: ignore[misc]
            self.undone.append(self.timed(self.workspace.document.undo_stack.undo))

    def _edit(self, conv: LayerSpec) -> None:
        network = self.workspace.experiment.network
        kind = self.random.choice(("insert", "remove", "set", "key"))
        if kind == "key":
            QTest.keyClick(self.canvas, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
            return
        if kind == "insert":
            edited = network.insert(network.place_of(conv.id), LayerSpec("BatchNorm"))
        elif kind == "remove":
            edited = network.remove(conv.id)
        else:
            settings = {**dict(conv.settings), "filters": 2 * int(dict(conv.settings).get("filters", 16))}  # type: ignore[arg-type]
            edited = network.replace(conv.id, replace(conv, settings=ComponentSpec.of("Conv", **settings).settings))
        self.workspace.apply(replace(self.workspace.experiment, network=edited), kind)

    def undos(self) -> Iterator[tuple[float, float]]:
        yield from self.undone

    def selections(self) -> Iterator[tuple[float, float]]:
        ids = [layer.id for layer in self.workspace.experiment.network.walk()]
        for _ in range(ACTS):
            yield self.timed(lambda: self.workspace.select(self.random.choice(ids)))

    def drag_steps(self) -> Iterator[tuple[float, float]]:
        view = self.canvas.view()
        gaps = [gap.rect.center() for gap in self.canvas.layout_now.gaps if view.contains(gap.rect.center().toPoint())]
        mime, actions = mime_of(LAYER_KIND, "BatchNorm"), Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
        button, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        at = gaps[0].toPoint()
        QApplication.sendEvent(self.canvas, QDragEnterEvent(at, actions, mime, button, plain))
        for _ in range(ACTS):
            place = self.random.choice(gaps)
            at = QPoint(round(place.x()), round(QPointF(place).y()))
            move = QDragMoveEvent(at, actions, mime, button, plain)
            yield self.timed(lambda move=move: QApplication.sendEvent(self.canvas, move))  # type: ignore[misc]
        QApplication.sendEvent(self.canvas, QDragLeaveEvent())

    def tell(self, name: str) -> None:
        """Print a row for each act."""
        layers = sum(1 for _ in self.network.walk())
        acts = (
            ("open", self.openings),
            ("edit", self.edits),
            ("undo", self.undos),
            ("select", self.selections),
            ("drag step", self.drag_steps),
        )
        for act, rows in acts:
            took = list(rows())[0 if act == "open" else WARM :]
            wall, work = (np.array(times) for times in zip(*took, strict=True))
            row = {"name": f"{name} {act}", "layers": layers, "most": float(wall.max())}
            row |= {f"p{share}": float(np.percentile(wall, share)) for share in (50, 95)}
            row |= {f"work p{share}": float(np.percentile(work, share)) for share in (50, 95)}
            print(json.dumps(row), flush=True)


def _fresh(layer: LayerSpec) -> LayerSpec:
    """Return an equal layer that is another object, as if it came from a file."""
    return replace(layer, branches=tuple(tuple(_fresh(inner) for inner in branch) for branch in layer.branches))


def main(name: str) -> int:
    small = parse_network("GlobalAveragePool Affine(10)")
    program = start([], Experiment(network=small, data=DataRecipe(ComponentSpec("Digits"))))
    spare_the_collector()
    program.workspace.pause()
    program.window.resize(1440, 900)
    editing = Editing(program, NETWORKS[name](10))
    editing.idle(1.0)
    program.workspace.reset()
    editing.settle()
    editing.tell(name)
    program.window.close()
    program.files.close()
    program.workspace.close(60.0)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
