from __future__ import annotations

import pytest

from core.registries import REGISTRIES
from tests.architecture.sources import ROOT

KINDS = [pytest.param(kind, id=f"{name}-{kind.__name__}") for name, registry in REGISTRIES.items() for kind in registry]


@pytest.mark.parametrize("kind", KINDS)
def test_that_everything_registered_says_what_it_is(kind):
    assert kind.title, f"{kind.__name__} has no title"
    assert kind.help, f"{kind.__name__} has no help"
    assert kind.help.endswith("."), f"the help of {kind.__name__} is one sentence with a full stop"
    assert kind.__doc__, f"{kind.__name__} has no docstring"


@pytest.mark.parametrize("kind", KINDS)
def test_that_every_setting_says_what_it_does(kind):
    for name, field in kind.fields.items():
        assert field.help, f"{kind.__name__}.{name} has no help"
        assert field.title, f"{kind.__name__}.{name} has no title"
        assert field.check(field.default) == field.default, f"the default of {kind.__name__}.{name} does not pass its own check"


@pytest.mark.parametrize("registry", REGISTRIES.values(), ids=REGISTRIES)
def test_that_a_registry_finds_its_kinds_in_its_own_package(registry):
    names = registry.names()
    assert names
    assert len({name.casefold() for name in names}) == len(names), "two names differ in case alone"
    modules = {kind.__module__ for kind in registry}
    assert all(module.startswith(registry.package + ".") for module in modules)


@pytest.mark.parametrize("name", REGISTRIES)
def test_that_a_battery_runs_over_everything_registered(name):
    battery = [path for path in (ROOT / "tests" / "core" / name).glob("test_*.py") if name.upper() in path.read_text()]
    assert battery, f"no test in tests/core/{name} goes through {name.upper()}"
