"""Weight decay, as it joins the gradient of any optimizer (book, section 6.4.2)."""

from __future__ import annotations

import numpy as np

from core.arrays import Array


def with_weight_decay(
    params: dict[str, Array], grads: dict[str, Array], strength: float, kind: str, lr: float
) -> dict[str, Array]:
    """Return the gradients with the pull of the weights towards 0; decoupled decay shrinks the weights at once instead."""
    decayed = dict(grads)
    for key, g in grads.items():
        if not key.endswith(".W"):
            continue
        if kind == "decoupled":
            params[key] -= lr * strength * params[key]
        else:
            pull = np.sign(params[key]) if kind == "L1" else params[key]
            decayed[key] = g + strength * pull
    return decayed
