"""Shapes and costs followed through the tree of a network, errors repaired on the way as their first fix would."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import Final

from core.arrays import Shape
from core.errors import CoreError
from core.layers.base import LAYERS, Cost
from core.layers.container import Container, own_cost
from core.network import build_layer
from core.shapes.fixes import Candidate, Meeting, candidates
from core.shapes.known import Known, Span
from core.shapes.report import LayerReport, Problem, bytes_text
from core.spec import Branch, LayerSpec, NetworkSpec

NOTHING: Final = Cost(0, 0, 0)
MOST_VALUES: Final = 10**15
"""Shapes larger than this are not followed further."""


def added(a: Cost, b: Cost, times: int = 1) -> Cost:
    """Return the cost of two things, the second `times` times."""
    return Cost(a.parameters + times * b.parameters, a.macs + times * b.macs, a.activation_bytes + times * b.activation_bytes)


def copies_of(spec: LayerSpec) -> int:
    """Return how often a block stands."""
    repeat = dict(spec.settings).get("repeat", 1)
    return repeat if isinstance(repeat, int) else 1


def count_layers(layers: Branch) -> int:
    """Return how many layers are built, repeated ones as often as they stand."""
    return sum(1 + copies_of(spec) * sum(count_layers(branch) for branch in spec.branches) for spec in layers)


@dataclass(frozen=True)
class Passed:
    """What came out of a layer or a branch.

    Parameters
    ----------
    shape
        None where an error leaves it open.
    row
        What stands there after repair.
    drop_before
        True where the repair leaves out the layer before it.
    """

    shape: Shape | None
    cost: Cost
    row: Branch
    drop_before: bool = False


@dataclass
class Walk:
    """One pass through a network; gathers problems and a report for each layer.

    Parameters
    ----------
    batch_size
        Of how many samples the outputs are kept.
    memory_limit
        Bytes that a layer may need.
    known
        What earlier passes found out.
    """

    network: NetworkSpec
    batch_size: int
    memory_limit: int
    known: Known
    problems: dict[tuple[str, str], Problem] = field(default_factory=dict)
    reports: dict[str, LayerReport] = field(default_factory=dict)

    def memory(self, cost: Cost) -> int:
        """Return the bytes for parameters, gradients and two vectors of the optimizer, and outputs with gradients."""
        return 16 * cost.parameters + 2 * self.batch_size * cost.activation_bytes

    def add(self, problem: Problem) -> None:
        """Note a problem, once for each layer."""
        self.problems.setdefault((problem.code, problem.layer_id), problem)

    def branch(self, layers: Branch, shape: Shape | None) -> Passed:
        """Follow a shape through one branch."""
        cost, repaired = NOTHING, list[LayerSpec]()
        before: tuple[LayerSpec, Shape] | None = None
        for spec in layers:
            passed = self._layer(spec, shape, before)
            if passed.drop_before:
                repaired.pop()
            repaired.extend(passed.row)
            cost = added(cost, passed.cost)
            before = (spec, shape) if shape is not None and spec.id else None
            shape = passed.shape
        return Passed(shape, cost, tuple(repaired))

    def _layer(self, spec: LayerSpec, shape: Shape | None, before: tuple[LayerSpec, Shape] | None) -> Passed:
        first_visit = bool(spec.id) and spec.id not in self.reports
        span = self.known.span(spec, shape) if first_visit and shape is not None else None
        if span is not None:
            self.reports.update(span.reports)
            return Passed(span.shape, span.cost, (spec,))
        if first_visit:
            self.reports[spec.id] = LayerReport(spec.id, spec.label, spec.kind, shape)
        problems_before, original = len(self.problems), spec
        inside = self._inside(spec, shape)
        spec = inside.row[0]
        try:
            layer = self.known.layer(spec)
            if shape is None or inside.shape is None:
                return Passed(None, NOTHING, (spec,))
            out, own = self.known.measured(spec, layer, shape)
            passed = Passed(out, added(own, inside.cost), (spec,))
        except CoreError as error:
            passed = self._repaired(error, Meeting(spec, shape, before) if shape is not None else None, inside)
        else:
            passed = self._within_memory(passed, spec, inside.cost)
        if first_visit and passed.shape is not None:
            self.reports[original.id] = LayerReport(original.id, original.label, original.kind, shape, passed.shape, passed.cost)
            if shape is not None and spec is original and len(self.problems) == problems_before:
                reports = {layer.id: self.reports[layer.id] for layer in original.walk()}
                self.known.keep(original, shape, Span(original, passed.shape, passed.cost, reports))
        return passed

    def _inside(self, spec: LayerSpec, shape: Shape | None) -> Passed:
        """Follow a shape through what a layer holds; the row is the layer with its branches repaired."""
        container = spec.kind in LAYERS and issubclass(LAYERS.get(spec.kind), Container)
        entering = shape if container else None
        cost, open_end, branches = NOTHING, False, list[Branch]()
        for branch in spec.branches:
            passed = self.branch(branch, entering)
            cost = added(cost, passed.cost)
            left = copies_of(spec) - 1
            while left and passed.shape is not None:
                reached = passed.shape
                passed = self.branch(passed.row, reached)
                settled = passed.shape == reached
                cost = added(cost, passed.cost, left if settled else 1)
                left = 0 if settled else left - 1
            open_end = open_end or passed.shape is None
            branches.append(passed.row)
        same = all(a is b for old, new in zip(spec.branches, branches, strict=True) for a, b in zip_longest(old, new))
        repaired = spec if same else replace(spec, branches=tuple(branches))
        return Passed(None if open_end else shape, cost, (repaired,))

    def _repaired(self, error: CoreError, meeting: Meeting | None, inside: Passed) -> Passed:
        """Note an error with the edits that help, and go on as if the first had been made."""
        spec = inside.row[0]
        found = candidates(error.code, meeting) if meeting else []
        fixes = tuple(candidate.fix(meeting, self.network) for candidate, _ in found if meeting and spec.id)
        self.add(Problem(error.code, spec.id, error.details, fixes=fixes))
        if not found or meeting is None:
            return Passed(None, inside.cost, inside.row)
        candidate, shape = found[0]
        return Passed(shape, added(_row_cost(candidate, meeting), inside.cost), candidate.row, candidate.drop_before)

    def _within_memory(self, passed: Passed, spec: LayerSpec, inside: Cost) -> Passed:
        own = added(passed.cost, inside, -1)
        needed = self.memory(own)
        if needed > self.memory_limit:
            limit = bytes_text(self.memory_limit)
            self.add(Problem("too_much_memory", spec.id, {"kind": spec.kind, "needed": bytes_text(needed), "limit": limit}))
        too_large = passed.shape is not None and math.prod(passed.shape) > MOST_VALUES
        return replace(passed, shape=None) if too_large else passed


def _row_cost(candidate: Candidate, meeting: Meeting) -> Cost:
    """Return the cost of the layers that a repair puts in a place, without what they hold."""
    shape = meeting.before[1] if candidate.drop_before and meeting.before else meeting.shape
    cost = NOTHING
    for spec in candidate.row:
        layer = build_layer(spec)
        out = layer.output_shape(shape)
        cost, shape = added(cost, own_cost(layer, shape, out)), out
    return cost
