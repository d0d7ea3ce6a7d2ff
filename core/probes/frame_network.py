"""Networks that show any frame: built once per spec, filled with a frame's parameters when asked."""

from __future__ import annotations

from core.network import Network
from core.probes.asked_network import asked_network
from core.training.frame import Frame
from core.training.snapshot import Snapshot


class FrameNetwork:
    """Keeps networks for asking; belongs to the thread that asks.

    Building draws initial values and allocates, so it is done once per run; showing another moment of it is one copy.
    """

    def __init__(self) -> None:
        self._plain = _Kept()
        self._settled = _Kept()

    def at(self, frame: Frame) -> Network:
        """Return a network with that frame's parameters."""
        if not self._plain.is_of(frame):
            experiment = frame.experiment
            self._plain.take(Network(experiment.network, frame.data.input_shape, seed=experiment.seed), frame)
        return self._plain.at(frame)

    def settled_at(self, frame: Frame) -> Network:
        """Return one that behaves in training as in prediction, and remembers for `backward`, with that frame's parameters."""
        if not self._settled.is_of(frame):
            experiment = frame.experiment
            self._settled.take(asked_network(experiment.network, frame.data.input_shape, seed=experiment.seed), frame)
        return self._settled.at(frame)


class _Kept:
    """A network of a run, and whose parameters it has."""

    def __init__(self) -> None:
        self._network: Network | None = None
        self._shown: Snapshot | None = None
        self._run = -1

    def is_of(self, frame: Frame) -> bool:
        return self._network is not None and self._run == frame.run

    def take(self, network: Network, frame: Frame) -> None:
        self._network, self._run, self._shown = network, frame.run, None

    def at(self, frame: Frame) -> Network:
        if self._network is None:
            raise ValueError("take a network first")
        if self._shown is not frame.snapshot:  # by identity: at one iteration weights can be set by hand
            frame.load_into(self._network)
            self._shown = frame.snapshot
        return self._network
