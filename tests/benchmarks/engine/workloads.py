"""The eight workloads: what a learner's laptop is asked to do."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from core.arrays import Shape
from core.spec import NetworkSpec
from core.text import parse_network
from tests.benchmarks.engine.historic import alexnet, googlenet, resnet


@dataclass(frozen=True, slots=True)
class Workload:
    """One thing to time.

    Parameters
    ----------
    name
        The row's name in the output.
    optimizer
        ``"SGD"``, ``"Momentum"`` or ``"Adam"``; empty for a forward pass alone.
    goal
        How many times quicker than the best of the peers it should be at least.
    """

    name: str
    title: str
    network: str
    input_shape: Shape
    classes: int
    batch: int
    optimizer: str
    goal: float

    @property
    def spec(self) -> NetworkSpec:
        """The network as a value."""
        return parse_network(self.network)


def _block(filters: int, stride: int) -> str:
    shortcut = ", shortcut='projection'" if stride > 1 else ""
    stride_text = f", stride={stride}" if stride > 1 else ""
    body = f"Conv({filters}, 3, pad=1{stride_text}) BatchNorm ReLU Conv({filters}, 3, pad=1) BatchNorm"
    return f"Residual({body}{shortcut}) ReLU"


def _vgg16() -> str:
    stages = ((64, 2), (128, 2), (256, 3), (512, 3), (512, 3))
    convolutions = " ".join("".join(f"Conv({f}, 3, pad=1) ReLU " for _ in range(n)) + "MaxPool(2)" for f, n in stages)
    return f"{convolutions} Flatten Affine(4096) ReLU Affine(4096) ReLU Affine(1000)"


_RESNET14 = "Conv(16, 3, pad=1) BatchNorm ReLU " + " ".join(
    _block(filters, stride) for filters, stride in ((16, 1), (16, 1), (32, 2), (32, 1), (64, 2), (64, 1))
)

WORKLOADS: Final = (
    Workload("a", "2-16-2 MLP, batch 10, SGD", "Affine(16) ReLU Affine(2)", (2,), 2, 10, "SGD", 12),
    Workload("b", "784-50-10, batch 100, SGD", "Affine(50) ReLU Affine(10)", (784,), 10, 100, "SGD", 1.4),
    Workload(
        "c",
        "784-256-256-10, batch 128, Adam, BatchNorm, dropout",
        "Affine(256) BatchNorm ReLU Dropout(0.5) Affine(256) BatchNorm ReLU Dropout(0.5) Affine(10)",
        (784,),
        10,
        128,
        "Adam",
        1.4,
    ),
    Workload(
        "d",
        "SimpleConvNet, batch 100, Adam",
        "Conv(30, 5) ReLU MaxPool(2) Flatten Affine(100) ReLU Affine(10)",
        (1, 28, 28),
        10,
        100,
        "Adam",
        1.3,
    ),
    Workload(
        "e",
        "LeNet-5, batch 64, Momentum",
        "Conv(6, 5, pad=2) ReLU MaxPool(2) Conv(16, 5) ReLU MaxPool(2) Flatten Affine(120) ReLU Affine(84) ReLU Affine(10)",
        (1, 28, 28),
        10,
        64,
        "Momentum",
        1.0,
    ),
    Workload(
        "f",
        "DeepConvNet, batch 100, Adam",
        "Conv(16, 3, pad=1) ReLU Conv(16, 3, pad=1) ReLU MaxPool(2) Conv(32, 3, pad=1) ReLU Conv(32, 3, pad=2) ReLU "
        "MaxPool(2) Conv(64, 3, pad=1) ReLU Conv(64, 3, pad=1) ReLU MaxPool(2) Flatten Affine(50) ReLU Dropout(0.5) Affine(10)",
        (1, 28, 28),
        10,
        100,
        "Adam",
        1.15,
    ),
    Workload(
        "g",
        "ResNet-14 on 3×32×32, batch 32, Momentum",
        f"{_RESNET14} GlobalAveragePool Affine(10)",
        (3, 32, 32),
        10,
        32,
        "Momentum",
        1.0,
    ),
    Workload("h", "VGG16 forward, 1×3×224×224", _vgg16(), (3, 224, 224), 1000, 1, "", 1.15),
)


def _grown() -> tuple[Workload, ...]:
    """Return the convolutional networks that train with twice the samples, and with images of twice the width."""
    made = []
    for workload in WORKLOADS:
        if len(workload.input_shape) == 3 and workload.optimizer:
            channels, height, width = workload.input_shape
            made.append(replace(workload, name=f"{workload.name}×samples", batch=2 * workload.batch))
            made.append(replace(workload, name=f"{workload.name}×area", input_shape=(channels, height, 2 * width)))
    return tuple(made)


GROWN: Final = tuple((workload.name[0], workload.name, workload.name[2:]) for workload in _grown())
"""The name of a workload, of its grown form, and what was doubled."""
HISTORIC: Final = tuple(
    Workload(name, f"{title}, one training step on one image", text, (3, size, size), 1000, 1, "SGD", 0)
    for name, title, text, size in (
        ("alexnet", "AlexNet", alexnet(), 227),
        ("googlenet", "GoogLeNet", googlenet(), 224),
        ("resnet18", "ResNet-18", resnet((2, 2, 2, 2), bottleneck=False), 224),
        ("resnet50", "ResNet-50", resnet((3, 4, 6, 3), bottleneck=True), 224),
    )
)
BY_NAME: Final = {workload.name: workload for workload in (*WORKLOADS, *_grown(), *HISTORIC)}
