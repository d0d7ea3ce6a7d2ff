"""Who minds a disturbance: the preview, the curves, the rivals that are trained for it, what pooling keeps still."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.workbench.panels.acting import Make
from tests.workbench.panels.running import experiment, shown, train_all
from workbench.panels.invariance.panel import InvariancePanel

NETWORK = "Conv(4, 3) ReLU MaxPool(2) Flatten Affine(10)"


def opened(qtbot: QtBot, make: Make, network: str = NETWORK, **settings: object) -> InvariancePanel:
    panel = shown(qtbot, InvariancePanel(make(experiment(network, **settings))), 900, 380)
    qtbot.waitUntil(lambda: "own" in panel._curves, timeout=10_000)
    return panel


def choose(panel: InvariancePanel, kind: str) -> None:
    panel.kind.set_key(kind)
    panel.kind.taken.emit(kind)


def test_that_the_accuracy_falls_along_the_curve_of_a_trained_network(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    train_all(qtbot, panel.workspace)
    qtbot.waitUntil(lambda: panel._curves.get("own", [0])[0] > 0.7, timeout=10_000)
    curve = panel.plot.curves[0]
    assert curve.y[-1] < curve.y[0] - 0.3
    assert curve.x[-1] == 8


def test_that_the_sample_is_shown_as_it_is_and_disturbed(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    qtbot.waitUntil(lambda: len(panel.pictures._images) == 2, timeout=5000)
    choose(panel, "contrast")
    panel.strength.setFocus()
    qtbot.keyClick(panel.strength, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: not panel.pictures._images[1].any(), timeout=5000)
    assert panel.pictures._images[0].any()
    assert all("“" in label for label in panel.pictures._labels)


def test_that_the_rivals_are_trained_beside_everything_else_and_drawn(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    qtbot.mouseClick(panel.train, Qt.MouseButton.LeftButton)
    assert not panel.progress.isHidden()
    qtbot.waitUntil(lambda: {"mlp", "cnn"} <= set(panel._curves), timeout=30_000)
    assert panel.progress.isHidden()
    assert [curve.label for curve in panel.plot.curves] == ["this network", "MLP", "CNN"]
    assert min(panel._curves[kind][0] for kind in ("mlp", "cnn")) > 0.8
    choose(panel, "noise")
    qtbot.waitUntil(lambda: {"own", "mlp", "cnn"} <= set(panel._curves), timeout=10_000)
    assert np.ptp(panel._curves["mlp"]) > 0.1


def test_that_the_training_can_be_cancelled_and_leaves_nothing_behind(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    panel.train_rivals()
    panel.progress.cancelled.emit()
    assert panel.progress.isHidden()
    qtbot.wait(200)
    assert set(panel._curves) == {"own"}


def test_that_pooling_says_what_it_keeps_still(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    qtbot.waitUntil(lambda: panel.stillness.text().startswith("maxpool1"), timeout=5000)
    plain = opened(qtbot, make, "Affine(10)", flatten=True)
    qtbot.waitUntil(lambda: "no pooling" in plain.stillness.text(), timeout=5000)


def test_that_points_of_the_plane_say_why_there_is_nothing(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, InvariancePanel(make(experiment("Affine(2)", "Circle", samples=60))))
    assert panel.empty.isVisible()
