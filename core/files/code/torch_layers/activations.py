"""Activations in PyTorch."""

from __future__ import annotations

from core.arrays import Shape
from core.files.code.torch_layers.base import Expression, call, torch_for
from core.layers.base import Layer
from core.layers.elu import ELU
from core.layers.gelu import GELU
from core.layers.leaky_relu import LeakyReLU
from core.layers.step import Step
from core.layers.swish import Swish


@torch_for("ReLU")
def relu(_layer: Layer, _shape: Shape) -> Expression:
    """Write ReLU."""
    return Expression("nn.ReLU()")


@torch_for("LeakyReLU")
def leaky_relu(layer: LeakyReLU, _shape: Shape) -> Expression:
    """Write ReLU with a small slope."""
    return Expression(call("nn.LeakyReLU", layer.slope))


@torch_for("ELU")
def elu(layer: ELU, _shape: Shape) -> Expression:
    """Write the exponential linear unit."""
    return Expression(call("nn.ELU", alpha=(layer.alpha, 1.0)))


@torch_for("GELU")
def gelu(layer: GELU, _shape: Shape) -> Expression:
    """Write the Gaussian error linear unit."""
    return Expression(call("nn.GELU", approximate=(layer.approximate, "none")))


@torch_for("Swish")
def swish(layer: Swish, _shape: Shape) -> Expression:
    """Write Swish; PyTorch has it for beta 1 alone."""
    return Expression("nn.SiLU()") if layer.beta == 1 else Expression(call("Swish", layer.beta), ("Swish",))


@torch_for("Sigmoid")
def sigmoid(_layer: Layer, _shape: Shape) -> Expression:
    """Write the sigmoid function."""
    return Expression("nn.Sigmoid()")


@torch_for("Tanh")
def tanh(_layer: Layer, _shape: Shape) -> Expression:
    """Write the hyperbolic tangent."""
    return Expression("nn.Tanh()")


@torch_for("ScaledTanh")
def scaled_tanh(_layer: Layer, _shape: Shape) -> Expression:
    """Write LeNet's tanh."""
    return Expression("ScaledTanh()", ("ScaledTanh",))


@torch_for("Identity")
def identity(_layer: Layer, _shape: Shape) -> Expression:
    """Write the identity function."""
    return Expression("nn.Identity()")


@torch_for("Softmax")
def softmax(_layer: Layer, _shape: Shape) -> Expression:
    """Write softmax."""
    return Expression("nn.Softmax(dim=1)")


@torch_for("Step")
def step(layer: Step, _shape: Shape) -> Expression:
    """Write the step function."""
    return Expression(call("Step", straight_through=(layer.straight_through, False)), ("Step",))
