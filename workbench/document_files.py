"""Documents on disk as the window knows them: open, save, the recent ones, and the session that comes back.

Writing goes on in the probe worker's thread with values that never change, so the window does not wait for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from core.experiment import Experiment
from core.files.document import SUFFIX, RunDocument, load_document, save_document
from core.training.history import History
from core.training.kept_run import RunAbout
from workbench.status import RunState
from workbench.training.probe_worker import Probe
from workbench.workspace import Workspace

AUTOSAVE_MILLISECONDS: Final = 60_000
SESSION_FILE: Final = f"session{SUFFIX}"


@dataclass(frozen=True, slots=True)
class Writing:
    """A file to be written.

    Parameters
    ----------
    opened
        How many documents were opened before the one it is of.
    seconds
        How long its runs were trained.
    """

    path: Path
    contents: RunDocument
    opened: int
    seconds: float


class DocumentFiles(QObject):
    """Opens and saves the document of a workspace.

    Parameters
    ----------
    folder
        Where the session is kept between two starts.

    Attributes
    ----------
    opened, saved
        Emitted with the path.
    failed
        Emitted with the exception when a file could not be written; reading raises it to the caller.
    view
        What the window wants to find again, such as the open lab: plain JSON values.
    """

    opened = Signal(object)
    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, workspace: Workspace, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.view: dict[str, Any] = {}
        self._workspace = workspace
        self._session = folder / SESSION_FILE
        self._writing = Probe(workspace.probes, self)
        self._writing.answered.connect(self._saved)
        self._writing.failed.connect(self._not_saved)
        self._unwritten: Writing | None = None
        self._opened = 0
        self._saved_seconds = 0.0
        self._session_writing = Probe(workspace.probes, self)
        self._session_writing.failed.connect(self.failed)
        self._clock = QTimer(self)
        self._clock.setInterval(AUTOSAVE_MILLISECONDS)
        self._clock.timeout.connect(self._keep_session_soon)
        self._clock.start()

    @property
    def unsaved_seconds(self) -> float:
        """How long the runs of the document were trained since it was last written or read."""
        return max(0.0, self._workspace.runs.seconds - self._saved_seconds)

    def contents(self, view: Mapping[str, Any] | None = None) -> RunDocument:
        """Return what a file of this moment holds: the experiment and its run; one of another experiment is kept beside it."""
        run, experiment = self._workspace.run, self._workspace.experiment
        snapshots = run.timeline.snapshots if run.experiment == experiment else ()
        resumable = tuple(s for s in snapshots if s.resumable)
        curves = run.timeline.history.curves().until(resumable[-1].iteration) if resumable else None
        shape = run.data.input_shape if run.data is not None else ()
        room = self._workspace.runs
        others = [other for other in room.active if other.iteration > 0 and (other is not run or not resumable)]
        about = run.about if resumable or not run.iteration else RunAbout(room.next_place())
        kept = (*room.kept, *(other.kept() for other in others))
        return RunDocument(experiment, resumable, curves, {**self.view, **(view or {})}, shape, about, kept)

    def new(self, experiment: Experiment) -> None:
        """Begin an unnamed document."""
        self._opened += 1
        self._workspace.open(experiment)
        self._saved_seconds = 0.0

    def open(self, path: Path, *, play: bool = False) -> None:
        """Open a document and the run in it; on an error the present one stays as it is.

        Raises
        ------
        FileError
            If the file is missing, damaged or from a newer version.
        """
        document = load_document(path)
        self._show(document, path, play=play)
        self.opened.emit(path)

    def save(self, path: Path) -> None:
        """Write the document; `saved` or `failed` follows, and only what is written counts as saved."""
        writing = self._unwritten = Writing(path, self.contents(), self._opened, self._workspace.runs.seconds)
        self._writing.ask(lambda _networks: _written(writing))

    def save_now(self, path: Path) -> None:
        """Write the document and wait for it: before another takes its place.

        Raises
        ------
        FileError
            If the place cannot be written.
        """
        self._unwritten = Writing(path, self.contents(), self._opened, self._workspace.runs.seconds)
        self._finish_writing()

    def _finish_writing(self) -> None:
        writing, self._unwritten = self._unwritten, None
        if writing is not None:
            self._saved(_written(writing))

    @property
    def has_session(self) -> bool:
        """Whether something was open at the last end."""
        return self._session.exists()

    def restore_session(self) -> bool:
        """Open what was open at the last end and say whether there was anything.

        Raises
        ------
        FileError
            If the session's file is damaged; it is set aside so that the next start does not meet it again.
        """
        if not self.has_session:
            return False
        try:
            document = load_document(self._session)
        except Exception:
            self._session.replace(self._session.with_suffix(".damaged"))
            raise
        named = document.view.get("path")
        path = Path(named) if isinstance(named, str) else None
        self._show(document, path, play=bool(document.view.get("playing")))
        if document.view.get("dirty"):
            self._workspace.document.undo_stack.resetClean()
        return True

    def keep_session(self) -> None:
        """Write the session, and a file that is not written yet, and wait for it: for the end of the program."""
        self._clock.stop()
        self._finish_writing()
        self._session.parent.mkdir(parents=True, exist_ok=True)
        save_document(self._session, self.contents(self._state()))

    def _keep_session_soon(self) -> None:
        self._session.parent.mkdir(parents=True, exist_ok=True)
        contents = self.contents(self._state())
        self._session_writing.ask(lambda _networks: save_document(self._session, contents))

    def _state(self) -> dict[str, Any]:
        document = self._workspace.document
        playing = self._workspace.status.state is RunState.RUNNING
        return {"path": str(document.path) if document.path else None, "dirty": document.is_dirty, "playing": playing}

    def _show(self, document: RunDocument, path: Path | None, *, play: bool) -> None:
        self._opened += 1
        self.view = dict(document.view)
        history = History(document.curves) if document.curves is not None else None
        self._workspace.open(
            document.experiment,
            path=path,
            snapshots=document.snapshots,
            history=history,
            about=document.about,
            kept=document.kept,
            play=play,
        )
        self._saved_seconds = self._workspace.runs.seconds

    def close(self) -> None:
        """Stop keeping the session now and then."""
        self._clock.stop()

    def _not_saved(self, error: Exception) -> None:
        writing, self._unwritten = self._unwritten, None
        if writing is None or writing.opened == self._opened:
            self._workspace.document.undo_stack.resetClean()
        self.failed.emit(error)

    def _saved(self, writing: Writing) -> None:
        if self._unwritten is writing:
            self._unwritten = None
        if writing.opened == self._opened:
            self._workspace.document.saved_as(writing.path, writing.contents.experiment)
            self._saved_seconds = writing.seconds
        self.saved.emit(writing.path)


def _written(writing: Writing) -> Writing:
    save_document(writing.path, writing.contents)
    return writing
