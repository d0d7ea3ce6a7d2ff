"""What the battery of optimizers runs: settings, and a slope to go down."""

from __future__ import annotations

import numpy as np

from core.arrays import Array

STEPS = 20
START: Array = np.random.default_rng(7).uniform(-2, 2, 12)
CURVATURE: Array = np.geomspace(0.1, 4, 12)
DECAYED: Array = np.repeat([1.0, 0.0], [8, 4])

CASES: tuple[str, ...] = (
    "SGD(lr=0.1)",
    "SGD(lr=0.1, weight_decay=0.05)",
    "SGD(lr=0.1, weight_decay=0.05, decay='L1')",
    "SGD(lr=0.1, weight_decay=0.05, decay='decoupled')",
    "Momentum(lr=0.05)",
    "Momentum(lr=0.05, momentum=0.5, weight_decay=0.05)",
    "Nesterov(lr=0.05)",
    "Nesterov(lr=0.05, weight_decay=0.05)",
    "AdaGrad(lr=0.5)",
    "AdaGrad(lr=0.5, eps=0.01, weight_decay=0.05)",
    "RMSProp(lr=0.02)",
    "RMSProp(lr=0.02, rho=0.9, eps=0.01, weight_decay=0.05)",
    "Adam(lr=0.1)",
    "Adam(lr=0.1, beta1=0.8, beta2=0.99, eps=0.01, weight_decay=0.05)",
    "Adam(lr=0.1, weight_decay=0.05, decay='L1')",
    "AdamW(lr=0.1)",
    "AdamW(lr=0.1, weight_decay=0.05)",
)


def slope(w: Array) -> Array:
    """Return the gradient of ``Σ ½·a·w² + sin w``: bumpy, so that no optimizer's mistake hides in symmetry."""
    gradient: Array = CURVATURE * w + np.cos(w)
    return gradient
