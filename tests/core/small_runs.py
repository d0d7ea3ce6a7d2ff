"""A run that is small and has everything: images, convolution, batch normalisation, dropout, an optimizer that remembers."""

from __future__ import annotations

from functools import cache

import numpy as np

from core.datasets.base import RawData, Samples
from core.datasets.recipe import Data, DataRecipe, split
from core.experiment import Experiment, TrainingConfig
from core.losses.base import LOSSES
from core.optimizers.base import OPTIMIZERS
from core.text import parse_component, parse_network
from core.training.session import Session

NETWORK = "Conv(4, 3) BatchNorm ReLU MaxPool(2) Flatten Affine(16) ReLU Dropout(0.5) Affine(3)"


@cache
def small_data(samples: int = 130) -> Data:
    """Three classes of noisy 6×6 images; 130 samples leave an odd batch at the end of an epoch."""
    rng = np.random.default_rng(7)
    t = rng.integers(0, 3, samples)
    patterns = rng.normal(size=(3, 1, 6, 6))
    x = (patterns[t] + 0.7 * rng.normal(size=(samples, 1, 6, 6))).astype(np.float32)
    raw = RawData(Samples(x, t.astype(np.int64)), None, "classification", ("a", "b", "c"))
    return split(raw, DataRecipe(scaling="standard"), 0)


def small_experiment(
    network: str = NETWORK, optimizer: str = "Adam(lr=0.01)", *, loss: str = "SoftmaxCrossEntropy", seed: int = 0, **training: int
) -> Experiment:
    """An experiment on `small_data`; batches of 20, four epochs."""
    settings = {"batch_size": 20, "epochs": 4, "evaluate_every": 7, **training}
    config = TrainingConfig(
        optimizer=parse_component(optimizer, OPTIMIZERS),
        loss=parse_component(loss, LOSSES),
        **settings,
    )
    return Experiment(network=parse_network(network), training=config, seed=seed)


def small_session(**about) -> Session:
    """A session at its beginning."""
    return Session(small_experiment(**about), small_data())


def run_steps(session: Session, count: int) -> list[float]:
    """Make updates and return their losses."""
    return [session.step().loss for _ in range(count)]


def same_bits(one: np.ndarray, other: np.ndarray) -> bool:
    """Whether two arrays are the same to the last bit."""
    return one.dtype == other.dtype and one.shape == other.shape and one.tobytes() == other.tobytes()
