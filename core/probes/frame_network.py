"""A network that shows any frame: built once per spec, filled with a frame's parameters when asked."""

from __future__ import annotations

from core.network import Network
from core.training.frame import Frame
from core.training.snapshot import Snapshot


class FrameNetwork:
    """Keeps one network for asking; belongs to the thread that asks.

    Building draws initial values and allocates, so it is done once per run; showing another moment of it is one copy.
    """

    def __init__(self) -> None:
        self._network: Network | None = None
        self._shown: Snapshot | None = None
        self._run = -1

    def at(self, frame: Frame) -> Network:
        """Return a network with that frame's parameters."""
        if self._network is None or self._run != frame.run:
            self._network = Network(frame.experiment.network, frame.data.input_shape, seed=frame.experiment.seed)
            self._run, self._shown = frame.run, None
        if self._shown is not frame.snapshot:  # by identity: at one iteration weights can be set by hand
            frame.load_into(self._network)
            self._shown = frame.snapshot
        return self._network
