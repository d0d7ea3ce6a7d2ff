"""Generated scripts, brought to life."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from core.arrays import Array, Shape
from core.network import Network
from core.spec import NetworkSpec


def imported(text: str, folder: Path) -> ModuleType:
    """Import a script from a file, without starting it."""
    path = folder / "script.py"
    path.write_text(text, encoding="utf-8")
    spec = importlib.util.spec_from_file_location("script", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def network_of(module: ModuleType) -> Any:
    """Make the network that a script defines last."""
    classes = [value for value in vars(module).values() if isinstance(value, type) and issubclass(value, module.Network)]
    return classes[-1]()


def built(spec: NetworkSpec, shape: Shape) -> Network:
    """Build a network whose every array holds something."""
    network = Network(spec, shape, seed=3)
    network.theta += np.random.default_rng(0).standard_normal(network.theta.shape) * 0.05
    network.buffers[...] = np.random.default_rng(1).random(network.buffers.shape) + 0.5
    return network


def arrays_of(network: Network) -> dict[str, Array]:
    """Return all arrays by the names they have in an exported file."""
    parameters = {slot.name: slot.view(network.theta) for slot in network.layout}
    return parameters | {slot.name: slot.view(network.buffers) for slot in network.buffer_layout}


def batch(shape: Shape, size: int) -> Array:
    """Return some samples."""
    return np.random.default_rng(2).standard_normal((size, *shape)).astype(np.float32)
