from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.studies.base import studies_in_order
from tests.workbench.panels.acting import Make
from tests.workbench.panels.running import experiment, shown
from workbench.panels.experiments.panel import ExperimentsPanel
from workbench.widgets.buttons import Button
from workbench.widgets.number_field import NumberField
from workbench.widgets.segmented import Segmented

ROWS = {kind.__name__: row for row, kind in enumerate(studies_in_order())}


@pytest.fixture
def panel(make: Make, qtbot: QtBot) -> ExperimentsPanel:
    return shown(qtbot, ExperimentsPanel(make(experiment())), 900, 640)


def choose(panel: ExperimentsPanel, name: str) -> None:
    panel.list.setCurrentRow(ROWS[name])


def click_run(panel: ExperimentsPanel, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.begin, Qt.MouseButton.LeftButton)


def type_number(panel: ExperimentsPanel, setting: str, text: str, qtbot: QtBot) -> None:
    field = panel.findChild(NumberField, f"experiments.settings.{setting}.field")
    assert field is not None
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def wait(panel: ExperimentsPanel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not panel.run.is_busy, timeout=20_000)


def test_that_one_click_runs_an_experiment_and_says_what_came_out(panel: ExperimentsPanel, qtbot: QtBot) -> None:
    choose(panel, "Sampling")
    click_run(panel, qtbot)
    wait(panel, qtbot)
    assert "63." in panel.results.sentences[0].text()
    assert panel.results.table.topLevelItemCount() == 3
    assert len(panel.results.plots[0].curves) == 3


def test_that_a_slider_moves_the_histograms_at_once(panel: ExperimentsPanel, qtbot: QtBot) -> None:
    choose(panel, "InitialHistograms")
    wait(panel, qtbot)
    before = panel.results.histograms[4].counts.copy()
    type_number(panel, "std", "0.01", qtbot)
    wait(panel, qtbot)
    assert (panel.results.histograms[4].counts != before).any()
    assert "0.01" in panel.results.sentences[0].text()


def test_that_settings_stay_while_another_experiment_is_looked_at(panel: ExperimentsPanel, qtbot: QtBot) -> None:
    choose(panel, "Sampling")
    type_number(panel, "epochs", "5", qtbot)
    choose(panel, "GradientCheck")
    choose(panel, "Sampling")
    click_run(panel, qtbot)
    wait(panel, qtbot)
    assert panel.results.table.topLevelItemCount() == 5


def test_that_cancel_ends_the_work_and_keeps_what_was_seen(panel: ExperimentsPanel, qtbot: QtBot) -> None:
    choose(panel, "OptimizerComparison")
    panel.source.set_key("Digits")
    click_run(panel, qtbot)
    qtbot.waitUntil(lambda: bool(panel.results.plots), timeout=20_000)
    assert panel.progress.isVisible()
    panel.progress.cancelled.emit()
    assert not panel.run.is_busy
    assert panel.progress.isHidden()
    assert panel.results.plots
    assert panel.begin.isEnabled()


def test_that_the_gradient_check_is_of_the_present_network(panel: ExperimentsPanel, qtbot: QtBot) -> None:
    choose(panel, "GradientCheck")
    type_number(panel, "checked", "2", qtbot)
    click_run(panel, qtbot)
    wait(panel, qtbot)
    names = [panel.results.table.topLevelItem(row).text(0) for row in range(panel.results.table.topLevelItemCount())]
    assert names == ["conv1.W", "conv1.b", "affine1.W", "affine1.b"]


def test_that_samples_without_classes_are_refused_in_words(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, ExperimentsPanel(make(experiment("Affine(1)", "Sine", "MeanSquaredError"))), 900, 640)
    choose(panel, "OptimizerComparison")
    panel.source.set_key("document")
    click_run(panel, qtbot)
    assert not panel.run.is_busy
    assert any("classes" in label.text() for label in panel.findChildren(type(panel._trouble)) if label.isVisible())


def test_that_tanh_can_be_chosen_by_keyboard(panel: ExperimentsPanel, qtbot: QtBot) -> None:
    choose(panel, "InitialHistograms")
    wait(panel, qtbot)
    choice = panel.findChild(Segmented, "experiments.settings.activation.segments") or next(
        s for s in panel.findChildren(Segmented) if s.objectName().startswith("experiments.settings.activation")
    )
    qtbot.keyClick(choice, Qt.Key.Key_Right)
    wait(panel, qtbot)
    assert panel.results.sentences


def test_that_an_experiment_that_has_not_run_offers_to(panel: ExperimentsPanel, qtbot: QtBot) -> None:
    choose(panel, "Sampling")
    assert panel.results.empty.isVisible()
    run = panel.results.empty.findChild(Button)
    assert run is not None
    qtbot.mouseClick(run, Qt.MouseButton.LeftButton)
    wait(panel, qtbot)
    assert panel.results.empty.isHidden()
    assert panel.results.sentences
