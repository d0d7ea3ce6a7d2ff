"""One study at work: stage after stage in the thread of the probes, so that other questions get their turn between."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QObject, Signal

from core.studies.base import Study, Subject
from core.studies.findings import Stage
from workbench.training.probe_worker import Probe, ProbeWorker

END: Final = None


class StudyRun(QObject):
    """Runs one study at a time; beginning another gives up the present one.

    Attributes
    ----------
    advanced
        With each `Stage`.
    ended
        When the last stage was handed out, or the work was given up.
    failed
        With the exception that ended it.
    """

    advanced = Signal(object)
    ended = Signal()
    failed = Signal(object)

    def __init__(self, worker: ProbeWorker, parent: QObject) -> None:
        super().__init__(parent)
        self._probe = Probe(worker, self)
        self._probe.answered.connect(self._answered)
        self._probe.failed.connect(self._broke)
        self._stages: Iterator[Stage] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a study is at work."""
        return self._stages is not None

    def begin(self, study: Study, subject: Callable[[], Subject]) -> None:
        """Run a study; `subject` is called in the worker's thread, for it may have data to load."""
        self._stages = _stages(study, subject)
        self._ask()

    def cancel(self) -> None:
        """Give up what is at work; what it has shown stays."""
        if self._stages is not None:
            self._stages = None
            self.ended.emit()

    def _ask(self) -> None:
        stages = self._stages
        if stages is not None:
            self._probe.ask(lambda _networks: (stages, next(stages, END)))

    def _answered(self, answer: tuple[Iterator[Stage], Stage | None]) -> None:
        stages, stage = answer
        if stages is not self._stages:
            return
        if stage is not END:
            self.advanced.emit(stage)
        if stage is END or stage.share >= 1:
            self._stages = None
            self.ended.emit()
        elif stages is self._stages:
            self._ask()

    def _broke(self, error: Exception) -> None:
        if self._stages is not None:
            self._stages = None
            self.failed.emit(error)
            self.ended.emit()


def _stages(study: Study, subject: Callable[[], Subject]) -> Iterator[Stage]:
    yield from study.run(subject())
