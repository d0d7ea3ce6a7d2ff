"""The states of the playground and of the neuron view that are worth a picture of their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEventLoop, QTimer

from core.experiment import Experiment
from core.fields import ComponentSpec
from core.playground.experiment import tensorflow_playground, with_source
from core.text import parse_network
from workbench.lab import LabView
from workbench.panels.boundary.panel import BoundaryPanel
from workbench.panels.neurons.geometry import Spot
from workbench.panels.neurons.panel import NeuronsPanel
from workbench.playground.session import playground_session
from workbench.workspace import Workspace

LAB: Final = "playground"
NETWORK_LAB: Final = "network"
SMALL: Final = "Affine(4) Tanh Affine(2)"
SPIRAL: Final = "Features(sine_first=True, sine_second=True) Affine(8) Tanh Affine(8) Tanh Affine(2)"
LEARNED: Final = 4000
LONGEST_MILLISECONDS: Final = 30_000
OWN_POINTS: Final = ((-4.5, 4.0), (-4.2, 4.2), (-3.9, 4.4), (-3.6, 4.5))


def photograph_neurons(view: LabView, workspace: Workspace, take: Callable[[str], None]) -> None:
    """Take the neuron view of a 2-4-2 network that has learned, a neuron of it selected."""
    dock = view.docks["neurons"]
    before = workspace.experiment
    dock.raise_()
    start = tensorflow_playground(before)
    _learn(workspace, replace(start, network=parse_network(SMALL)), 1500)
    panel = dock.panel
    if isinstance(panel, NeuronsPanel):
        panel.canvas.choose(Spot("neuron", 1, 2))
    take("neurons-2-4-2")


def photograph_playground(view: LabView, workspace: Workspace, take: Callable[[str], None]) -> None:
    """Take the spiral with points painted onto it, and the same as a surface."""
    before = workspace.experiment
    spiral = with_source(tensorflow_playground(before), ComponentSpec.of("Spiral", samples=500, noise=0.1), 2, "classification")
    training = replace(spiral.training, optimizer=ComponentSpec.of("Adam", lr=0.01))
    _learn(workspace, replace(spiral, network=parse_network(SPIRAL), training=training), LEARNED)
    session = playground_session(workspace)
    session.set_label(0)
    session.begin_stroke()
    for place in OWN_POINTS:
        session.touch(place)
    workspace.play()
    _wait(lambda: workspace.run.iteration > 2 * LEARNED)
    workspace.pause()
    take("spiral")
    boundary = view.docks["boundary"].panel
    if isinstance(boundary, BoundaryPanel):
        boundary.look.take("surface")
        take("surface")
        boundary.look.take("smooth")
    session.take("look")


def _learn(workspace: Workspace, experiment: Experiment, iterations: int) -> None:
    workspace.apply(experiment, "")
    workspace.restart(play=True)
    _wait(lambda: workspace.run.iteration >= iterations)
    workspace.pause()


def _wait(done: Callable[[], bool]) -> None:
    """Let events pass until something is so, for a while at most."""
    for _ in range(LONGEST_MILLISECONDS // 50):
        if done():
            return
        loop = QEventLoop()
        QTimer.singleShot(50, loop.quit)
        loop.exec()
