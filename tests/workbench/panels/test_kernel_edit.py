"""Painting a kernel: what is set, what becomes of map and accuracy, and that Undo takes it back."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from pytestqt.qtbot import QtBot

from core.probes.kernel_presets import preset_kernel
from tests.workbench.panels.acting import Make
from tests.workbench.panels.running import experiment, shown, train_all, train_to
from workbench.panels.kernel_edit.panel import KernelEditPanel
from workbench.specimen import specimen_of
from workbench.status import RunState

NETWORK = "Conv(4, 3) ReLU Conv(3, 3) ReLU Flatten Affine(10)"


def opened(qtbot: QtBot, make: Make, network: str = NETWORK, **settings: object) -> KernelEditPanel:
    panel = shown(qtbot, KernelEditPanel(make(experiment(network, **settings))), 1000, 330)
    qtbot.waitUntil(lambda: panel.verdict.now is not None, timeout=10_000)
    return panel


def weights(panel: KernelEditPanel, name: str = "conv1.W") -> np.ndarray:
    return panel.workspace.frame.parameters()[name]


def drag(qtbot: QtBot, panel: KernelEditPanel, cells: list[tuple[int, int]]) -> None:
    places = [panel.kernel.cell_area(*cell).center() for cell in cells]
    qtbot.mousePress(panel.kernel, Qt.MouseButton.LeftButton, pos=places[0].toPoint())
    for place in places[1:]:
        # QTest.mouseMove moves with no button down
        none, left, plain = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        where = QPointF(panel.kernel.mapToGlobal(place))
        panel.kernel.mouseMoveEvent(QMouseEvent(QEvent.Type.MouseMove, place, where, none, left, plain))
    qtbot.mouseRelease(panel.kernel, Qt.MouseButton.LeftButton, pos=places[-1].toPoint())


def test_that_dragging_paints_weights_as_one_step_of_undo(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    before = weights(panel).copy()
    drag(qtbot, panel, [(0, 0), (0, 1), (0, 2)])
    qtbot.waitUntil(lambda: weights(panel)[0, 0, 0].tolist() == [1, 1, 1], timeout=5000)
    np.testing.assert_array_equal(weights(panel)[0, 0, 1:], before[0, 0, 1:])
    assert panel.workspace.document.undo_stack.count() == 1
    assert panel.undo.isEnabled()
    qtbot.mouseClick(panel.undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: np.array_equal(weights(panel), before), timeout=5000)
    qtbot.waitUntil(lambda: np.allclose(panel.kernel.values, before[0, 0]), timeout=5000)


def test_that_the_chosen_cell_is_painted_by_keys(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    before = float(weights(panel)[0, 0, 1, 1])
    panel.kernel.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Plus):
        qtbot.keyClick(panel.kernel, key)
    qtbot.waitUntil(lambda: weights(panel)[0, 0, 1, 1] == pytest.approx(before + 0.1), timeout=5000)
    qtbot.keyClick(panel.kernel, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: weights(panel)[0, 0, 1, 1] == 0, timeout=5000)


def test_that_the_brush_takes_a_typed_value(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    panel.number.setFocus()
    panel.number.selectAll()
    qtbot.keyClicks(panel.number, "-3.5")
    qtbot.keyClick(panel.number, Qt.Key.Key_Return)
    drag(qtbot, panel, [(2, 2)])
    qtbot.waitUntil(lambda: weights(panel)[0, 0, 2, 2] == -3.5, timeout=5000)


def test_that_a_preset_sets_the_kernel_and_the_map_follows(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    action = next(a for a in panel._menu.actions() if a.objectName() == "kernel_edit.preset.sobel_x")
    action.trigger()
    sobel = preset_kernel("sobel_x", np.zeros((3, 3), np.float32))
    qtbot.waitUntil(lambda: np.array_equal(weights(panel)[0, 0], sobel), timeout=5000)
    x = panel.workspace.frame.data.test.x[0, 0]
    bias = float(weights(panel, "conv1.b")[0])
    expected = np.array([[(x[i : i + 3, j : j + 3] * sobel).sum() + bias for j in range(6)] for i in range(6)])
    qtbot.waitUntil(lambda: np.allclose(panel.map_now._values, expected, atol=1e-4), timeout=5000)
    assert not np.allclose(panel.map_before._values, expected, atol=1e-4)


def test_that_ruining_a_kernel_of_a_trained_network_shows_in_the_accuracy_and_undo_mends_it(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make, "Conv(1, 3) ReLU Flatten Affine(10)", epochs=4)
    train_all(qtbot, panel.workspace)
    qtbot.waitUntil(lambda: panel.effect is not None and panel.effect.frame.snapshot is panel.workspace.frame.snapshot)
    assert panel.verdict.now.total > 0.5
    good = panel.verdict.now.total
    panel.take_preset("zero")
    qtbot.waitUntil(lambda: panel.verdict.now.total < 0.4, timeout=5000)
    assert panel.verdict.before.total == good
    assert "→" in panel.verdict.summary
    panel.workspace.document.undo_stack.undo()
    qtbot.waitUntil(lambda: panel.verdict.now.total == good and panel.verdict.now is panel.verdict.before, timeout=5000)


def test_that_the_filter_of_the_lab_is_painted_channel_by_channel(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    specimen_of(panel.workspace).take_map("conv2", 2)
    panel.channel.setFocus()
    panel.channel.selectAll()
    qtbot.keyClicks(panel.channel, "4")
    qtbot.keyClick(panel.channel, Qt.Key.Key_Return)
    drag(qtbot, panel, [(1, 0)])
    qtbot.waitUntil(lambda: weights(panel, "conv2.W")[2, 3, 1, 0] == 1, timeout=5000)


def test_that_weights_of_an_affine_layer_on_images_are_painted_where_they_are_seen(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make, "Affine(10)", flatten=True)
    drag(qtbot, panel, [(2, 5)])
    qtbot.waitUntil(lambda: weights(panel, "affine1.W")[2 * 8 + 5, 0] == 1, timeout=5000)


def test_that_painting_makes_a_run_wait_and_go_on(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make, epochs=200)
    panel.workspace.play()
    qtbot.waitUntil(lambda: panel.workspace.run.iteration > 3, timeout=10_000)
    drag(qtbot, panel, [(0, 0)])
    qtbot.waitUntil(lambda: len(panel.workspace.experiment.by_hand) == 1, timeout=5000)
    at = panel.workspace.run.iteration
    qtbot.waitUntil(lambda: panel.workspace.run.iteration > at, timeout=5000)
    panel.workspace.pause()
    qtbot.waitUntil(lambda: panel.workspace.status.state is RunState.PAUSED, timeout=5000)


def test_that_the_past_cannot_be_painted(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    train_to(qtbot, panel.workspace, 5)
    panel.workspace.look_at(0)
    qtbot.waitUntil(lambda: not panel.kernel.isEnabled(), timeout=5000)
    assert "newest" in panel.note
    panel.workspace.follow()
    qtbot.waitUntil(panel.kernel.isEnabled, timeout=5000)


def test_that_a_network_without_kernels_says_so(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, KernelEditPanel(make(experiment("Affine(2)", "Circle", samples=60))))
    assert panel.empty.isVisible()
