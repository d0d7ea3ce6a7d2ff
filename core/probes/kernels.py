"""The weights of a network as pictures: the filters of convolutions, and of Affine layers that look at an image."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from core.arrays import Array, Shape
from core.datasets.base import DATASETS
from core.experiment import Experiment
from core.initializers.base import WITHOUT_ACTIVATION
from core.network import build_chain, visit_chain


@dataclass(frozen=True, slots=True)
class KernelLayer:
    """A layer whose weights can be looked at as pictures.

    Parameters
    ----------
    id
        The layer's id; its weights are called ``id.W``.
    kind
        The registered name of the layer.
    units
        How many filters or outputs it has.
    channels, height, width
        The shape of one unit's weights.
    positions
        For weights that are not shared: rows and columns of output positions; None otherwise.
    laid_out
        Whether the weights lie in a matrix ``(inputs, units)``, as those of an Affine layer do.
    """

    id: str
    kind: str
    units: int
    channels: int
    height: int
    width: int
    positions: tuple[int, int] | None = None
    laid_out: bool = False

    def kernels(self, parameters: Mapping[str, Array], position: tuple[int, int] = (0, 0)) -> Array:
        """Return the weights ``(units, channels, height, width)``, a view where possible.

        Parameters
        ----------
        parameters
            The parameters of a frame by name.
        position
            Row and column of the output, for weights that are not shared.
        """
        w = parameters[f"{self.id}.W"]
        if self.positions is not None:
            kernels: Array = w[position]
            return kernels
        if self.laid_out:
            return w.T.reshape(self.units, self.channels, self.height, self.width)
        return w

    def index(self, unit: int, channel: int, row: int, column: int, position: tuple[int, int] = (0, 0)) -> tuple[int, ...]:
        """Return where one weight of a kernel lies in the array ``id.W``."""
        if self.positions is not None:
            return (*position, unit, channel, row, column)
        if self.laid_out:
            return ((channel * self.height + row) * self.width + column, unit)
        return (unit, channel, row, column)


def kernel_layers(experiment: Experiment, input_shape: Shape) -> tuple[KernelLayer, ...]:
    """Return the layers with kernels from input to output.

    An Affine layer is among them if what reaches it is an image laid out as a vector.

    Parameters
    ----------
    input_shape
        The shape of one prepared sample.
    """
    found = []
    laid_out = image_behind(experiment, input_shape)
    for visit in visit_chain(build_chain(experiment.network.layers), input_shape, WITHOUT_ACTIVATION):
        kind, shapes = type(visit.layer).__name__, visit.layer.parameter_shapes(visit.input_shape)
        w = shapes.get("W", ())
        if kind == "Flatten" and len(visit.input_shape) == 3:
            laid_out = visit.input_shape
        elif len(w) == 4:
            found.append(KernelLayer(visit.id, kind, w[0], w[1], w[2], w[3]))
        elif len(w) == 6:
            found.append(KernelLayer(visit.id, kind, w[2], w[3], w[4], w[5], positions=(w[0], w[1])))
        elif len(w) == 2:
            if laid_out and math.prod(laid_out) == w[0] and laid_out[1] * laid_out[2] > 1:
                found.append(KernelLayer(visit.id, kind, w[1], laid_out[0], laid_out[1], laid_out[2], laid_out=True))
            laid_out = ()
    return tuple(found)


def image_behind(experiment: Experiment, input_shape: Shape) -> Shape:
    """Return the shape of the image that a vector input was before the data was flattened, or () if it was none."""
    recipe = experiment.data
    if not (recipe.flatten and len(input_shape) == 1 and DATASETS.get(recipe.source.kind).group == "images"):
        return ()
    for channels in (1, 3):
        side = math.isqrt(input_shape[0] // channels)
        if channels * side * side == input_shape[0]:
            return (channels, side, side)
    return ()


def norms(kernels: Array) -> Array:
    """Return the length ‖w‖ of each unit's weights, ``(units,)``."""
    flat = kernels.reshape(len(kernels), -1).astype(np.float64)
    lengths: Array = np.sqrt(np.einsum("ij,ij->i", flat, flat))
    return lengths
