"""What the lamp says of a run, and how bright it is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from workbench.status import RunState, Status
from workbench.training.stop_words import stop_words
from workbench.translation.core_text import error_text


def lamp_words(status: Status) -> tuple[str, str, str]:
    """Return word, token and tooltip for a status."""
    match status.state:
        case RunState.PREPARING:
            share = f" {round(100 * status.share)} %" if 0 < status.share < 1 else ""
            return QCoreApplication.translate("Transport", "loading data") + share, "text3", ""
        case RunState.PAUSED:
            return QCoreApplication.translate("Transport", "paused"), "text3", ""
        case RunState.RUNNING:
            return QCoreApplication.translate("Transport", "stable"), "ok", ""
        case RunState.FINISHED:
            about = QCoreApplication.translate("Transport", "All epochs are done. Play trains for longer.")
            if status.reason == "patience":
                about = QCoreApplication.translate("Transport", "The best state is shown. Play goes on from the last one.")
            elif status.reason != "epochs":
                about = QCoreApplication.translate("Transport", "A stop rule ended the run. Play goes on without it.")
            return stop_words(status.reason), "ok", about
        case RunState.DIVERGED:
            word = QCoreApplication.translate("Transport", "diverged at {0}").format(f"{status.iteration:,}")
            about = QCoreApplication.translate(
                "Transport", "The numbers of {0} are no longer finite. The last finite state is kept."
            )
            return word, "error", about.format(status.layer)
        case RunState.EDITED:
            about = QCoreApplication.translate("Transport", "The document differs from the run. Play begins anew.")
            return QCoreApplication.translate("Transport", "changed"), "warn", about
        case RunState.BLOCKED if status.problems == 1:
            return QCoreApplication.translate("Transport", "cannot train: 1 problem"), "error", ""
        case RunState.BLOCKED:
            word = QCoreApplication.translate("Transport", "cannot train: {0} problems").format(status.problems)
            return word, "error", ""
        case RunState.FAILED:
            about = error_text(status.error) if status.error is not None else ""
            return QCoreApplication.translate("Transport", "stopped by an error"), "error", about
