"""A run that ends while the person looks at something else tells so."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from tests.workbench.panels.running import experiment
from workbench.run_herald import RunHerald
from workbench.status import RunState
from workbench.workspace import Workspace


class Window(QWidget):
    """A window that says whether it is in front."""

    in_front = False

    def isActiveWindow(self) -> bool:
        return self.in_front


@pytest.mark.parametrize("in_front", [True, False])
def test_that_the_end_of_a_run_is_told_unless_the_window_is_in_front(qtbot: QtBot, in_front: bool) -> None:
    window, workspace = Window(), Workspace(experiment("Affine(10)", flatten=True, epochs=1))
    qtbot.addWidget(window)
    window.in_front = in_front
    told: list[tuple[str, str]] = []
    RunHerald(window, workspace, lambda title, words: told.append((title, words)))
    workspace.restart(play=True)
    qtbot.waitUntil(lambda: workspace.status.state is RunState.FINISHED, timeout=20_000)
    assert workspace.close()
    if in_front:
        assert not told
    else:
        assert told == [("Neural Workbench", f"Run 1 is over after {workspace.run.iteration} iterations: finished.")]


def test_that_a_diverged_run_is_told_with_its_iteration(qtbot: QtBot) -> None:
    from workbench.run_herald import herald_words
    from workbench.status import Status

    workspace = Workspace(experiment())
    words = herald_words(Status(RunState.DIVERGED, iteration=412), workspace)[1]
    assert words == "Run 1 diverged at iteration 412."
    assert workspace.close()


@pytest.mark.skipif(sys.platform != "linux", reason="the command belongs to Linux desktops")
def test_that_a_desktop_without_a_tray_shows_the_notification_too(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sender, shown = tmp_path / "notify-send", tmp_path / "shown"
    sender.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{shown}.part"\nmv "{shown}.part" "{shown}"\n', encoding="utf-8")
    sender.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: False))
    window, workspace = Window(), Workspace(experiment("Affine(10)", flatten=True, epochs=1))
    qtbot.addWidget(window)
    RunHerald(window, workspace)
    workspace.restart(play=True)
    qtbot.waitUntil(shown.exists, timeout=20_000)
    assert shown.read_text(encoding="utf-8").splitlines()[1:] == [
        "Neural Workbench",
        f"Run 1 is over after {workspace.run.iteration} iterations: finished.",
    ]
    assert workspace.close()
