"""The application: settings, theme, language, one workspace and one window, from start to end."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from core import __version__
from core.errors import CoreError
from core.experiment import Experiment
from core.measured_engine import kept_choice
from workbench.document_files import DocumentFiles
from workbench.engine_measurement import EngineMeasurement
from workbench.errors import catch_errors
from workbench.main_window import MainWindow
from workbench.settings import SettingsStore
from workbench.starting_point import first_experiment
from workbench.theme.motion import system_reduces_motion
from workbench.theme.theme import current_theme
from workbench.translation import use_language
from workbench.workspace import Workspace

MEGABYTE: Final = 1024 * 1024
SWITCH_SECONDS: Final = 0.0002
"""How long a thread may keep the interpreter while another waits. Measured with four live plots and a tiny network in
training: with Python's default of 5 ms the event loop is late by 43 ms at the 95th percentile, with this by 22, and
with the runner's gate by 14."""


@dataclass(frozen=True)
class Program:
    """The running program: its parts, from start to end."""

    application: QApplication
    window: MainWindow
    workspace: Workspace
    files: DocumentFiles
    store: SettingsStore

    def run(self) -> int:
        """Handle events until the window closes, then end all threads."""
        result = self.application.exec()
        self.files.close()
        self.workspace.close()
        return result


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window, with the document named in the arguments or what was open last, and run until it closes."""
    program = start(sys.argv[1:] if arguments is None else arguments)
    spare_the_collector()
    measurement = EngineMeasurement(program.workspace)
    measurement.done.connect(lambda: program.window.use_settings(program.store.settings))
    if kept_choice() is None:  # not before there is something to see: it takes a processor for a second
        workspace = program.workspace
        workspace.data_changed.connect(lambda _data: measurement.begin(), Qt.ConnectionType.SingleShotConnection)
    return program.run()


def spare_the_collector() -> None:
    """Let the garbage collector leave alone what is there now and stays to the end.

    A full collection goes through modules, classes and the window's parts, too, and while it does nothing answers: 60 to
    100 ms with a network of 500 layers, much less where it only has to go through what came after the start.
    """
    gc.freeze()


def start(arguments: Sequence[str], experiment: Experiment | None = None, home: Path | None = None) -> Program:
    """Open the window.

    Parameters
    ----------
    experiment
        Takes the place of the very first network.
    home
        Takes the place of the folders for settings and session, so that those of the person are left alone.
    """
    sys.setswitchinterval(SWITCH_SECONDS)
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    application = QApplication(["neural-workbench"])
    application.setApplicationName("neural-workbench")
    application.setApplicationDisplayName("Neural Workbench")
    application.setApplicationVersion(__version__)
    store = SettingsStore(home / "settings.ini" if home else None)
    chosen = store.settings
    use_language(application, chosen.language)
    theme = current_theme()
    theme.set_mode(chosen.theme)
    theme.set_palette(chosen.palette)
    theme.set_reduce_motion(chosen.reduce_motion or system_reduces_motion())
    workspace = Workspace(experiment or first_experiment(), budget=chosen.memory_megabytes * MEGABYTE)
    workspace.engine = chosen.engine_choice
    files = DocumentFiles(workspace, home or state_folder(), workspace)
    if not arguments and not files.has_session:  # the window takes a second to build, the data as long on another thread
        workspace.runner.load_ahead(workspace.experiment)
    window = MainWindow(workspace, files, store)
    catch_errors(window)
    window.show()
    begin(window, files, workspace, arguments)
    return Program(application, window, workspace, files, store)


def begin(window: MainWindow, files: DocumentFiles, workspace: Workspace, arguments: Sequence[str]) -> None:
    """Open what was asked for, else what was open last, else let the first network learn."""
    try:
        if arguments:
            files.open(Path(arguments[0]).resolve())
            return
        if files.restore_session():
            return
    except CoreError as error:
        window.tell_error(error)
    workspace.restart(play=True)


def state_folder() -> Path:
    """Return where the program keeps what was open between two starts."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation))


if __name__ == "__main__":
    sys.exit(main())
