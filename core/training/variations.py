"""What can be changed of an experiment for a duel: one thing at a time, each change a whole experiment."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal, get_args

from core.experiment import Experiment
from core.fields import ComponentField, ComponentSpec, Value
from core.initializers.base import INITIALIZERS
from core.layers.base import LAYERS
from core.optimizers.base import OPTIMIZERS
from core.schedules.base import SCHEDULES
from core.spec import LayerSpec
from core.text import component_text

Thing = Literal[
    "optimizer",
    "learning rate",
    "batch size",
    "weight decay",
    "schedule",
    "activation",
    "initial values",
    "dropout",
    "batch norm",
]

THINGS: Final[tuple[Thing, ...]] = get_args(Thing)
RATES: Final = (0.01, 0.1, 1 / 3, 3.0, 10.0, 100.0)
BATCHES: Final = (0.1, 0.25, 0.5, 2.0, 4.0, 10.0)
DECAYS: Final = (0.0, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1)
RATIOS: Final = (0.1, 0.2, 0.3, 0.5, 0.7)


@dataclass(frozen=True, slots=True)
class Variation:
    """One way to change the thing: its value as text, and the experiment with it."""

    words: str
    experiment: Experiment


def variations(experiment: Experiment, thing: Thing) -> tuple[Variation, ...]:
    """Return the experiments that differ from this one in that thing alone; none where it has no such thing."""
    made = {words: other for words, other in _VARY[thing](experiment) if other != experiment}
    return tuple(Variation(words, other) for words, other in made.items())


Made = Iterator[tuple[str, Experiment]]


def _with_training(experiment: Experiment, **changes: object) -> Experiment:
    return replace(experiment, training=replace(experiment.training, **changes))  # type: ignore[arg-type]


def _optimizers(experiment: Experiment) -> Made:
    present = experiment.training.optimizer
    for kind in OPTIMIZERS.names():
        spec = present if kind == present.kind else ComponentSpec(kind)
        yield component_text(spec), _with_training(experiment, optimizer=spec)


def _rates(experiment: Experiment) -> Made:
    optimizer = experiment.training.optimizer
    lr = float(OPTIMIZERS.build(optimizer).settings["lr"])  # type: ignore[arg-type]
    for factor in RATES:
        rate = float(f"{lr * factor:.2g}")
        yield f"{rate:g}", _with_training(experiment, optimizer=optimizer.with_settings(lr=rate))


def _batches(experiment: Experiment) -> Made:
    for factor in BATCHES:
        size = max(1, round(experiment.training.batch_size * factor))
        yield f"{size:,}", _with_training(experiment, batch_size=size)


def _decays(experiment: Experiment) -> Made:
    optimizer = experiment.training.optimizer
    present = OPTIMIZERS.build(optimizer).settings["weight_decay"]
    for decay in (decay for decay in DECAYS if decay != present):
        yield f"{decay:g}", _with_training(experiment, optimizer=optimizer.with_settings(weight_decay=decay))


def _schedules(experiment: Experiment) -> Made:
    present = experiment.training.schedule
    for kind in SCHEDULES.names():
        spec = present if kind == present.kind else ComponentSpec(kind)
        yield component_text(spec), _with_training(experiment, schedule=spec)


def _activations(experiment: Experiment) -> Made:
    kinds = [kind.__name__ for kind in LAYERS if kind.family == "activation" and kind.__name__ not in {"Softmax", "Step"}]
    for kind in kinds:

        def swap(layer: LayerSpec, kind: str = kind) -> LayerSpec:
            return layer if layer.kind not in kinds or layer.kind == kind else replace(layer, kind=kind, settings=())

        yield kind, _edited(experiment, swap)


def _initial_values(experiment: Experiment) -> Made:
    for kind in INITIALIZERS.names():

        def swap(layer: LayerSpec, kind: str = kind) -> LayerSpec:
            name = _initializer_field(layer)
            return replace(layer, settings=_with_setting(layer, name, ComponentSpec(kind))) if name else layer

        yield kind, _edited(experiment, swap)


def _dropouts(experiment: Experiment) -> Made:
    for ratio in RATIOS:

        def swap(layer: LayerSpec, ratio: float = ratio) -> LayerSpec:
            return replace(layer, settings=_with_setting(layer, "ratio", ratio)) if layer.kind == "Dropout" else layer

        yield f"{ratio:g}", _edited(experiment, swap)


def _batch_norms(experiment: Experiment) -> Made:
    """Yield the network without its batch normalisation, or with it before each activation at the top."""
    layers = experiment.network.layers
    if any(layer.kind == "BatchNorm" for layer in layers):
        rest = tuple(layer for layer in layers if layer.kind != "BatchNorm")
        yield "–", replace(experiment, network=replace(experiment.network, layers=rest))
        return
    activations = {kind.__name__ for kind in LAYERS if kind.family == "activation"} - {"Softmax"}
    with_norm: list[LayerSpec] = []
    for layer in layers:
        if layer.kind in activations:
            with_norm.append(LayerSpec("BatchNorm", id=f"batchnorm_{layer.id}"))
        with_norm.append(layer)
    if len(with_norm) > len(layers):
        yield "BatchNorm", replace(experiment, network=replace(experiment.network, layers=tuple(with_norm)))


def _edited(experiment: Experiment, swap: Callable[[LayerSpec], LayerSpec]) -> Experiment:
    """Return the experiment with every layer swapped for another, inside containers too."""

    def inside(layer: LayerSpec) -> LayerSpec:
        return replace(swap(layer), branches=tuple(tuple(map(inside, branch)) for branch in layer.branches))

    layers = tuple(map(inside, experiment.network.layers))
    return replace(experiment, network=replace(experiment.network, layers=layers))


def _initializer_field(layer: LayerSpec) -> str:
    fields = LAYERS.get(layer.kind).fields
    chosen = (name for name, field in fields.items() if isinstance(field, ComponentField) and field.registry == "initializers")
    return next(chosen, "")


def _with_setting(layer: LayerSpec, name: str, value: Value) -> tuple[tuple[str, Value], ...]:
    """Return the layer's settings with one in place; a default is left out, as the text form does."""
    settings = {**dict(layer.settings), name: value}
    if LAYERS.get(layer.kind).fields[name].default == value:
        del settings[name]
    return tuple(sorted(settings.items()))


_VARY: Final[Mapping[Thing, Callable[[Experiment], Made]]] = {
    "optimizer": _optimizers,
    "learning rate": _rates,
    "batch size": _batches,
    "weight decay": _decays,
    "schedule": _schedules,
    "activation": _activations,
    "initial values": _initial_values,
    "dropout": _dropouts,
    "batch norm": _batch_norms,
}
