"""Changing how a network is trained."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.losses.base import LOSSES
from core.optimizers.base import OPTIMIZERS
from tests.workbench.panels.acting import Make
from tests.workbench.panels.running import experiment, shown, train_to
from workbench.panels.training_form.panel import TrainingFormPanel
from workbench.status import RunState
from workbench.widgets.combo_box import ComboBox
from workbench.widgets.number_field import NumberField
from workbench.widgets.slider import Slider


@pytest.fixture
def panel(make: Make, qtbot: QtBot) -> TrainingFormPanel:
    return shown(qtbot, TrainingFormPanel(make(experiment())), 285, 600)


def part(panel: TrainingFormPanel, kind: type[Any], name: str) -> Any:
    found = panel.findChild(QWidget, name)
    assert isinstance(found, kind), name
    return found


def drag(qtbot: QtBot, slider: Slider, *shares: float) -> None:
    places = [QPoint(int(7 + share * (slider.width() - 14)), slider.height() // 2) for share in shares]
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=places[0])
    for place in places[1:]:
        qtbot.mouseMove(slider, place)
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=places[-1])


def take(combo: ComboBox, key: str) -> None:
    index = combo.findData(key)
    assert index >= 0, key
    combo.setCurrentIndex(index)
    combo.activated.emit(index)


def test_that_a_drag_of_a_slider_is_one_step_of_undo(panel: TrainingFormPanel, qtbot: QtBot) -> None:
    before = panel.workspace.experiment
    slider = part(panel, Slider, "training.optimizer.lr.slider")
    drag(qtbot, slider, 0.5, 0.6, 0.7, 0.8)
    stack = panel.workspace.document.undo_stack
    assert stack.count() == 1
    assert stack.undoText() == "Change Learning rate"
    drag(qtbot, slider, 0.8, 0.3, 0.2)
    assert stack.count() == 2
    stack.undo()
    stack.undo()
    assert panel.workspace.experiment == before
    assert part(panel, NumberField, "training.optimizer.lr.field").number == 0.01


def test_that_the_learning_rate_applies_to_the_run_under_way(panel: TrainingFormPanel, qtbot: QtBot) -> None:
    train_to(qtbot, panel.workspace, 2)
    field = part(panel, NumberField, "training.optimizer.lr.field")
    field.selectAll()
    qtbot.keyClicks(field, "0.5")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    train_to(qtbot, panel.workspace, 3)
    assert panel.workspace.frame.curves.steps[-1, 3] == pytest.approx(0.5)
    assert panel.chip.text == "Applies from the next batch"


def test_that_every_optimizer_can_be_taken_and_shows_its_settings(panel: TrainingFormPanel, qtbot: QtBot) -> None:
    combo = part(panel, ComboBox, "training.optimizer.kind")
    for optimizer in OPTIMIZERS:
        take(combo, optimizer.__name__)
        assert panel.workspace.experiment.training.optimizer.kind == optimizer.__name__
        names = [child.objectName() for child in panel.findChildren(QWidget)]
        for name in optimizer.fields:
            assert f"training.optimizer.{name}" in names


def test_that_weight_decay_goes_along_to_another_optimizer(panel: TrainingFormPanel, qtbot: QtBot) -> None:
    field = part(panel, NumberField, "training.optimizer.weight_decay.field")
    field.selectAll()
    qtbot.keyClicks(field, "0.02")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    take(part(panel, ComboBox, "training.optimizer.kind"), "Momentum")
    assert dict(panel.workspace.experiment.training.optimizer.settings) == {"weight_decay": 0.02}


def test_that_weight_decay_can_be_dragged_back_to_zero(panel: TrainingFormPanel, qtbot: QtBot) -> None:
    drag(qtbot, part(panel, Slider, "training.optimizer.weight_decay.slider"), 0.0, 0.5, 0.8)
    assert dict(panel.workspace.experiment.training.optimizer.settings)["weight_decay"] > 0
    drag(qtbot, part(panel, Slider, "training.optimizer.weight_decay.slider"), 0.8, 0.0)
    assert "weight_decay" not in dict(panel.workspace.experiment.training.optimizer.settings)


def test_that_only_losses_that_fit_the_data_are_offered(make: Make, qtbot: QtBot) -> None:
    for source, task, loss in (("Digits", "classification", "SoftmaxCrossEntropy"), ("Sine", "regression", "MeanSquared")):
        network = "Flatten Affine(10)" if task == "classification" else "Affine(1)"
        panel = shown(qtbot, TrainingFormPanel(make(experiment(network, source, loss))), 285, 600)
        assert panel.loss.offered() == [each.__name__ for each in LOSSES if task in each.tasks]


def test_that_another_loss_needs_a_restart_once_training_began(panel: TrainingFormPanel, qtbot: QtBot) -> None:
    train_to(qtbot, panel.workspace, 2)
    take(part(panel, ComboBox, "training.loss.kind"), "BinaryCrossEntropy")
    assert panel.workspace.status.state is RunState.EDITED
    assert panel.chip.text == "Needs a restart"
    panel.workspace.document.undo_stack.undo()
    assert panel.chip.text == "Applies from the next batch"
    assert part(panel, ComboBox, "training.loss.kind").key == "SoftmaxCrossEntropy"


def test_that_batch_epochs_and_seed_are_edits_of_the_document(panel: TrainingFormPanel, qtbot: QtBot) -> None:
    for name, text in (("training.batch_size", "64"), ("training.run.epochs", "7"), ("training.seed.seed", "3")):
        field = part(panel, NumberField, f"{name}.field")
        field.selectAll()
        qtbot.keyClicks(field, text)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    wanted = panel.workspace.experiment
    assert (wanted.training.batch_size, wanted.training.epochs, wanted.seed) == (64, 7, 3)
    assert panel.workspace.document.undo_stack.count() == 3


def test_that_a_schedule_shows_its_own_settings(panel: TrainingFormPanel, qtbot: QtBot) -> None:
    take(part(panel, ComboBox, "training.schedule.kind"), "StepDecay")
    assert panel.workspace.experiment.training.schedule.kind == "StepDecay"
    part(panel, QWidget, "training.schedule.every")
