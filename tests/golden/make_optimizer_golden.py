"""Make `optimizers.npz` and `losses.npz`: what PyTorch's own optimizers and losses give for the cases of the batteries.

Run once with PyTorch 2.13.0 in an environment of its own, from the root of the repository::

    python -m tests.golden.make_optimizer_golden

The project itself never needs PyTorch.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F

from core.losses import LOSSES
from core.optimizers import OPTIMIZERS
from core.text import parse_component
from tests.core.losses.cases import CASES as LOSS_CASES
from tests.core.optimizers.cases import CASES, CURVATURE, DECAYED, START, STEPS

HERE = Path(__file__).parent
Tensor = torch.Tensor
Settings = Mapping[str, Any]

OPTIMIZERS_OF_TORCH: dict[str, Callable[[Any, Settings], torch.optim.Optimizer]] = {
    "SGD": lambda groups, s: torch.optim.SGD(groups, s["lr"]),
    "Momentum": lambda groups, s: torch.optim.SGD(groups, s["lr"], momentum=s["momentum"]),
    "Nesterov": lambda groups, s: torch.optim.SGD(groups, s["lr"], momentum=s["momentum"], nesterov=True),
    "AdaGrad": lambda groups, s: torch.optim.Adagrad(groups, s["lr"], eps=s["eps"]),
    "RMSProp": lambda groups, s: torch.optim.RMSprop(groups, s["lr"], alpha=s["rho"], eps=s["eps"]),
    "Adam": lambda groups, s: torch.optim.Adam(groups, s["lr"], betas=(s["beta1"], s["beta2"]), eps=s["eps"]),
    "AdamW": lambda groups, s: torch.optim.AdamW(groups, s["lr"], betas=(s["beta1"], s["beta2"]), eps=s["eps"]),
}


def trajectory(text: str) -> np.ndarray:
    """Return the parameters before and after each of the steps, ``(STEPS + 1, P)``."""
    optimizer = OPTIMIZERS.build(parse_component(text, OPTIMIZERS))
    settings, kind = optimizer.settings, type(optimizer).__name__
    decayed = int(DECAYED.sum())
    parts = [torch.tensor(START[:decayed], requires_grad=True), torch.tensor(START[decayed:], requires_grad=True)]
    by_torch = settings["decay"] == "L2" or kind == "AdamW"
    groups = [
        {"params": [parts[0]], "weight_decay": settings["weight_decay"] if by_torch else 0.0},
        {"params": [parts[1]], "weight_decay": 0.0},
    ]
    stepper = OPTIMIZERS_OF_TORCH[kind](groups, settings)
    rows = [START]
    for _ in range(STEPS):
        stepper.zero_grad()
        w = torch.cat(parts)
        (torch.tensor(CURVATURE) * w * w / 2 + torch.sin(w)).sum().backward()
        if not by_torch:
            decay_by_hand(parts[0], settings)
        stepper.step()
        rows.append(torch.cat(parts).detach().numpy().copy())
    return np.array(rows)


def decay_by_hand(part: Tensor, settings: Settings) -> None:
    """Apply the kinds of decay that PyTorch's optimizer does not know."""
    with torch.no_grad():
        if settings["decay"] == "L1":
            part.grad += settings["weight_decay"] * torch.sign(part)
        else:
            part *= 1 - settings["lr"] * settings["weight_decay"]


def targets(scores: Tensor, t: Tensor, off: float = 0.0) -> Tensor:
    """Return labels as rows."""
    if t.ndim == scores.ndim:
        return t.double()
    rows = t[:, None].double() if scores.shape[1] == 1 else F.one_hot(t, scores.shape[1]).double()
    return rows + (1 - rows) * off


LOSSES_OF_TORCH: dict[str, Callable[[Tensor, Tensor, Settings], Tensor]] = {
    "SoftmaxCrossEntropy": lambda y, t, s: F.cross_entropy(y, t),
    "BinaryCrossEntropy": lambda y, t, s: F.binary_cross_entropy_with_logits(y, targets(y, t)),
    "SumOfSquares": lambda y, t, s: F.mse_loss(y, targets(y, t, -1.0 if s["signed"] else 0.0), reduction="sum") / (2 * len(y)),
    "MeanSquared": lambda y, t, s: F.mse_loss(y, targets(y, t, -1.0 if s["signed"] else 0.0)),
    "Huber": lambda y, t, s: F.huber_loss(y, t, delta=s["delta"]),
}


def losses() -> dict[str, np.ndarray]:
    """Return the loss and its gradient by the scores for every case."""
    found: dict[str, np.ndarray] = {}
    for name, (text, scores, t) in LOSS_CASES.items():
        loss = LOSSES.build(parse_component(text, LOSSES))
        y = torch.tensor(scores, requires_grad=True)
        value = LOSSES_OF_TORCH[type(loss).__name__](y, torch.tensor(t), loss.settings)
        value.backward()
        found[f"{name}.loss"], found[f"{name}.dscores"] = value.detach().numpy(), y.grad.numpy()
    return found


if __name__ == "__main__":
    np.savez_compressed(HERE / "optimizers.npz", **{text: trajectory(text) for text in CASES})
    np.savez_compressed(HERE / "losses.npz", **losses())
