"""The 2-2-1 network as a person sees it learn XOR."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from core.experiment import Experiment
from workbench.panels.perceptron_hidden.charts import SeedChart
from workbench.panels.perceptron_hidden.panel import PerceptronHiddenPanel
from workbench.panels.perceptron_hidden.planes import PlaneOfPoints
from workbench.workspace import Workspace


@pytest.fixture
def panel(qtbot):
    workspace = Workspace(Experiment())
    made = PerceptronHiddenPanel(workspace)
    made.resize(480, 640)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    workspace.close()


def find(panel, name):
    return panel.findChild(QWidget, name)


def test_that_the_points_fold_until_a_line_separates_them(panel):
    plane = panel.findChild(PlaneOfPoints, "hidden.hidden")
    before = plane.points().copy()
    assert "No line separates" in find(panel, "hidden.about").text()
    for _ in range(6):
        QTest.mouseClick(find(panel, "hidden.leap"), Qt.MouseButton.LeftButton)
    assert "4 of 4" in find(panel, "hidden.state").whole
    assert "one line now separates" in find(panel, "hidden.about").text()
    assert abs(plane.points() - before).max() > 0.2
    panel.grab()


def test_that_a_run_moves_and_stops_with_the_panel(panel, qtbot):
    QTest.mouseClick(find(panel, "hidden.run"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "step 0:" not in find(panel, "hidden.state").whole, timeout=4000)
    panel.hide()
    assert not panel._trainer.running


def test_that_a_hundred_starts_are_counted_and_one_can_be_looked_at(panel, qtbot):
    chart = panel.findChild(SeedChart, "hidden.seeds")
    qtbot.waitUntil(lambda: chart.report is not None, timeout=20000)
    assert f"{chart.report.successes} of 100" in find(panel, "hidden.share").text()
    stuck = next(seed for seed, steps in enumerate(chart.report.learned_after) if steps is None)
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.cell(stuck).center().toPoint())
    assert panel.workspace.experiment.perceptron.hidden.seed == stuck
    panel._trainer.advance(3000)
    assert panel._trainer.right < 4
    assert "This start is stuck: after 3,000 steps" in find(panel, "hidden.about").text()
    panel.workspace.document.undo_stack.undo()
    assert panel.workspace.experiment == Experiment()


def test_that_another_activation_is_counted_anew(panel, qtbot):
    chart = panel.findChild(SeedChart, "hidden.seeds")
    qtbot.waitUntil(lambda: chart.report is not None, timeout=20000)
    before = chart.report
    find(panel, "hidden.activation").take("tanh")
    qtbot.waitUntil(lambda: chart.report is not None and chart.report != before, timeout=20000)
    assert chart.report.spec.activation == "tanh"
