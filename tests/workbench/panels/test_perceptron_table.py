"""The weighted sum in a column as narrow as that of a small window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPaintEvent, QRegion
from pytestqt.qtbot import QtBot

from core.experiment import Experiment
from workbench.panels.perceptron_table.panel import PerceptronTablePanel
from workbench.panels.perceptron_table.truth_table import TruthTable
from workbench.perceptron.live_text import LiveText
from workbench.perceptron.session import perceptron_session
from workbench.workspace import Workspace

NARROW = 268


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[PerceptronTablePanel]:
    workspace = Workspace(Experiment())
    made = PerceptronTablePanel(workspace)
    made.resize(NARROW, 320)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    assert workspace.close(30.0)


def show(panel: PerceptronTablePanel, **changed: object) -> None:
    session = perceptron_session(panel.workspace)
    session.edit(replace(session.spec, **changed), "Set up")


class Painted(QObject):
    """What of a widget was painted since."""

    def __init__(self) -> None:
        super().__init__()
        self.region = QRegion()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return super().eventFilter(watched, event)


def test_that_a_sum_in_thousandths_takes_no_more_lines(panel: PerceptronTablePanel) -> None:
    formula = panel.findChild(LiveText, "perceptron.formula")
    height = formula.height()
    assert "= 0.50·1 + 0.50·1 − 0.70 = 0.30" in formula.accessibleName()
    show(panel, w1=-0.688, w2=-0.162, b=-0.559)
    line = "= −0.688·1 − 0.162·1 − 0.559 = −1.409".replace(" ", "\N{HAIR SPACE}")
    assert line in formula.accessibleName()
    assert formula.height() == height


def test_that_a_table_that_moves_is_painted_whole(panel: PerceptronTablePanel, qtbot: QtBot) -> None:
    table, formula = panel.findChild(TruthTable), panel.findChild(LiveText, "perceptron.formula")
    painted = Painted()
    table.installEventFilter(painted)
    show(panel, w1=0.4)
    formula.set_text(formula.text() + "<br>one more line")
    qtbot.waitUntil(lambda: QRegion(table.rect()).subtracted(painted.region).isEmpty())
    table.removeEventFilter(painted)
