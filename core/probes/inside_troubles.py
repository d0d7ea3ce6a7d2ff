"""What goes wrong inside a network, named with its numbers, and which changes may cure it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

from core.experiment import Experiment
from core.optimizers.base import OPTIMIZERS
from core.probes.inside import LayerMoment, Moment
from core.training.variations import variations

Cure = Literal["initial", "rate", "batch_norm", "clip"]

SOME: Final = 0.2
MANY: Final = 0.5
"""Shares of units or outputs from which something is a warning, and a fault."""

VANISHED: Final = 1e-3
"""Gradients of the first layer below this share of those of the last are called vanishing, above its inverse exploding."""

FASTEST: Final = 0.1
"""An update of more than this share of the weights throws away what was learned."""

LOWER: Final = 0.1
CLIP: Final = 1.0


@dataclass(frozen=True)
class Trouble:
    """Something that goes wrong in one layer.

    Parameters
    ----------
    code
        The sentence in `core.messages`, with `details` for its numbers.
    cures
        What may help, the likeliest first.
    """

    code: str
    layer: str
    details: Mapping[str, object]
    severe: bool
    cures: tuple[Cure, ...]


def troubles(moment: Moment, updates: Mapping[str, float]) -> tuple[Trouble, ...]:
    """Return what goes wrong at a moment, severe things first.

    Parameters
    ----------
    updates
        How large the last measured update of each layer was beside its weights.
    """
    found = [*_in_layers(moment), *_across(moment.layers), *_updates(updates)]
    return tuple(sorted(found, key=lambda trouble: not trouble.severe))


def _in_layers(moment: Moment) -> Iterator[Trouble]:
    for layer in moment.layers:
        dead = layer.dead / max(1, layer.units)
        if dead >= SOME:
            details = {"layer": layer.id, "dead": layer.dead, "units": layer.units}
            yield Trouble("inside_dead", layer.id, details, dead >= MANY, ("initial", "rate", "batch_norm"))
        if layer.saturated >= SOME:
            details = {"layer": layer.id, "kind": layer.activation, "share": 100 * layer.saturated}
            yield Trouble("inside_saturated", layer.id, details, layer.saturated >= MANY, ("initial", "batch_norm", "rate"))


def _across(layers: tuple[LayerMoment, ...]) -> Iterator[Trouble]:
    if len(layers) < 2 or not all(math.isfinite(layer.backward) for layer in layers):
        return
    first, last = layers[0], layers[-1]
    if first.backward == 0 or last.backward == 0:
        yield Trouble("inside_no_gradient", first.id, {"layer": first.id}, True, ("initial", "batch_norm"))
        return
    share = first.backward / last.backward
    details = {"first": first.id, "last": last.id, "low": first.backward, "high": last.backward}
    if share < VANISHED:
        yield Trouble("inside_vanishing", first.id, details, True, ("initial", "batch_norm"))
    elif share > 1 / VANISHED:
        yield Trouble("inside_exploding", first.id, details, True, ("initial", "clip", "rate"))


def _updates(updates: Mapping[str, float]) -> Iterator[Trouble]:
    for layer, ratio in updates.items():
        if math.isfinite(ratio) and ratio > FASTEST:
            yield Trouble("inside_too_fast", layer, {"layer": layer, "share": 100 * ratio}, ratio > MANY, ("rate", "clip"))


def cured(experiment: Experiment, cure: Cure) -> Experiment | None:
    """Return the experiment with a cure; None where it has it already or it does not apply."""
    optimizer = experiment.training.optimizer
    match cure:
        case "initial":
            offered = [v.experiment for v in variations(experiment, "initial values") if v.words == "Auto"]
        case "batch_norm":
            offered = [v.experiment for v in variations(experiment, "batch norm") if v.words == "BatchNorm"]
        case "rate":
            lr = float(OPTIMIZERS.build(optimizer).settings["lr"])  # type: ignore[arg-type]
            offered = [_with_optimizer(experiment, lr=float(f"{lr * LOWER:.2g}"))]
        case "clip":
            offered = [_with_optimizer(experiment, clip=CLIP)]
    return next((other for other in offered if other != experiment), None)


def _with_optimizer(experiment: Experiment, **settings: float) -> Experiment:
    training = experiment.training
    return replace(experiment, training=replace(training, optimizer=training.optimizer.with_settings(**settings)))
