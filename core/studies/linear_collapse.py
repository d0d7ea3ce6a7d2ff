"""Layers without an activation between them are one layer (book, section 3.2.6)."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from core.arrays import Array
from core.datasets.recipe import DataRecipe, prepare
from core.fields import ComponentSpec, IntField
from core.studies.base import STUDIES, Study, Subject
from core.studies.findings import Column, Finding, Stage, Table
from core.studies.training import Learner, learn_together, learner


@STUDIES.register
class LinearCollapse(Study):
    """A chain of linear layers against the one matrix that is their product; and what both learn of two moons."""

    title = "Linear layers collapse"
    help = "Several layers without activation give what one matrix gives, to the last figures; with ReLU between they do not."
    book = "3.2.6"
    needs = "nothing"
    order = 8
    words = ("Loss", "iteration", "network", "linear layers", "one linear layer", "layers with ReLU", "largest difference",
             "test accuracy")  # fmt: skip

    depth = IntField(3, minimum=2, maximum=20, help="How many layers.")
    width = IntField(20, minimum=1, maximum=500, soft_maximum=100, help="Units in each layer.")
    iterations = IntField(600, minimum=1, maximum=20_000, soft_maximum=3000, help="Updates on the two moons.")

    def run(self, subject: Subject) -> Iterator[Stage]:
        rng = np.random.default_rng(np.random.SeedSequence(subject.seed, spawn_key=(3, 2)))
        straight, bent = self._differences(rng)
        data = prepare(DataRecipe(ComponentSpec.of("Moons", noise=0.1), scaling="standard"), subject.seed)
        optimizer = ComponentSpec.of("Adam", lr=0.01)
        layer = f"Affine({self.width})"
        networks = {
            "linear layers": " ".join([*[layer] * (self.depth - 1), f"Affine({data.outputs})"]),
            "one linear layer": f"Affine({data.outputs})",
            "layers with ReLU": " ".join([*[f"{layer} ReLU"] * (self.depth - 1), f"Affine({data.outputs})"]),
        }
        runs = [learner(n, text, data, optimizer, batch=50, seed=subject.seed) for n, text in networks.items()]
        charts = yield from learn_together(runs, self.iterations)
        for one in runs:
            one.look()
        yield Stage(1.0, charts, table=_table(runs, straight, bent), findings=self._findings(runs, straight, bent))

    def _differences(self, rng: np.random.Generator) -> tuple[float, float]:
        """Return the largest difference from the product matrix without an activation and with ReLU, in double precision."""
        matrices = [rng.standard_normal((self.width, self.width)) / np.sqrt(self.width) for _ in range(self.depth)]
        x = rng.standard_normal((200, self.width))
        product = matrices[0]
        for matrix in matrices[1:]:
            product = product @ matrix
        straight, bent = x, x
        for matrix in matrices:
            straight, bent = straight @ matrix, bent @ matrix
            if matrix is not matrices[-1]:
                bent = np.maximum(bent, 0)
        return _largest(straight - x @ product), _largest(bent - x @ product)

    def _findings(self, runs: list[Learner], straight: float, bent: float) -> tuple[Finding, ...]:
        deep, single, with_relu = (100 * one.held_out[-1] for one in runs)
        return (
            Finding("study_collapse", {"depth": self.depth, "straight": straight, "bent": bent}),
            Finding("study_collapse_moons", {"deep": deep, "single": single, "bent": with_relu}),
        )


def _largest(difference: Array) -> float:
    return float(np.abs(difference).max())


def _table(runs: list[Learner], straight: float, bent: float) -> Table:
    columns = (Column("network", "text"), Column("largest difference"), Column("test accuracy", "share"))
    differences = (straight, 0.0, bent)
    return Table(columns, tuple((one.name, way, one.held_out[-1]) for one, way in zip(runs, differences, strict=True)))
