"""Layers with weights in PyTorch."""

from __future__ import annotations

from core.arrays import Shape
from core.files.code.torch_layers.base import Expression, call, torch_for
from core.layers.affine import Affine
from core.layers.conv import Conv
from core.layers.locally_connected import LocallyConnected


@torch_for("Affine")
def affine(layer: Affine, shape: Shape) -> Expression:
    """Write the fully connected layer."""
    return Expression(call("nn.Linear", shape[0], layer.units, bias=(layer.bias, True)))


@torch_for("Conv")
def conv(layer: Conv, shape: Shape) -> Expression:
    """Write the convolution; with a bias per unit it is a class of its own."""
    unit_bias = layer.bias and layer.unit_bias
    values: list[object] = [shape[0], layer.filters, layer.kernel]
    name, classes = ("UnitBiasConv2d", ("UnitBiasConv2d",)) if unit_bias else ("nn.Conv2d", ())
    text = call(
        name,
        *([layer.output_shape(shape)] if unit_bias else []),
        *values,
        stride=(layer.stride, 1),
        padding=(layer.pad, 0),
        dilation=(layer.dilation, 1),
        groups=(layer.groups, 1),
        bias=(layer.bias and not unit_bias, True),
    )
    return Expression(text, classes)


@torch_for("LocallyConnected")
def locally_connected(layer: LocallyConnected, shape: Shape) -> Expression:
    """Write the layer whose filters are not shared."""
    weights = layer.parameter_shapes(shape)["W"]
    text = call("LocallyConnected", weights, stride=(layer.stride, 1), padding=(layer.pad, 0), bias=(layer.bias, True))
    return Expression(text, ("LocallyConnected",))
