"""Make `networks.npz`: what PyTorch gives for whole networks, in float64 to the last bit.

Run once with PyTorch 2.13.0 in an environment of its own, from the root of the repository::

    python -m tests.golden.make_network_golden
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from tests.core.networks.cases import NETWORKS
from tests.golden.make_golden import run_branch


def main() -> None:
    """Write the file beside this one."""
    arrays = {}
    for case in NETWORKS:
        network = case.network()
        params = {name: torch.tensor(value, requires_grad=True) for name, value in network.parameters.items()}
        x = torch.tensor(case.x, requires_grad=True)
        y = run_branch(network.spec.layers, x, params)
        y.backward(torch.tensor(case.dout))
        grads = [params[slot.name].grad for slot in network.layout]
        arrays[f"{case.name}.y"] = y.detach().numpy()
        arrays[f"{case.name}.dx"] = x.grad.numpy()
        arrays[f"{case.name}.grads"] = np.concatenate([g.numpy().ravel() for g in grads])
    np.savez_compressed(Path(__file__).with_name("networks.npz"), **arrays)


if __name__ == "__main__":
    main()
