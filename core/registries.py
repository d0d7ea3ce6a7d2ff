"""All registries by the name of their package, for what has to look into a setting that names another thing."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from core.datasets.base import DATASETS
from core.fields import ComponentField, ComponentSpec
from core.initializers.base import INITIALIZERS
from core.layers.base import LAYERS
from core.losses.base import LOSSES
from core.optimizers.base import OPTIMIZERS
from core.registry import Registry
from core.schedules.base import SCHEDULES
from core.studies.base import STUDIES
from core.surfaces.base import SURFACES

REGISTRIES: Final[Mapping[str, Registry[Any]]] = MappingProxyType(
    {
        "datasets": DATASETS,
        "initializers": INITIALIZERS,
        "layers": LAYERS,
        "losses": LOSSES,
        "optimizers": OPTIMIZERS,
        "schedules": SCHEDULES,
        "studies": STUDIES,
        "surfaces": SURFACES,
    }
)


def check_component(spec: ComponentSpec, registry: Registry[Any]) -> ComponentSpec:
    """Return the spec with every setting checked, also of the things its settings name, and defaults left out.

    Raises
    ------
    SpecError, SettingError
        If a name is unknown or a value is outside its type or range.
    """
    checked = registry.check(spec)
    fields = registry.get(spec.kind).fields
    inner = {
        name: check_component(value, REGISTRIES[field.registry])
        for name, value in checked.settings
        if isinstance(value, ComponentSpec) and isinstance(field := fields[name], ComponentField)
    }
    kept = {name: value for name, value in {**dict(checked.settings), **inner}.items() if value != fields[name].default}
    return ComponentSpec.of(spec.kind, **kept)
