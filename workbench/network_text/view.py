"""The editor with the sentence for a mistake, and the buttons that mend it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.experiment import Experiment
from workbench.mending import fix_words
from workbench.network_text.editor import TextForm
from workbench.translation.core_text import error_text, message
from workbench.widgets.buttons import Button
from workbench.widgets.labels import Label
from workbench.workspace import Workspace


class NetworkText(QWidget):
    """What cannot be read, or does not fit, is said under the editor with the edit that mends it."""

    def __init__(self, name: str, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.editor = TextForm(f"{name}.editor", workspace)
        self._trouble = Label(size="caption", tone="error", wrap=True)
        self._trouble.setObjectName(f"{name}.trouble")
        self._trouble.hide()
        self._copy, self._mend, self._let_go = Button(f"{name}.copy"), Button(f"{name}.mend"), Button(f"{name}.let_go")
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self._copy, self._mend, self._let_go):
            row.addWidget(button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.editor, 1)
        layout.addWidget(self._trouble)
        layout.addLayout(row)
        self.editor.judged.connect(self._say)
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.editor.toPlainText()))
        self._mend.clicked.connect(self._carry_out)
        self._let_go.clicked.connect(self.editor.let_go)
        self.retranslate()

    def show_experiment(self, experiment: Experiment) -> None:
        """Show the network of another experiment."""
        self.editor.show_network(experiment.network, self._workspace.diagnosis())

    def _say(self) -> None:
        """Say the first thing that is wrong: the text, else the network."""
        error, problem = self.editor.error, self.editor.problem
        words, mend = "", ""
        if error is not None:
            words = error_text(error)
            mend = self.tr("Write {name}").format(name=self.editor.suggestion) if self.editor.suggestion else ""
            if self.editor.is_behind:
                words += " " + self.tr("The network was changed elsewhere meanwhile; your text is kept.")
        elif problem is not None:
            words = message(problem.code, dict(problem.details))
            mend = fix_words(problem.fixes[0]) if problem.fixes else ""
        self._trouble.setText(words)
        self._trouble.setVisible(bool(words))
        self._mend.setText(mend)
        self._mend.setAccessibleName(mend)
        self._mend.setVisible(bool(mend))
        self._let_go.setVisible(self.editor.error is not None)

    def _carry_out(self) -> None:
        problem = self.editor.problem
        if self.editor.error is not None:
            self.editor.take_suggestion()
        elif problem is not None and problem.fixes:
            fix = problem.fixes[0]
            self._workspace.apply(replace(self._workspace.experiment, network=fix.network), fix_words(fix))

    def retranslate(self) -> None:
        """Set the words anew."""
        self.editor.setAccessibleName(self.tr("The network as text"))
        for button, words in ((self._copy, self.tr("Copy text")), (self._let_go, self.tr("Show the network again"))):
            button.setText(words)
            button.setAccessibleName(words)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
