"""Edits that would make a layer fit what reaches it; only those that do are offered."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from core.arrays import Shape
from core.errors import CoreError
from core.fields import ComponentSpec, Value
from core.kernels.window import Window
from core.layers.base import LAYERS, Layer, shape_text
from core.network import build_layer
from core.shapes.report import Fix
from core.spec import Branch, LayerSpec, NetworkSpec

FLATTEN: Final = LayerSpec("Flatten")
GLOBAL_AVERAGE_POOL: Final = LayerSpec("GlobalAveragePool")


@dataclass(frozen=True)
class Meeting:
    """A layer that cannot take what reaches it.

    Parameters
    ----------
    before
        The layer before it in the same branch and the shape that reaches that one, if there is one.
    """

    spec: LayerSpec
    shape: Shape
    before: tuple[LayerSpec, Shape] | None = None


@dataclass(frozen=True)
class Candidate:
    """An edit: a row of layers in the place of the one at fault.

    Parameters
    ----------
    drop_before
        True to leave out the layer before it.
    """

    code: str
    row: Branch
    details: Mapping[str, Any]
    drop_before: bool = False

    def reaches(self, meeting: Meeting) -> Shape | None:
        """Return the shape after the edit, or None if it does not help."""
        shape = meeting.before[1] if self.drop_before and meeting.before else meeting.shape
        return shape_after(self.row, shape)

    def fix(self, meeting: Meeting, network: NetworkSpec) -> Fix:
        """Return the edit of the whole network."""
        return Fix(self.code, self.details, lambda: self._edited(meeting, network))

    def _edited(self, meeting: Meeting, network: NetworkSpec) -> NetworkSpec:
        at_fault = meeting.spec.id
        if self.drop_before and meeting.before:
            return network.remove(meeting.before[0].id)
        if not self.row:
            return network.remove(at_fault)
        edited = network.replace(at_fault, self.row[-1])
        return edited.insert(edited.place_of(at_fault), *self.row[:-1])


def shape_after(row: Branch, shape: Shape) -> Shape | None:
    """Return the shape after a row of layers, or None if it does not fit."""
    try:
        for spec in row:
            layer = build_layer(spec)
            layer.parameter_shapes(shape)
            shape = layer.output_shape(shape)
    except CoreError:
        return None
    return shape


def with_settings(spec: LayerSpec, **changed: Value) -> LayerSpec:
    """Return a layer with some settings replaced, those at their defaults left out."""
    component = LAYERS.check(ComponentSpec.of(spec.kind, **{**dict(spec.settings), **changed}))
    return replace(spec, settings=component.settings)


def candidates(code: str, meeting: Meeting) -> list[tuple[Candidate, Shape]]:
    """Return the edits that help against an error, best first, each with the shape after it."""
    found: list[tuple[Candidate, Shape]] = []
    for candidate in _ideas(code, meeting):
        shape = candidate.reaches(meeting)
        if shape is not None:
            found.append((candidate, shape))
    return found


def _ideas(code: str, meeting: Meeting) -> Iterator[Candidate]:
    spec, shape, label = meeting.spec, meeting.shape, meeting.spec.label
    match code:
        case "needs_vector":
            yield Candidate("insert_flatten", (FLATTEN, spec), {"layer": label})
            yield Candidate("insert_global_average_pool", (GLOBAL_AVERAGE_POOL, spec), {"layer": label})
        case "needs_image":
            yield from _image_ideas(meeting)
        case "kernel_too_large" | "pool_pad":
            yield from _window_ideas(spec, shape)
        case "groups_do_not_divide":
            yield from _group_ideas(spec, shape)
        case "branches_differ":
            yield from _same_size_ideas(spec)
            yield Candidate("set_merge", (tried(spec, merge="concat"),), {"layer": label})
        case "shortcut_differs":
            yield Candidate("project_shortcut", (tried(spec, shortcut="projection"),), {"layer": label})
            yield from _same_size_ideas(spec)
            both = tried(keeping_size(spec), shortcut="projection")
            yield Candidate("keep_sizes_and_project", (both,), {"layer": label})
        case _:
            pass
    yield Candidate("remove_layer", (), {"layer": label})


def tried(spec: LayerSpec, **changed: Value) -> LayerSpec:
    """Return the layer with other settings, or as it is if it does not have or take them."""
    try:
        return with_settings(spec, **changed)
    except CoreError:
        return spec


def _image_ideas(meeting: Meeting) -> Iterator[Candidate]:
    if meeting.before and len(meeting.before[1]) == 3:
        yield Candidate("remove_layer", (meeting.spec,), {"layer": meeting.before[0].label}, drop_before=True)
    size = math.prod(meeting.shape)
    for channels in (1, 3):
        side = math.isqrt(size // channels)
        if channels * side * side == size:
            new = (channels, side, side)
            reshape = LayerSpec("Reshape", ComponentSpec.of("Reshape", shape=new).settings)
            details = {"layer": meeting.spec.label, "shape": shape_text(new)}
            yield Candidate("insert_reshape", (with_settings(reshape), meeting.spec), details)


def _window_ideas(spec: LayerSpec, shape: Shape) -> Iterator[Candidate]:
    layer = _built(spec)
    window = window_of(layer)
    if layer is None or window is None or len(shape) != 3:
        return
    pooling = layer.family == "pooling"
    if pooling and shape[1:] == (1, 1):
        yield Candidate("remove_layer", (), {"layer": spec.label})
    pad = window.kernel // 2 if pooling else window.reach // 2
    yield Candidate("set_pad", (tried(spec, pad=pad),), {"layer": spec.label, "pad": pad})
    side = min(shape[1:]) + 2 * window.pad
    kernel = (side - 1) // window.dilation + 1
    name = "size" if "size" in type(layer).fields else "kernel"
    yield Candidate("set_kernel", (tried(spec, **{name: kernel}),), {"layer": spec.label, "kernel": kernel})


def _group_ideas(spec: LayerSpec, shape: Shape) -> Iterator[Candidate]:
    layer = _built(spec)
    if layer is None:
        return
    settings: Mapping[str, Any] = layer.settings
    common = math.gcd(shape[0], settings["filters"])
    groups = max(n for n in range(1, settings["groups"] + 1) if common % n == 0)
    yield Candidate("set_groups", (tried(spec, groups=groups),), {"layer": spec.label, "groups": groups})


def _same_size_ideas(spec: LayerSpec) -> Iterator[Candidate]:
    yield Candidate("keep_sizes", (keeping_size(spec),), {"layer": spec.label})


def keeping_size(spec: LayerSpec) -> LayerSpec:
    """Return a layer, or a container with all it holds, with the padding that keeps an image's size where stride is 1."""
    if spec.branches:
        return replace(spec, branches=tuple(tuple(keeping_size(inner) for inner in branch) for branch in spec.branches))
    window = window_of(_built(spec))
    if window is None or window.stride != 1 or window.reach % 2 == 0:
        return spec
    return tried(spec, pad=window.reach // 2)


def _built(spec: LayerSpec) -> Layer | None:
    try:
        return build_layer(spec)
    except CoreError:
        return None


def window_of(layer: Layer | None) -> Window | None:
    """Return the window that a layer slides over images, if it does."""
    window = getattr(layer, "window", None)
    return window if isinstance(window, Window) else None
