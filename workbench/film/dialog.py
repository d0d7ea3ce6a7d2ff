"""The small window that says how far a film is, and ends it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from core.errors import FileError
from workbench.errors import show_error
from workbench.film.recorder import Recorder
from workbench.film.scene import Scene
from workbench.film.writing import Timing, check_can_write
from workbench.widgets.buttons import Button
from workbench.widgets.labels import Label
from workbench.widgets.progress import ThinBar
from workbench.widgets.toast import toast_over

translate = QCoreApplication.translate


def save_film(parent: QWidget, scene: Scene, kind: str, name: str, timing: Timing) -> FilmDialog | None:
    """Ask for a place, then film a scene into it; None if nothing is filmed.

    Parameters
    ----------
    kind
        ``"gif"`` or ``"mp4"``.
    name
        Of the file, without its ending.
    """
    ending = f".{kind}"
    try:
        check_can_write(Path(f"{name}{ending}"))
    except FileError as error:
        show_error(parent, error)
        return None
    title = translate("FilmDialog", "Save as a film")
    chosen, _ = QFileDialog.getSaveFileName(parent, title, f"{name}{ending}", f"*{ending}")
    if not chosen:
        return None
    dialog = FilmDialog(Recorder(scene, Path(chosen).with_suffix(ending), timing), parent)
    dialog.open()
    return dialog


class FilmDialog(QDialog):
    """Stands before the window while it is filmed, so that nobody walks through the picture."""

    def __init__(self, recorder: Recorder, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("film.dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setMinimumWidth(320)
        self.setWindowTitle(self.tr("Save as a film"))
        self._recorder = recorder
        recorder.setParent(self)
        self._bar = ThinBar()
        self._bar.setFixedHeight(3)
        self._cancel = Button("film.cancel", self.tr("Cancel"))
        self._cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(Label(self.tr("Filming one moment after the other…")))
        column.addWidget(self._bar)
        column.addLayout(foot)
        recorder.progressed.connect(self._bar.set_share)
        recorder.ended.connect(self._ended)
        recorder.start()

    def reject(self) -> None:
        self._cancel.setEnabled(False)
        self._recorder.break_off()

    def _ended(self, outcome: object) -> None:
        self.accept()
        parent = self.parentWidget()
        if parent is not None and isinstance(outcome, Exception):
            show_error(parent, outcome)
        elif parent is not None and isinstance(outcome, Path):
            toast_over(parent).say(self.tr("Saved to {name}.").format(name=outcome.name))
