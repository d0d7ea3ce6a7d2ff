"""What the layers that differ in training do in the update that comes next: what Dropout drops, by what BatchNorm normalises.

Both follow from the seed and the moment alone, so they can be told of any moment of a run, and training does just that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from core.arrays import Array
from core.layers.batch_norm import BatchNorm
from core.layers.dropout import Dropout
from core.live_settings import write_live_settings
from core.losses.base import LOSSES
from core.metrics import accuracy
from core.network import Network
from core.probes.frame_network import FrameNetwork
from core.probes.layer_outputs import layer_outputs
from core.spec import NetworkSpec
from core.training.frame import Frame
from core.training.order import coming_batch
from core.training.replay import network_in_force

SHOWN_SAMPLES: Final = 64
JUDGED: Final = 100
"""So many held-out samples are answered in each of the three ways."""

KINDS: Final = frozenset({"Dropout", "BatchNorm"})


@dataclass(frozen=True)
class Dropped:
    """What one Dropout layer does.

    Parameters
    ----------
    ratio
        The share that is switched off on average.
    kept
        ``(N, …)``: which values of the first samples of the batch are let through.
    values
        What comes in, as in prediction, shaped alike.
    share
        How much of the whole batch is dropped.
    """

    id: str
    ratio: float
    kept: Array
    values: Array
    share: float


@dataclass(frozen=True)
class Statistics:
    """Mean and variance of each feature, ``(C,)`` each, over `count` values; a `count` of 0 for a running average."""

    mean: Array
    var: Array
    count: int = 0


@dataclass(frozen=True)
class Normalised:
    """What one BatchNorm layer does.

    Parameters
    ----------
    momentum
        How much of the running statistics stays.
    batch, single
        Statistics of the batch, and what they would be with its first sample alone.
    before, after
        The running statistics before and after the update.
    """

    id: str
    momentum: float
    batch: Statistics
    single: Statistics
    before: Statistics
    after: Statistics


@dataclass(frozen=True)
class Answers:
    """Loss and accuracy on held-out samples, by which statistics BatchNorm uses; NaN for the accuracy of values."""

    iteration: int
    running: tuple[float, float]
    batch: tuple[float, float]
    single: tuple[float, float]
    samples: int


@dataclass(frozen=True)
class ComingUpdate:
    """The update that comes after a moment.

    Parameters
    ----------
    iteration
        Its number; the first is 1.
    samples
        How many samples its batch has.
    layers
        Every Dropout and BatchNorm layer, from input to output.
    """

    iteration: int
    samples: int
    layers: tuple[Dropped | Normalised, ...]


def layers_that_differ(spec: NetworkSpec) -> bool:
    """Return whether a network has any layer that does something else in training than in prediction."""
    return any(layer.kind in KINDS for layer in spec.walk())


def coming_update(networks: FrameNetwork, frame: Frame) -> ComingUpdate:
    """Return what the next update of a frame's run does; changes nothing of it."""
    network, snapshot = networks.at(frame), frame.snapshot
    spec = network_in_force(frame.experiment, frame.all_curves.changes, frame.iteration)
    rows = coming_batch(
        frame.experiment.seed, snapshot.epoch, snapshot.offset, len(frame.data.train), snapshot.training.batch_size
    )
    x = frame.data.train.x[rows].astype(network.theta.dtype, copy=False)
    try:
        write_live_settings(spec, network)
        with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
            layers = _looked_at(network, frame, x)
    finally:
        frame.load_into(network)  # training passes moved the running statistics
        write_live_settings(frame.experiment.network, network)
    return ComingUpdate(frame.iteration + 1, len(x), layers)


def held_out_answers(networks: FrameNetwork, frame: Frame) -> Answers | None:
    """Return how good the answers to held-out samples are in each way; None without BatchNorm. Slow: some pass alone."""
    network = networks.at(frame)
    if not any(isinstance(visit.layer, BatchNorm) for visit in network.visits):
        return None
    try:
        with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
            return _answers(network, frame)
    finally:
        frame.load_into(network)
        write_live_settings(frame.experiment.network, network)


def _looked_at(network: Network, frame: Frame, x: Array) -> tuple[Dropped | Normalised, ...]:
    norms = {v.id: v.layer for v in network.visits if isinstance(v.layer, BatchNorm)}
    single: dict[str, Statistics] = {}
    if norms:
        network.begin_step(frame.iteration)
        network.forward(x[:1], training=True)
        single = {id_: _of_batch(layer) for id_, layer in norms.items()}
        frame.load_into(network)
    before = {id_: _running(layer) for id_, layer in norms.items()}
    entering = {seen.id: seen for seen in layer_outputs(network, x[:SHOWN_SAMPLES]) if seen.kind in KINDS}
    network.begin_step(frame.iteration)
    network.forward(x, training=True)
    found: list[Dropped | Normalised] = []
    for visit in network.visits:
        if isinstance(visit.layer, Dropout):
            kept = visit.layer.kept
            values = entering[visit.id].x
            found.append(Dropped(visit.id, visit.layer.ratio, kept[: len(values)], values.copy(), float(1 - kept.mean())))
        elif isinstance(visit.layer, BatchNorm):
            batch, momentum = _of_batch(visit.layer), visit.layer.momentum
            now = before[visit.id]
            found.append(Normalised(visit.id, momentum, batch, single[visit.id], now, _running(visit.layer)))
    return tuple(found)


def _of_batch(layer: BatchNorm) -> Statistics:
    return Statistics(layer.batch_mean.copy(), layer.batch_var.copy(), layer.batch_count)


def _running(layer: BatchNorm) -> Statistics:
    buffers: Mapping[str, Array] = layer.buffers
    return Statistics(buffers["running_mean"].copy(), buffers["running_var"].copy())


def _answers(network: Network, frame: Frame) -> Answers:
    """Answer held-out samples with running statistics, in one batch, and one by one; nothing is dropped."""
    for visit in network.visits:
        if isinstance(visit.layer, Dropout):
            visit.layer.change_setting("ratio", 0.0)
    samples = frame.data.validation if len(frame.data.validation) else frame.data.train
    samples = samples.take(slice(JUDGED))
    x = samples.x.astype(network.theta.dtype, copy=False)
    scores = []
    for size in (0, len(x), 1):
        frame.load_into(network)
        if size == 0:
            scores.append(network.forward(x))
        else:
            network.begin_step(frame.iteration)
            parts = [network.forward(x[start : start + size], training=True) for start in range(0, len(x), size)]
            scores.append(np.concatenate(parts))
    loss = LOSSES.build(frame.experiment.training.loss)
    classes = frame.data.task == "classification"
    running, batch, single = (
        (float(loss.forward(given, samples.t)), accuracy(given, samples.t) if classes else float("nan")) for given in scores
    )
    return Answers(frame.iteration, running, batch, single, samples=len(x))
