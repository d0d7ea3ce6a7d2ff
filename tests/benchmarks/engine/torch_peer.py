"""PyTorch on the CPU, eager, with one or two threads and either memory format."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import torch
from torch import nn

from tests.benchmarks.engine.torch_modules import chain
from tests.benchmarks.engine.workloads import Workload


def make(workload: Workload, options: Sequence[str]) -> Callable[[], None]:
    """Return one training step, or one forward pass."""
    torch.manual_seed(0)
    torch.set_num_threads(2 if "2t" in options else 1)
    network, _ = chain(workload.spec.layers, workload.input_shape)
    x = torch.randn(workload.batch, *workload.input_shape)
    t = torch.randint(0, workload.classes, (workload.batch,))
    if "last" in options and x.dim() == 4:
        network, x = network.to(memory_format=torch.channels_last), x.to(memory_format=torch.channels_last)
    if not workload.optimizer:
        network.eval()

        def forward() -> None:
            with torch.inference_mode():
                network(x)

        return forward
    loss = nn.CrossEntropyLoss()
    parameters = list(network.parameters())
    optimizer = {
        "SGD": lambda: torch.optim.SGD(parameters, lr=0.01),
        "Momentum": lambda: torch.optim.SGD(parameters, lr=0.01, momentum=0.9),
        "Adam": lambda: torch.optim.Adam(parameters),
    }[workload.optimizer]()

    def step() -> None:
        optimizer.zero_grad()
        loss(network(x), t).backward()
        optimizer.step()

    return step
