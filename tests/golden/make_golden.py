"""Make `layers.npz`: what PyTorch gives for every case of the battery, in float64, kept as float32.

Run once with PyTorch 2.13.0 in an environment of its own, from the root of the repository::

    python -m tests.golden.make_golden

The project itself never needs PyTorch. Every layer is written here once more with PyTorch's own functions, so that
nothing is compared with itself.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F

from core.network import build_layer
from core.spec import Branch, LayerSpec
from tests.core.layers.cases import CASES

Tensor = torch.Tensor
Params = dict[str, Tensor]


def run(spec: LayerSpec, x: Tensor, params: Params) -> Tensor:
    """Pass a batch through one layer."""
    own = {name.rsplit(".", 1)[1]: value for name, value in params.items() if name.rsplit(".", 1)[0] == spec.id}
    return globals()[f"run_{spec.kind}"](spec, x, own, params)


def run_branch(branch: Branch, x: Tensor, params: Params) -> Tensor:
    """Pass a batch through the layers of a branch."""
    for layer in branch:
        x = run(layer, x, params)
    return x


def settings(spec: LayerSpec) -> dict[str, Any]:
    """Return all settings, defaults included."""
    return build_layer(spec).settings


def elementwise(f: Any) -> Any:
    """Make a runner from a function of x and the settings."""
    return lambda spec, x, own, params: f(x, **settings(spec))


run_ReLU = elementwise(F.relu)
run_LeakyReLU = elementwise(lambda x, slope: F.leaky_relu(x, negative_slope=slope))
run_ELU = elementwise(F.elu)
run_GELU = elementwise(lambda x, approximate: F.gelu(x, approximate=approximate))
run_Swish = elementwise(lambda x, beta: F.silu(beta * x) / beta)
run_Sigmoid = elementwise(torch.sigmoid)
run_Tanh = elementwise(torch.tanh)
run_ScaledTanh = elementwise(lambda x: 1.7159 * torch.tanh(2 * x / 3))
run_Identity = elementwise(lambda x: x)
run_Softmax = elementwise(lambda x: torch.softmax(x, 1))
run_Step = elementwise(lambda x, straight_through: (x > 0).to(x) + 0 * x)
run_Flatten = elementwise(lambda x: torch.flatten(x, 1))
run_Reshape = elementwise(lambda x, shape: x.reshape(len(x), *shape))
run_GlobalAveragePool = elementwise(lambda x: F.adaptive_avg_pool2d(x, 1).flatten(1))
run_MaxPool = elementwise(lambda x, size, stride, pad: F.max_pool2d(x, size, stride or size, pad))
run_AveragePool = elementwise(lambda x, size, stride, pad: F.avg_pool2d(x, size, stride or size, pad))
run_LRN = elementwise(lambda x, n, k, alpha, beta: F.local_response_norm(x, n, alpha * n, beta, k))


def run_Affine(spec: LayerSpec, x: Tensor, own: Params, params: Params) -> Tensor:
    return F.linear(x, own["W"].T, own.get("b"))


def run_Conv(spec: LayerSpec, x: Tensor, own: Params, params: Params) -> Tensor:
    s = settings(spec)
    b = own.get("b")
    shared = None if s["unit_bias"] else b
    y = F.conv2d(x, own["W"], shared, s["stride"], s["pad"], s["dilation"], s["groups"])
    return y + b if s["unit_bias"] else y


def run_LocallyConnected(spec: LayerSpec, x: Tensor, own: Params, params: Params) -> Tensor:
    s = settings(spec)
    high, wide, filters = own["W"].shape[:3]
    seen = F.unfold(x, s["kernel"], padding=s["pad"], stride=s["stride"])  # (N, C·K·K, positions)
    y = torch.einsum("pfk,nkp->nfp", own["W"].reshape(high * wide, filters, -1), seen).reshape(len(x), filters, high, wide)
    return y + own["b"] if s["bias"] else y


def run_BatchNorm(spec: LayerSpec, x: Tensor, own: Params, params: Params) -> Tensor:
    eps = settings(spec).get("eps", 1e-5)
    return F.batch_norm(x, None, None, own["gamma"], own["beta"], training=True, eps=eps)


def run_Sequential(spec: LayerSpec, x: Tensor, own: Params, params: Params) -> Tensor:
    for n in range(settings(spec)["repeat"]):
        copy = f"#{n + 1}" if n else ""
        for layer in spec.branches[0]:
            renamed = {
                name.replace(f"{layer.id}{copy}.", f"{layer.id}."): v for name, v in params.items() if n == 0 or copy in name
            }
            x = run(layer, x, renamed)
    return x


def run_Parallel(spec: LayerSpec, x: Tensor, own: Params, params: Params) -> Tensor:
    parts = [run_branch(branch, x, params) for branch in spec.branches]
    return torch.cat(parts, 1) if settings(spec)["merge"] == "concat" else torch.stack(parts).sum(0)


def run_Residual(spec: LayerSpec, x: Tensor, own: Params, params: Params) -> Tensor:
    s = settings(spec)
    y = run_branch(spec.branches[0], x, params)
    stride = round(x.shape[2] / y.shape[2]) if x.ndim == 4 else 1
    if s["shortcut"] == "identity":
        return y + x
    if s["shortcut"] == "pad":
        kept = x[:, :, ::stride, ::stride] if x.ndim == 4 else x
        missing = y.shape[1] - x.shape[1]
        return y + F.pad(kept, (0, 0, 0, 0, 0, missing) if x.ndim == 4 else (0, missing))
    way = F.conv2d(x, own["W"], stride=stride) if x.ndim == 4 else x @ own["W"]
    if s["normalise"]:
        way = F.batch_norm(way, None, None, own["gamma"], own["beta"], training=True, eps=1e-5)
    return y + way


def gradients(spec: LayerSpec, x: np.ndarray, params: dict[str, np.ndarray], dout: Any) -> dict[str, np.ndarray]:
    """Return output, gradient by the input and by all parameters laid one after another."""
    tensors = {name: torch.tensor(value, requires_grad=True) for name, value in params.items()}
    image = torch.tensor(x, requires_grad=True)
    y = run(spec, image, tensors)
    (y * torch.tensor(dout(tuple(y.shape)))).sum().backward()
    flat = [tensors[name].grad.numpy().ravel() for name in params]
    return {"y": y.detach().numpy(), "dx": image.grad.numpy(), "grads": np.concatenate(flat) if flat else np.zeros(0)}


def main() -> None:
    """Write the file beside this script."""
    arrays: dict[str, np.ndarray] = {}
    for case in CASES:
        if case.golden:
            network = case.network()
            made = gradients(network.spec.layers[0], case.x, dict(network.parameters), case.dout)
            arrays |= {f"{case}/{name}": value.astype(np.float32) for name, value in made.items()}
    np.savez_compressed(Path(__file__).parent / "layers.npz", **arrays)


if __name__ == "__main__":
    main()
