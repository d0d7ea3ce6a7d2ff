"""Drawing with the mouse and the keys, and what the network says to it."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainterPath
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.workbench.panels.acting import Make, drop
from tests.workbench.panels.running import experiment, shown, train_all, train_to
from workbench.panels.draw_pad.answers import Mind, Why
from workbench.panels.draw_pad.drawing import BRUSH, RASTER, Drawing, Stroke, smooth_path
from workbench.panels.draw_pad.pad import Pad
from workbench.panels.draw_pad.panel import DrawPadPanel
from workbench.specimen import specimen_of
from workbench.status import RunState
from workbench.theme.theme import current_theme
from workbench.translation import use_language

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
    assert panel.fitted is not None
    assert panel.fitted.picture.shape == (8, 8)
    assert panel.fitted.picture[:, 3:5].sum() > 0.7 * panel.fitted.picture.sum()


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
    assert panel.fitted is None
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
    qtbot.waitUntil(lambda: panel.fitted is None)
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


def answer_of(qtbot: QtBot, panel: DrawPadPanel, kind: type) -> object:
    qtbot.waitUntil(lambda: isinstance(panel.asking.answer, kind), timeout=10_000)
    return panel.asking.answer


def test_that_the_whole_lab_looks_into_the_drawing_until_the_sheet_is_empty(panel: DrawPadPanel, qtbot: QtBot) -> None:
    specimen, data = specimen_of(panel.workspace), panel.workspace.frame.data
    draw(qtbot, panel.pad, ONE)
    qtbot.waitUntil(lambda: specimen.is_drawn(data))
    np.testing.assert_array_equal(specimen.sample(data)[0, 0], panel.fitted.picture)
    qtbot.mouseClick(panel.clear, Qt.MouseButton.LeftButton)
    assert not specimen.is_drawn(data)
    np.testing.assert_array_equal(specimen.sample(data), data.test.x[:1])


def test_that_another_pad_that_is_empty_leaves_the_drawing_alone(panel: DrawPadPanel, qtbot: QtBot) -> None:
    specimen, data = specimen_of(panel.workspace), panel.workspace.frame.data
    draw(qtbot, panel.pad, ONE)
    qtbot.waitUntil(lambda: specimen.is_drawn(data))
    other = shown(qtbot, DrawPadPanel(panel.workspace))
    assert other.fitted is None
    assert specimen.is_drawn(data)


def test_that_why_shows_what_is_sensitive_and_the_five_nearest_training_samples(panel: DrawPadPanel, qtbot: QtBot) -> None:
    train_all(qtbot, panel.workspace)
    draw(qtbot, panel.pad, SEVEN)
    panel.asking.page.take("why")
    answer = answer_of(qtbot, panel, Why)
    assert len(answer.neighbours) == 5
    assert len(panel.asking.why.exhibits) == 6
    assert answer.labels.count("7") >= 3
    areas = [panel.asking.why.area(n) for n in range(6)]
    assert all(not a.intersects(b) for a, b in pairwise(areas))
    assert areas[-1].right() <= panel.asking.why.width()


def test_that_its_mind_is_changed_to_the_nearest_class_or_a_chosen_one(panel: DrawPadPanel, qtbot: QtBot) -> None:
    train_all(qtbot, panel.workspace)
    draw(qtbot, panel.pad, SEVEN)
    panel.asking.page.take("mind")
    answer = answer_of(qtbot, panel, Mind)
    assert answer.found.reached
    assert answer.found.target != answer.found.said
    np.testing.assert_allclose(panel.fitted.picture + answer.change, answer.after, atol=1e-4)
    next(a for a in panel.asking._goals.actions() if a.objectName() == "draw_pad.goal.2").trigger()
    qtbot.waitUntil(lambda: panel.asking.answer.found.target == 2, timeout=10_000)
    assert "“2”" in panel.asking.sentence.text()


def test_that_nothing_is_answered_for_an_empty_sheet(panel: DrawPadPanel, qtbot: QtBot) -> None:
    panel.asking.page.take("why")
    assert panel.asking.answer is None
    assert not panel.asking.why.exhibits
    draw(qtbot, panel.pad, ONE)
    answer_of(qtbot, panel, Why)
    qtbot.mouseClick(panel.clear, Qt.MouseButton.LeftButton)
    assert not panel.asking.why.exhibits
    assert not panel.add.isEnabled()


def test_that_a_drawing_is_added_with_its_label_and_learned_from_with_the_present_weights(
    panel: DrawPadPanel, qtbot: QtBot
) -> None:
    workspace = panel.workspace
    train_to(qtbot, workspace, 6)
    theta, count = workspace.frame.snapshot.theta.copy(), len(workspace.run.data.train)
    draw(qtbot, panel.pad, SEVEN)
    qtbot.waitUntil(lambda: panel.fitted is not None)
    next(a for a in panel._labels.actions() if a.objectName() == "draw_pad.add.4").trigger()
    qtbot.waitUntil(lambda: workspace.run.data is not None and len(workspace.run.data.train) == count + 1, timeout=10_000)
    qtbot.waitUntil(lambda: workspace.status.state is RunState.PAUSED, timeout=10_000)
    assert workspace.run.data.train.t[-1] == 4
    np.testing.assert_allclose(workspace.run.data.train.x[-1, 0], panel.fitted.picture, atol=1 / 255)
    np.testing.assert_array_equal(workspace.frame.snapshot.theta, theta)
    assert workspace.run.iteration == 6
    train_to(qtbot, workspace, 8)
    workspace.document.undo_stack.undo()
    assert not workspace.experiment.data.drawings


def test_that_a_network_comes_to_say_what_the_drawing_was_labelled(panel: DrawPadPanel, qtbot: QtBot) -> None:
    train_all(qtbot, panel.workspace)
    draw(qtbot, panel.pad, SEVEN)
    qtbot.waitUntil(lambda: panel.bars.best == "7", timeout=5000)
    for _ in range(12):
        before = len(panel.workspace.experiment.data.drawings)
        panel.add_drawing(2)
        qtbot.waitUntil(lambda before=before: len(panel.workspace.experiment.data.drawings) > before)
        qtbot.waitUntil(lambda: panel.workspace.status.state is not RunState.PREPARING, timeout=10_000)
    panel.workspace.play()
    qtbot.waitUntil(lambda: panel.bars.best == "2", timeout=20_000)
    panel.workspace.pause()
    qtbot.waitUntil(lambda: panel.workspace.status.state is not RunState.RUNNING, timeout=10_000)


def test_that_a_picture_file_is_opened_or_dropped_and_undone(panel: DrawPadPanel, qtbot: QtBot, tmp_path: Path) -> None:
    for name, paper, ink in (("dark.png", 250, 20), ("light.png", 10, 240)):
        pixels = np.full((60, 40), paper, np.uint8)
        pixels[10:50, 18:24] = ink
        Image.fromarray(pixels).save(tmp_path / name)
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
        assert drop(panel.pad, mime, QPoint(30, 30))
        qtbot.waitUntil(lambda: panel.fitted is not None, timeout=5000)
        assert panel.fitted.picture[:, 3:5].sum() > 0.7 * panel.fitted.picture.sum()
        panel.pad.undo()
        qtbot.waitUntil(lambda: panel.fitted is None, timeout=5000)


def test_that_other_files_are_not_taken_and_damaged_ones_told(
    panel: DrawPadPanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []
    monkeypatch.setattr("workbench.panels.draw_pad.panel.show_error", lambda _parent, error: told.append(error.code))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "letter.txt"))])
    assert not drop(panel.pad, mime, QPoint(30, 30))
    (tmp_path / "broken.png").write_bytes(b"no picture")
    panel.open_file(tmp_path / "broken.png")
    assert told == ["image_broken"]


@pytest.mark.parametrize("language", ["en", "ja"])
def test_that_nothing_is_cut_in_a_narrow_column(panel: DrawPadPanel, qtbot: QtBot, language: str) -> None:
    use_language(QApplication.instance(), language)
    try:
        assert panel.minimumSizeHint().width() <= 222
    finally:
        use_language(QApplication.instance(), "en")


def test_that_what_a_panel_says_of_the_moment_follows_the_language(panel: DrawPadPanel, qtbot: QtBot) -> None:
    train_to(qtbot, panel.workspace, 3)
    qtbot.waitUntil(lambda: "iteration 3" in panel.note)
    use_language(QApplication.instance(), "ja")
    try:
        qtbot.waitUntil(lambda: panel.note != "" and "iteration" not in panel.note)
    finally:
        use_language(QApplication.instance(), "en")


def test_that_an_empty_sheet_says_what_it_is_for_until_something_is_drawn(panel: DrawPadPanel, qtbot: QtBot) -> None:
    pad = panel.pad
    inside = pad.sheet().toRect().adjusted(12, 12, -12, -12)
    middle = QRect(inside.left(), inside.center().y() - 8, inside.width(), 16)

    def is_blank() -> bool:
        image = pad.grab(middle).toImage()
        return len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}) == 1

    assert not is_blank()
    draw(qtbot, pad, ((0.04, 0.04), (0.05, 0.05)))
    assert is_blank()
    pad.undo()
    assert not is_blank()
