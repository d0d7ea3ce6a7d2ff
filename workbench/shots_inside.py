"""The states of the inside lab that are worth a picture of their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QComboBox, QListWidget, QPushButton, QTreeWidget

from core.datasets.recipe import DataRecipe
from core.experiment import Experiment, TrainingConfig
from core.fields import ComponentSpec
from core.studies.base import studies_in_order
from core.text import parse_network
from workbench.lab import LabView
from workbench.status import RunState
from workbench.workspace import Workspace

LAB: Final = "inside"
LOOK_MILLISECONDS: Final = 200
LONGEST_LOOKS: Final = 300
"""A picture waits a minute for its experiment or its run."""

DYING: Final = "Flatten " + "Affine(100, init=Normal(std=0.2)) ReLU " * 4 + "Affine(10)"
"""With a rate of 0.35 a third of the first layer dies on the digits of 8×8 pixels."""

NOISY: Final = "Conv(8, 3) BatchNorm ReLU MaxPool(2) Dropout(0.2) Flatten Affine(60) ReLU Dropout(0.5) Affine(10)"
NOISY_LAYERS: Final = ("batch-norm", "dropout-images", "dropout")


def photograph_inside(view: LabView, workspace: Workspace, take: Callable[[str], None]) -> None:
    """Take what each experiment of the book finds, a network with a dead layer, and one with Dropout and BatchNorm.

    Parameters
    ----------
    view
        The lab, open.
    take
        Takes a picture with a name once all questions are answered.
    """
    dock = view.docks["experiments"]
    dock.show()
    dock.raise_()
    studies = dock.findChild(QListWidget, "experiments.list")
    run = dock.findChild(QPushButton, "experiments.run")
    numbers = dock.findChild(QTreeWidget, "experiments.table")
    if studies is None or run is None or numbers is None:
        return
    for row, kind in enumerate(studies_in_order()):
        studies.setCurrentRow(row)
        if numbers.isHidden():  # in the other theme and language it is found already
            run.click()
        _wait_until(run.isEnabled)
        take(f"study-{kind.__name__}")
    front = view.docks["inside_layers"]
    front.show()
    front.raise_()
    before = workspace.experiment
    workspace.starts.leave()
    workspace.use(_dying(before), "")
    workspace.restart(play=True)
    _wait_until(lambda: workspace.status.state in {RunState.FINISHED, RunState.DIVERGED})
    take("dead")
    _photograph_training_layers(view, workspace, take, before)
    workspace.use(before, "")
    workspace.restart(play=False)
    _wait_until(lambda: workspace.status.state is RunState.PAUSED)


def _photograph_training_layers(view: LabView, workspace: Workspace, take: Callable[[str], None], before: Experiment) -> None:
    """Take BatchNorm's statistics, and what Dropout drops of images and of a vector."""
    dock = view.docks["inside_training"]
    dock.show()
    dock.raise_()
    layers = dock.findChild(QComboBox, "inside_training.layer")
    training = replace(before.training, epochs=1)
    workspace.use(replace(before, network=parse_network(NOISY), training=training), "")
    workspace.restart(play=True)
    _wait_until(lambda: workspace.status.state in {RunState.FINISHED, RunState.DIVERGED})
    if layers is None:
        return
    _wait_until(lambda: layers.count() == len(NOISY_LAYERS))
    for row, name in enumerate(NOISY_LAYERS):
        layers.setCurrentIndex(row)
        layers.activated.emit(row)
        take(name)


def _dying(experiment: Experiment) -> Experiment:
    training = TrainingConfig(optimizer=ComponentSpec.of("SGD", lr=0.35), epochs=40)
    return replace(experiment, network=parse_network(DYING), data=DataRecipe(ComponentSpec("Digits")), training=training)


def _wait_until(condition: Callable[[], bool]) -> None:
    for _ in range(LONGEST_LOOKS):
        if condition():
            return
        loop = QEventLoop()
        QTimer.singleShot(LOOK_MILLISECONDS, loop.quit)
        loop.exec()
