"""Pooling, normalisation and changes of shape in PyTorch."""

from __future__ import annotations

from core.arrays import Shape
from core.files.code.torch_layers.base import Expression, call, torch_for
from core.layers.average_pool import AveragePool
from core.layers.base import Layer
from core.layers.batch_norm import BatchNorm
from core.layers.dropout import Dropout
from core.layers.features import Features
from core.layers.lrn import LRN
from core.layers.max_pool import MaxPool
from core.layers.reshape import Reshape


@torch_for("MaxPool")
def max_pool(layer: MaxPool, _shape: Shape) -> Expression:
    """Write max pooling."""
    stride = layer.stride or layer.size
    return Expression(call("nn.MaxPool2d", layer.size, stride=(stride, layer.size), padding=(layer.pad, 0)))


@torch_for("AveragePool")
def average_pool(layer: AveragePool, _shape: Shape) -> Expression:
    """Write average pooling; padding counts as zeros in both."""
    stride = layer.stride or layer.size
    return Expression(call("nn.AvgPool2d", layer.size, stride=(stride, layer.size), padding=(layer.pad, 0)))


@torch_for("GlobalAveragePool")
def global_average_pool(_layer: Layer, _shape: Shape) -> Expression:
    """Write the mean of each channel."""
    return Expression("nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten())")


@torch_for("BatchNorm")
def batch_norm(layer: BatchNorm, shape: Shape) -> Expression:
    """Write batch normalisation; PyTorch's momentum is the share that is new."""
    name = "nn.BatchNorm2d" if len(shape) == 3 else "nn.BatchNorm1d"
    return Expression(call(name, shape[0], eps=(layer.eps, 1e-5), momentum=(round(1 - layer.momentum, 12), 0.1)))


@torch_for("LRN")
def lrn(layer: LRN, _shape: Shape) -> Expression:
    """Write local response normalisation; PyTorch divides alpha by the number of channels."""
    return Expression(f"nn.LocalResponseNorm({layer.n}, alpha={layer.n} * {layer.alpha!r}, beta={layer.beta!r}, k={layer.k!r})")


@torch_for("Dropout")
def dropout(layer: Dropout, _shape: Shape) -> Expression:
    """Write dropout."""
    return Expression(call("nn.Dropout", layer.ratio))


@torch_for("Flatten")
def flatten(_layer: Layer, _shape: Shape) -> Expression:
    """Write the layer that lays images out as vectors."""
    return Expression("nn.Flatten()")


@torch_for("Features")
def features(layer: Features, _shape: Shape) -> Expression:
    """Write the layer that makes features of two inputs."""
    return Expression(f"Features({', '.join(repr(name) for name in layer.chosen)})", ("Features",))


@torch_for("Reshape")
def reshape(layer: Reshape, _shape: Shape) -> Expression:
    """Write the layer that gives samples another shape."""
    flat = len(layer.shape) == 1
    return Expression("nn.Flatten()" if flat else f"nn.Sequential(nn.Flatten(), nn.Unflatten(1, {layer.shape}))")
