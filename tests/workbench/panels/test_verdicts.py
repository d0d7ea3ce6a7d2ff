"""Confusion, gallery, calibration and history, used as a person uses them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDockWidget, QMainWindow
from pytestqt.qtbot import QtBot

from core.probes.frame_network import FrameNetwork
from core.probes.judgement import judge
from tests.workbench.panels.acting import Make
from tests.workbench.panels.running import experiment, shown, train_all, train_to
from workbench.panels.calibration.panel import CalibrationPanel
from workbench.panels.confusion.matrix import ConfusionMatrix
from workbench.panels.confusion.panel import ConfusionPanel
from workbench.panels.gallery.panel import GalleryPanel
from workbench.panels.sample_history.panel import SampleHistoryPanel
from workbench.theme.theme import Theme
from workbench.verdicts import PAGE, Cell, judge_of
from workbench.workspace import Workspace


def judged(qtbot: QtBot, workspace: Workspace) -> None:
    """Wait until the shown frame is judged by all its samples."""

    def done() -> bool:
        verdict, frame = judge_of(workspace).verdict, workspace.frame
        return (
            verdict is not None
            and frame is not None
            and verdict.part == judge_of(workspace).part
            and verdict.frame.snapshot is frame.snapshot
            and len(verdict.judgement) == len(verdict.samples)
        )

    qtbot.waitUntil(done, timeout=5000)


def most_confused(counts: np.ndarray) -> Cell:
    wrong = counts.copy()
    np.fill_diagonal(wrong, 0)
    true, said = np.unravel_index(wrong.argmax(), wrong.shape)
    return Cell(int(true), int(said))


def click(matrix: ConfusionMatrix, cell: Cell) -> None:
    QTest.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=matrix.centre_of(cell).toPoint())


def test_that_the_matrix_counts_what_the_network_says_to_all_test_samples(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, ConfusionPanel(make(experiment())))
    train_to(qtbot, panel.workspace, 4)
    judged(qtbot, panel.workspace)
    frame = panel.workspace.frame
    test = frame.data.test
    expected = judge(FrameNetwork(), frame, test, np.arange(len(test))).confusion(10)
    np.testing.assert_array_equal(panel.matrix.counts, expected)
    assert panel.note == f"{len(test)} samples"
    assert panel.line.whole.startswith(f"{np.trace(expected)} of {len(test)} right")


def test_that_a_click_on_a_cell_shows_those_samples_in_the_gallery(make: Make, qtbot: QtBot) -> None:
    workspace = make(experiment())
    panel, gallery = shown(qtbot, ConfusionPanel(workspace)), shown(qtbot, GalleryPanel(workspace))
    train_to(qtbot, workspace, 4)
    judged(qtbot, workspace)
    cell = most_confused(panel.matrix.counts)
    click(panel.matrix, cell)
    cards = gallery.cards.cards
    assert len(cards) == min(PAGE, panel.matrix.counts[cell.true, cell.said])
    assert {(card.label, card.guess) for card in cards} == {(cell.true, cell.said)}
    assert gallery.which.whole == f"{cell.true} taken for {cell.said}"
    QTest.mouseClick(gallery.all, Qt.MouseButton.LeftButton)
    assert len(gallery.cards.cards) == PAGE
    assert panel.matrix.cell == Cell()


def test_that_a_click_brings_the_gallery_before_its_tabs(make: Make, qtbot: QtBot) -> None:
    workspace = make(experiment())
    window, panel, gallery = QMainWindow(), ConfusionPanel(workspace), GalleryPanel(workspace)
    qtbot.addWidget(window)
    window.setCentralWidget(panel)
    docks = [QDockWidget(name, window) for name in ("other", "gallery")]
    docks[1].setWidget(gallery)
    docks[1].visibilityChanged.connect(gallery.set_in_front)
    for dock in docks:
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    window.tabifyDockWidget(docks[1], docks[0])
    window.resize(900, 500)
    with qtbot.waitExposed(window):
        window.show()
    docks[0].raise_()
    qtbot.waitUntil(lambda: not gallery.is_seen)
    judged(qtbot, workspace)
    click(panel.matrix, Cell(3, 3) if panel.matrix.counts[3, 3] else most_confused(panel.matrix.counts))
    qtbot.waitUntil(lambda: gallery.is_seen)


def test_that_arrow_keys_choose_cells_and_escape_all(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, ConfusionPanel(make(experiment())))
    judged(qtbot, panel.workspace)
    QTest.keyClick(panel.matrix, Qt.Key.Key_Down)
    assert panel.matrix.cell == Cell(0, 0)
    QTest.keyClick(panel.matrix, Qt.Key.Key_Down)
    QTest.keyClick(panel.matrix, Qt.Key.Key_Right)
    assert panel.matrix.cell == Cell(1, 1)
    assert "1 taken for 1" in panel.matrix.accessibleDescription()
    QTest.keyClick(panel.matrix, Qt.Key.Key_Escape)
    assert panel.matrix.cell == Cell()


def test_that_a_class_at_the_edge_chooses_its_row_or_column(qtbot: QtBot) -> None:
    matrix = ConfusionMatrix()
    qtbot.addWidget(matrix)
    matrix.resize(500, 400)
    matrix.show_counts(np.eye(4, dtype=int), ("a", "b", "c", "d"))
    taken: list[Cell] = []
    matrix.taken.connect(taken.append)
    area, spot = matrix.matrix_area(), matrix.centre_of(Cell(2, 1)).toPoint()
    QTest.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=QPoint(int(area.left()) - 10, spot.y()))
    QTest.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=QPoint(spot.x(), int(area.top()) - 6))
    assert taken == [Cell(true=2), Cell(said=1)]


@pytest.mark.parametrize("classes", [2, 10, 37, 100])
def test_that_every_size_is_drawn_and_every_cell_can_be_hit(qtbot: QtBot, classes: int) -> None:
    matrix = ConfusionMatrix()
    qtbot.addWidget(matrix)
    matrix.resize(640, 420)
    counts = np.random.default_rng(0).integers(0, 40, (classes, classes))
    matrix.show_counts(counts, tuple(f"class {k}" for k in range(classes)))
    assert not matrix.grab().isNull()
    cells = [Cell(k, classes - 1 - k) for k in range(classes)]
    spots = [matrix.centre_of(cell) for cell in cells]
    assert [matrix.cell_at(spot.x(), spot.y()) for spot in spots] == cells


def test_that_the_gallery_ranks_pages_and_says_the_loss(make: Make, qtbot: QtBot) -> None:
    gallery = shown(qtbot, GalleryPanel(make(experiment())), 300, 500)
    train_to(qtbot, gallery.workspace, 4)
    judged(qtbot, gallery.workspace)
    said = judge_of(gallery.workspace).verdict.judgement
    losses = np.sort(said.losses)[::-1]
    assert gallery.cards.cards[0].note == f"loss {losses[0]:.3f}"
    assert not gallery.back.isEnabled()
    QTest.mouseClick(gallery.on, Qt.MouseButton.LeftButton)
    assert gallery.cards.cards[0].note == f"loss {losses[PAGE]:.3f}"
    assert gallery.count.whole == f"{PAGE + 1}–{2 * PAGE} of {len(said)}"
    QTest.keyClick(gallery.ranking, Qt.Key.Key_Right)
    assert gallery.ranking.key == "best"
    assert all(card.right for card in gallery.cards.cards)
    QTest.keyClick(gallery.ranking, Qt.Key.Key_Right)
    first = np.sort(gallery.cards.cards[0].probabilities)
    assert first[-1] - first[-2] == pytest.approx(said.leads.min())


def test_that_all_follow_the_time_slider(make: Make, qtbot: QtBot) -> None:
    workspace = make(experiment())
    panel, gallery = shown(qtbot, ConfusionPanel(workspace)), shown(qtbot, GalleryPanel(workspace))
    calibration = shown(qtbot, CalibrationPanel(workspace))
    judged(qtbot, workspace)
    first = panel.matrix.counts, gallery.cards.cards[0].note, calibration.figures[0].text()
    train_to(qtbot, workspace, 5)
    judged(qtbot, workspace)
    assert not np.array_equal(panel.matrix.counts, first[0])
    workspace.look_at(0)
    judged(qtbot, workspace)
    np.testing.assert_array_equal(panel.matrix.counts, first[0])
    assert (gallery.cards.cards[0].note, calibration.figures[0].text()) == first[1:]


def test_that_another_part_of_the_data_can_be_judged(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, ConfusionPanel(make(experiment())))
    judged(qtbot, panel.workspace)
    panel.part.take("train")
    judged(qtbot, panel.workspace)
    assert panel.matrix.counts.sum() == len(panel.workspace.data.train)


def test_that_nothing_is_asked_while_no_judging_panel_is_seen(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, ConfusionPanel(make(experiment())))
    judged(qtbot, panel.workspace)
    panel.hide()
    before = judge_of(panel.workspace).verdict
    train_to(qtbot, panel.workspace, 3)
    qtbot.wait(60)
    assert judge_of(panel.workspace).verdict is before
    panel.show()
    judged(qtbot, panel.workspace)
    assert judge_of(panel.workspace).verdict.frame.iteration == 3


def test_that_calibration_says_its_error_and_what_it_means(make: Make, qtbot: QtBot, theme: Theme) -> None:
    panel = shown(qtbot, CalibrationPanel(make(experiment())), 640, 400)
    train_to(qtbot, panel.workspace, 6)
    judged(qtbot, panel.workspace)
    found = panel.diagram.shown
    assert panel.figures[0].text().startswith(f"{100 * found.error:.2f}")
    assert panel.figures[3].text() == str(len(panel.workspace.data.test))
    gap = found.mean_confidence - found.mean_accuracy
    assert panel.sentence.text().startswith("Too sure" if gap >= 0.01 else "Too careful" if gap <= -0.01 else "On average")
    fullest = int(found.counts.argmax())
    upper, _ = panel.diagram.areas()
    words = panel.diagram.words_at(upper.left() + (fullest + 0.5) / 10 * upper.width())
    assert f"{found.counts[fullest]} samples" in words
    theme.set_mode("dark")
    assert not panel.grab().isNull()


def test_that_scores_and_values_have_nothing_to_calibrate(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, CalibrationPanel(make(experiment(loss="MeanSquared"))))
    judged(qtbot, panel.workspace)
    assert panel.nothing.isVisible()
    assert not panel.diagram.isVisible()


def test_that_values_get_residuals_and_a_list(make: Make, qtbot: QtBot) -> None:
    workspace = make(experiment("Affine(4) Tanh Affine(1)", "Sine", "MeanSquared", samples=60))
    panel, gallery = shown(qtbot, ConfusionPanel(workspace)), shown(qtbot, GalleryPanel(workspace))
    history, calibration = shown(qtbot, SampleHistoryPanel(workspace)), shown(qtbot, CalibrationPanel(workspace))
    judged(qtbot, workspace)
    said = judge_of(workspace).verdict.judgement
    assert panel.residuals.isVisible()
    np.testing.assert_allclose(np.sort(panel.residuals.points[:, 1]), np.sort(said.residuals[:, 0]), rtol=1e-6)
    assert gallery.values.rows[0, 2] == said.losses.max()
    assert history.nothing.isVisible()
    assert calibration.nothing.isVisible()
    assert not panel.grab().isNull()
    assert not gallery.grab().isNull()


def test_that_points_of_the_plane_have_a_picture_of_their_place(make: Make, qtbot: QtBot) -> None:
    gallery = shown(qtbot, GalleryPanel(make(experiment("Affine(2)", "Gauss", samples=100))))
    judged(qtbot, gallery.workspace)
    assert gallery.cards._pictures.shape[1:] == (33, 33)
    assert (gallery.cards._pictures == 1).sum(axis=(1, 2)).tolist() == [9] * len(gallery.cards.cards)


def test_that_the_history_is_what_the_kept_moments_said(make: Make, qtbot: QtBot) -> None:
    workspace = make(experiment())
    panel = shown(qtbot, SampleHistoryPanel(workspace), 700, 420)
    train_to(qtbot, workspace, 6)
    kept = workspace.run.timeline.snapshots
    qtbot.waitUntil(lambda: panel.history is not None and len(panel.history.iterations) == len(kept), timeout=5000)
    samples = panel._samples
    for snapshot, row in zip(kept, panel.history.right, strict=True):
        said = judge(FrameNetwork(), replace(workspace.frame, snapshot=snapshot), samples, np.arange(len(samples)))
        np.testing.assert_array_equal(row, said.guesses == samples.t)
    for place in (0, 7):
        last = panel.strips._strip(place).pixelColor(255, 0)
        assert (last.blue() > last.red()) == bool(panel.history.right[-1, place])
    key = panel.key.grab().toImage()
    wrong, right = (key.pixelColor(round(share * (key.width() - 1)), key.height() // 2) for share in (0.4, 0.6))
    assert wrong.red() > wrong.blue()
    assert right.blue() > right.red()
    assert panel.key.accessibleDescription() == "wrong … right"
    shown_first = panel.strips.rows[0].place
    assert panel.history.forgotten[shown_first] == panel.history.forgotten.max()
    assert not panel.grab().isNull()


def test_that_a_click_on_a_strip_goes_to_that_moment(make: Make, qtbot: QtBot) -> None:
    workspace = make(experiment())
    panel = shown(qtbot, SampleHistoryPanel(workspace), 700, 420)
    train_to(qtbot, workspace, 4)
    qtbot.waitUntil(lambda: panel.history is not None and panel.history.iterations[-1] == 4, timeout=5000)
    area = panel.strips.strip_area()
    QTest.mouseClick(panel.strips, Qt.MouseButton.LeftButton, pos=QPoint(int(area.center().x()), 8))
    assert workspace.frame.iteration == 2
    assert panel.line.whole.startswith("200 samples, 3 moments")
    QTest.keyClick(panel.strips, Qt.Key.Key_Left)
    assert workspace.frame.iteration == 1


def test_that_the_history_of_the_gallery_s_page_can_be_seen(make: Make, qtbot: QtBot) -> None:
    workspace = make(experiment())
    panel = shown(qtbot, SampleHistoryPanel(workspace), 700, 420)
    train_all(qtbot, workspace)
    panel.order.take("gallery")
    qtbot.waitUntil(lambda: judge_of(workspace).verdict is not None and len(panel.strips.rows) == PAGE, timeout=5000)
    judged_rows = judge_of(workspace)
    worst = judged_rows.verdict.judgement.rows[judged_rows.page_places()]
    qtbot.waitUntil(lambda: np.array_equal(panel._samples.x, judged_rows.verdict.samples.x[worst]), timeout=5000)
