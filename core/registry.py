"""Registries: every layer, loss, optimizer … by its name, found by looking into its package.

Adding a kind is adding one file to the package: the registry imports every module of it when first asked.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from threading import RLock
from typing import Generic, TypeVar

from core.errors import SpecError
from core.fields import ComponentSpec, Configured
from core.nearest import did_you_mean

C = TypeVar("C", bound=Configured)


class Registry(Generic[C]):
    """Named classes of one sort.

    Parameters
    ----------
    noun
        What one entry is called in messages: ``"layer"``.
    package
        The package to discover: ``"core.layers"``.
    """

    def __init__(self, noun: str, package: str) -> None:
        self.noun = noun
        self.package = package
        self._kinds: dict[str, type[C]] = {}
        self._discovered = self._discovering = False
        self._lock = RLock()

    def register(self, cls: type[C]) -> type[C]:
        """Class decorator: make the class known under its own name."""
        if cls.__name__ in self._kinds and self._kinds[cls.__name__] is not cls:
            raise TypeError(f"two {self.noun}s are called {cls.__name__}")
        self._kinds[cls.__name__] = cls
        return cls

    def _discover(self) -> dict[str, type[C]]:
        if self._discovered:
            return self._kinds
        with self._lock:  # a second thread that asks meanwhile has to wait for the whole list
            if not self._discovering:
                self._discovering = True
                package = importlib.import_module(self.package)
                for module in pkgutil.iter_modules(package.__path__):
                    importlib.import_module(f"{self.package}.{module.name}")
                self._discovered = True
        return self._kinds

    def get(self, name: str) -> type[C]:
        """Return the class of that name.

        Raises
        ------
        SpecError
            If there is none; with the nearest name.
        """
        kinds = self._discover()
        if name not in kinds:
            raise SpecError("unknown_name", registry=self.noun, name=name, hint=did_you_mean(name, kinds))
        return kinds[name]

    def build(self, spec: ComponentSpec) -> C:
        """Make the thing that a spec describes."""
        return self.get(spec.kind)(**dict(spec.settings))

    def check(self, spec: ComponentSpec) -> ComponentSpec:
        """Return the spec with every setting checked, defaults left out."""
        thing = self.build(spec)
        fields = type(thing).fields
        changed = {name: value for name, value in thing.settings.items() if value != fields[name].default}
        return ComponentSpec.of(spec.kind, **changed)

    def __iter__(self) -> Iterator[type[C]]:
        kinds = self._discover()
        return iter(sorted(kinds.values(), key=lambda cls: cls.__name__))

    def __contains__(self, name: str) -> bool:
        return name in self._discover()

    def names(self) -> list[str]:
        """Return all names in alphabetical order."""
        return sorted(self._discover())
