"""The list of runs, duels, branches and notes, as a person uses them."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from core.fields import ComponentSpec
from core.text import parse_network
from tests.workbench.panels.acting import Make
from tests.workbench.panels.running import experiment, shown, train_all, train_to
from workbench.panels.curves.panel import CurvesPanel
from workbench.panels.runs.panel import RunsPanel
from workbench.panels.runs.run_list import DIFFERENCE, EYE, NAME, STAR, STATE
from workbench.panels.signals.panel import SignalsPanel
from workbench.plots.live_plot import LivePlot
from workbench.runs.note_dialog import NoteDialog
from workbench.status import RunState
from workbench.widgets.toast import toast_over
from workbench.workspace import Workspace


def rest(qtbot: QtBot, workspace: Workspace) -> None:
    qtbot.waitUntil(lambda: workspace.status.state in {RunState.PAUSED, RunState.FINISHED}, timeout=20_000)


def with_optimizer(workspace: Workspace, spec: ComponentSpec) -> None:
    training = replace(workspace.experiment.training, optimizer=spec)
    workspace.apply(replace(workspace.experiment, training=training), "Change the optimizer")


def two_runs(qtbot: QtBot, make: Make) -> RunsPanel:
    """Six updates with Adam, and after a reset four with SGD."""
    panel = shown(qtbot, RunsPanel(make(experiment())), 800, 300)
    train_to(qtbot, panel.workspace, 6)
    panel.workspace.reset()
    rest(qtbot, panel.workspace)
    with_optimizer(panel.workspace, ComponentSpec.of("SGD", lr=0.1))
    train_to(qtbot, panel.workspace, 4)
    return panel


def texts(panel: RunsPanel, column: int) -> list[str]:
    panel._show()
    return [panel.list.topLevelItem(row).text(column) for row in range(panel.list.topLevelItemCount())]


def click(qtbot: QtBot, panel: RunsPanel, row: int, column: int) -> None:
    area = panel.list.visualRect(panel.list.model().index(row, column))
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(area.left() + 12, area.center().y()))


def test_that_a_reset_keeps_what_was_learned_as_a_run_of_the_list(make: Make, qtbot: QtBot) -> None:
    panel = two_runs(qtbot, make)
    assert texts(panel, NAME) == ["1  Adam", "2  SGD"]
    assert texts(panel, DIFFERENCE) == ["first run", "SGD instead of Adam"]
    assert texts(panel, STATE) == ["stands at 6", "stands at 4"]


def test_that_an_update_is_needed_to_be_kept(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, RunsPanel(make(experiment())), 800, 300)
    for _ in range(3):
        panel.workspace.reset()
        rest(qtbot, panel.workspace)
    assert texts(panel, NAME) == ["1  Adam"]


def test_that_kept_runs_are_laid_over_the_curves_until_they_are_hidden(make: Make, qtbot: QtBot) -> None:
    panel = two_runs(qtbot, make)
    curves = shown(qtbot, CurvesPanel(panel.workspace), 800, 420)
    assert {curve.run for curve in curves.loss.curves} == {0, 1}
    other = next(curve for curve in curves.loss.curves if curve.run == 0 and curve.label == "training")
    np.testing.assert_array_equal(other.x, np.arange(1, 7))
    click(qtbot, panel, 0, EYE)
    assert {curve.run for curve in curves.loss.curves} == {1}
    click(qtbot, panel, 0, EYE)
    assert {curve.run for curve in curves.loss.curves} == {0, 1}


def test_that_the_filter_holds_for_the_list_and_the_plots(make: Make, qtbot: QtBot) -> None:
    panel = two_runs(qtbot, make)
    curves = shown(qtbot, CurvesPanel(panel.workspace), 800, 420)
    qtbot.keyClicks(panel.filter, "run>1")
    assert texts(panel, NAME) == ["2  SGD"]
    assert {curve.run for curve in curves.loss.curves} == {1}
    panel.filter.setText("adam")
    assert texts(panel, NAME) == ["1  Adam", "2  SGD"], "the second differs from Adam, which its words say"
    panel.filter.setText("first")
    assert {curve.run for curve in curves.loss.curves} == {0}
    panel.filter.clear()
    assert len(texts(panel, NAME)) == 2


def test_that_a_run_that_was_not_measured_yet_has_a_plot_for_each_layer_and_no_line(make: Make, qtbot: QtBot) -> None:
    workspace = make(experiment("Affine(10)", flatten=True))
    signals = shown(qtbot, SignalsPanel(workspace), 700, 400)
    assert [plot.objectName() for plot in signals.gradients] == ["signals.gradient.affine1"]
    assert not [curve for plot in (*signals.gradients, *signals.updates) for curve in plot.curves if len(curve.x)]


def test_that_the_gradients_of_all_runs_are_laid_over_each_other_and_follow_the_filter(make: Make, qtbot: QtBot) -> None:
    panel = two_runs(qtbot, make)
    signals = shown(qtbot, SignalsPanel(panel.workspace), 700, 400)
    qtbot.waitUntil(lambda: len(signals.gradients[0].curves) >= 2)

    def runs_of(plot: LivePlot) -> set[int | None]:
        return {curve.run for curve in plot.curves}

    plots = (*signals.gradients, *signals.updates, signals.rate)
    assert all(runs_of(plot) == {0, 1} for plot in plots)
    field = panel.findChild(QLineEdit, "runs.filter")
    assert field is not None
    field.setText("run=1")
    assert all(runs_of(plot) == {0} for plot in plots)
    field.setText("run=2")
    assert all(runs_of(plot) == {1} for plot in plots)
    field.clear()
    assert all(runs_of(plot) == {0, 1} for plot in plots)


def test_that_a_deleted_run_comes_back_with_undo_and_the_present_one_stays(make: Make, qtbot: QtBot) -> None:
    panel = two_runs(qtbot, make)
    texts(panel, NAME)
    panel.list.selectAll()
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    assert texts(panel, NAME) == ["2  SGD"]
    panel.workspace.document.undo_stack.undo()
    assert texts(panel, NAME) == ["1  Adam", "2  SGD"]
    panel.workspace.document.undo_stack.redo()
    assert texts(panel, NAME) == ["2  SGD"]


def test_that_a_deleted_run_can_be_brought_back_where_it_is_told(make: Make, qtbot: QtBot) -> None:
    panel = two_runs(qtbot, make)
    texts(panel, NAME)
    panel.list.selectAll()
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    toast = toast_over(panel)
    assert toast.text == "Run 1 deleted"
    button = toast.findChild(QPushButton, "toast.act")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert texts(panel, NAME) == ["1  Adam", "2  SGD"]
    assert not toast.isVisible()


def test_that_the_offer_to_undo_goes_with_the_next_edit(make: Make, qtbot: QtBot) -> None:
    panel = two_runs(qtbot, make)
    texts(panel, NAME)
    panel.list.selectAll()
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    assert toast_over(panel).isVisible()
    click(qtbot, panel, 0, STAR)
    assert not toast_over(panel).isVisible()


def test_that_the_run_that_is_shown_says_why_it_stays(make: Make, qtbot: QtBot) -> None:
    panel = two_runs(qtbot, make)
    texts(panel, NAME)
    panel.list.setCurrentItem(panel.list.topLevelItem(1))
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    assert "cannot be deleted" in toast_over(panel).text
    assert texts(panel, NAME) == ["1  Adam", "2  SGD"]


def test_that_a_star_and_a_name_can_be_undone(make: Make, qtbot: QtBot) -> None:
    panel = two_runs(qtbot, make)
    texts(panel, NAME)
    click(qtbot, panel, 0, STAR)
    assert panel.workspace.runs.about(1).starred
    panel.list.edit_name(1)
    editor = panel.list.findChild(QLineEdit)
    editor.setText("1  the good one")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: texts(panel, NAME)[0] == "1  the good one")
    panel.workspace.document.undo_stack.undo()
    panel.workspace.document.undo_stack.undo()
    about = panel.workspace.runs.about(1)
    assert (about.name, about.starred) == ("", False)


def test_that_a_run_of_the_list_is_taken_up_where_it_stood(make: Make, qtbot: QtBot) -> None:
    panel = two_runs(qtbot, make)
    texts(panel, NAME)
    panel.list.select(1)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    rest(qtbot, panel.workspace)
    workspace = panel.workspace
    assert (workspace.run.about.place, workspace.run.iteration) == (1, 6)
    assert workspace.experiment.training.optimizer.kind == "Adam"
    train_to(qtbot, workspace, 8)
    assert workspace.frame.curves.steps[:, 0].tolist() == list(range(1, 9))
    assert texts(panel, STATE) == ["stands at 8", "stands at 4"]


def test_that_a_branch_begins_at_the_moment_that_is_shown_and_leaves_the_old_run_alone(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, RunsPanel(make(experiment())), 800, 300)
    workspace = panel.workspace
    train_to(qtbot, workspace, 6)
    before = workspace.frame.curves.steps[:, :5].copy()
    workspace.look_at(4)
    panel.branch.click()
    rest(qtbot, workspace)
    assert workspace.run.iteration == 4
    assert texts(panel, DIFFERENCE) == ["first run", "branch of 1 at 4"]
    with_optimizer(workspace, ComponentSpec.of("Adam", lr=0.1))
    train_to(qtbot, workspace, 6)
    assert texts(panel, DIFFERENCE)[1] == "branch of 1 at 4: learning rate 0.1 instead of 0.01"
    np.testing.assert_array_equal(workspace.runs.kept[0].curves.steps[:, :5], before)


def test_that_a_duel_is_chosen_by_one_thing_and_trained_in_step(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, RunsPanel(make(experiment())), 800, 300)
    workspace = panel.workspace
    dialog = panel.open_duel()
    dialog.offer("learning rate")
    for row in range(3):
        dialog.values.item(row).setCheckState(Qt.CheckState.Checked)
    assert "4 runs" in dialog.findChild(QLabel, "duel.about").text()
    qtbot.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: workspace.status.state is RunState.FINISHED, timeout=30_000)
    runs = workspace.runs.active
    assert len(runs) == 4
    assert len({run.iteration for run in runs}) == 1
    first = [run.timeline.history.curves().steps[0, 1] for run in runs]
    assert len(set(first)) == 1, "the same weights see the same first batch"
    texts(panel, NAME)
    assert panel.parting.text == "Duel of 4 runs: part after update 1" or "part after update 1" in panel.parting.whole


def test_that_all_runs_of_a_duel_are_looked_back_at_together(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, RunsPanel(make(experiment())), 800, 300)
    workspace = panel.workspace
    sgd = replace(workspace.experiment.training, optimizer=ComponentSpec.of("SGD", lr=0.1))
    workspace.starts.duel([replace(workspace.experiment, training=sgd)], play=False)
    rest(qtbot, workspace)
    train_to(qtbot, workspace, 6)
    workspace.look_at(3)
    assert [run.looked_at.iteration for run in workspace.runs.active] == [3, 3]
    place = workspace.runs.active[1].about.place
    workspace.starts.take_up(place)
    assert workspace.frame.experiment.training.optimizer.kind == "SGD"
    assert workspace.frame.iteration == 3


def test_that_too_many_rivals_cannot_be_started(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, RunsPanel(make(experiment())), 800, 300)
    dialog = panel.open_duel()
    dialog.offer("activation")
    for row in range(dialog.values.count()):
        dialog.values.item(row).setCheckState(Qt.CheckState.Checked)
    assert dialog.start.isEnabled() == (dialog.values.count() < 8)
    for row in range(dialog.values.count()):
        dialog.values.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.start.isEnabled()
    dialog.reject()


def test_that_a_note_stands_on_the_curve_at_its_moment(make: Make, qtbot: QtBot) -> None:
    curves = shown(qtbot, CurvesPanel(make(experiment())), 800, 420)
    workspace = curves.workspace
    train_to(qtbot, workspace, 6)
    workspace.look_at(4)
    dialog = NoteDialog(workspace, curves)
    dialog.open()
    qtbot.keyClicks(dialog.text, "here it begins to learn")
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return)
    assert [(mark.x, mark.label) for mark in curves.loss._marks if mark.tone == "warn"] == [(4, "here it begins to learn")]
    workspace.document.undo_stack.undo()
    assert not [mark for mark in curves.loss._marks if mark.tone == "warn"]


def test_that_all_runs_are_saved_as_one_table(make: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    panel = two_runs(qtbot, make)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "runs.csv"), ""))
    panel.export.click()
    with (tmp_path / "runs.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [row["run"] for row in rows] == ["1"] * 6 + ["2"] * 4
    losses = panel.workspace.frame.curves.steps[:, 1]
    np.testing.assert_allclose([float(row["loss"]) for row in rows[6:]], losses, rtol=1e-8)
    assert rows[4]["validation_loss"], "the fifth update was judged"
    assert toast_over(panel).text == "Saved to runs.csv."


def test_that_a_run_that_stops_early_shows_its_best_moment(make: Make, qtbot: QtBot) -> None:
    hasty = experiment("Affine(10)", flatten=True, epochs=400)
    stop = replace(hasty.training.stop, patience=3)
    workspace = make(replace(hasty, training=replace(hasty.training, stop=stop)))
    train_all(qtbot, workspace)
    assert workspace.status.reason == "patience"
    best = workspace.run.timeline.best_iteration
    assert workspace.frame.iteration == best < workspace.run.iteration
    assert workspace.runs.about(1).outcome == "patience"


def test_that_networks_differ_in_words() -> None:
    from workbench.runs.wording import difference

    plain = experiment("Affine(8) ReLU Affine(10)")
    other = replace(plain, network=parse_network("Affine(8) Tanh Affine(10)"))
    assert "Tanh" in difference(plain, other)
    assert difference(plain, plain) == ""


def test_that_dropout_changes_while_running_and_leaves_a_mark(make: Make, qtbot: QtBot) -> None:
    curves = shown(qtbot, CurvesPanel(make(experiment("Affine(8) ReLU Dropout(0.5) Affine(10)", flatten=True))), 800, 420)
    workspace = curves.workspace
    train_to(qtbot, workspace, 4)
    network = workspace.experiment.network
    layer = next(layer for layer in network.walk() if layer.kind == "Dropout")
    other = network.replace(layer.id, replace(layer, settings=(("ratio", 0.2),)))
    workspace.apply(replace(workspace.experiment, network=other), "Change the ratio")
    train_to(qtbot, workspace, 6)
    assert workspace.frame.curves.steps[:, 0].tolist() == [1, 2, 3, 4, 5, 6], "no restart"
    marks = [(mark.x, mark.label) for mark in curves.loss._marks if mark.flag]
    assert marks == [(4, "dropout1: Dropout(ratio=0.2)")]
    workspace.look_at(3)
    workspace.starts.branch()
    rest(qtbot, workspace)
    assert workspace.experiment.network.find(layer.id).settings == layer.settings, "a branch has the ratio of its moment"
