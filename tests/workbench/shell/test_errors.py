"""Exceptions that nobody expected reach the person once, on the right thread."""

import sys
import threading

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from workbench.errors import ErrorReporter, catch_errors


@pytest.fixture
def reporter(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    made = catch_errors(window)
    yield made
    made.remove()


def dialogs(reporter: ErrorReporter) -> list[QWidget]:
    return [w for w in reporter.parent().findChildren(QWidget, "error.dialog") if w.isVisible()]


def test_that_an_exception_of_a_thread_opens_a_dialog_on_the_window_s_thread(reporter, qtbot, caplog) -> None:
    def fail() -> None:
        raise ValueError("forty-two")

    thread = threading.Thread(target=fail, name="worker-7")
    with qtbot.waitSignal(reporter.reported) as told:
        thread.start()
    thread.join()
    assert told.args[0].summary == "ValueError: forty-two"
    qtbot.waitUntil(lambda: len(dialogs(reporter)) == 1)
    text = dialogs(reporter)[0].findChild(QPlainTextEdit, "error.details").toPlainText()
    assert "worker-7" in text
    assert "in fail" in text
    dialogs(reporter)[0].findChild(QPushButton, "error.copy").click()
    assert QGuiApplication.clipboard().text() == text
    assert "forty-two" in caplog.text


def test_that_there_are_never_two_dialogs_at_once(reporter, qtbot) -> None:
    for number in range(3):
        sys.excepthook(RuntimeError, RuntimeError(str(number)), None)
    qtbot.waitUntil(lambda: len(dialogs(reporter)) > 0)
    assert len(dialogs(reporter)) == 1
    dialogs(reporter)[0].accept()
    sys.excepthook(RuntimeError, RuntimeError("later"), None)
    qtbot.waitUntil(lambda: len(dialogs(reporter)) == 1)


def test_that_the_hooks_of_before_come_back(qtbot) -> None:
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    window = QWidget()
    qtbot.addWidget(window)
    catch_errors(window).remove()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
