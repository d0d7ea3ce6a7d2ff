"""The network as a NumPy script and as a PyTorch module, following every edit and taking edits itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from core.errors import CoreError
from core.experiment import Experiment
from core.files.archive import replacing
from core.files.code import Code
from core.files.code.reading import Origin
from core.files.weights import named_arrays, write_npz
from core.shapes import Problem
from core.training.frame import Frame
from workbench.errors import show_error
from workbench.labs import Place
from workbench.mending import fix_words
from workbench.panels.base import Panel, register_panel
from workbench.panels.network_code.editing import CodeEditing
from workbench.training.probe_worker import Probe
from workbench.translation.core_text import error_text, message
from workbench.widgets.buttons import Button
from workbench.widgets.card import EmptyState
from workbench.widgets.code_view import CodeView
from workbench.widgets.labels import ElidedLabel, Label
from workbench.widgets.segmented import Segmented
from workbench.widgets.toast import Toast
from workbench.workspace import Workspace

LINES_ABOVE: Final = 6
"""The head of the network's class, above its first layer."""


@dataclass(frozen=True, slots=True)
class Written:
    """What the writing of code came to.

    Parameters
    ----------
    outcome
        The code, or why there is none.
    """

    experiment: Experiment
    origin: Origin
    outcome: Code | CoreError


