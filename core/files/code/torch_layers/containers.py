"""Containers in PyTorch: what stands behind their branches, and the class that takes them."""

from __future__ import annotations

from core.arrays import Shape
from core.files.code.torch_layers.base import Expression, expression, torch_for
from core.layers.parallel import Parallel
from core.layers.residual import Residual, stride_between
from core.layers.sequential import Sequential


@torch_for("Sequential")
def sequential(_layer: Sequential, _shape: Shape) -> Expression:
    """Write a block."""
    return Expression("", ("block",))


@torch_for("Parallel")
def parallel(layer: Parallel, _shape: Shape) -> Expression:
    """Write branches side by side."""
    return Expression("" if layer.merge == "concat" else f'merge="{layer.merge}"', ("block", "Parallel"))


@torch_for("Residual")
def residual(layer: Residual, shape: Shape) -> Expression:
    """Write a block with its shortcut."""
    if layer.shortcut == "identity":
        return Expression("", ("block", "Residual"))
    out = layer.output_shape(shape)
    if layer.shortcut == "pad":
        return Expression(f"PadShortcut({stride_between(shape, out)}, {out[0] - shape[0]})", ("block", "PadShortcut", "Residual"))
    parts = ", ".join(expression(part, before).text for part, before in layer.projection(shape))
    return Expression(f"nn.Sequential({parts})", ("block", "Residual"))
