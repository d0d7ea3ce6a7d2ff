"""Look at a whole network with its data and loss, and say what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from core.arrays import Shape
from core.datasets.base import Task
from core.errors import CoreError
from core.fields import ComponentSpec
from core.layers.base import shape_text
from core.losses.base import LOSSES, Loss
from core.shapes.fixes import FLATTEN, GLOBAL_AVERAGE_POOL, tried
from core.shapes.hints import Hints
from core.shapes.known import Known
from core.shapes.report import Diagnosis, Fix, LayerReport, Problem, bytes_text
from core.shapes.walk import Passed, Walk, count_layers
from core.spec import Branch, LayerSpec, NetworkSpec, Place

MEMORY_LIMIT: Final = 8 * 10**9
"""Bytes; what a machine with 16 GB can give to one run beside everything else."""

MOST_LAYERS: Final = 5_000


def diagnose(
    spec: NetworkSpec,
    input_shape: Shape,
    *,
    outputs: int | None = None,
    loss: ComponentSpec | None = None,
    task: Task | None = None,
    batch_size: int | None = None,
    memory_limit: int = MEMORY_LIMIT,
    known: Known | None = None,
) -> Diagnosis:
    """Return everything that is wrong with a network and its table of shapes and costs. Builds and raises nothing.

    Parameters
    ----------
    input_shape
        The shape of one sample of the data.
    outputs
        How many numbers the data asks for: its classes, or the values per sample.
    loss, task
        The loss and the kind of data, where they shall be checked too.
    batch_size
        Samples whose outputs are kept at a time; without it the memory of one sample is counted.
    memory_limit
        Bytes that a network may need.
    known
        What earlier calls found out: with the same one, looking at a network after an edit costs little.
    """
    known = Known() if known is None else known
    known.begin(batch_size or 1, memory_limit)
    try:
        return _Patient(spec, tuple(input_shape), outputs, loss, task, batch_size, memory_limit, known).diagnosis()
    except RecursionError:
        return Diagnosis((Problem("too_many_layers", "", {"most": MOST_LAYERS}),), (), None, None, 0)


@dataclass(frozen=True)
class _Patient:
    spec: NetworkSpec
    input_shape: Shape
    outputs: int | None
    loss: ComponentSpec | None
    task: Task | None
    batch_size: int | None
    memory_limit: int
    known: Known

    def diagnosis(self) -> Diagnosis:
        if count_layers(self.spec.layers) > MOST_LAYERS:
            rows = tuple(LayerReport(layer.id, layer.label, layer.kind) for layer in self.spec.walk())
            return Diagnosis((Problem("too_many_layers", "", {"most": MOST_LAYERS}),), rows, None, None, 0)
        walk, end = self._walked(self.spec)
        for problem in self._around(walk, end):
            walk.add(problem)
        errors = set(walk.problems)
        loss = self.loss.kind if self.loss else ""

        def brings_no_error(network: NetworkSpec) -> bool:
            return self._walked(network)[0].problems.keys() <= errors

        for hint in Hints(self.spec, walk.reports, loss, self.batch_size, brings_no_error, self.known).all():
            walk.add(hint)
        cost = end.cost if end.shape is not None else None
        problems = sorted(walk.problems.values(), key=lambda problem: problem.severity)
        return Diagnosis(tuple(problems), tuple(walk.reports.values()), end.shape, cost, walk.memory(end.cost))

    def _walked(self, network: NetworkSpec) -> tuple[Walk, Passed]:
        walk = Walk(network, self.batch_size or 1, self.memory_limit, self.known)
        usable = bool(self.input_shape) and all(size >= 1 for size in self.input_shape)
        return walk, walk.branch(network.layers, self.input_shape if usable else None)

    def _around(self, walk: Walk, end: Passed) -> Iterator[Problem]:
        """Yield the problems of the network as a whole and of its ends."""
        if not self.input_shape or min(self.input_shape) < 1:
            yield Problem("input_shape", "", {"received": shape_text(self.input_shape)})
        if not self.spec.layers:
            yield Problem("empty_network", "", {}, fixes=tuple(self._ends(walk, end.shape)))
            return
        yield from self._for_the_loss()
        if end.shape is None:
            return
        needed = walk.memory(end.cost)
        if needed > self.memory_limit and not any(code == "too_much_memory" for code, _ in walk.problems):
            sizes = {"kind": "The network", "needed": bytes_text(needed), "limit": bytes_text(self.memory_limit)}
            yield Problem("too_much_memory", "", sizes)
        if self.outputs is not None and not self._answers(end.shape):
            details = {"received": shape_text(end.shape), "expected": self.outputs}
            yield Problem("output_classes", self.spec.layers[-1].id, details, fixes=tuple(self._ends(walk, end.shape)))
        if end.cost.parameters == 0:
            yield Problem("no_parameters", "", {}, "hint", tuple(self._ends(walk, end.shape)))

    def _for_the_loss(self) -> Iterator[Problem]:
        if self.loss is None:
            return
        try:
            loss = LOSSES.build(self.loss)
        except CoreError as error:
            yield Problem(error.code, "", error.details)
            return
        if self.task is not None and self.task not in loss.tasks:
            yield Problem("loss_task", "", {"loss": loss.title, "task": self.task})

    def _answers(self, shape: Shape) -> bool:
        """Whether an output of that shape is what data and loss ask for."""
        loss: Loss | None = None
        if self.loss is not None and self.loss.kind in LOSSES:
            loss = LOSSES.get(self.loss.kind)()
        if self.outputs is None or len(shape) != 1:
            return False
        return loss.fits(shape[0], self.outputs) if loss else shape[0] == self.outputs

    def _ends(self, walk: Walk, reached: Shape | None) -> Iterator[Fix]:
        """Yield the edits of the network's end after which it gives what the data asks for.

        Parameters
        ----------
        walk, reached
            The network as it is, and the shape at its end.
        """
        if self.outputs is None or reached is None:
            return
        last = next((layer for layer in reversed(list(self.spec.walk())) if layer.kind == "Affine"), None)
        details: dict[str, object] = {"outputs": self.outputs, "layer": last.label if last else ""}
        if last:
            edit = partial(self.spec.replace, last.id, tried(last, units=self.outputs))
            again, end = self._walked(edit())
            if again.problems.keys() <= walk.problems.keys() and end.shape is not None and self._answers(end.shape):
                yield Fix("match_output", details, edit)
        output = tried(LayerSpec("Affine"), units=self.outputs)
        behind: tuple[tuple[str, Branch], ...] = (
            ("append_flatten", (FLATTEN,)),
            ("append_global_average_pool", (GLOBAL_AVERAGE_POOL,)),
            ("append_output", (output,)),
            ("append_output", (FLATTEN, output)),
        )
        for code, layers in behind:  # what stands before them is as it was
            more = Walk(self.spec, self.batch_size or 1, self.memory_limit, self.known)
            end = more.branch(layers, reached)
            if not more.problems and end.shape is not None and self._answers(end.shape):
                yield Fix(code, details, partial(self.spec.insert, Place(index=len(self.spec.layers)), *layers))
                if code == "append_output":
                    return
