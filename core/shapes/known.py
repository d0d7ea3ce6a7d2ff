"""What earlier looks at networks found out, kept for the parts that an edit leaves as they are.

Specs are values, and an edit makes new ones only on the way from the root to what it changes. So a layer that is the
very same object, and that the same shape reaches, has the same shapes and costs inside. Only parts without a problem
are kept: what is wrong, and which edits would help, depends on what stands around.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from core.arrays import Shape
from core.fields import Value
from core.layers.base import LAYERS, Cost, Layer
from core.layers.container import Container, own_cost
from core.network import build_layer
from core.shapes.report import LayerReport
from core.spec import LayerSpec

MOST_SPANS: Final = 20_000
"""More are forgotten all at once; a network has at most 5,000 layers."""


@dataclass(frozen=True, slots=True)
class Span:
    """A layer with all it holds, seen at one shape and found without a problem.

    Parameters
    ----------
    spec
        Kept so that its identity cannot pass to another object.
    """

    spec: LayerSpec
    shape: Shape
    cost: Cost
    reports: Mapping[str, LayerReport]


class Known:
    """A memory for `diagnose`. It belongs to one thread; the same answers come without one, more slowly."""

    def __init__(self) -> None:
        self._spans: dict[tuple[int, Shape], Span] = {}
        self._leaves: dict[tuple[str, tuple[tuple[str, Value], ...]], Layer] = {}
        self._measured: dict[tuple[str, tuple[tuple[str, Value], ...], Shape], tuple[Shape, Cost]] = {}
        self._without_hints: set[tuple[int, Shape, bool]] = set()
        self._terms: tuple[int, int] | None = None

    def begin(self, batch_size: int, memory_limit: int) -> None:
        """Forget what was found under other terms, or when there is too much."""
        if self._terms != (batch_size, memory_limit) or len(self._spans) > MOST_SPANS:
            self._terms = (batch_size, memory_limit)
            for kept in (self._spans, self._leaves, self._measured, self._without_hints):
                kept.clear()

    def span(self, spec: LayerSpec, shape: Shape) -> Span | None:
        """Return what is known of a layer that a shape reaches."""
        return self._spans.get((id(spec), shape))

    def keep(self, spec: LayerSpec, shape: Shape, span: Span) -> None:
        """Remember a layer without a problem."""
        self._spans[id(spec), shape] = span

    def layer(self, spec: LayerSpec) -> Layer:
        """Return the layer of a spec for asking, never for running: equal ones are the same object.

        Raises
        ------
        SpecError, SettingError
            As `build_layer` does.
        """
        if spec.branches or (spec.kind in LAYERS and issubclass(LAYERS.get(spec.kind), Container)):
            return build_layer(spec)
        key = (spec.kind, spec.settings)
        if key not in self._leaves:
            self._leaves[key] = build_layer(spec)
        return self._leaves[key]

    def measured(self, spec: LayerSpec, layer: Layer, shape: Shape) -> tuple[Shape, Cost]:
        """Return output shape and own cost of a layer that a shape reaches.

        Raises
        ------
        ShapeError
            If the layer cannot take it.
        """
        if spec.branches:
            out = layer.output_shape(shape)
            return out, own_cost(layer, shape, out)
        key = (spec.kind, spec.settings, shape)
        if key not in self._measured:
            out = layer.output_shape(shape)
            self._measured[key] = (out, own_cost(layer, shape, out))
        return self._measured[key]

    def is_without_hints(self, spec: LayerSpec, shape: Shape | None, learned_before: bool) -> bool:
        """Say whether nothing inside a container was odd when it was last looked at."""
        return shape is not None and (id(spec), shape, learned_before) in self._without_hints

    def note_without_hints(self, spec: LayerSpec, shape: Shape | None, learned_before: bool) -> None:
        """Remember that nothing inside a container is odd; only of one whose identity is kept."""
        if shape is not None and (id(spec), shape) in self._spans:
            self._without_hints.add((id(spec), shape, learned_before))
