"""Weights by name, in the forms that other programs read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from safetensors.numpy import save

from core.arrays import Array, Shape
from core.files.archive import replacing
from core.network import Network
from core.spec import NetworkSpec
from core.training.snapshot import Snapshot


def named_arrays(network: NetworkSpec, input_shape: Shape, snapshot: Snapshot) -> dict[str, Array]:
    """Return the parameters and running statistics of a state by name: ``"conv1.W"`` is (filters, channels, k, k).

    Raises
    ------
    CoreError
        If the network does not fit the input shape.
    """
    built = Network(network, input_shape, seed=0)
    arrays = {slot.name: slot.view(snapshot.theta) for slot in built.layout}
    return arrays | {slot.name: slot.view(snapshot.buffers) for slot in built.buffer_layout}


def write_npz(path: Path, arrays: Mapping[str, Array]) -> None:
    """Write arrays for `numpy.load`, all or nothing."""
    with replacing(path) as stream:
        np.savez(stream, allow_pickle=False, **dict(arrays))


def write_safetensors(path: Path, arrays: Mapping[str, Array]) -> None:
    """Write arrays as safetensors, all or nothing."""
    with replacing(path) as stream:
        stream.write(save({name: np.ascontiguousarray(array) for name, array in arrays.items()}))
