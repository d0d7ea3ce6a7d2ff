"""Which parameters make a unit 0 for every sample, so that it can be silenced for good and brought back by undo.

A unit with weights of its own is 0 without them. One of an activation or a pooling is 0 when what reaches it is, and
one of a container when what its branches end with is.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.arrays import Array, Shape
from core.layers.affine import Affine
from core.layers.base import Layer
from core.layers.batch_norm import BatchNorm
from core.layers.container import Chain, Container
from core.layers.conv import Conv
from core.layers.locally_connected import LocallyConnected
from core.layers.parallel import Parallel
from core.layers.residual import Residual
from core.layers.sequential import Sequential
from core.network import build_chain
from core.spec import NetworkSpec


@dataclass(frozen=True, slots=True)
class UnitPart:
    """Numbers of one array that belong to one unit.

    Parameters
    ----------
    name
        The array: ``"conv1.W"``.
    axis, unit
        The unit's place along one axis; all numbers there are its own.
    """

    name: str
    axis: int
    unit: int

    def places(self, array: Array) -> list[tuple[int, ...]]:
        """Return where those numbers are that are not 0 yet."""
        found = np.argwhere(np.take(array, self.unit, axis=self.axis)).tolist()
        return [(*place[: self.axis], self.unit, *place[self.axis :]) for place in found]


def silencing_parts(network: NetworkSpec, input_shape: Shape, layer_id: str, unit: int) -> tuple[UnitPart, ...]:
    """Return what has to be 0 so that a unit of any layer gives 0 and nothing else is touched.

    Empty where there is no such thing: a sigmoid gives ½ for 0, and a sum with a shortcut keeps what the shortcut brings.
    """
    return _find(build_chain(network.layers), input_shape, layer_id, unit) or ()


def _find(chain: Chain, shape: Shape, layer_id: str, unit: int) -> tuple[UnitPart, ...] | None:
    shapes = chain.shapes(shape)
    for index, child in enumerate(chain.children):
        if child.id == layer_id:
            return _parts(chain, shapes, index, unit)
        for branch in child.layer.branches if isinstance(child.layer, Container) else ():
            inside = _find(branch, shapes[index], layer_id, unit)
            if inside is not None:
                return inside
    return None


def _parts(chain: Chain, shapes: list[Shape], index: int, unit: int) -> tuple[UnitPart, ...]:
    """Return what makes a unit of the layer at a place of a chain 0; nothing before the beginning."""
    if index < 0:
        return ()
    child, shape = chain.children[index], shapes[index]
    axes = _axes(child.layer)
    if axes:
        given = child.layer.parameter_shapes(shape)
        return tuple(UnitPart(f"{child.id}.{name}", axis, unit) for name, axis in axes.items() if name in given)
    if isinstance(child.layer, Container):
        return _of_container(child.id, child.layer, shape, unit)
    return _parts(chain, shapes, index - 1, unit) if _hands_on_silence(child.layer, shape, unit) else ()


def _axes(layer: Layer) -> dict[str, int]:
    """Return along which axis of each array of a layer its units stand."""
    match layer:
        case Conv():
            return {"W": 0, "b": 0}
        case Affine():
            return {"W": 1, "b": 0}
        case LocallyConnected():
            return {"W": 2, "b": 0}
        case BatchNorm():
            return {"gamma": 0, "beta": 0}
    return {}


def _of_container(name: str, layer: Container, shape: Shape, unit: int) -> tuple[UnitPart, ...]:
    ends = [(branch, branch.shapes(shape)) for branch in layer.branches]
    match layer:
        case Sequential():
            return _last(*ends[0], unit)
        case Parallel(merge="concat"):
            for branch, shapes in ends:
                if unit < shapes[-1][0]:
                    return _last(branch, shapes, unit)
                unit -= shapes[-1][0]
        case Parallel():
            return _together([_last(branch, shapes, unit) for branch, shapes in ends])
        case Residual():
            body = _last(*ends[0], unit)
            if layer.shortcut == "pad" and unit >= shape[0]:
                return body
            ways = layer.projection(shape)
            own = tuple(UnitPart(f"{name}.{array}", axis, unit) for array, axis in _axes(ways[-1][0]).items()) if ways else ()
            given = layer.own_parameter_shapes(shape)
            return _together([body, tuple(part for part in own if part.name.partition(".")[2] in given)])
    return ()


def _last(chain: Chain, shapes: list[Shape], unit: int) -> tuple[UnitPart, ...]:
    return _parts(chain, shapes, len(chain.children) - 1, unit)


def _together(parts: list[tuple[UnitPart, ...]]) -> tuple[UnitPart, ...]:
    """Return the parts of all that are added up; nothing if one of them cannot be silenced."""
    return tuple(part for each in parts for part in each) if all(parts) else ()


def _hands_on_silence(layer: Layer, shape: Shape, unit: int) -> bool:
    """Say whether a layer without weights gives 0 for a unit whenever 0 reaches it, whatever the others do."""
    if layer.output_shape(shape)[0] != shape[0]:
        return False
    x = np.linspace(-2, 2, int(np.prod(shape)), dtype=np.float32).reshape(1, *shape).copy()
    x[:, unit] = 0
    return not layer.forward(x)[:, unit].any()
