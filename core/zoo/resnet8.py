"""The smallest residual network for images of 32×32 (after He, Zhang, Ren and Sun 2015, arXiv 1512.03385, section 4.2)."""

from __future__ import annotations

from core.spec import LayerSpec, NetworkSpec
from core.text import parse_network
from core.zoo.base import Card, enter


@enter(
    Card(
        title="ResNet-8",
        task="Recognise small photographs in ten classes.",
        architecture="A convolution, three residual blocks of 16, 32 and 64 channels, the mean of each channel, 10 outputs.",
        result="The smallest of a family that reached 110 layers and 6.4 % errors on CIFAR-10.",
        input_shape=(3, 32, 32),
        outputs=10,
        order=7,
        year=2015,
        book="8.2.4",
    )
)
def resnet8() -> NetworkSpec:
    """Return one block per stage: 75,290 parameters."""
    return cifar_resnet(1)


def cifar_resnet(blocks: int) -> NetworkSpec:
    """Return the residual network of ``6·blocks + 2`` layers for 3×32×32; shortcuts without weights (option A)."""
    layers: list[LayerSpec] = [*_row("Conv(16, 3, pad=1, bias=False) BatchNorm ReLU")]
    for channels in (16, 32, 64):
        for block in range(blocks):
            shrinks = channels > 16 and block == 0
            stride, shortcut = (2, "pad") if shrinks else (1, "identity")
            layers += _row(
                f"Residual(Conv({channels}, 3, stride={stride}, pad=1, bias=False) BatchNorm ReLU "
                f"Conv({channels}, 3, pad=1, bias=False) BatchNorm, shortcut='{shortcut}') ReLU"
            )
    return NetworkSpec((*layers, *_row("GlobalAveragePool Affine(10)")))


def _row(text: str) -> tuple[LayerSpec, ...]:
    return parse_network(text).layers
