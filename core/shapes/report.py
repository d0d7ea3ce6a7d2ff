"""What a diagnosis says, as values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from core.arrays import Shape
from core.layers.base import Cost
from core.messages import MESSAGES
from core.spec import NetworkSpec

Severity = Literal["error", "hint"]


@dataclass(frozen=True)
class Fix:
    """An edit that removes a problem.

    Parameters
    ----------
    code
        What is done, such as ``"insert_flatten"``; `core.messages` has the sentence under ``"fix_" + code``.
    details
        Fills the sentence.
    edit
        Gives the network after the edit. It is made when asked for: a long network may have a fix for every layer.
    """

    code: str
    details: Mapping[str, Any]
    edit: Callable[[], NetworkSpec] = field(compare=False, repr=False)

    @property
    def network(self) -> NetworkSpec:
        """The network after the edit."""
        return self.edit()

    @property
    def text(self) -> str:
        """The sentence in English."""
        return MESSAGES[f"fix_{self.code}"].format(**self.details)


@dataclass(frozen=True)
class Problem:
    """Something that prevents a network from working (error) or from learning well (hint).

    Parameters
    ----------
    code
        A key of `core.messages.MESSAGES`.
    layer_id
        The layer at fault, or an empty text for the whole network.
    details
        Fills the sentence.
    fixes
        Edits that help, the most likely first.
    """

    code: str
    layer_id: str
    details: Mapping[str, Any]
    severity: Severity = "error"
    fixes: tuple[Fix, ...] = ()

    @property
    def text(self) -> str:
        """The sentence in English."""
        return MESSAGES[self.code].format(**self.details)


@dataclass(frozen=True, slots=True)
class LayerReport:
    """One row of the network's table; None where an error before it leaves the shape open.

    Parameters
    ----------
    input_shape, output_shape
        The shape of one sample before and after it. In a repeated block, of the first copy.
    cost
        For a container with all it holds and all its copies.
    """

    id: str
    label: str
    kind: str
    input_shape: Shape | None = None
    output_shape: Shape | None = None
    cost: Cost | None = None


@dataclass(frozen=True)
class Diagnosis:
    """All that can be said of a network without building it.

    Parameters
    ----------
    layers
        One row for every layer of the tree, containers before what they hold. After an error the shapes go on as if
        its first fix had been applied.
    output_shape, cost
        Of the whole network, or None where an error leaves it open.
    memory
        The bytes that training needs, about: parameters, gradients and what the optimizer remembers, and the outputs
        of all layers with their gradients for a batch.
    """

    problems: tuple[Problem, ...]
    layers: tuple[LayerReport, ...]
    output_shape: Shape | None
    cost: Cost | None
    memory: int

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that prevent building."""
        return tuple(problem for problem in self.problems if problem.severity == "error")

    @property
    def hints(self) -> tuple[Problem, ...]:
        """The problems that only a person can judge."""
        return tuple(problem for problem in self.problems if problem.severity == "hint")

    @property
    def ok(self) -> bool:
        """Whether the network can be built and run."""
        return not self.errors

    def of(self, layer_id: str) -> tuple[Problem, ...]:
        """Return the problems of one layer."""
        return tuple(problem for problem in self.problems if problem.layer_id == layer_id)


def bytes_text(count: int) -> str:
    """Write a number of bytes as people read it: ``3.2 GB``, a kB being 1000 bytes."""
    units = ("bytes", "kB", "MB", "GB", "TB", "PB", "EB")
    power = 0
    while count >= 1000 ** (power + 1) and power < len(units) - 1:
        power += 1
    if count >= 10**22:
        return f"more than 9999 {units[-1]}"
    tenths = count * 10 // 1000**power
    return f"{tenths // 10}.{tenths % 10} {units[power]}" if power else f"{count} {units[0]}"
