"""The last hidden layer on a plane: by class, through time, and what a missing package says."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from core.network import Network
from core.probes.last_hidden import last_hidden
from tests.workbench.panels.acting import Make
from tests.workbench.panels.running import experiment, shown, train_all, train_to
from workbench.panels.embedding.panel import EmbeddingPanel
from workbench.specimen import specimen_of

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
    assert not panel.missing.isVisible()
    panel.method.take("umap")
    assert panel.missing.isVisible()
    assert "pip install umap-learn" in panel.missing.text()
    assert not len(panel.canvas.points)
    panel.method.take("pca")
    assert not panel.missing.isVisible()
    qtbot.waitUntil(lambda: len(panel.canvas.points) > 0, timeout=5000)


def test_that_another_method_is_asked_where_its_package_is_there(
    make: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.panels.embedding.panel.neighbours_kept", lambda features, *_: features[:, :2])
    panel = opened(qtbot, make, installed=True)
    panel.method.take("tsne")
    qtbot.waitUntil(lambda: panel.laid is not None and panel.laid.method == "tsne", timeout=5000)
    train_to(qtbot, panel.workspace, 3)
    qtbot.waitUntil(lambda: panel.laid.frame.iteration == 3, timeout=5000)


def test_that_values_without_classes_say_why_there_is_nothing(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, EmbeddingPanel(make(experiment("Affine(1)", "Sine", "MeanSquared", samples=60))))
    assert panel.empty.isVisible()
