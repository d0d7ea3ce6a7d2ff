"""Runs in words: what a run is called, in what it differs from another, and how it stands."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import fields
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from core.experiment import Experiment, StopRules, TrainingConfig
from core.fields import ComponentSpec, Value
from core.kernels.engine import EngineChoice
from core.losses.base import LOSSES
from core.optimizers.base import OPTIMIZERS
from core.registry import Registry
from core.schedules.base import SCHEDULES
from core.spec import NetworkSpec
from core.text import component_text
from core.training.kept_run import RunAbout
from core.training.settings import RunSettings, StopSettings
from workbench.runs.room import ListedRun
from workbench.training.stop_words import stop_words
from workbench.translation.core_text import translate_core
from workbench.widgets.numbers import figure

translate = QCoreApplication.translate

_REGISTRIES: Final[dict[str, Registry[Any]]] = {"optimizer": OPTIMIZERS, "schedule": SCHEDULES, "loss": LOSSES}


def run_name(about: RunAbout, experiment: Experiment) -> str:
    """Return what a run is called: its own name, else that of the optimizer."""
    return about.name or translate_core(OPTIMIZERS.get(experiment.training.optimizer.kind).title)


def difference_to(run: ListedRun, runs: list[ListedRun]) -> str:
    """Say in what a run differs from the one before it, or from the one it branched from."""
    others = {other.place: other for other in runs}
    if run.about.parent:
        words = translate("Runs", "branch of {0} at {1}").format(run.about.parent, f"{run.about.branched_at:,}")
        parent = others.get(run.about.parent)
        changed = difference(parent.experiment, run.experiment) if parent is not None else ""
        return f"{words}: {changed}" if changed else words
    lead = others.get(run.about.duel) if run.about.duel and run.about.duel != run.place else None
    before = lead or max((other for other in runs if other.place < run.place), key=lambda other: other.place, default=None)
    if before is None:
        return translate("Runs", "first run")
    return difference(before.experiment, run.experiment) or translate("Runs", "same settings")


def difference(before: Experiment, after: Experiment) -> str:
    """Return everything in which an experiment differs, in words: "SGD instead of Adam"; "" if in nothing."""
    words = [*network_words(before.network, after.network), *training_words(before.training, after.training)]
    if before.data != after.data:
        old, new = before.data.source, after.data.source
        same = old.kind == new.kind
        words.append(translate("Runs", "other settings of the data") if same else _instead(new.kind, old.kind))
    if before.seed != after.seed:
        words.append(translate("Runs", "seed {0} instead of {1}").format(after.seed, before.seed))
    if before.by_hand != after.by_hand:
        words.append(translate("Runs", "other values set by hand"))
    return ", ".join(words)


def training_words(before: TrainingConfig, after: TrainingConfig) -> Iterator[str]:
    """Yield what differs in the settings of the training."""
    for field in fields(TrainingConfig):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if old == new:
            continue
        if isinstance(new, ComponentSpec):
            yield from _component_words(old, new, _REGISTRIES[field.name])
        elif isinstance(new, EngineChoice) or isinstance(old, EngineChoice):
            if old is not None and new is not None:  # before a run begins nothing is chosen yet
                yield _instead(new.name, old.name)
        elif isinstance(new, StopRules):
            for name, setting in StopSettings.fields.items():
                yield from _number_words(setting.title, getattr(old, name), getattr(new, name))
        else:
            yield from _number_words(RunSettings.fields[field.name].title, old, new)


def _component_words(old: ComponentSpec, new: ComponentSpec, registry: Registry[Any]) -> Iterator[str]:
    cls = registry.get(new.kind)
    if old.kind != new.kind:
        yield _instead(translate_core(cls.title), translate_core(registry.get(old.kind).title))
        return
    before, after = registry.build(old).settings, registry.build(new).settings
    for name, field in cls.fields.items():
        yield from _number_words(field.title, before[name], after[name])


def _number_words(title: str, old: Value, new: Value) -> Iterator[str]:
    if old != new:
        words = translate("Runs", "{0} {1} instead of {2}")
        yield words.format(_lower(translate_core(title)), _shown(new), _shown(old))


def network_words(before: NetworkSpec, after: NetworkSpec) -> Iterator[str]:
    """Yield what differs between two networks: settings of layers, layers that came, and layers that went."""
    if before.computes_as(after):
        return
    old = {layer.id: layer for layer in before.walk()}
    new = {layer.id: layer for layer in after.walk()}
    came = [layer.kind for layer_id, layer in new.items() if layer_id not in old]
    went = [layer.kind for layer_id, layer in old.items() if layer_id not in new]
    changed = [
        (layer_id, old[layer_id].component, layer.component)
        for layer_id, layer in new.items()
        if layer_id in old and old[layer_id].component != layer.component
    ]
    swapped = sorted({(was.kind, now.kind) for _, was, now in changed if was.kind != now.kind})
    for was_kind, now_kind in swapped:
        yield _instead(now_kind, was_kind)
    same_kind = [(layer_id, was, now) for layer_id, was, now in changed if was.kind == now.kind]
    if len(same_kind) == 1:
        layer_id, _, now = same_kind[0]
        yield translate("Runs", "{0}: {1}").format(layer_id, component_text(now))
    elif same_kind:
        yield translate("Runs", "other settings in {0} layers").format(len(same_kind))
    if came:
        yield translate("Runs", "with {0}").format(_counted(came))
    if went:
        yield translate("Runs", "without {0}").format(_counted(went))
    if not (came or went or changed):
        yield translate("Runs", "layers in another order")


def _counted(kinds: list[str]) -> str:
    names = dict.fromkeys(kinds)
    return ", ".join(f"{kinds.count(name)} {name}" if kinds.count(name) > 1 else name for name in names)


def _instead(new: str, old: str) -> str:
    return translate("Runs", "{0} instead of {1}").format(new, old)


def _lower(title: str) -> str:
    return title[:1].lower() + title[1:]


def _shown(value: Value) -> str:
    return f"{value:g}" if isinstance(value, int | float) and not isinstance(value, bool) else str(value)


def state_words(run: ListedRun, *, running: bool) -> tuple[str, str]:
    """Return how a run stands, and the token of the colour of the words."""
    if running:
        return translate("Runs", "running"), "accent"
    if run.about.outcome == "diverged":
        return translate("Runs", "diverged"), "error"
    if run.about.outcome == "stopped":
        steps = run.curves.steps
        at = f"{int(steps[-1, 0]):,}" if len(steps) else "0"
        return translate("Runs", "stands at {0}").format(at), "text2"
    return stop_words(run.about.outcome), "text2"


def parted_words(iteration: int | None) -> str:
    """Say where runs of a duel are no longer the same."""
    if iteration is None:
        return translate("Runs", "the same to the last bit so far")
    if iteration == 0:
        return translate("Runs", "differ from the start")
    return translate("Runs", "part after update {0}").format(f"{iteration:,}")


def loss_words(value: float) -> str:
    """Return a loss, or a dash."""
    return figure(value) if math.isfinite(value) else "—"
