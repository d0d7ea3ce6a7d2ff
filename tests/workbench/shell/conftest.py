"""A whole window around a small network, with a panel or two of our own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.datasets.recipe import DataRecipe
from core.experiment import Experiment, TrainingConfig
from core.fields import ComponentSpec
from core.text import parse_network
from workbench.document_files import DocumentFiles
from workbench.labs import Place
from workbench.main_window import MainWindow
from workbench.panels.base import Panel
from workbench.settings import SettingsStore
from workbench.translation import use_language
from workbench.widgets.labels import Label
from workbench.workspace import Workspace


class SidePanel(Panel):
    name = "side"
    title = "Side"
    places = (Place("train", 0),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.label = Label("side")
        QVBoxLayout(self).addWidget(self.label)
        self.set_note("note")


class MiddlePanel(SidePanel):
    name = "middle"
    title = "Middle"
    places = (Place("train", 1, 0), Place("network", 1, 0))


class LowerPanel(SidePanel):
    name = "lower"
    title = "Lower"
    places = (Place("train", 1, 1, stretch=2),)


class TabPanel(SidePanel):
    name = "tabbed"
    title = "Tabbed"
    places = (Place("train", 2, 0),)


class OtherTabPanel(SidePanel):
    name = "tabbed2"
    title = "Tabbed too"
    places = (Place("train", 2, 0),)


PANELS = {panel.name: panel for panel in (SidePanel, MiddlePanel, LowerPanel, TabPanel, OtherTabPanel)}


def small_experiment() -> Experiment:
    return Experiment(
        network=parse_network("Affine(4) ReLU Affine(2)"),
        data=DataRecipe(ComponentSpec.of("Circle", samples=60)),
        training=TrainingConfig(batch_size=10, epochs=50),
    )


@dataclass
class Shell:
    window: MainWindow
    workspace: Workspace
    store: SettingsStore
    files: DocumentFiles


@pytest.fixture
def make_shell(qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    monkeypatch.setattr("workbench.main_window.discover_panels", lambda: PANELS)
    shells: list[Shell] = []

    def make() -> Shell:
        workspace = Workspace(small_experiment())
        files = DocumentFiles(workspace, tmp_path / "state", workspace)
        store = SettingsStore(tmp_path / "settings.ini")
        window = MainWindow(workspace, files, store)
        shells.append(Shell(window, workspace, store, files))
        return shells[-1]

    yield make
    for shell in shells:
        shell.files.close()
        shell.workspace.close()
        shell.window.deleteLater()
    use_language(QCoreApplication.instance(), "en")


@pytest.fixture
def shell(make_shell) -> Shell:
    made: Shell = make_shell()
    made.window.resize(1440, 900)
    made.window.show()
    return made
