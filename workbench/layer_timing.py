"""What each layer costs in time on this machine, measured while the run stands still."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from core.probes.layer_times import LayerTime, LayerTimes, measure_layer_times
from core.spec import NetworkSpec
from workbench.status import RunState
from workbench.training.probe_worker import Probe
from workbench.workspace import Workspace

STILL = frozenset({RunState.PAUSED, RunState.FINISHED})


class LayerTiming(QObject):
    """Measures a network once it has run and pauses: while it trains, both would slow each other down.

    Attributes
    ----------
    measured
        After new times are there.
    """

    measured = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.times: LayerTimes | None = None
        self._workspace = workspace
        self._probe = Probe(workspace.probes, self)
        self._probe.answered.connect(self._take)
        workspace.status_changed.connect(self._look)
        workspace.frame_changed.connect(self._look)

    def of(self, layer_id: str, network: NetworkSpec) -> LayerTime | None:
        """Return how long a layer of a network took; None if it was not measured, or another network was."""
        if self.times is None or not self.times.network.computes_as(network):
            return None
        return self.times.by_layer.get(layer_id)

    def _look(self) -> None:
        frame = self._workspace.frame
        if frame is None or frame.iteration == 0 or self._workspace.status.state not in STILL:
            return
        spec = frame.experiment.network
        if self.times is not None and self.times.network is spec:
            return
        rows = frame.data.train.x[: frame.experiment.training.batch_size]
        seed = frame.experiment.seed
        self._probe.ask(lambda _networks: measure_layer_times(spec, rows, seed))

    def _take(self, times: LayerTimes) -> None:
        if self._workspace.status.state in STILL:  # otherwise training disturbed it; the next pause measures again
            self.times = times
            self.measured.emit()


def layer_timing_of(workspace: Workspace) -> LayerTiming:
    """Return what measures the networks of a window; made when first asked for."""
    found = workspace.findChild(LayerTiming, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, LayerTiming) else LayerTiming(workspace)
