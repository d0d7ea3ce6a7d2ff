"""Drawing with the mouse and the keys, and what the network says to it."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainterPath
from pytestqt.qtbot import QtBot

from tests.workbench.panels.acting import Make
from tests.workbench.panels.running import experiment, shown, train_all
from workbench.panels.draw_pad.drawing import BRUSH, RASTER, Drawing, Stroke, smooth_path
from workbench.panels.draw_pad.pad import Pad
from workbench.panels.draw_pad.panel import DrawPadPanel
from workbench.theme.theme import current_theme

ONE = ((0.5, 0.15), (0.5, 0.5), (0.5, 0.85))
SEVEN = ((0.2, 0.15), (0.8, 0.15), (0.45, 0.9))


def draw(qtbot: QtBot, pad: Pad, points: tuple[tuple[float, float], ...]) -> None:
    sheet = pad.sheet()
    places = [QPoint(int(sheet.left() + x * sheet.width()), int(sheet.top() + y * sheet.height())) for x, y in points]
    qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=places[0])
    for place in places[1:]:
        pad.mouseMoveEvent(moved(pad, place))
    qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=places[-1])


def moved(pad: Pad, place: QPoint) -> QMouseEvent:
    # QTest.mouseMove moves with no button down
    return QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(place),
        QPointF(pad.mapToGlobal(place)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )


@pytest.fixture
def panel(make: Make, qtbot: QtBot) -> DrawPadPanel:
    return shown(qtbot, DrawPadPanel(make(experiment())))


def test_that_drawing_shows_probabilities_and_the_picture_that_the_network_gets(panel: DrawPadPanel, qtbot: QtBot) -> None:
    assert panel.bars.best == ""
    draw(qtbot, panel.pad, ONE)
    qtbot.waitUntil(lambda: panel.bars.best != "")
    assert panel.steps.drawing is not None
    assert panel.steps.drawing.picture.shape == (8, 8)
    assert panel.steps.drawing.picture[:, 3:5].sum() > 0.7 * panel.steps.drawing.picture.sum()


def test_that_a_trained_network_reads_what_is_drawn(panel: DrawPadPanel, qtbot: QtBot) -> None:
    train_all(qtbot, panel.workspace)
    draw(qtbot, panel.pad, SEVEN)
    qtbot.waitUntil(lambda: panel.bars.best == "7", timeout=5000)


def test_that_the_answer_follows_the_training(panel: DrawPadPanel, qtbot: QtBot) -> None:
    draw(qtbot, panel.pad, ONE)
    qtbot.waitUntil(lambda: panel.bars.best != "")
    said = []
    show = panel.bars.show_probabilities
    panel.bars.show_probabilities = lambda p: (said.append(p), show(p))  # type: ignore[method-assign]
    panel.workspace.step_batch()
    qtbot.waitUntil(lambda: len(said) > 0)


def test_that_clearing_says_nothing_any_more(panel: DrawPadPanel, qtbot: QtBot) -> None:
    draw(qtbot, panel.pad, ONE)
    qtbot.waitUntil(lambda: panel.bars.best != "")
    qtbot.mouseClick(panel.clear, Qt.MouseButton.LeftButton)
    assert panel.bars.best == ""
    assert panel.steps.drawing is None
    assert not panel.clear.isEnabled()


def test_that_delete_clears_and_undo_brings_strokes_back_one_by_one(panel: DrawPadPanel, qtbot: QtBot) -> None:
    draw(qtbot, panel.pad, ONE)
    draw(qtbot, panel.pad, SEVEN)
    panel.pad.setFocus()
    qtbot.keyClick(panel.pad, Qt.Key.Key_Delete)
    assert len(panel.pad.drawing.strokes) == 0
    for left in (2, 1, 0):
        qtbot.keyClick(panel.pad, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert len(panel.pad.drawing.strokes) == left
    assert not panel.undo.isEnabled()


def test_that_the_pad_takes_undo_only_while_there_is_something_to_undo(panel: DrawPadPanel, qtbot: QtBot) -> None:
    def taken() -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        event.ignore()
        panel.pad.event(event)
        return event.isAccepted()

    assert not taken()
    draw(qtbot, panel.pad, ONE)
    assert taken()


def test_that_the_eraser_takes_ink_away(panel: DrawPadPanel, qtbot: QtBot) -> None:
    draw(qtbot, panel.pad, ONE)
    ink = panel.pad.read().sum()
    qtbot.mouseClick(panel.eraser, Qt.MouseButton.LeftButton)
    draw(qtbot, panel.pad, ONE[:2])
    assert 0 < panel.pad.read().sum() < 0.7 * ink
    draw(qtbot, panel.pad, ONE)
    qtbot.waitUntil(lambda: panel.steps.drawing is None)
    assert panel.bars.best == ""


def test_that_one_can_draw_with_the_arrow_keys(panel: DrawPadPanel, qtbot: QtBot) -> None:
    panel.pad.setFocus()
    qtbot.keyClick(panel.pad, Qt.Key.Key_Up)
    assert not panel.pad.drawing.strokes
    for _ in range(6):
        qtbot.keyClick(panel.pad, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(panel.pad.drawing.strokes) == 1
    qtbot.waitUntil(lambda: panel.bars.best != "")
    qtbot.keyClick(panel.pad, Qt.Key.Key_Right)
    qtbot.keyClick(panel.pad, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(panel.pad.drawing.strokes) == 2


def test_that_flattened_digits_can_be_drawn_as_well(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, DrawPadPanel(make(experiment("Affine(10)", flatten=True))))
    draw(qtbot, panel.pad, ONE)
    qtbot.waitUntil(lambda: panel.bars.best != "")


def test_that_data_without_images_says_why_there_is_no_pad(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, DrawPadPanel(make(experiment("Affine(2)", "Circle", samples=60))))
    assert panel.empty.isVisible()
    assert not panel.pad.isVisible()


def test_that_ink_is_as_wide_as_the_brush_and_smooth_at_its_edge() -> None:
    drawing = Drawing()
    drawing.begin(0.1, 0.5)
    drawing.move(0.9, 0.5)
    column = drawing.read(current_theme().color("text"))[:, RASTER // 2]
    assert column.sum() / 255 == pytest.approx(BRUSH * RASTER, rel=0.05)
    assert np.any((column > 0) & (column < 255))


def test_that_a_stroke_goes_through_its_points_and_keeps_its_corners() -> None:
    corner = ((0.5, 0.1), (0.4, 0.3), (0.2, 0.6), (0.5, 0.6), (0.8, 0.6))
    path = smooth_path(Stroke(corner), 100)
    along = [path.pointAtPercent(n / 500) for n in range(501)]
    for x, y in corner:
        assert min((p.x() - 100 * x) ** 2 + (p.y() - 100 * y) ** 2 for p in along) < 0.5
    assert min(p.x() for p in along) > 19.9


def test_that_a_bend_is_round() -> None:
    bend = smooth_path(Stroke(((0.0, 0.5), (0.25, 0.25), (0.5, 0.15), (0.75, 0.25), (1.0, 0.5))), 100)
    straight = QPainterPath(QPointF(0, 50))
    for x, y in ((25, 25), (50, 15), (75, 25), (100, 50)):
        straight.lineTo(x, y)
    assert bend.length() > straight.length() * 1.003
