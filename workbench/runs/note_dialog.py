"""Writing a note at a moment of the run."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from core.training.kept_run import Note
from workbench.widgets.buttons import Button
from workbench.widgets.labels import Label
from workbench.workspace import Workspace

LONGEST = 200


class NoteDialog(QDialog):
    """One line of text for the moment that is shown; an empty line takes the note away."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("note")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Note"))
        self.setMinimumWidth(380)
        self._workspace = workspace
        frame = workspace.frame
        self._iteration = frame.iteration if frame is not None else 0
        self._place = workspace.shown.about.place
        known = {note.iteration: note.text for note in workspace.shown.about.notes}
        self.text = QLineEdit(known.get(self._iteration, ""))
        self.text.setObjectName("note.text")
        self.text.setMaxLength(LONGEST)
        words = self.tr("Note at iteration {0}").format(f"{self._iteration:,}")
        self.text.setAccessibleName(words)
        keep = Button("note.keep", self.tr("Keep"), primary=True)
        keep.setDefault(True)
        keep.clicked.connect(self._keep)
        cancel = Button("note.cancel", self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(Label(words))
        column.addWidget(self.text)
        column.addLayout(foot)

    def _keep(self) -> None:
        text = self.text.text().strip()
        words = self.tr("Write a note") if text else self.tr("Remove a note")
        self._workspace.runs.add_note(self._place, Note(self._iteration, text), words)
        self.accept()
