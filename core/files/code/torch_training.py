"""Losses and optimizers in PyTorch."""

from __future__ import annotations

from core.errors import SpecError
from core.fields import ComponentSpec
from core.losses.base import LOSSES
from core.optimizers.base import OPTIMIZERS


def torch_loss(spec: ComponentSpec) -> tuple[str, tuple[str, ...]]:
    """Return the expression of a loss of scores y and targets t, and the functions that it needs.

    Raises
    ------
    SpecError
        If nobody has written it yet.
    """
    settings = LOSSES.build(spec).settings
    values = "as_values(t, y, -1.0)" if settings.get("signed") else "as_values(t, y)"
    match spec.kind:
        case "SoftmaxCrossEntropy":
            return "F.cross_entropy(y, t)", ()
        case "BinaryCrossEntropy":
            return f"F.binary_cross_entropy_with_logits(y, {values})", ("as_values",)
        case "MeanSquared":
            return f"F.mse_loss(y, {values})", ("as_values",)
        case "SumOfSquares":
            return f'0.5 * F.mse_loss(y, {values}, reduction="sum") / len(t)', ("as_values",)
        case "Huber":
            return f"F.huber_loss(y, {values}, delta={settings['delta']!r})", ("as_values",)
    raise SpecError("code_missing", kind=spec.kind, language="PyTorch")


def torch_optimizer(spec: ComponentSpec) -> str:
    """Return the expression of an optimizer without its weight decay.

    Raises
    ------
    SpecError
        If nobody has written it yet.
    """
    s = OPTIMIZERS.build(spec).settings
    start = f"network.parameters(), lr={s['lr']!r}"
    match spec.kind:
        case "SGD":
            return f"torch.optim.SGD({start})"
        case "Momentum":
            return f"torch.optim.SGD({start}, momentum={s['momentum']!r})"
        case "Nesterov":
            if not s["momentum"]:
                return f"torch.optim.SGD({start})"
            return f"torch.optim.SGD({start}, momentum={s['momentum']!r}, nesterov=True)"
        case "AdaGrad":
            return f"torch.optim.Adagrad({start}, eps={s['eps']!r})"
        case "RMSProp":
            return f"torch.optim.RMSprop({start}, alpha={s['rho']!r}, eps={s['eps']!r})"
        case "Adam" | "AdamW":
            return f"torch.optim.Adam({start}, betas=({s['beta1']!r}, {s['beta2']!r}), eps={s['eps']!r})"
    raise SpecError("code_missing", kind=spec.kind, language="PyTorch")


def torch_decay(spec: ComponentSpec) -> list[str]:
    """Return the lines before an update that shorten the gradient and pull the weights towards 0, where that is wished."""
    settings = OPTIMIZERS.build(spec).settings
    strength, longest = settings["weight_decay"], settings["clip"]
    short = [f"nn.utils.clip_grad_norm_(network.parameters(), {longest!r})"] if longest else []
    if not strength:
        return short
    act = {
        "L2": f"w.grad.add_(w, alpha={strength!r})",
        "L1": f"w.grad.add_(w.sign(), alpha={strength!r})",
        "decoupled": f'w.mul_(1 - optimizer.param_groups[0]["lr"] * {strength!r})',
    }[str(settings["decay"])]
    return [
        *short,
        "with torch.no_grad():",
        "    for name, w in network.named_parameters():",
        '        if name.endswith("weight") and w.ndim > 1 and w.grad is not None:',
        f"            {act}",
    ]
