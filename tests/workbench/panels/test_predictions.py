"""Cards, maps and curves of what the network says."""

from __future__ import annotations

import numpy as np
from pytestqt.qtbot import QtBot

from tests.workbench.panels.acting import Make
from tests.workbench.panels.running import experiment, shown, train_all, train_to
from workbench.panels.predictions.panel import PredictionsPanel
from workbench.plots.axes import ticks
from workbench.theme.theme import Theme


def test_that_twelve_test_samples_of_all_classes_stay_the_same_through_a_run(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, PredictionsPanel(make(experiment())))
    labels = [card.label for card in panel.cards.cards]
    assert len(labels) == 12
    assert set(labels) == set(range(10))
    train_to(qtbot, panel.workspace, 3)
    assert [card.label for card in panel.cards.cards] == labels


def test_that_cards_are_grey_before_training_and_judged_after(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, PredictionsPanel(make(experiment())))
    qtbot.waitUntil(lambda: panel.cards.cards[0].guess >= 0)
    assert not panel.cards.judged
    assert panel.score.text() == ""
    train_all(qtbot, panel.workspace)
    qtbot.waitUntil(lambda: panel.cards.judged and panel.cards.right >= 9, timeout=5000)
    assert panel.score.text() == f"{panel.cards.right} / 12 right"


def test_that_looking_back_shows_what_was_said_then(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, PredictionsPanel(make(experiment())))
    qtbot.waitUntil(lambda: panel.cards.cards[0].guess >= 0)
    first = panel.cards.cards[0].probabilities
    train_to(qtbot, panel.workspace, 4)
    qtbot.waitUntil(lambda: panel.cards.judged)
    panel.workspace.look_at(0)
    qtbot.waitUntil(lambda: not panel.cards.judged)
    np.testing.assert_array_equal(panel.cards.cards[0].probabilities, first)


def test_that_a_hidden_panel_asks_nothing(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, PredictionsPanel(make(experiment())))
    qtbot.waitUntil(lambda: panel.cards.cards[0].guess >= 0)
    panel.hide()
    before = panel.cards.cards
    train_to(qtbot, panel.workspace, 2)
    qtbot.wait(50)
    assert panel.cards.cards is before


def test_that_only_cards_that_look_different_are_painted_again(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, PredictionsPanel(make(experiment())))
    qtbot.waitUntil(lambda: panel.cards.cards[0].guess >= 0)
    answers = np.full((12, 10), 0.1)
    panel.cards.show_answers(answers, judged=True)
    qtbot.wait(20)
    painted = []
    paint = panel.cards._paint_card
    panel.cards._paint_card = lambda *a: (painted.append(a[2]), paint(*a))
    answers = answers.copy()
    answers[7] = np.eye(10)[3]
    panel.cards.show_answers(answers, judged=True)
    qtbot.waitUntil(lambda: len(painted) > 0)
    assert painted == [7]


def test_that_points_of_the_plane_get_a_map_with_the_wrong_ones_marked(make: Make, qtbot: QtBot, theme: Theme) -> None:
    panel = shown(qtbot, PredictionsPanel(make(experiment("Affine(8) Tanh Affine(2)", "Gauss", samples=200, epochs=25))))
    qtbot.waitUntil(lambda: panel.plane.shown is not None)
    assert panel.plane.shown.outputs.shape == (60, 60, 2)
    train_all(qtbot, panel.workspace)
    qtbot.waitUntil(lambda: panel.plane.shown.iteration == panel.workspace.run.iteration, timeout=5000)
    right = 40 - len(panel.plane.wrong_points())
    assert right >= 30
    assert panel.score.text() == f"{right} / 40 right"
    theme.set_mode("dark")
    assert not panel.grab().isNull()


def test_that_three_classes_get_a_map_of_their_colours(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, PredictionsPanel(make(experiment("Affine(3)", "ThreeSpirals", samples=90))))
    qtbot.waitUntil(lambda: panel.plane.shown is not None)
    assert panel.plane.shown.outputs.shape == (60, 60, 3)
    assert not panel.grab().isNull()


def test_that_values_over_the_line_get_a_curve(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, PredictionsPanel(make(experiment("Affine(4) Tanh Affine(1)", "Sine", "MeanSquared", samples=60))))
    qtbot.waitUntil(lambda: len(panel.line.curve) > 0)
    assert panel.line.curve[0, 0] < panel.line.curve[-1, 0]
    assert panel.score.text() == ""


def test_that_values_over_the_plane_get_a_map(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, PredictionsPanel(make(experiment("Affine(1)", "Plane", "MeanSquared", samples=60))))
    qtbot.waitUntil(lambda: panel.plane.shown is not None)
    assert panel.plane.shown.outputs.shape == (60, 60, 1)
    assert panel.score.text() == ""


def test_that_ticks_are_round_numbers_inside_the_range() -> None:
    assert ticks(-0.1, 1.1, 5) == [0, 0.5, 1]
    assert ticks(-6, 6, 6) == [-6, -4, -2, 0, 2, 4, 6]
    assert ticks(3, 3, 4) == [3]
