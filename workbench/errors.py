"""What happens when something goes wrong: nothing is lost silently, and no dialog opens on a worker's thread.

Qt calls `sys.excepthook` on whichever thread an exception escaped, so the hooks only hand a report over; the dialog is
made on the window's thread, one at a time.
"""

from __future__ import annotations

import logging
import platform
import sys
import threading
import traceback
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from core import __version__
from workbench.theme.fonts import font
from workbench.translation.core_text import error_text
from workbench.widgets.buttons import Button
from workbench.widgets.labels import Label

LOG = logging.getLogger("workbench")


@dataclass(frozen=True, slots=True)
class Report:
    """An exception that nobody expected."""

    summary: str
    text: str


def report_of(error: BaseException, trace: TracebackType | None, thread: str) -> Report:
    """Return what there is to know of an exception."""
    lines = traceback.format_exception(type(error), error, trace)
    about = f"neural-workbench {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    return Report(f"{type(error).__name__}: {error}", f"{about}\nthread: {thread}\n\n{''.join(lines)}")


class ErrorReporter(QObject):
    """Takes exceptions from any thread and shows them, one dialog at a time.

    Attributes
    ----------
    reported
        With a `Report`; delivered on the window's thread.
    """

    reported = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._dialog: QDialog | None = None
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        self.reported.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Put the hooks in place."""
        sys.excepthook = self._caught
        threading.excepthook = self._caught_in_thread
        sys.unraisablehook = self._caught_late

    def remove(self) -> None:
        """Put the hooks back that were there before."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        self._hand_over(error, trace)

    def _caught_in_thread(self, arguments: Any) -> None:
        if arguments.exc_value is not None:
            self._hand_over(arguments.exc_value, arguments.exc_traceback)

    def _caught_late(self, arguments: Any) -> None:
        if arguments.exc_value is not None:
            self._hand_over(arguments.exc_value, arguments.exc_traceback)

    def _hand_over(self, error: BaseException, trace: TracebackType | None) -> None:
        report = report_of(error, trace, threading.current_thread().name)
        LOG.error("%s", report.text)
        self.reported.emit(report)

    def _show(self, report: Report) -> None:
        if self._dialog is None:
            title = self.tr("Something went wrong")
            lead = self.tr("This was not expected. Your work is still here; save it, and tell us what happened.")
            self._dialog = ErrorDialog(self._window, title, f"{lead}\n{report.summary}", report.text)
            self._dialog.finished.connect(self._closed)
            self._dialog.open()

    def _closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None


class ErrorDialog(QDialog):
    """Says what went wrong; with details to copy where there are any."""

    def __init__(self, parent: QWidget, title: str, sentence: str, details: str = "") -> None:
        super().__init__(parent)
        self.setObjectName("error.dialog")
        self.setWindowTitle(title)
        self.setMinimumWidth(420)
        self.setModal(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(Label(title, weight=600))
        said = Label(sentence, wrap=True)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(said)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        if details:
            box = QPlainTextEdit(details)
            box.setObjectName("error.details")
            box.setAccessibleName(self.tr("Details"))
            box.setReadOnly(True)
            box.setFont(font("code"))
            box.setMinimumSize(560, 220)
            column.addWidget(box)
            copy = Button("error.copy", self.tr("Copy report"))
            copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
            buttons.addWidget(copy)
        close = Button("error.close", self.tr("Close"), primary=True)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons.addWidget(close)
        column.addLayout(buttons)


def show_error(parent: QWidget, error: BaseException) -> QDialog:
    """Say an error that was expected, such as a file that cannot be read, and go on."""
    title = QCoreApplication.translate("ErrorDialog", "That did not work")
    dialog = ErrorDialog(parent, title, error_text(error))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def catch_errors(window: QWidget) -> ErrorReporter:
    """Show every exception that nobody expected over the window."""
    reporter = ErrorReporter(window)
    reporter.install()
    return reporter
