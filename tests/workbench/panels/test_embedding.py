"""The last hidden layer on a plane: by class, through time, and what a missing package says."""

from __future__ import annotations

import threading
from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from core.errors import DataError
from core.network import Network
from core.probes.last_hidden import last_hidden
from tests.workbench.panels.acting import Make
from tests.workbench.panels.running import experiment, shown, train_all, train_to
from workbench.panels.embedding.panel import EmbeddingPanel
from workbench.specimen import specimen_of
from workbench.training.probe_worker import Probe

NETWORK = "Conv(4, 3) ReLU Flatten Affine(12) ReLU Affine(10)"


def opened(qtbot: QtBot, make: Make, installed: bool = False) -> EmbeddingPanel:
    panel = EmbeddingPanel(make(experiment(NETWORK, epochs=4)), installed=lambda method: installed or method == "pca")
    shown(qtbot, panel, 700, 400)
    qtbot.waitUntil(lambda: panel.laid is not None, timeout=10_000)
    return panel


def test_that_distances_on_the_plane_are_those_of_the_principal_components(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    frame = panel.workspace.frame
    network = Network(frame.experiment.network, frame.data.input_shape, seed=0)
    frame.load_into(network)
    features = last_hidden(network, frame.data.test.x[:500]).astype(np.float64)
    centred = features - features.mean(axis=0)
    sigma = np.linalg.svd(centred, compute_uv=False)
    np.testing.assert_allclose(np.linalg.norm(panel.laid.points, axis=0) ** 2 / sigma[:2] ** 2, 1, rtol=1e-4)
    places = panel.canvas.places()
    area = panel.canvas.area()
    assert area.left() <= places[:, 0].min()
    assert places[:, 0].max() <= area.right()
    assert "variance" in panel.canvas._axes[0]


def test_that_training_tells_the_classes_apart_and_the_past_is_shown_again(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    before = panel.laid.points

    def spread(points: np.ndarray, t: np.ndarray) -> float:
        inside = np.mean([points[t == k].var(axis=0).sum() for k in range(10)])
        return float(inside / points.var(axis=0).sum())

    t = panel.workspace.frame.data.test.t[:500]
    train_all(qtbot, panel.workspace)
    newest = panel.workspace.frame.snapshot
    qtbot.waitUntil(lambda: panel.laid.frame.snapshot is newest, timeout=10_000)
    assert spread(panel.laid.points, t) < spread(before, t)
    panel.workspace.look_at(0)
    qtbot.waitUntil(lambda: panel.laid.frame.iteration == 0, timeout=10_000)
    assert spread(panel.laid.points, t) == pytest.approx(spread(before, t), rel=1e-4)


def test_that_a_point_is_looked_into(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    place = panel.canvas.places()[17]
    qtbot.mouseMove(panel.canvas, QPoint(1, 1))
    qtbot.mouseMove(panel.canvas, QPoint(round(place[0]), round(place[1])))
    assert panel.canvas.hovered >= 0
    qtbot.mouseClick(panel.canvas, Qt.MouseButton.LeftButton, pos=QPoint(round(place[0]), round(place[1])))
    assert specimen_of(panel.workspace).row == panel.canvas.selected
    before = panel.canvas.selected
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        qtbot.keyClick(panel.canvas, key)
    assert specimen_of(panel.workspace).row == panel.canvas.selected
    assert before >= 0


def test_that_a_missing_package_is_named_with_the_command(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    assert not panel.lacking.isVisible()
    panel.method.take("umap")
    assert any("pip install umap-learn" in label.text() for label in panel.lacking.findChildren(QLabel))
    assert not panel.canvas.isVisible(), "no empty plane and no key below the sentence"
    assert not len(panel.canvas.points)
    button = panel.lacking.findChild(QPushButton, "embedding.lacking.button")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert panel.method.key == "pca"
    assert not panel.lacking.isVisible()
    assert panel.canvas.isVisible()
    qtbot.waitUntil(lambda: len(panel.canvas.points) > 0, timeout=5000)


def lay_out(features: np.ndarray, _method: str, _seed: int) -> np.ndarray:
    return features[:, :2].astype(np.float64)


def with_layout(qtbot: QtBot, make: Make, lay_out: Callable[..., np.ndarray]) -> EmbeddingPanel:
    workspace = make(experiment(NETWORK, epochs=4))
    panel = EmbeddingPanel(workspace, installed=lambda _method: True, lay_out=lay_out)
    return shown(qtbot, panel, 700, 400)


def test_that_another_method_follows_the_run_where_its_package_is_there(make: Make, qtbot: QtBot) -> None:
    panel = with_layout(qtbot, make, lay_out)
    panel.method.take("tsne")
    qtbot.waitUntil(lambda: panel.laid is not None and panel.laid.method == "tsne", timeout=5000)
    train_to(qtbot, panel.workspace, 3)
    qtbot.waitUntil(lambda: panel.laid.frame.iteration == 3, timeout=5000)
    assert "3" in panel.note


def test_that_a_long_layout_holds_up_no_other_question(make: Make, qtbot: QtBot) -> None:
    goes_on = threading.Event()

    def slow(features: np.ndarray, method: str, seed: int) -> np.ndarray:
        goes_on.wait(10)
        return lay_out(features, method, seed)

    panel = with_layout(qtbot, make, slow)
    panel.method.take("umap")
    assert panel.canvas._waiting
    qtbot.waitUntil(lambda: panel._laying.is_busy, timeout=5000)
    other = Probe(panel.workspace.probes, panel)
    with qtbot.waitSignal(other.answered):
        other.ask(lambda _networks: "answered")
    assert not len(panel.canvas.points)
    goes_on.set()
    qtbot.waitUntil(lambda: len(panel.canvas.points) > 0, timeout=5000)


def test_that_a_layout_that_fails_says_why(make: Make, qtbot: QtBot) -> None:
    def wrong(features: np.ndarray, _method: str, _seed: int) -> np.ndarray:
        raise DataError("too_few_neighbours", received=len(features), least=900)

    panel = with_layout(qtbot, make, wrong)
    panel.method.take("tsne")
    qtbot.waitUntil(panel.missing.isVisible, timeout=5000)
    assert "at least 900" in panel.missing.text()
    panel.method.take("pca")
    assert not panel.missing.isVisible()


def test_that_a_crowd_is_enlarged_by_wheel_and_keys_and_shown_whole_again(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    before = panel.canvas.places()
    spot = QPoint(*before[3].round().astype(int).tolist())
    turn = QWheelEvent(
        QPointF(spot), QPointF(panel.canvas.mapToGlobal(spot)), QPoint(), QPoint(0, 480), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QCoreApplication.sendEvent(panel.canvas, turn)
    near = panel.canvas.places()
    np.testing.assert_allclose(near[3], before[3], atol=3)
    np.testing.assert_allclose(np.ptp(near, axis=0), 1.25**4 * np.ptp(before, axis=0), rtol=1e-6)
    qtbot.mousePress(panel.canvas, Qt.MouseButton.LeftButton, pos=spot)
    qtbot.mouseMove(panel.canvas, spot + QPoint(20, 10))
    qtbot.mouseRelease(panel.canvas, Qt.MouseButton.LeftButton, pos=spot + QPoint(20, 10))
    np.testing.assert_allclose(panel.canvas.places() - near, np.broadcast_to([20, 10], near.shape), atol=1e-6)
    assert panel.canvas.selected == -1  # moving chose nothing
    qtbot.keyClick(panel.canvas, Qt.Key.Key_0)
    np.testing.assert_allclose(panel.canvas.places(), before)


def test_that_values_without_classes_say_why_there_is_nothing(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, EmbeddingPanel(make(experiment("Affine(1)", "Sine", "MeanSquared", samples=60))))
    assert panel.empty.isVisible()