@register_panel
class NetworkCodePanel(Panel):
    """Shows the code of the document's network, takes what is typed into it, and lights the lines of the selected layer."""

    name = "network_code"
    title = str(QT_TRANSLATE_NOOP("Panels", "Code"))
    places = (Place("network", 1, 0, tab=3),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        self.code: Code | None = None
        self._frame: Frame | None = None
        self._problem: Problem | None = None
        self.view = CodeView("network_code.view")
        self._empty = EmptyState("network_code.empty")
        self._trouble = Label(size="caption", tone="error", wrap=True)
        self._trouble.setObjectName("network_code.trouble")
        self._hint = ElidedLabel(size="caption", tone="text3")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._suggest, self._let_go = Button("network_code.suggest"), Button("network_code.let_go")
        self._language = Segmented("network_code.language")
        self._copy, self._save = Button("network_code.copy"), Button("network_code.save")
        self._weights = Button("network_code.weights")
        super().__init__(workspace, parent)
        self._writing = Probe(workspace.probes, self)
        self._exporting = Probe(workspace.probes, self)
        self.editing = CodeEditing(self.view, workspace, self)
        self._language.setParent(self)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._empty)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self._copy, self._save, self._weights, self._suggest, self._let_go):
            row.addWidget(button)
        row.addWidget(self._hint, 100)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self._trouble)
        layout.addLayout(row)
        self._toast = Toast(self)
        self._language.changed.connect(lambda _key: self._write())
        self._writing.answered.connect(self._show)
        self._writing.failed.connect(lambda error: self._say(error_text(error)))
        self._exporting.answered.connect(self._saved)
        self._exporting.failed.connect(lambda error: show_error(self, error))
        self.view.line_pressed.connect(self._choose)
        self._copy.clicked.connect(self._copy_code)
        self._save.clicked.connect(self._save_code)
        self._weights.clicked.connect(self._save_weights)
        self._empty.asked.connect(self._mend)
        self.editing.judged.connect(self._say_trouble)
        self._suggest.clicked.connect(self.editing.take_suggestion)
        self._let_go.clicked.connect(self.give_up)
        self._say_trouble()
        workspace.selection_changed.connect(self._light_soon)
        workspace.data_changed.connect(self._write_soon)

    def head_controls(self) -> list[QWidget]:
        return [self._language]

    def retranslate(self) -> None:
        self._language.set_choices([("numpy", self.tr("NumPy")), ("torch", self.tr("PyTorch"))])
        self._language.setAccessibleName(self.tr("Written in"))
        self.view.setAccessibleName(self.tr("The network as source code"))
        for button, words in (
            (self._copy, self.tr("Copy code")),
            (self._save, self.tr("Save code…")),
            (self._weights, self.tr("Save weights…")),
            (self._let_go, self.tr("Show the network again")),
        ):
            button.setText(words)
            button.setAccessibleName(words)
        self._hint.set_text(self.tr("Type into self.layers: what you change there becomes the network."))
        self._weights.setToolTip(self.tr("The weights of the moment shown, as npz; the code loads them."))
        self._say_trouble()
        self._write()

    # -- showing ------------------------------------------------------------------------------------------------

    def show_experiment(self, experiment: Experiment) -> None:
        self._write()

    def _write_soon(self) -> None:
        self._when_seen("experiment", self._write)

    def _light_soon(self) -> None:
        self._when_seen("selection", self._light)

    def show_frame(self, frame: Frame) -> None:
        self._frame = frame
        self._offer_weights()

    def _write(self) -> None:
        """Have the code written anew, in the probes' thread: a long network takes a while. What was typed is kept."""
        experiment, data = self.workspace.experiment, self.workspace.data
        self.set_note(experiment.network.name)
        self._offer_weights()
        if self.editing.is_typed:
            self.editing.keep()
            return
        if data is None:
            self._say(self.tr("The code is written as soon as the data is there, for it decides the shapes."))
            return
        origin = Origin(self._language.key, experiment.network, data.input_shape, experiment.training, experiment.seed)
        self._writing.ask(partial(_written, experiment, origin))

    def _show(self, written: Written) -> None:
        if (written.origin.language, written.experiment) != (self._language.key, self.workspace.experiment):
            return
        if self.editing.is_typed:
            self.editing.keep()
            return
        if isinstance(written.outcome, CoreError):
            diagnosis = self.workspace.diagnosis()
            self._problem = next(iter(diagnosis.errors), None) if diagnosis else None
            reason = message(self._problem.code, dict(self._problem.details)) if self._problem else error_text(written.outcome)
            self._say(self.tr("There is no code while the network cannot be built. {reason}").format(reason=reason))
            return
        first = self.code is None
        self.code = written.outcome
        self.editing.begin(self.code.text, written.origin)
        if first:
            self.view.look_at(min((lines[0][0] for lines in self.code.places.values()), default=0) - LINES_ABOVE)
        self._pages.setCurrentWidget(self.view)
        self._enable(on=True)
        self._light()

    def _say(self, sentence: str) -> None:
        """Say why there is no code, with the edit that would mend it."""
        self.code = None
        self.editing.stop()
        fixes = self._problem.fixes if self._problem else ()
        self._empty.set_words(sentence, fix_words(fixes[0]) if fixes else "")
        self._pages.setCurrentWidget(self._empty)
        self._enable(on=False)

    def _say_trouble(self) -> None:
        """Say what cannot be read; meanwhile there is no other language to go to."""
        error, typed = self.editing.error, self.editing.is_typed
        words = error_text(error) if error is not None else ""
        if self.editing.is_behind:
            kept = self.tr("The network was changed elsewhere meanwhile; your text is kept.")
            words = f"{words} {kept}".strip()
        self._trouble.setText(words)
        self._trouble.setVisible(bool(words))
        self._hint.setVisible(not words)
        self.view.setAccessibleDescription(words)
        name = self.editing.suggestion
        words = self.tr("Write {name}").format(name=name) if name else ""
        self._suggest.setText(words)
        self._suggest.setAccessibleName(words)
        self._suggest.setVisible(bool(name))
        self._let_go.setVisible(error is not None or self.editing.is_behind)
        why = self.tr("What you typed is not the network yet. Mend it, or show the network again, to switch.") if typed else ""
        self._language.setEnabled(not typed)
        self._language.setToolTip(why)

    def give_up(self) -> None:
        """Give up what was typed."""
        self.editing.stop()
        self._write()

    def _enable(self, *, on: bool) -> None:
        self._hint.setVisible(on and not self._trouble.text())
        for button in (self._copy, self._save):
            button.setEnabled(on)

    def _light(self) -> None:
        """Light the lines that make the selected layer, and more quietly the class that computes it."""
        if self.editing.is_typed:
            return
        places = self.code.places.get(self.workspace.selection, ()) if self.code else ()
        if not places or self.code is None:
            self.view.light(())
            return
        lines = self.code.text.split("\n")
        tokens = ["hover" if lines[first].startswith(("class ", "def ")) else "wash" for first, _ in places]
        self.view.light([(*place, token) for place, token in zip(places, tokens, strict=True)], look_at=places[0][0])

    def _choose(self, line: int) -> None:
        """Select the layer that a clicked line makes: the innermost one."""
        if self.code is None or self.editing.is_typed:
            return
        lines = self.code.text.split("\n")
        around = [
            (last - first, layer)
            for layer, places in self.code.places.items()
            for first, last in places
            if first <= line <= last and not lines[first].startswith(("class ", "def "))
        ]
        if around:
            self.workspace.select(min(around)[1])

    def _mend(self) -> None:
        if self._problem is not None and self._problem.fixes:
            fix = self._problem.fixes[0]
            self.workspace.apply(replace(self.workspace.experiment, network=fix.network), fix_words(fix))

    # -- copying and saving -------------------------------------------------------------------------------------

    def _copy_code(self) -> None:
        if self.code is not None:
            QGuiApplication.clipboard().setText(self.view.toPlainText())
            self._toast.say(self.tr("Copied."))

    def _save_code(self) -> None:
        if self.code is None:
            return
        text = self.view.toPlainText()
        path = self._asked(self.tr("Save code"), ".py", self.tr("Python files (*.py)"))
        if path is None:
            return
        try:
            with replacing(path) as stream:
                stream.write(text.encode())
        except CoreError as error:
            show_error(self, error)
            return
        self._saved(path)

    def _offer_weights(self) -> None:
        """Offer the weights only while they are those of the network that is shown."""
        frame = self._frame
        same = frame is not None and frame.experiment.network.computes_as(self.workspace.experiment.network)
        self._weights.setEnabled(same)

    def _save_weights(self) -> None:
        frame = self._frame
        path = self._asked(self.tr("Save weights"), ".npz", self.tr("Arrays (*.npz)")) if frame is not None else None
        if frame is not None and path is not None:
            self._exporting.ask(partial(_exported, frame, path))

    def _asked(self, title: str, suffix: str, filters: str) -> Path | None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = self.workspace.experiment.network.name or self.tr("Network")
        stem = "".join(c for c in name.lower() if c.isalnum()) or "network"
        chosen, _ = QFileDialog.getSaveFileName(self, title, str(Path(folder) / f"{stem}{suffix}"), filters)
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)

    def _saved(self, path: Path) -> None:
        self._toast.say(self.tr("Saved to {name}.").format(name=path.name))


def _written(experiment: Experiment, origin: Origin, _networks: object) -> Written:
    try:
        return Written(experiment, origin, origin.code())
    except CoreError as error:
        return Written(experiment, origin, error)


def _exported(frame: Frame, path: Path, _networks: object) -> Path:
    write_npz(path, named_arrays(frame.experiment.network, frame.data.input_shape, frame.snapshot))
    return path
