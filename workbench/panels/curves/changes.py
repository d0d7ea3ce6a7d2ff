"""What was changed in the settings of a run, in a few words."""

from __future__ import annotations

from dataclasses import fields

from core.experiment import TrainingConfig
from core.fields import ComponentSpec
from core.kernels.engine import EngineChoice
from core.text import component_text


def describe_changes(before: TrainingConfig, after: TrainingConfig) -> str:
    """Return the new value of each setting that differs, as it is written in the text form; "" if none does."""
    words = []
    for field in fields(TrainingConfig):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if old != new:
            words.append(component_text(new) if isinstance(new, ComponentSpec) else f"{field.name}={_short(new)}")
    return ", ".join(words)


def _short(value: object) -> str:
    return value.name if isinstance(value, EngineChoice) else str(value)
