"""A person saves what the window shows over a run as a film."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.workbench.panels.acting import Make
from tests.workbench.panels.test_descent_landscape import MOONS
from workbench.film.dialog import FilmDialog, save_film
from workbench.film.scene import Scene, run_scene
from workbench.film.writing import Timing
from workbench.widgets.toast import toast_over
from workbench.workspace import Workspace


class Sign(QWidget):
    """Shows the iteration, and what a slow question says about it."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.label = QLabel()
        QVBoxLayout(self).addWidget(self.label)
        self.setFixedSize(161, 60)
        workspace.frame_changed.connect(lambda frame: self.label.setText("█" * (1 + frame.iteration)))


def trained(qtbot: QtBot, make: Make, steps: int) -> Workspace:
    workspace = make(MOONS)
    for step in range(1, steps + 1):
        workspace.step_batch()
        qtbot.waitUntil(lambda s=step: workspace.frame is not None and workspace.frame.iteration == s, timeout=20_000)
    return workspace


def test_that_a_film_of_a_run_shows_its_moments_and_returns_to_the_present(
    qtbot: QtBot, make: Make, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    workspace = trained(qtbot, make, 4)
    sign = Sign(workspace)
    qtbot.addWidget(sign)
    sign.show()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "run"), ""))
    save_film(sign, run_scene(workspace, sign), "gif", "run", Timing())
    qtbot.waitUntil(lambda: sign.findChild(FilmDialog) is None, timeout=20_000)
    dark = []
    with Image.open(tmp_path / "run.gif") as film:
        assert film.size == (161, 60)
        for picture in range(film.n_frames):
            film.seek(picture)
            dark.append(sum(value < 100 for value in film.convert("L").tobytes()))
    assert len(dark) == len(workspace.run.timeline.iterations) == 5
    assert dark == sorted(set(dark))
    assert workspace.frame is not None
    assert workspace.frame.live
    assert not list(tmp_path.glob("*.part"))
    assert toast_over(sign).text == "Saved to run.gif."


def test_that_a_film_that_is_broken_off_leaves_no_file(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    sign = QWidget()
    qtbot.addWidget(sign)
    sign.show()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "run.gif"), ""))
    ended: list[bool] = []
    scene = Scene(
        moments=range(10),
        show=lambda _moment: None,
        picture=lambda: pytest.fail("nothing is ready"),
        is_ready=lambda: False,
        end=lambda: ended.append(True),
    )
    dialog = save_film(sign, scene, "gif", "run", Timing())
    assert dialog is not None
    cancel = dialog.findChild(QPushButton, "film.cancel")
    assert cancel is not None
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(ended), timeout=20_000)
    assert not list(tmp_path.iterdir())
