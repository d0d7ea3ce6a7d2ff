"""What the window does when it is told to: files, labs, looks. The run's own commands are the workspace's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox

from core.errors import CoreError
from core.files.archive import replacing
from core.files.document import SUFFIX
from core.files.summary_table import SUFFIXES, summary_table
from workbench.document_files import DocumentFiles
from workbench.errors import show_error
from workbench.find_action import FindAction
from workbench.help_dialogs import AboutDialog, ShortcutsDialog
from workbench.runs.duel_dialog import DuelDialog
from workbench.runs.note_dialog import NoteDialog
from workbench.settings import SettingsStore
from workbench.starting_point import first_experiment
from workbench.theme.theme import current_theme
from workbench.training.stop_words import about_time
from workbench.workspace import Workspace

if TYPE_CHECKING:
    from workbench.main_window import MainWindow


LONG_RUN: Final = 20.0
"""Seconds of training that are not thrown away without a question."""


class Commands(QObject):
    """The commands of a window."""

    workspace: Workspace

    def __init__(self, window: MainWindow, workspace: Workspace, files: DocumentFiles, store: SettingsStore) -> None:
        super().__init__(window)
        self.workspace = workspace
        self._window, self._files, self._store = window, files, store

    # -- files --------------------------------------------------------------------------------------------------

    def new(self) -> None:
        """Begin again with the first network."""
        if self.may_leave():
            self._files.new(first_experiment())

    def open(self) -> None:
        """Ask for a document and open it."""
        filters = self.tr("Documents (*{0})").format(SUFFIX)
        path, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open"), self._folder(), filters)
        if path:
            self.open_path(Path(path))

    def open_path(self, path: Path) -> bool:
        """Open a document and say whether that went well."""
        if not self.may_leave():
            return False
        try:
            self._files.open(path)
        except CoreError as error:
            show_error(self._window, error)
            return False
        return True

    def save(self) -> bool:
        """Save to the document's file, or ask for one; False if the person thought better of it."""
        path = self.workspace.document.path
        if path is None:
            return self.save_as()
        self._files.save(path)
        return True

    def save_as(self) -> bool:
        """Ask for a file and save to it; False if the person thought better of it."""
        path = self._asked_path()
        if path is not None:
            self._files.save(path)
        return path is not None

    def _asked_path(self) -> Path | None:
        filters = self.tr("Documents (*{0})").format(SUFFIX)
        name = self.workspace.experiment.network.name or self.tr("Untitled")
        start = str(self.workspace.document.path or Path(self._folder()) / f"{name}{SUFFIX}")
        chosen, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save as"), start, filters)
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)

    def _folder(self) -> str:
        recent = self._store.settings.recent_files
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return str(Path(recent[0]).parent) if recent else documents

    def may_leave(self) -> bool:
        """Ask what to do with edits, or long training, that no file has; True if the document may go."""
        document, seconds = self.workspace.document, self._files.unsaved_seconds
        if not document.is_dirty and seconds < LONG_RUN:
            return True
        box = QMessageBox(self._window)
        box.setObjectName("leave")
        box.setText(self.tr("Save the changes?"))
        name = document.path.name if document.path else self.tr("Untitled")
        words = (
            self.tr("{0} has changes that are not saved.")
            if document.is_dirty
            else self.tr("{0} has {1} of training that is not saved.")
        )
        box.setInformativeText(words.format(name, about_time(seconds)))
        save = box.addButton(self.tr("Save"), QMessageBox.ButtonRole.AcceptRole)
        discard = box.addButton(self.tr("Discard"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        pressed = box.clickedButton()
        box.deleteLater()
        if pressed is save:
            return self._save_before_leaving()
        return pressed is discard

    def _save_before_leaving(self) -> bool:
        path = self.workspace.document.path or self._asked_path()
        if path is None:
            return False
        try:
            self._files.save_now(path)
        except CoreError as error:
            show_error(self._window, error)
            return False
        return True

    def export_table(self) -> None:
        """Ask for a file and write the network's layers with shapes and costs: as text, CSV or Markdown by its ending."""
        workspace = self.workspace
        diagnosis = workspace.diagnosis()
        if workspace.data is None or diagnosis is None:
            return
        name = workspace.experiment.network.name or self.tr("Network")
        filters = self.tr("CSV (*.csv);;Markdown (*.md);;Text (*.txt)")
        start = str(Path(self._folder()) / f"{name}.csv")
        chosen, _ = QFileDialog.getSaveFileName(self._window, self.tr("Export the table of layers"), start, filters)
        if not chosen:
            return
        path = Path(chosen)
        forms = {suffix: form for form, suffix in SUFFIXES.items()}
        if path.suffix.lower() not in forms:
            path = path.with_name(f"{path.name}.csv")
        table = summary_table(workspace.experiment.network, workspace.data.input_shape, diagnosis, forms[path.suffix.lower()])
        try:
            with replacing(path) as stream:
                stream.write(f"{table}\n".encode("utf-8-sig" if path.suffix.lower() == ".csv" else "utf-8"))
        except CoreError as error:
            show_error(self._window, error)

    def quit(self) -> None:
        """Close the window."""
        self._window.close()

    # -- edits --------------------------------------------------------------------------------------------------

    def undo(self) -> None:
        """Undo the last edit."""
        self.workspace.document.undo_stack.undo()

    def redo(self) -> None:
        """Do again what was undone."""
        self.workspace.document.undo_stack.redo()

    # -- the run ------------------------------------------------------------------------------------------------

    def duel(self) -> None:
        """Let the person choose what a duel is about."""
        DuelDialog(self.workspace, self._window).open()

    def note(self) -> None:
        """Let the person write a note at the moment that is shown."""
        NoteDialog(self.workspace, self._window).open()

    # -- looks --------------------------------------------------------------------------------------------------

    def open_lab(self, name: str) -> None:
        """Show a lab, or the settings."""
        self._window.open_lab(name)

    def arrange(self) -> None:
        """Put the panels of the open lab where they stood at first."""
        self._window.reset_arrangement()

    def switch_theme(self) -> None:
        """Go from light to dark or back."""
        self._store.change(theme="light" if current_theme().dark else "dark")

    def switch_language(self) -> None:
        """Go from English to Japanese or back."""
        chosen = self._store.settings.language
        japanese = chosen == "ja" or (chosen == "system" and QLocale.system().language() == QLocale.Language.Japanese)
        self._store.change(language="en" if japanese else "ja")

    def switch_full_screen(self) -> None:
        """Fill the screen, or not any more."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def find(self) -> None:
        """Open the list of all actions."""
        FindAction(self._window, self._window.findable_actions()).open_over()

    def show_shortcuts(self) -> None:
        """Show the list of shortcuts."""
        ShortcutsDialog(self._window).open()

    def show_about(self) -> None:
        """Say what this program is."""
        AboutDialog(self._window).open()
