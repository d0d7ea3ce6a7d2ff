"""col2im and pooling under the microscope."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.workbench.panels.acting import Make
from tests.workbench.panels.running import experiment, shown
from workbench.panels.microscope.col2im_panel import Col2imPanel
from workbench.panels.microscope.pooling_panel import PoolingPanel
from workbench.specimen import specimen_of
from workbench.theme.theme import Theme

NETWORK = "Conv(4, 3, pad=1) ReLU MaxPool(2) Flatten Affine(10)"
SIZE = (940, 390)


def opened(qtbot: QtBot, make: Make, kind: type, network: str = NETWORK):
    panel = shown(qtbot, kind(make(experiment(network))), *SIZE)
    qtbot.waitUntil(
        lambda: getattr(panel.canvas, "view", None) is not None or panel.note != "" or panel.empty.isVisible(), timeout=5000
    )
    return panel


def cell(area: QRectF, shape: tuple[int, ...], row: int, column: int) -> QPoint:
    y, x = (row + 0.5) * area.height() / shape[0], (column + 0.5) * area.width() / shape[1]
    return QPointF(area.left() + x, area.top() + y).toPoint()


def hover(qtbot: QtBot, widget: QWidget, at: QPoint) -> None:
    qtbot.mouseMove(widget, QPoint(1, 1))
    qtbot.mouseMove(widget, at)


def test_that_rows_add_up_to_the_image_times_the_visits(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make, Col2imPanel)
    canvas, specimen = panel.canvas, specimen_of(panel.workspace)
    specimen.take_place(7, 7)
    folding = canvas.folding
    np.testing.assert_allclose(folding.so_far(canvas.row), folding.total, rtol=1e-6)
    padded = folding.view.unfolding.padded[0, 0]
    np.testing.assert_allclose(folding.total, padded * folding.visits, rtol=1e-5, atol=1e-5)
    panel.kind.take("ones")
    np.testing.assert_array_equal(canvas.folding.total, folding.visits)
    panel.kind.take("gradient")
    assert canvas.folding.rows[3].sum() == pytest.approx(folding.view.w[0].sum(), rel=1e-5)


def test_that_a_pixel_shows_what_adds_to_it_and_a_click_goes_there(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make, Col2imPanel)
    canvas, parts = panel.canvas, panel.canvas.parts()
    at = cell(parts.visits, canvas.folding.visits.shape, 2, 3)
    hover(qtbot, canvas, at)
    assert canvas.pixel == (2, 3)
    assert len(canvas.folding.shares(2, 3)) == 9
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=at)
    assert canvas.place == (2, 3)
    hover(qtbot, canvas, QPoint(2, 2))
    assert canvas.pixel is None


def test_that_rows_are_added_step_by_step(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make, Col2imPanel)
    specimen_of(panel.workspace).take_place(0, 0)
    qtbot.mouseClick(panel.next, Qt.MouseButton.LeftButton)
    assert panel.canvas.row == 1
    qtbot.keyClick(panel.canvas, Qt.Key.Key_Down)
    assert panel.canvas.row == 9
    first, stop = panel.canvas.excerpt()
    at = cell(panel.canvas.parts().matrix, (stop - first, 1), 0, 0)
    qtbot.mouseClick(panel.canvas, Qt.MouseButton.LeftButton, pos=at)
    assert panel.canvas.row == first


def test_that_a_window_that_does_not_fit_folds_nothing(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make, Col2imPanel)
    panel.fields.kernel.set_number(15)
    panel.fields.kernel.changed.emit(15.0)
    assert panel.canvas.folding is None
    hover(qtbot, panel.canvas, QPoint(300, 100))
    qtbot.keyClick(panel.canvas, Qt.Key.Key_Down)
    panel.canvas.grab()


def test_that_pooling_shows_the_window_and_the_winner_under_the_mouse(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make, PoolingPanel)
    canvas = panel.canvas
    assert panel.note == "maxpool1, map 1 of 4"
    before, _, after, routed = canvas.areas()
    hover(qtbot, canvas, cell(after, canvas.view.map.shape, 1, 2))
    assert canvas.place == (1, 2)
    seen = canvas.view.window_at(canvas.place)
    np.testing.assert_array_equal(seen.seen, canvas.view.image[2:4, 4:6])
    assert canvas.view.image[canvas.view.winner(canvas.place)] == seen.output
    hover(qtbot, canvas, cell(before, canvas.view.image.shape, 7, 0))
    assert canvas.place == (3, 0)
    hover(qtbot, canvas, cell(routed, canvas.view.image.shape, 0, 7))
    assert canvas.place == (0, 3)
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.place == (0, 2)
    canvas.step()
    canvas.step()
    assert canvas.place == (1, 0)


def test_that_average_pooling_and_no_pooling_are_understood(make: Make, qtbot: QtBot) -> None:
    mean = opened(qtbot, make, PoolingPanel, "Conv(4, 3) AveragePool(2) Flatten Affine(10)")
    assert mean.canvas.view.winner((0, 0)) is None
    mean.canvas.grab()
    none = opened(qtbot, make, PoolingPanel, "Conv(4, 3) Flatten Affine(10)")
    assert none.empty.isVisible()


@pytest.mark.parametrize("kind", [Col2imPanel, PoolingPanel])
def test_that_another_theme_paints_them_anew(make: Make, qtbot: QtBot, theme: Theme, kind: type) -> None:
    panel = opened(qtbot, make, kind)
    light = panel.canvas.grab().toImage()
    theme.set_mode("dark")
    assert panel.canvas.grab().toImage() != light
