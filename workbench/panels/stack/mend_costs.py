"""What the layers at fault would cost after each of their mends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from core.shapes import Diagnosis, Fix
from workbench.panels.stack.blocks import AT_ONCE, PAUSE
from workbench.panels.stack.bubble import fixes_of
from workbench.panels.stack.figure import count_text
from workbench.workspace import Workspace

MOST_NOTED: Final = 4
"""For so many layers with an error the cost of each mend is worked out; more are not read at once anyway."""


class MendCosts(QObject):
    """Works the costs out by judging the mended network; of a long one a little later, so that the edit is answered at once.

    Attributes
    ----------
    known
        For each layer at fault what to write beside its mends.
    found
        After `known` has got what was still missing.
    """

    found = Signal()

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self.known: Mapping[str, tuple[str, ...]] = {}
        self._workspace = workspace
        self._diagnosis: Diagnosis | None = None
        self._finding: Iterator[tuple[str, tuple[str, ...]]] = iter(())
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(PAUSE)
        self._later.timeout.connect(self._find_next)

    def look_at(self, diagnosis: Diagnosis | None) -> None:
        """Begin with the problems of the document's network as it is now."""
        if diagnosis is self._diagnosis and diagnosis is not None:
            return
        self._later.stop()
        self._diagnosis, self.known, self._finding = diagnosis, {}, self._costs(diagnosis)
        if diagnosis is None or len(diagnosis.layers) <= AT_ONCE:
            self.known = dict(self._finding)
        elif diagnosis.errors:
            self._later.start()

    def forget(self) -> None:
        """Say everything anew, because the language is another."""
        self._diagnosis = None

    def _find_next(self) -> None:
        found = next(self._finding, None)
        if found is None:
            self.found.emit()
        else:
            self.known = {**self.known, found[0]: found[1]}
            self._later.start()

    def _costs(self, diagnosis: Diagnosis | None) -> Iterator[tuple[str, tuple[str, ...]]]:
        errors = diagnosis.errors if diagnosis else ()
        at_fault = dict.fromkeys(problem.layer_id for problem in errors)
        for layer_id in list(at_fault)[:MOST_NOTED]:
            fixes = fixes_of(diagnosis.of(layer_id)) if diagnosis else ()
            yield layer_id, tuple(self._cost_after(fix, layer_id) for fix in fixes)

    def _cost_after(self, fix: Fix, layer_id: str) -> str:
        diagnosis = self._workspace.diagnosis(fix.network)
        report = next((row for row in diagnosis.layers if row.id == layer_id), None) if diagnosis else None
        parameters = report.cost.parameters if report is not None and report.cost is not None else 0
        return self.tr("{n} par.").format(n=count_text(parameters)) if parameters else ""
