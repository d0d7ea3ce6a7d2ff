"""Our specs as PyTorch modules with the same shapes and order of work."""

from __future__ import annotations

import math
from typing import Any

import torch
from torch import nn

from core.arrays import Shape
from core.layers import LAYERS
from core.network import build_layer
from core.spec import Branch, LayerSpec


class Shortcut(nn.Module):  # type: ignore[misc]
    """A body and a shortcut, added."""

    def __init__(self, body: nn.Module, shortcut: nn.Module) -> None:
        super().__init__()
        self.body, self.shortcut = body, shortcut

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return the sum."""
        return self.body(x) + self.shortcut(x)


def chain(branch: Branch, shape: Shape) -> tuple[nn.Module, Shape]:
    """Return a module for layers one after another, and the shape of its output."""
    modules = []
    for spec in branch:
        modules.append(module(spec, shape))
        shape = build_layer(spec).output_shape(shape)
    return nn.Sequential(*modules), shape


def module(spec: LayerSpec, shape: Shape) -> nn.Module:
    """Return the module of one layer for inputs of that shape."""
    s: dict[str, Any] = LAYERS.get(spec.kind)(**dict(spec.settings)).settings
    match spec.kind:
        case "Affine":
            return nn.Linear(math.prod(shape), s["units"], bias=s["bias"])
        case "Conv":
            return nn.Conv2d(shape[0], s["filters"], s["kernel"], s["stride"], s["pad"], bias=s["bias"])
        case "BatchNorm":
            return nn.BatchNorm1d(shape[0]) if len(shape) == 1 else nn.BatchNorm2d(shape[0])
        case "Residual":
            body, out = chain(spec.branches[0], shape)
            stride = shape[1] // out[1]
            projected = nn.Conv2d(shape[0], out[0], 1, stride, bias=False)
            return Shortcut(body, projected if s["shortcut"] == "projection" else nn.Identity())
        case "MaxPool":
            return nn.MaxPool2d(s["size"])
        case "Dropout":
            return nn.Dropout(s["ratio"])
        case "GlobalAveragePool":
            return nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten())
        case "Flatten":
            return nn.Flatten()
        case "ReLU":
            return nn.ReLU(inplace=True)
    raise ValueError(f"no module for {spec.kind}")
