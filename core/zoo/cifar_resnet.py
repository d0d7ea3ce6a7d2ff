"""Residual networks for images of 32×32 (after He, Zhang, Ren and Sun 2015, arXiv 1512.03385, section 4.2)."""

from __future__ import annotations

from core.spec import NetworkSpec
from core.text import parse_network
from core.zoo.base import Card, enter

TASK = "Recognise small photographs in ten classes."


@enter(
    Card(
        title="ResNet-8",
        task=TASK,
        architecture="A convolution, three residual blocks of 16, 32 and 64 channels, the mean of each channel, 10 outputs.",
        result="The smallest of a family that reached 110 layers and 6.4 % errors on CIFAR-10.",
        input_shape=(3, 32, 32),
        outputs=10,
        order=11,
        year=2015,
        book="8.2.4",
    )
)
def resnet8() -> str:
    """Return one block per stage: 75,290 parameters."""
    return cifar_resnet_text(1)


@enter(
    Card(
        title="ResNet-20",
        task=TASK,
        architecture="A convolution, nine residual blocks in three stages of 16, 32 and 64 channels, the mean of each channel, "
        "10 outputs; shortcuts without weights.",
        result="8.75 % errors on CIFAR-10 in the paper.",
        input_shape=(3, 32, 32),
        outputs=10,
        order=12,
        year=2015,
        book="8.2.4",
    )
)
def resnet20() -> str:
    """Return three blocks per stage: 269,722 parameters, 40,551,040 multiply-adds."""
    return cifar_resnet_text(3)


def cifar_resnet(blocks: int) -> NetworkSpec:
    """Return the residual network of ``6·blocks + 2`` layers for 3×32×32."""
    return parse_network(cifar_resnet_text(blocks))


def cifar_resnet_text(blocks: int) -> str:
    """Write it; its shortcuts have no weights (the paper's option A)."""
    parts = ["Conv(16, 3, pad=1, bias=False) BatchNorm ReLU"]
    for channels in (16, 32, 64):
        for block in range(blocks):
            stride, shortcut = (2, "pad") if channels > 16 and block == 0 else (1, "identity")
            parts.append(
                f"Residual(Conv({channels}, 3, stride={stride}, pad=1, bias=False) BatchNorm ReLU "
                f"Conv({channels}, 3, pad=1, bias=False) BatchNorm, shortcut='{shortcut}') ReLU"
            )
    return " ".join([*parts, "GlobalAveragePool Affine(10)"])
