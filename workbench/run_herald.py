"""Tells that a run is over while the person looks at something else."""

from __future__ import annotations

import shutil
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QProcess
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from workbench.status import RunState, Status
from workbench.theme.theme import current_theme
from workbench.training.stop_words import stop_words
from workbench.workspace import Workspace

Tell = Callable[[str, str], None]


class RunHerald(QObject):
    """Sends a notification of the system when a run finished or diverged and the window is not in front.

    Parameters
    ----------
    tell
        Shows a title and a sentence; None for the system's own way.
    """

    def __init__(self, window: QWidget, workspace: Workspace, tell: Tell | None = None) -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        self._tell = tell or self._notify
        self._was_running = False
        self._tray: QSystemTrayIcon | None = None
        workspace.status_changed.connect(self._follow)

    def _follow(self, status: Status) -> None:
        was_running, self._was_running = self._was_running, status.state is RunState.RUNNING
        over = status.state in {RunState.FINISHED, RunState.DIVERGED}
        if was_running and over and not self._window.isActiveWindow():
            self._tell(*herald_words(status, self._workspace))

    def _notify(self, title: str, words: str) -> None:
        QApplication.alert(self._window)
        if not QSystemTrayIcon.isSystemTrayAvailable() or not QSystemTrayIcon.supportsMessages():
            sender = shutil.which("notify-send")  # desktops without a tray, such as GNOME, take messages all the same
            if sender is not None:
                QProcess.startDetached(sender, ["--app-name=Neural Workbench", title, words])
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(current_theme().icon("train"), self)
            self._tray.messageClicked.connect(self._come_forward)
        self._tray.show()
        self._tray.showMessage(title, words)

    def _come_forward(self) -> None:
        self._window.activateWindow()
        self._window.raise_()


def herald_words(status: Status, workspace: Workspace) -> tuple[str, str]:
    """Return title and sentence for the end of a run."""
    name = workspace.document.path.stem if workspace.document.path else QCoreApplication.translate("Herald", "Neural Workbench")
    run = workspace.run
    if status.state is RunState.DIVERGED:
        words = QCoreApplication.translate("Herald", "Run {0} diverged at iteration {1}.")
        return name, words.format(run.about.place, f"{status.iteration:,}")
    words = QCoreApplication.translate("Herald", "Run {0} is over after {1} iterations: {2}.")
    return name, words.format(run.about.place, f"{run.iteration:,}", stop_words(status.reason))
