"""What a person sees at the very first start: a small network learning to read drawn digits."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.datasets.recipe import DataRecipe
from core.experiment import Experiment, TrainingConfig
from core.fields import ComponentSpec
from core.spec import NetworkSpec
from core.text import parse_network

FIRST_NETWORK = "Conv(8, 5) ReLU MaxPool(2) Conv(16, 5) ReLU MaxPool(2) Flatten Affine(64) ReLU Affine(10)"


def first_experiment() -> Experiment:
    """Return a convolutional network for drawn digits: quick enough to be watched, good enough to read handwriting."""
    network = parse_network(FIRST_NETWORK)
    return Experiment(
        network=NetworkSpec(network.layers, name=QCoreApplication.translate("StartingPoint", "First network")),
        data=DataRecipe(ComponentSpec.of("DrawnDigits", samples=16_000, style="natural"), validation=0.1, test=0.1),
        training=TrainingConfig(optimizer=ComponentSpec.of("Adam", lr=0.002), batch_size=50, epochs=8),
    )
