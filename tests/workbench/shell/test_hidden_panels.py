"""Panels that nobody sees cost nothing, and show the newest moment when they come to the front."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from core.experiment import Experiment
from core.training.frame import Frame
from workbench.lab import LabView
from workbench.labs import Lab, Place
from workbench.panels.base import Panel
from workbench.settings import SettingsStore
from workbench.workspace import Workspace


class Front(Panel):
    name, title, places = "front", "Front", (Place("try", 0),)


class Behind(Panel):
    name, title, places = "behind", "Behind", (Place("try", 0),)

    def show_frame(self, frame: Frame) -> None:
        self.shown = frame


def test_that_a_panel_behind_a_tab_draws_nothing_until_it_is_opened(qtbot: QtBot) -> None:
    workspace = Workspace(Experiment())
    lab = LabView(Lab("try", "Try", (0,)), [(Front, Front.places[0]), (Behind, Behind.places[0])], workspace, SettingsStore())
    qtbot.addWidget(lab)
    lab.build()
    lab.resize(600, 400)
    lab.show()
    qtbot.waitExposed(lab)
    behind = lab.docks["behind"]
    lab.docks["front"].raise_()
    qtbot.waitUntil(lambda: not behind.panel.is_seen)
    frame = object()
    workspace.frame_changed.emit(frame)
    assert not hasattr(behind.panel, "shown")
    behind.raise_()
    qtbot.waitUntil(lambda: getattr(behind.panel, "shown", None) is frame)
    assert workspace.close()
