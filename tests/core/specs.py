"""Hypothesis strategies for everything that can be described: settings, components, layers, networks."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from core.fields import (
    BoolField,
    ChoiceField,
    ComponentField,
    ComponentSpec,
    Configured,
    Field,
    FloatField,
    IntField,
    SizesField,
    TextField,
    Value,
)
from core.layers import LAYERS
from core.layers.container import Container
from core.registries import REGISTRIES, check_component
from core.registry import Registry
from core.spec import LayerSpec, NetworkSpec

texts = st.text(st.characters(codec=None), max_size=12)


def values(field: Field[Any]) -> st.SearchStrategy[Value]:
    """Values that a field accepts, over its whole range."""
    match field:
        case IntField():
            return st.integers(field.minimum, field.maximum)
        case FloatField():
            return st.floats(field.minimum, field.maximum)
        case BoolField():
            return st.booleans()
        case ChoiceField():
            return st.sampled_from(field.choices)
        case TextField():
            return texts
        case SizesField():
            return st.lists(st.integers(1, 10**6), min_size=1, max_size=4).map(tuple)
        case ComponentField():
            return components(REGISTRIES[field.registry])
        case _:
            raise TypeError(type(field))


def settings_of(cls: type[Configured]) -> st.SearchStrategy[dict[str, Value]]:
    """Some settings of a class."""
    return st.fixed_dictionaries({}, optional={name: values(field) for name, field in cls.fields.items()})


def component_of(cls: type[Configured], registry: Registry[Any]) -> st.SearchStrategy[ComponentSpec]:
    """One class with some settings, in normal form; combinations that the class refuses are left out."""
    return settings_of(cls).map(lambda given: _accepted(ComponentSpec.of(cls.__name__, **given), registry)).filter(bool)


def components(registry: Registry[Any]) -> st.SearchStrategy[ComponentSpec]:
    """Anything of a registry."""
    return st.sampled_from(list(registry)).flatmap(lambda cls: component_of(cls, registry))


def _accepted(spec: ComponentSpec, registry: Registry[Any]) -> ComponentSpec | None:
    try:
        return check_component(spec, registry)
    except ValueError:
        return None


def layer_of(cls: type[Any], inner: st.SearchStrategy[LayerSpec]) -> st.SearchStrategy[LayerSpec]:
    """A layer of one kind, with branches if it takes some."""
    least, most = cls.branch_count if issubclass(cls, Container) else (0, 0)
    branches = st.lists(st.lists(inner, max_size=3).map(tuple), min_size=least, max_size=min(most, least + 2)).map(tuple)
    return st.builds(
        lambda component, branches, about: LayerSpec(component.kind, component.settings, branches, **about),
        component_of(cls, LAYERS),
        branches,
        st.fixed_dictionaries({}, optional={"name": texts, "notes": texts, "frozen": st.booleans()}),
    )


plain_layers = st.sampled_from([cls for cls in LAYERS if not issubclass(cls, Container)]).flatmap(
    lambda cls: layer_of(cls, st.nothing())
)
containers = [cls for cls in LAYERS if issubclass(cls, Container)]
layers = st.recursive(
    plain_layers, lambda inner: st.sampled_from(containers).flatmap(lambda cls: layer_of(cls, inner)), max_leaves=8
)
networks = st.lists(layers, max_size=5).map(lambda found: NetworkSpec(tuple(found)))
