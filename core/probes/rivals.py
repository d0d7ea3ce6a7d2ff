"""Two plain networks for comparison, trained a little at a time on the data at hand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal

from core.arrays import Shape
from core.datasets.base import Samples
from core.datasets.recipe import Data
from core.experiment import Experiment, TrainingConfig
from core.fields import ComponentSpec
from core.spec import NetworkSpec
from core.text import parse_network
from core.training.session import Session

Kind = Literal["mlp", "cnn"]

MOST_SAMPLES: Final = 4000
EPOCHS: Final = 3


@dataclass(frozen=True, slots=True)
class Rival:
    """A network under training; the session is changed by `train_on` alone, in one thread at a time."""

    kind: Kind
    session: Session

    @property
    def share(self) -> float:
        """How much of its training is done."""
        return min(1.0, self.session.iteration / self.session.total_iterations)


def rival_network(kind: Kind, image_shape: Shape, outputs: int) -> NetworkSpec:
    """Return a perceptron with one hidden layer, or a small convolutional network with about as many parameters."""
    if kind == "mlp":
        return parse_network(f"Flatten Affine(64) ReLU Affine({outputs})")
    pool = " MaxPool(2)" if min(image_shape[1:]) >= 6 else ""
    deeper = f" Conv(24, 3, pad=1) ReLU{pool}" if min(image_shape[1:]) >= 16 else ""
    return parse_network(f"Conv(12, 3, pad=1) ReLU{pool}{deeper} Flatten Affine(32) ReLU Affine({outputs})")


def begin_rival(kind: Kind, data: Data, image_shape: Shape, seed: int) -> Rival:
    """Return an untrained rival for data that may be laid out as vectors."""

    def images(samples: Samples, count: int) -> Samples:
        few = samples.take(slice(count))
        return Samples(few.x.reshape(-1, *image_shape), few.t)

    own = replace(
        data, train=images(data.train, MOST_SAMPLES), validation=images(data.validation, 100), test=images(data.test, 100)
    )
    training = TrainingConfig(optimizer=ComponentSpec.of("Adam", lr=0.003), batch_size=50, epochs=EPOCHS)
    network = rival_network(kind, image_shape, len(data.classes))
    return Rival(kind, Session(Experiment(network=network, training=training, seed=seed), own))


def train_on(rival: Rival, steps: int) -> Rival:
    """Make some more updates, up to the end of the training."""
    for _ in range(steps):
        if rival.session.finished:
            break
        rival.session.step()
    return rival
