"""Small networks, most of them nearly right, for comparing what is said of them with what they do."""

from __future__ import annotations

from random import Random
from typing import Any

from core.arrays import Shape
from core.fields import BoolField, ChoiceField, ComponentSpec, Field, IntField, SizesField, Value
from core.layers import LAYERS, Layer
from core.layers.container import Container
from core.spec import Branch, LayerSpec, NetworkSpec

INPUT_SHAPES: tuple[Shape, ...] = ((1, 6, 6), (2, 5, 7), (4, 4, 4), (3, 1, 1), (12,), (16,), (1,))
SHAPES: tuple[Shape, ...] = ((12,), (3, 2, 2), (1, 4, 4), (4, 4), (2, 2, 2, 2), (1, 6, 6), (36,))
PLAIN = [cls for cls in LAYERS if not issubclass(cls, Container)]
CONTAINERS = [cls for cls in LAYERS if issubclass(cls, Container)]


def small_network(random: Random) -> tuple[NetworkSpec, Shape]:
    """Return a random network and a shape to feed it."""
    return NetworkSpec(_branch(random, 2, 1 + random.randrange(5))), random.choice(INPUT_SHAPES)


def _branch(random: Random, levels: int, length: int) -> Branch:
    return tuple(_layer(random, levels) for _ in range(length))


def _layer(random: Random, levels: int) -> LayerSpec:
    cls: type[Layer] = random.choice(CONTAINERS if levels and random.random() < 0.2 else PLAIN)
    least, most = cls.branch_count if issubclass(cls, Container) else (0, 0)
    branches = tuple(_branch(random, levels - 1, random.randrange(3)) for _ in range(random.randint(least, min(most, least + 1))))
    fields = {name: field for name, field in cls.fields.items() if random.random() < 0.4}
    given = {name: value for name, field in fields.items() if (value := small_setting(random, field)) is not None}
    return LayerSpec(cls.__name__, ComponentSpec.of(cls.__name__, **given).settings, branches)


def small_setting(random: Random, field: Field[Any]) -> Value | None:
    """Return a small value for a setting, or None where chance has none."""
    match field:
        case IntField():
            return random.randint(field.minimum, min(field.maximum, field.minimum + 3))
        case BoolField():
            return random.random() < 0.5
        case ChoiceField():
            return random.choice(field.choices)
        case SizesField():
            return random.choice(SHAPES)
        case _:
            return None
