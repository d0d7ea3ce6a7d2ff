"""What will end a run, and what ended it, in words."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from core.experiment import TrainingConfig
from core.training.stopping import StopReason
from workbench.widgets.numbers import figure, percent


def planned_stop(training: TrainingConfig, task: str, seconds: float = math.nan) -> str:
    """Say when training ends, before it does.

    Parameters
    ----------
    task
        ``"classification"`` or ``"regression"``: which target counts.
    seconds
        How long all epochs take, as far as that is known.
    """
    translate = QCoreApplication.translate
    rules = training.stop
    epochs = translate("Stop rules", "after 1 epoch") if training.epochs == 1 else translate("Stop rules", "after {0} epochs")
    ends = [epochs.format(f"{training.epochs:,}")]
    if math.isfinite(seconds):
        ends[0] = translate("Stop rules", "{0} (about {1})").format(ends[0], about_time(seconds))
    if rules.seconds:
        ends.append(translate("Stop rules", "after {0} of training").format(about_time(rules.seconds)))
    if rules.accuracy and task == "classification":
        ends.append(translate("Stop rules", "at {0} validation accuracy").format(percent(rules.accuracy, 1)))
    if rules.loss and task == "regression":
        ends.append(translate("Stop rules", "at a validation loss of {0}").format(figure(rules.loss)))
    if rules.patience:
        ends.append(_patience_words(rules.patience, task))
    whole = ends[0]
    for end in ends[1:]:
        whole = translate("Stop rules", "{0}, or {1}").format(whole, end)
    return translate("Stop rules", "Stops {0}.").format(whole)


def _patience_words(patience: int, task: str) -> str:
    translate = QCoreApplication.translate
    if task == "classification":
        words = translate(
            "Stop rules", "when the validation accuracy has not improved for {0} evaluations, keeping the best state"
        )
    else:
        words = translate("Stop rules", "when the validation loss has not improved for {0} evaluations, keeping the best state")
    return words.format(f"{patience:,}")


def stop_words(reason: StopReason) -> str:
    """Say in a word or two what ended a run."""
    translate = QCoreApplication.translate
    match reason:
        case "epochs":
            return translate("Stop rules", "finished")
        case "time":
            return translate("Stop rules", "time is up")
        case "target":
            return translate("Stop rules", "target reached")
        case "patience":
            return translate("Stop rules", "stopped early")


def about_time(seconds: float) -> str:
    """Return a time in the largest units that tell it well: ``20 s``, ``2 min``, ``1 h 10 min``."""
    translate = QCoreApplication.translate
    if seconds < 90:
        return translate("Stop rules", "{0} s").format(f"{max(1.0, float(f'{seconds:.2g}')):g}")
    minutes = round(seconds / 60)
    if minutes < 90:
        return translate("Stop rules", "{0} min").format(minutes)
    return translate("Stop rules", "{0} h {1} min").format(minutes // 60, minutes % 60)
