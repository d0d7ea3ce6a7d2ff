"""A run that can be stepped, looked at, left and taken up again, bit for bit.

Nothing here is random beyond the experiment's seed: the order of samples depends on seed and epoch alone, the
randomness of layers on seed and iteration. So a snapshot needs no generator's state, and replaying gives the same bits.
The clock is read to tell how long training took; it decides nothing but the rule that ends a run after a time.
"""

from __future__ import annotations

import math
import time
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import DTypeLike

from core.arrays import Array, kept_apart
from core.by_hand import HandSets, first_difference, numbers_at, write_into
from core.datasets.base import Samples
from core.datasets.recipe import Data, DataRecipe
from core.errors import SpecError
from core.experiment import Experiment, StopRules, TrainingConfig, with_engine
from core.kernels.engine import EngineChoice
from core.live_settings import write_live_settings
from core.losses.base import LOSSES
from core.network import Network
from core.optimizers.base import OPTIMIZERS
from core.schedules.base import SCHEDULES
from core.spec import NetworkSpec
from core.training.events import StepDone
from core.training.order import epoch_order
from core.training.snapshot import Snapshot
from core.training.stopping import Standing, StopReason, reason_to_stop

EVALUATION_BATCH: Final = 250
ORDERED_BYTES: Final = 8 * 1024 * 1024
"""Training data of at most that size is laid out anew in each epoch's order, so that a batch is a slice of it."""


