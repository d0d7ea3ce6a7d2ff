"""Pictures of every lab, in both themes and both languages, of a network that is really trained.

Called as ``python -m workbench.shots FOLDER``. The manual's pictures come from here, so they cannot differ from the
program. The person's settings and session are left alone.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEventLoop, QPoint, QSize, Qt, QTimer
from PySide6.QtTest import QTest

from core.blas_threads import use_one_blas_thread
from workbench.widgets.toast import Toast

SIZE: Final = QSize(1440, 900)
OTHER_SIZES: Final = (QSize(1280, 800), QSize(1920, 1080))
GOOD_ENOUGH: Final = 0.972
LONGEST_SECONDS: Final = 60.0
SETTLE_MILLISECONDS: Final = 900
"""After a lab is opened: for layouts, and for the answers of probes."""

THREE: Final = ((0.30, 0.24), (0.52, 0.16), (0.68, 0.28), (0.50, 0.46), (0.70, 0.62), (0.56, 0.82), (0.28, 0.76))
"""A 3 as a hand draws it, in shares of the pad."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw all pictures into the folder that is named."""
    folder = Path((sys.argv[1:] if arguments is None else arguments)[0])
    folder.mkdir(parents=True, exist_ok=True)
    use_one_blas_thread()
    with tempfile.TemporaryDirectory() as home:
        Photographer(folder, Path(home)).photograph()
    return 0


class Photographer:
    """Starts the program, lets it learn, and takes the pictures."""

    def __init__(self, folder: Path, home: Path) -> None:
        from workbench.app import start

        self._folder = folder
        self._trained = home / "trained.workbench"
        self._program = start([], home=home)
        self._window = self._program.window

    def photograph(self) -> None:
        """Take every picture and end the program."""
        window, workspace = self._window, self._program.workspace
        window.resize(SIZE)
        self._wait_until(self._has_learned)
        workspace.pause()
        labs = [*window.labs, "settings"]
        window.open_lab("filters")
        self._settle()
        self._draw_a_digit()
        self._program.files.save_now(self._trained)
        self._wait_until(lambda: not any(toast.isVisible() for toast in window.findChildren(Toast)))
        for language, ending in (("en", ""), ("ja", "-ja")):
            for theme in ("light", "dark"):
                self._program.store.change(theme=theme, language=language)
                self._show_trained()
                for lab in labs:
                    self._take(lab, f"{lab}-{theme}{ending}")
                    self._take_tabs(lab, f"{theme}{ending}")
                self._take_states(f"{theme}{ending}")
        self._program.store.change(theme="light", language="en")
        self._show_trained()
        for size in OTHER_SIZES:
            window.resize(size)
            for lab in labs:
                self._take(lab, f"{lab}-{size.width()}x{size.height()}")
        self._take_small_networks()
        window.close()
        self._program.files.close()
        workspace.close()

    def _show_trained(self) -> None:
        """Go back to the network as it was trained: the states that were taken since have left others."""
        workspace = self._program.workspace
        self._program.files.open(self._trained)
        self._wait_until(lambda: workspace.frame is not None and workspace.frame.iteration > 0)
        workspace.follow()

    def _has_learned(self) -> bool:
        frame = self._program.workspace.frame
        return frame is not None and len(frame.curves.evaluations) > 0 and frame.curves.evaluations[-1, 3] >= GOOD_ENOUGH

    def _draw_a_digit(self) -> None:
        from workbench.panels.draw_pad.pad import Pad

        view = self._window.open_lab_view()
        pad = view.findChild(Pad) if view is not None else None
        if pad is None:
            return
        points = [QPoint(round(x * pad.width()), round(y * pad.height())) for x, y in THREE]
        QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=points[0])
        for point in points[1:]:
            QTest.mouseMove(pad, point)
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=points[-1])

    def _take(self, lab: str, name: str) -> None:
        self._window.open_lab(lab)
        self._settle()
        self._window.grab().save(str(self._folder / f"{name}.png"))

    def _take_tabs(self, lab: str, ending: str) -> None:
        """Take the lab again with each panel in front that stands behind a tab."""
        view = self._window.open_lab_view()
        if view is None:
            return
        behind = [dock for dock in view.docks.values() if view.tabifiedDockWidgets(dock) and not dock.panel.is_seen]
        fronts = [dock for dock in view.docks.values() if view.tabifiedDockWidgets(dock) and dock.panel.is_seen]
        for dock in behind:
            dock.raise_()
            self._take(lab, f"{lab}.{dock.panel.name}-{ending}")
        for dock in fronts:
            dock.raise_()

    def _take_states(self, ending: str) -> None:
        """Take the states of a lab that its first sight does not show."""
        from workbench.shots_descent import LAB as DESCENT
        from workbench.shots_descent import photograph_descent
        from workbench.shots_filters import LAB as FILTERS
        from workbench.shots_filters import photograph_filters
        from workbench.shots_inside import LAB as INSIDE
        from workbench.shots_inside import photograph_inside
        from workbench.shots_network_views import LAB as NETWORK
        from workbench.shots_network_views import photograph_network_views
        from workbench.shots_perceptron import LAB as PERCEPTRON
        from workbench.shots_perceptron import photograph_perceptron
        from workbench.shots_train import LAB as TRAIN
        from workbench.shots_train import photograph_train

        states = (
            (DESCENT, photograph_descent),
            (FILTERS, photograph_filters),
            (PERCEPTRON, photograph_perceptron),
            (NETWORK, photograph_network_views),
            (TRAIN, photograph_train),
            (INSIDE, photograph_inside),
        )
        for lab, photograph in states:
            self._window.open_lab(lab)
            view = self._window.open_lab_view()
            if view is not None:
                photograph(view, self._program.workspace, partial(self._take_state, lab, ending))

    def _take_small_networks(self) -> None:
        """Take what needs another network and other data; last, because what was learned before is left."""
        from workbench.shots_playground import LAB, NETWORK_LAB, photograph_neurons, photograph_playground

        self._window.resize(SIZE)
        for language, theme, ending in (("en", "light", "light"), ("en", "dark", "dark"), ("ja", "light", "light-ja")):
            self._program.store.change(theme=theme, language=language)
            for lab, photograph in ((NETWORK_LAB, photograph_neurons), (LAB, photograph_playground)):
                self._window.open_lab(lab)
                view = self._window.open_lab_view()
                if view is not None:
                    photograph(view, self._program.workspace, partial(self._take_state, lab, ending))

    def _take_state(self, lab: str, ending: str, name: str) -> None:
        self._take_answered(f"{lab}-{name}-{ending}")

    def _take_answered(self, name: str) -> None:
        self._settle()
        self._wait_until(lambda: self._program.workspace.probes.is_idle)
        self._settle()
        self._window.grab().save(str(self._folder / f"{name}.png"))

    def _settle(self) -> None:
        loop = QEventLoop()
        QTimer.singleShot(SETTLE_MILLISECONDS, loop.quit)
        loop.exec()

    def _wait_until(self, condition: Callable[[], bool]) -> None:
        deadline = time.monotonic() + LONGEST_SECONDS
        while not condition() and time.monotonic() < deadline:
            self._settle()


if __name__ == "__main__":
    sys.exit(main())
