"""A run on the command line with everything that its document will hold."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

from core.commands.console import Console
from core.commands.interruption import Interruption
from core.datasets.recipe import Data
from core.experiment import Experiment, TrainingConfig
from core.files import RunDocument, save_document
from core.training.events import Changed, Diverged, Evaluated, Finished, Improved, Measured, StepDone
from core.training.history import History
from core.training.progress import Progress
from core.training.session import Session
from core.training.timeline import Timeline
from core.training.trainer import evaluated, train


class RecordedRun:
    """A session, its curves and its kept states."""

    def __init__(self, session: Session, timeline: Timeline, document: RunDocument) -> None:
        self.session = session
        self.timeline = timeline
        self._document = document

    @classmethod
    def begun(cls, experiment: Experiment, data: Data) -> RecordedRun:
        """Return a run at its beginning."""
        session = Session(experiment, data)
        timeline = Timeline()
        timeline.keep(session.snapshot(), pin=True)
        timeline.history.add(evaluated(session))  # the window looks before the first update, too
        return cls(session, timeline, RunDocument(experiment, input_shape=data.input_shape))

    @classmethod
    def resumed(cls, document: RunDocument, data: Data) -> RecordedRun:
        """Return a run at the newest state that was saved; without one, at its beginning."""
        if not document.snapshots:
            return cls.begun(document.experiment, data)
        timeline = Timeline(history=History(document.curves))
        for snapshot in document.snapshots:
            timeline.keep(snapshot)
        newest = [snapshot for snapshot in document.snapshots if snapshot.resumable][-1]
        session = Session(document.experiment, data, snapshot=newest)
        timeline.history.rewind(newest.iteration)
        return cls(session, timeline, document)

    def change(self, training: TrainingConfig) -> None:
        """Go on with other settings."""
        if training != self.session.training:
            self.session.change(training)
            self.timeline.history.add(Changed(self.session.iteration, self.session.training))

    def train(self, console: Console, interruption: Interruption) -> Diverged | Finished | None:
        """Train to the end and return how it ended; None when the person stopped it."""
        session, history = self.session, self.timeline.history
        told = Progress()
        total = session.total_iterations
        for event in train(session):
            match event:
                case StepDone():
                    told.note(event)
                    console.progress(event.iteration / total, f"epoch {event.epoch:.2f}  loss {event.loss:.4f}")
                case Measured():
                    told.note(event)
                case Improved():
                    self.timeline.keep_best(event.snapshot)
                case Evaluated():
                    told.note(event)
                    history.take(told)
                    if session.offset == 0:
                        self.timeline.keep(session.snapshot())
                        self._say_epoch(event, console)
                    told = Progress()
                case Diverged() | Finished():
                    history.take(told)
                    if isinstance(event, Diverged):
                        session.restore(event.last_finite)
                    return event
            if interruption.asked:
                history.take(told)
                return None
        return None

    def _say_epoch(self, event: Evaluated, console: Console) -> None:
        session = self.session
        rows = self.timeline.history.curves().steps
        seen = rows[rows[:, 4] > event.epoch - 1]
        loss, accuracy = float(seen[:, 1].mean()), float(seen[:, 2].mean())
        console.event(
            "epoch",
            epoch=session.epoch,
            iteration=event.iteration,
            loss=loss,
            accuracy=accuracy,
            validation_loss=event.loss,
            validation_accuracy=event.accuracy,
        )
        if not console.quiet:
            console.line(
                f"epoch {session.epoch}/{session.training.epochs}  loss {loss:.4f}{_share(accuracy)}  "
                f"validation loss {event.loss:.4f}{_share(event.accuracy)}"
            )

    def document(self) -> RunDocument:
        """Return the run as it stands."""
        self.timeline.keep(self.session.snapshot())
        experiment = replace(self._document.experiment, training=self.session.training)
        return replace(
            self._document,
            experiment=experiment,
            snapshots=self.timeline.snapshots,
            curves=self.timeline.history.curves(),
            input_shape=self.session.data.input_shape,
        )

    def save(self, path: str | None) -> str:
        """Write the document where it was asked for and return the place."""
        if not path:
            return ""
        save_document(Path(path), self.document())
        return path


def _share(accuracy: float) -> str:
    return "" if math.isnan(accuracy) else f"  accuracy {100 * accuracy:.2f} %"
