"""What every test of the window needs: settings of its own, one theme, and a look at what was left behind.

Qt crashes long after the test that forgot something, so each test answers for its own threads, timers and windows.
"""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QTimer, SignalInstance
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

from workbench.theme.theme import Theme, current_theme
from workbench.training.probe_worker import ProbeWorker
from workbench.training.runner import Runner
from workbench.workspace import Workspace

PATIENCE = 30.0  # seconds that a busy machine gets for what a test waits for

for closing in (Workspace.close, Runner.close, ProbeWorker.close):
    closing.__defaults__ = (PATIENCE,)


class PatientQtBot(QtBot):
    """Waits at least `PATIENCE`, so that no test fails because other things run on the machine."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: float = 0) -> None:
        super().waitUntil(callback, timeout=round(max(timeout, 1000 * PATIENCE)))

    def waitSignal(
        self, signal: SignalInstance, *, timeout: float = 0, raising: bool | None = None, **conditions: object
    ) -> SignalBlocker:
        patience = 0 if raising is False else 1000 * PATIENCE  # so does assertNotEmitted ask for what must not come
        return super().waitSignal(signal, timeout=round(max(timeout, patience)), raising=raising, **conditions)


def deliver_deletions() -> None:
    """Let `deleteLater` happen: processing events alone does not destroy anything."""
    for _ in range(2):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QCoreApplication.processEvents()


def top_level_widgets() -> list[QWidget]:
    return [w for w in QApplication.topLevelWidgets() if shiboken6.isValid(w)]


@pytest.fixture(autouse=True)
def _nothing_left_behind(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail a test that leaves a thread, a timer or a window; it must come before `qtbot`, so that this ends after it."""
    threads = set(threading.enumerate())
    widgets = set(map(id, top_level_widgets()))
    started: weakref.WeakSet[QTimer] = weakref.WeakSet()
    start = QTimer.start

    def remember(timer: QTimer, *arguments: int) -> None:
        started.add(timer)
        start(timer, *arguments)

    monkeypatch.setattr(QTimer, "start", remember)
    yield
    deliver_deletions()
    if any(id(w) not in widgets for w in top_level_widgets()):
        gc.collect()  # what only a reference cycle keeps is not left behind
        deliver_deletions()
    left = [w for w in top_level_widgets() if id(w) not in widgets]
    names = [f"{type(w).__name__} {w.objectName()!r}" for w in left]
    for widget in left:
        widget.close()
        widget.deleteLater()
    deliver_deletions()
    alive = [thread for thread in threading.enumerate() if thread not in threads]
    for thread in alive:
        thread.join(PATIENCE)
    running = [thread.name for thread in alive if thread.is_alive()]
    ticking = [t for t in started if shiboken6.isValid(t) and t.isActive() and not t.isSingleShot()]
    where = [f"{t.interval()} ms timer of {t.parent()}" for t in ticking]
    for timer in ticking:
        timer.stop()
    assert not running, f"threads still run: {running}. End them in the test: call close() on the workspace or worker."
    assert not where, f"timers still tick: {where}. Stop them when their owner closes, or give the owner to qtbot.addWidget."
    assert not names, f"windows were left: {names}. Give each to qtbot.addWidget, or give it a parent."


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientQtBot(request)


@pytest.fixture(autouse=True)
def _fresh_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.settings.settings_path", lambda: tmp_path / "settings.ini")


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The theme of the application, light and default again after each test."""
    made = current_theme()
    yield made
    made.set_mode("light")
    made.set_palette("default")
    made.set_reduce_motion(False)
