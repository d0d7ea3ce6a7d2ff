"""A network with arrays: built from a spec, run forward and backward.

All parameters lie in one flat vector and so do all gradients; what layers and panels see are named views into them.
So one optimizer call updates everything, and a snapshot is one copy.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

import numpy as np
from numpy.typing import DTypeLike

from core.arrays import Array, Shape
from core.errors import SpecError
from core.initializers.base import WITHOUT_ACTIVATION
from core.kernels.engine import Engine, EngineChoice
from core.layers.base import LAYERS, Layer
from core.layers.container import Chain, Child, Container
from core.spec import Branch, LayerSpec, NetworkSpec


@dataclass(frozen=True, slots=True)
class Visit:
    """One layer of a built network with what it meets there.

    Parameters
    ----------
    id
        The spec's id; later copies of a repeated block have ``#2``, ``#3`` … appended.
    input_shape
        The shape of one sample that reaches it.
    suits
        The initial values that suit the activation after it.
    """

    id: str
    layer: Layer
    input_shape: Shape
    suits: str
    frozen: bool


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a named array lies in a flat vector."""

    name: str
    start: int
    shape: Shape

    @property
    def stop(self) -> int:
        """The index after its last number."""
        return self.start + math.prod(self.shape)

    def view(self, flat: Array) -> Array:
        """Return the array as a view into a flat vector."""
        view: Array = flat[self.start : self.stop].reshape(self.shape)
        return view


class Network:
    """Arrays and layers for one spec and one input shape.

    Parameters
    ----------
    spec
        The network as a value.
    input_shape
        One sample's shape: ``(C, H, W)`` or ``(D,)``.
    seed
        Decides the initial values. Each layer draws from its own stream, so changing one leaves the others alone.
    dtype
        float32 for training, float64 for gradient checks.
    engine
        How the kernels are to compute.

    Attributes
    ----------
    theta, grad
        All parameters and their gradients, ``(P,)``.
    buffers
        All saved but untrained numbers, ``(B,)``.
    layout, buffer_layout
        Which named array lies where: ``"conv1.W"``.
    trainable
        ``(P,)`` of 0 and 1, or None when nothing is frozen.
    """

    def __init__(
        self,
        spec: NetworkSpec,
        input_shape: Shape,
        *,
        seed: int,
        dtype: DTypeLike = np.float32,
        engine: EngineChoice = EngineChoice(),  # noqa: B008 - frozen
    ) -> None:
        self.spec = spec
        self.input_shape = input_shape
        self.seed = seed
        self.chain = build_chain(spec.layers)
        self.output_shape = self.chain.shapes(input_shape)[-1]
        self.visits = tuple(visit_chain(self.chain, input_shape, WITHOUT_ACTIVATION))
        self.use(engine)
        self._by_id = {visit.id: visit for visit in self.visits}
        self._random = [(i, v.layer) for i, v in enumerate(self.visits) if type(v.layer).reseed is not Layer.reseed]
        self.layout = layout_of(
            {f"{v.id}.{n}": s for v in self.visits for n, s in v.layer.parameter_shapes(v.input_shape).items()}
        )
        size = self.layout[-1].stop if self.layout else 0
        self.theta = np.zeros(size, dtype)
        self.grad = np.zeros(size, dtype)
        values = {f"{v.id}.{n}": b for v in self.visits for n, b in v.layer.buffer_values(v.input_shape).items()}
        self.buffer_layout = layout_of({name: b.shape for name, b in values.items()})
        self.buffers = np.zeros(self.buffer_layout[-1].stop if self.buffer_layout else 0, dtype)
        self._bind()
        self._initialize(values)

    def use(self, engine: EngineChoice) -> None:
        """Compute in another way from the next batch on."""
        carried_out = Engine(engine)
        for visit in self.visits:
            visit.layer.compute_by(carried_out)

    def _bind(self) -> None:
        for slots, flat, kind in (
            (self.layout, self.theta, "params"),
            (self.layout, self.grad, "grads"),
            (self.buffer_layout, self.buffers, "buffers"),
        ):
            for slot in slots:
                layer_id, name = slot.name.rsplit(".", 1)
                getattr(self._by_id[layer_id].layer, kind)[name] = slot.view(flat)
        frozen = {visit.id for visit in self.visits if visit.frozen}
        self.trainable = self._mask(lambda slot: slot.name.rsplit(".", 1)[0] not in frozen) if frozen else None

    @cached_property
    def decayed(self) -> Array:
        """``(P,)``: 1 where weight decay applies, that is at arrays called W."""
        return self._mask(lambda slot: slot.name.endswith(".W"))

    def _mask(self, chosen: Callable[[Slot], bool]) -> Array:
        mask = np.zeros(self.theta.shape, self.theta.dtype)
        for slot in self.layout:
            mask[slot.start : slot.stop] = chosen(slot)
        return mask

    def _initialize(self, buffers: Mapping[str, Array]) -> None:
        for index, visit in enumerate(self.visits):
            rng = np.random.default_rng(np.random.SeedSequence(self.seed, spawn_key=(0, index)))
            visit.layer.initialize(visit.input_shape, rng, visit.suits)
        for slot in self.buffer_layout:
            slot.view(self.buffers)[...] = buffers[slot.name]

    @property
    def parameters(self) -> Mapping[str, Array]:
        """Views of all parameters by name, such as ``"conv1.W"``."""
        return MappingProxyType({slot.name: slot.view(self.theta) for slot in self.layout})

    @property
    def gradients(self) -> Mapping[str, Array]:
        """Views of all gradients by name."""
        return MappingProxyType({slot.name: slot.view(self.grad) for slot in self.layout})

    def layer(self, layer_id: str) -> Layer:
        """Return the built layer with that id."""
        if layer_id not in self._by_id:
            raise SpecError("no_such_layer", layer=layer_id)
        return self._by_id[layer_id].layer

    def begin_step(self, iteration: int) -> None:
        """Give random layers the randomness of one training step.

        It depends on seed, layer and iteration alone, so a run that is paused, rewound or reopened draws the same.
        """
        for index, layer in self._random:
            key = np.random.SeedSequence(self.seed, spawn_key=(1, index, iteration))
            layer.reseed(np.random.Generator(np.random.SFC64(key)))

    def forward(self, x: Array, training: bool = False) -> Array:
        """Return the scores ``(N, …)`` of a batch ``(N, *input_shape)``."""
        return self.chain.forward(x, training)

    def backward(self, dout: Array) -> Array:
        """Write the gradients of all parameters, return that of the input."""
        return self.chain.backward(dout)

    def backward_params(self, dout: Array) -> None:
        """Write the gradients of all parameters only, as training needs; quicker than `backward`."""
        self.chain.backward_params(dout)

    def outputs(self, x: Array) -> Iterator[tuple[str, Array]]:
        """Yield id and output of each top-level layer for a batch, without training."""
        for child in self.chain.children:
            x = child.layer.forward(x, False)
            yield child.id, x


