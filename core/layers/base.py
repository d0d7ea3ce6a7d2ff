"""What every layer promises."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

import numpy as np

from core.arrays import Array, Shape
from core.errors import ShapeError
from core.fields import Configured
from core.kernels.engine import PLAIN, Engine
from core.kernels.window import Window
from core.layers.formula import Formula
from core.registry import Registry

Family = Literal["weights", "activation", "pooling", "normalise", "shape", "container"]


@dataclass(frozen=True, slots=True)
class Cost:
    """What a layer costs.

    Parameters
    ----------
    parameters
        Trainable numbers.
    macs
        Products with weights in one forward pass of one sample, as papers count them: convolutions and fully connected
        layers; no biases, no normalisation, no activation.
    activation_bytes
        Memory of the output of one sample in float32.
    """

    parameters: int
    macs: int
    activation_bytes: int


class Layer(Configured):
    """A differentiable function with parameters; the book's layer, with its shape rule and cost beside it.

    A layer is configured first (``Affine(units=10)``), asked about shapes while a network is edited, and only then
    bound to arrays by `core.network.Network`. Arrays have shape ``(N, C, H, W)`` or ``(N, D)``; which axis lies
    innermost in memory is the kernels' private matter, so a layer must not rely on C order.

    Attributes
    ----------
    family
        For the palette and its colours.
    suits
        For activations: the initial values that keep the signal alive through them, ``"He"`` or ``"Xavier"``.
    commutes_with_largest
        Whether the largest of its outputs is the output of the largest, gradients included.
    params, grads
        Views into the network's flat vectors, by name: ``W``, ``b``. `backward` writes into `grads`.
    buffers
        State that is saved but not trained, such as running statistics.
    engine
        How its kernels are to compute; the network gives it.
    """

    family: ClassVar[Family]
    suits: ClassVar[str] = ""
    commutes_with_largest: ClassVar[bool] = False

    def __init__(self, *values: object, **named: object) -> None:
        super().__init__(*values, **named)
        self.params: dict[str, Array] = {}
        self.grads: dict[str, Array] = {}
        self.buffers: dict[str, Array] = {}
        self.engine = PLAIN

    def compute_by(self, engine: Engine) -> None:
        """Let the kernels compute in this way from now on."""
        self.engine = engine

    def output_shape(self, shape: Shape) -> Shape:
        """Return the shape of one output sample.

        Raises
        ------
        ShapeError
            If the layer cannot take `shape`.
        """
        return shape

    def parameter_shapes(self, shape: Shape) -> Mapping[str, Shape]:
        """Return name and shape of each trainable array."""
        return {}

    def buffer_values(self, shape: Shape) -> Mapping[str, Array]:
        """Return name and first value of each saved, untrained array."""
        return {}

    def macs(self, shape: Shape) -> int:
        """Return the multiply-adds of one forward pass of one sample."""
        return 0

    def cost(self, shape: Shape) -> Cost:
        """Return what the layer costs for one sample of that shape; allocates nothing."""
        parameters = sum(math.prod(s) for s in self.parameter_shapes(shape).values())
        return Cost(parameters, self.macs(shape), 4 * math.prod(self.output_shape(shape)))

    def explain(self, shape: Shape) -> tuple[Formula, ...]:
        """Return how output size, parameters and multiply-adds come about for one sample of that shape."""
        return ()

    def initialize(self, shape: Shape, rng: np.random.Generator, suits: str) -> None:
        """Fill `params` with initial values.

        Parameters
        ----------
        suits
            The initial values that suit the activation that follows, for a layer whose setting is Auto.
        """

    def reseed(self, rng: np.random.Generator) -> None:
        """Take a new source of randomness for the coming training step; only random layers do."""

    def settle(self) -> None:
        """Behave in training as outside of it from now on, and still remember what `backward` needs.

        For networks that are asked and not trained; only layers that differ in training have anything to do.
        """

    def forward(self, x: Array, training: bool = False) -> Array:
        """Return the output for a batch; with `training`, remember what `backward` needs."""
        raise NotImplementedError

    def backward(self, dout: Array) -> Array:
        """Take the gradient of the loss by the output, write `grads`, return it by the input."""
        raise NotImplementedError

    @property
    def takes_largest(self) -> bool:
        """Whether each output is simply the largest of some inputs."""
        return False

    @property
    def learns(self) -> bool:
        """Whether the built layer has parameters."""
        return bool(self.params)

    def backward_params(self, dout: Array) -> None:
        """Write `grads` only: for the first layers of a network, where nobody asks for the gradient by the input."""
        self.backward(dout)


LAYERS: Registry[Layer] = Registry("layer", "core.layers")


def require_vector(layer: Layer, shape: Shape) -> int:
    """Return the size of a vector shape, or raise the error that offers Flatten."""
    if len(shape) != 1:
        raise ShapeError("needs_vector", kind=type(layer).__name__, received=shape_text(shape), size=math.prod(shape))
    return shape[0]


def require_image(layer: Layer, shape: Shape) -> tuple[int, int, int]:
    """Return ``(C, H, W)``, or raise the error that offers Reshape."""
    if len(shape) != 3:
        raise ShapeError("needs_image", kind=type(layer).__name__, received=shape_text(shape))
    return shape[0], shape[1], shape[2]


def require_window(layer: Layer, shape: Shape, window: Window) -> tuple[int, int, int, int, int]:
    """Return ``(C, H, W, OH, OW)`` for a window that slides over an image, or raise the error that says why not."""
    channels, height, width = require_image(layer, shape)
    if not (window.fits(height) and window.fits(width)):
        kernel = shape_text((window.reach, window.reach))
        padded = shape_text((height + 2 * window.pad, width + 2 * window.pad))
        raise ShapeError("kernel_too_large", kind=type(layer).__name__, kernel=kernel, padded=padded)
    return channels, height, width, window.positions(height), window.positions(width)


def shape_text(shape: Shape) -> str:
    """Write a shape as people read it: ``16×28×28``."""
    return "×".join(str(n) for n in shape) if shape else "1"


def cast(value: Any, like: Array) -> Array:
    """Return `value` as an array of the same kind of numbers."""
    return np.asarray(value, dtype=like.dtype)