class Session:
    """Network, optimizer and position in the data for one experiment.

    Parameters
    ----------
    experiment
        What to run.
    data
        The prepared data of that experiment.
    snapshot
        Where to go on; None begins with the initial values.
    dtype
        float32 for training, float64 on request.
    """

    def __init__(
        self, experiment: Experiment, data: Data, *, snapshot: Snapshot | None = None, dtype: DTypeLike = np.float32
    ) -> None:
        self.experiment = experiment
        self.data = data
        self.network = Network(experiment.network, data.input_shape, seed=experiment.seed, dtype=dtype)
        self._engine = EngineChoice()
        self.loss = LOSSES.build(experiment.training.loss)
        self.iteration = self.epoch = self.offset = self.updates = 0
        self.seconds = 0.0
        self.standing = Standing()
        self._ordered: Samples | None = None
        self._order: Array = np.empty(0, np.intp)
        self._order_epoch = -1
        self._configure(experiment.training)
        self.optimizer.bind(self.network.theta)
        self._untouched: Array | None = None
        if snapshot is not None:
            self.restore(snapshot)
        else:
            self._set_by_hand()

    @property
    def training(self) -> TrainingConfig:
        """The settings in force."""
        return self.experiment.training

    @property
    def engine(self) -> EngineChoice:
        """How the kernels compute."""
        return self._engine

    @property
    def total_iterations(self) -> int:
        """How many updates the whole training has with the present settings."""
        return self._total_iterations

    @property
    def epochs_done(self) -> float:
        """How often the training data has been seen."""
        return self.epoch + self.offset / len(self.data.train)

    @property
    def updates_left_in_epoch(self) -> int:
        """How many updates it takes until all of the training data has been seen once more."""
        return math.ceil((len(self.data.train) - self.offset) / self.training.batch_size)

    @property
    def stop_reason(self) -> StopReason | None:
        """Why the run is over: all epochs are done, or a rule says so. None while it is not."""
        training = self.experiment.training
        if self.epoch < training.epochs and not self._ruled:
            return None
        classes = self.data.task == "classification"
        return reason_to_stop(training, self.epoch, self.standing, self.seconds, classification=classes)

    @property
    def finished(self) -> bool:
        """Whether the run is over."""
        return self.stop_reason is not None

    def change(self, training: TrainingConfig, network: NetworkSpec | None = None) -> None:
        """Apply new settings from the next batch on. The optimizer forgets only if its kind changes.

        Parameters
        ----------
        network
            The same network with other live settings of its layers, if those change as well.
        """
        if network is not None:
            self.experiment = replace(self.experiment, network=network)
            write_live_settings(network, self.network)
        old = self.optimizer
        training = with_engine(training, self._engine)
        same_kind = training.optimizer.kind == self.training.optimizer.kind
        self._configure(training)
        if same_kind:
            self.optimizer.state = old.state
        else:
            self.optimizer.bind(self.network.theta)
            self.updates = 0

    def _configure(self, training: TrainingConfig) -> None:
        training = with_engine(training, EngineChoice())  # so that every state says how it was computed
        if training.engine is not None and training.engine != self._engine:
            self._engine = training.engine
            self.network.use(self._engine)
        self.experiment = replace(self.experiment, training=training)
        self._ruled = training.stop != StopRules()
        self.optimizer = OPTIMIZERS.build(training.optimizer)
        self.schedule = SCHEDULES.build(training.schedule)
        self.lr = float(self.optimizer.settings["lr"])  # type: ignore[arg-type]
        self._total_iterations = training.epochs * math.ceil(len(self.data.train) / training.batch_size)

    def change_data(self, recipe: DataRecipe, data: Data) -> bool:
        """Go on with other data from the next batch on, and say whether it suits the network and the loss."""
        own = self.data
        if (data.input_shape, data.outputs, data.task) != (own.input_shape, own.outputs, own.task):
            return False
        self.experiment = replace(self.experiment, data=recipe)
        self.data = data
        self._order_epoch = -1
        self.change(self.training)
        self._advance(0)
        return True

    def change_by_hand(self, by_hand: HandSets) -> bool:
        """Set other parameters by hand, and say whether that was possible here.

        It is not once the run has left the moment at which the two differ, or when what stood there before is not known.
        """
        old, now = self.experiment.by_hand, self.iteration
        differ = first_difference(old, by_hand)
        if differ is not None and differ < now:
            return False
        known = self._untouched is not None
        before, after = numbers_at(old, now), numbers_at(by_hand, now)
        if not known and before - after:
            return False
        if known:
            self.network.theta[...] = self._untouched
        self.experiment = replace(self.experiment, by_hand=by_hand)
        self._set_by_hand(remember=known or not before)
        return True

    def _set_by_hand(self, *, remember: bool = True) -> None:
        """Set what is to be set at this iteration; remember what stood there, so that it can be taken back."""
        self._untouched = None
        if not numbers_at(self.experiment.by_hand, self.iteration):
            return
        if remember:
            self._untouched = self.network.theta.copy()
        write_into(self.experiment.by_hand, self.network.parameters, self.iteration)

    def step(self) -> StepDone:
        """Make one update and return what it saw. With a loss that is not finite nothing is updated."""
        started = time.perf_counter()
        with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
            return self._step(started)

    def _step(self, started: float) -> StepDone:
        x, t = self._next_batch()
        network = self.network
        network.begin_step(self.iteration)
        scores = network.forward(x, training=True)
        loss = self.loss.forward(scores, t)
        accuracy = self.accuracy(scores, t)
        lr = self.lr * self.schedule.factor(self.iteration, self._total_iterations)
        if not math.isfinite(loss):
            return StepDone(self.iteration, loss, accuracy, lr, self.epochs_done, self.seconds)
        network.backward_params(self.loss.backward())
        if network.trainable is not None:
            network.grad *= network.trainable
        self.updates += 1
        self._update(lr)
        self.iteration += 1
        self._advance(len(t))
        if self.experiment.by_hand:
            self._set_by_hand()
        self.seconds += time.perf_counter() - started
        return StepDone(self.iteration, loss, accuracy, lr, self.epochs_done, self.seconds)

    def _update(self, lr: float) -> None:
        network, kept = self.network, None
        if network.trainable is not None:
            kept = network.theta[network.trainable == 0]
        self.optimizer.update(network.theta, network.grad, lr, self.updates, network.decayed)
        if network.trainable is not None:
            network.theta[network.trainable == 0] = kept

    def _next_batch(self) -> tuple[Array, Array]:
        if self._order_epoch != self.epoch:
            self._order = epoch_order(self.experiment.seed, self.epoch, len(self.data.train))
            self._order_epoch = self.epoch
            small = self.data.train.x.nbytes + self.data.train.t.nbytes <= ORDERED_BYTES
            self._ordered = self.data.train.take(self._order) if small else None
        part = slice(self.offset, self.offset + self.experiment.training.batch_size)
        train, rows = (self._ordered, part) if self._ordered else (self.data.train, self._order[part])
        return train.x[rows].astype(self.network.theta.dtype, copy=False), train.t[rows]

    def _advance(self, seen: int) -> None:
        self.offset += seen
        if self.offset >= len(self.data.train):
            self.epoch, self.offset = self.epoch + 1, 0

    def accuracy(self, scores: Array, t: Array) -> float:
        """Return the share of right answers, or NaN for regression."""
        if self.data.task != "classification":
            return math.nan
        labels = scores[:, 0] > 0 if scores.shape[1] == 1 else scores.argmax(1)
        return np.count_nonzero(labels == t) / len(t) if len(t) else math.nan

    def evaluate(self, samples: Samples, limit: int | None = None) -> tuple[float, float]:
        """Return mean loss and accuracy on samples, all or the first `limit`; changes nothing of the run."""
        count = len(samples) if limit is None else min(limit, len(samples))
        loss = right = 0.0
        judge = LOSSES.build(self.training.loss)
        for start in range(0, count, EVALUATION_BATCH):
            part = slice(start, min(start + EVALUATION_BATCH, count))
            x, t = samples.x[part].astype(self.network.theta.dtype, copy=False), samples.t[part]
            scores = self.network.forward(x)
            loss += judge.forward(scores, t) * len(t)
            right += self.accuracy(scores, t) * len(t)
        return loss / max(count, 1), right / max(count, 1)

    def snapshot(self, *, resumable: bool = True) -> Snapshot:
        """Return a read-only copy of the state; without the optimizer's memory it is for looking only."""
        return Snapshot(
            iteration=self.iteration,
            epoch=self.epoch,
            offset=self.offset,
            updates=self.updates,
            theta=kept_apart(self.network.theta),
            buffers=kept_apart(self.network.buffers),
            memory={name: kept_apart(array) for name, array in self.optimizer.state.items()} if resumable else {},
            training=self.training,
            resumable=resumable,
            seconds=self.seconds,
            standing=self.standing,
        )

    def restore(self, snapshot: Snapshot) -> None:
        """Go to a state that was kept, or raise `SpecError` when it is one of another network."""
        for kept, own in ((snapshot.theta, self.network.theta), (snapshot.buffers, self.network.buffers)):
            if kept.size != own.size:
                raise SpecError("snapshot_misfit", received=kept.size, expected=own.size)
        self.iteration, self.updates = snapshot.iteration, snapshot.updates
        self.epoch, self.offset = snapshot.epoch, snapshot.offset
        self.seconds, self.standing = snapshot.seconds, snapshot.standing
        self._configure(snapshot.training)
        self.optimizer.bind(self.network.theta)
        self._untouched = None
        self.network.theta[...] = snapshot.theta
        self.network.buffers[...] = snapshot.buffers
        for name, array in snapshot.memory.items():
            self.optimizer.state[name][...] = array
        self._advance(0)  # with fewer samples than when it was kept the epoch may be over
