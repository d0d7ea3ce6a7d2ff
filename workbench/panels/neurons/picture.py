"""What the drawing of the neurons shows: numbers of one moment, without anything of Qt's widgets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from PySide6.QtGui import QImage

from core.arrays import Array
from core.probes.neurons import NeuronLayer
from workbench.panels.neurons.geometry import Spot
from workbench.plots.picture import images_of
from workbench.theme.theme import Theme

BOUNDED: Final = ("Tanh", "Sigmoid", "Softmax", "Step")
_FIGURES: Final = (1, 2, 5)


@dataclass(frozen=True)
class NeuronPicture:
    """The parameters of a frame as neurons.

    Parameters
    ----------
    layers
        The columns after the inputs.
    parameters
        Views of the frame's arrays by name.
    inputs, outputs
        What the inputs and the outputs are called.
    """

    layers: tuple[NeuronLayer, ...]
    parameters: Mapping[str, Array]
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    images: Mapping[int, list[QImage]] = field(default_factory=dict)

    @property
    def counts(self) -> tuple[int, ...]:
        """How many neurons each column has, the inputs first."""
        return (self.layers[0].inputs, *(layer.units for layer in self.layers))

    @property
    def biased(self) -> tuple[bool, ...]:
        """For each column whether its neurons have a bias."""
        return (False, *(layer.has_bias for layer in self.layers))

    def has(self, spot: Spot) -> bool:
        """Say whether a neuron, link or bias is part of this network."""
        if spot.column >= len(self.counts) or spot.unit >= self.counts[spot.column]:
            return False
        return spot.what != "weight" or spot.source < self.counts[spot.column - 1]

    def array_of(self, spot: Spot) -> tuple[str, tuple[int, ...]]:
        """Return name and place of the number behind a link or a bias."""
        layer = self.layers[spot.column - 1]
        return (f"{layer.id}.W", (spot.source, spot.unit)) if spot.what == "weight" else (f"{layer.id}.b", (spot.unit,))

    def value(self, spot: Spot) -> float:
        """Return the number behind a link or a bias."""
        name, index = self.array_of(spot)
        return float(self.parameters[name][index])

    def weights(self, column: int) -> Array:
        """Return the weights into a column, ``(inputs, units)``."""
        return self.parameters[f"{self.layers[column - 1].id}.W"]

    def parameter_count(self) -> int:
        """Return how many weights and biases there are."""
        return sum(layer.units * (layer.inputs + layer.has_bias) for layer in self.layers)


def round_limit(largest: float) -> float:
    """Return 1, 2 or 5 times a power of ten that is not below a size: so the scale does not change at every step."""
    if not np.isfinite(largest) or largest <= 1e-3:
        return 1.0
    power = 10.0 ** np.floor(np.log10(largest))
    return float(next(power * n for n in (*_FIGURES, 10) if power * n >= largest * (1 - 1e-9)))


def map_images(
    layers: tuple[NeuronLayer, ...], maps: Mapping[str, Array], theme: Theme, *, probabilities: bool, bounded: bool
) -> dict[int, list[QImage]]:
    """Return a picture for each neuron by column.

    Activations with bounds keep the same colours all the time; others are measured by the largest value of their layer.

    Parameters
    ----------
    probabilities
        Whether the last layer gives shares of 1, to be shown from −1 for 0 to +1.
    bounded
        Whether the maps are what the neurons give, so that the bounds of their activations hold.
    """
    images = {}
    for column, layer in enumerate(layers, start=1):
        values = maps[layer.id]
        if probabilities and layer is layers[-1]:
            values, limit = 2 * values - 1, 1.0
        elif bounded and layer.activation in BOUNDED:
            limit = 1.0
        else:
            limit = float(np.abs(values).max(initial=1e-6))
        images[column] = images_of(values, (-limit, limit), theme.lookup("signed"))
    return images
