"""Answers that are shown as soon as they come while a network trains, and are paid for afterwards."""

from __future__ import annotations

from PySide6.QtCore import QObject

from workbench.pacing import FramePacer
from workbench.painting_gate import PaintingGate
from workbench.training.probe_worker import ProbeWorker


class PromptAnswers(QObject):
    """Shows them between the ticks of the clock; their cost is taken from the allowance, so the next frame waits longer."""

    def __init__(self, probes: ProbeWorker, pacer: FramePacer, gate: PaintingGate) -> None:
        super().__init__(gate)
        self._probes, self._pacer, self._gate = probes, pacer, gate
        probes.prompt_answer.connect(self._show)

    def _show(self) -> None:
        if self._gate.is_open:  # otherwise a tick is being painted, and pays for this as well
            self._pacer.begin_tick()
        self._gate.close()
        self._probes.deliver_prompt()
