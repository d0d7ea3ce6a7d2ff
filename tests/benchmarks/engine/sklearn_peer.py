"""scikit-learn's MLPClassifier, for the plain fully connected workloads."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence

import numpy as np
from sklearn.neural_network import MLPClassifier

from tests.benchmarks.engine.workloads import Workload


def make(workload: Workload, _options: Sequence[str]) -> Callable[[], None]:
    """Return one training step on one batch."""
    rng = np.random.default_rng(0)
    hidden = tuple(int(dict(layer.settings).get("units", 100)) for layer in workload.spec.layers if layer.kind == "Affine")[:-1]
    x = rng.standard_normal((workload.batch, *workload.input_shape)).astype(np.float32)
    t = rng.integers(0, workload.classes, workload.batch)
    t[: workload.classes] = np.arange(workload.classes)
    solver = "adam" if workload.optimizer == "Adam" else "sgd"
    model = MLPClassifier(hidden, solver=solver, batch_size=workload.batch, momentum=0.0)
    classes = np.arange(workload.classes)
    warnings.simplefilter("ignore")
    return lambda: void(model.partial_fit(x, t, classes=classes))


def void(_value: object) -> None:
    """Take a value and give nothing."""