def layout_of(shapes: Mapping[str, Shape]) -> tuple[Slot, ...]:
    """Return the slots of named arrays laid one after another."""
    slots: list[Slot] = []
    for name, shape in shapes.items():
        slots.append(Slot(name, slots[-1].stop if slots else 0, tuple(shape)))
    return tuple(slots)


def build_layer(spec: LayerSpec, copy: str = "") -> Layer:
    """Make the layer of a spec, with what it holds; no arrays yet.

    Raises
    ------
    SpecError, SettingError
        If the kind, a setting or the number of branches is wrong.
    """
    layer = LAYERS.build(spec.component)
    least, most = layer.branch_count if isinstance(layer, Container) else (0, 0)
    if not least <= len(spec.branches) <= most:
        raise SpecError("branch_count", kind=spec.kind, expected=_branches_text(least, most), received=len(spec.branches))
    if isinstance(layer, Container):
        repeat = int(layer.settings.get("repeat", 1))  # type: ignore[arg-type]
        layer.branches = tuple(
            Chain([child for n in range(repeat) for child in build_chain(b, _copy_id(copy, n, repeat)).children])
            for b in spec.branches
        )
    return layer


def _copy_id(copy: str, index: int, repeat: int) -> str:
    """Return what is appended to the ids inside one copy of a block; the first copy of a first copy keeps the plain ids.

    Inside a later copy every number is written, so that the second copy of the first and the first of the second differ.
    """
    return copy if repeat == 1 or (index == 0 and not copy) else f"{copy}#{index + 1}"


def _branches_text(least: int, most: int) -> str:
    return str(least) if least == most else f"{least} to {most} branches"


def build_chain(branch: Branch, copy: str = "") -> Chain:
    """Make the layers of one branch; no arrays yet."""
    return Chain([Child(spec.id + copy, build_layer(spec, copy), spec.frozen) for spec in branch])


def visit_chain(chain: Chain, shape: Shape, suits: str, frozen: bool = False) -> Iterator[Visit]:
    """Yield every layer of a chain with the shape that reaches it, containers before what they hold."""
    for index, (child, before) in enumerate(zip(chain.children, chain.shapes(shape), strict=False)):
        after = chain.suits_after(index, suits)
        visit = Visit(child.id, child.layer, before, after, frozen or child.frozen)
        yield visit
        if isinstance(child.layer, Container):
            for branch in child.layer.branches:
                yield from visit_chain(branch, before, after, visit.frozen)
