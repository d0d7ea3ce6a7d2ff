"""All paths of a race, of which an edit computes only those anew that it touches."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from core.descent.objective import Objective, objective_of
from core.descent.path import Path, run_path
from core.descent.spec import DescentSpec, Racer

NONE: Final[Mapping[Hashable, Path]] = {}


@dataclass(frozen=True, slots=True)
class Race:
    """The paths of all racers.

    Parameters
    ----------
    paths
        One for each racer of the spec, in its order.
    """

    spec: DescentSpec
    objective: Objective
    paths: tuple[Path, ...]

    def known(self) -> dict[Hashable, Path]:
        """Return the paths by what decides them."""
        return {_key(self.spec, path.racer): path for path in self.paths}


def run_race(spec: DescentSpec, known: Mapping[Hashable, Path] = NONE) -> Race:
    """Return a race, with the paths that are known already taken as they are."""
    objective = objective_of(spec)
    paths = []
    for racer in spec.racers:
        found = known.get(_key(spec, racer))
        paths.append(run_path(objective, spec, racer) if found is None else replace(found, racer=racer))
    return Race(spec, objective, tuple(paths))


def unknown_paths(spec: DescentSpec, known: Mapping[Hashable, Path]) -> int:
    """Return how many paths a race would have to compute."""
    return sum(_key(spec, racer) not in known for racer in spec.racers)


def _key(spec: DescentSpec, racer: Racer) -> Hashable:
    everyone = (spec.text, spec.starts, spec.steps, spec.noise, spec.batch, spec.seed, spec.clip, spec.schedule, spec.slope)
    return (*everyone, racer.optimizer, racer.newton)
